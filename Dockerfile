# Built from the jar of `mvn package`: docker compose up --build
FROM eclipse-temurin:21-jre
RUN useradd --system --home-dir /app app && mkdir -p /app/data && chown -R app /app
WORKDIR /app
COPY target/camel-zoom-bookings-*-exec.jar app.jar
USER app
ENV DATA_DIR=/app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --start-period=90s CMD wget -qO- http://localhost:8080/actuator/health/liveness || exit 1
# A process that ran out of memory has lost threads: it ends, and is started again.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
