# Built from the jar of `mvn package`: docker compose up --build. Where builds must be repeatable, name the base by its digest
# (renovate.json does).
FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin app && install -d -o app -m 0700 /app/data
WORKDIR /app
# Owned by root: what the application runs is not the application's to change.
COPY --chmod=0444 target/camel-zoom-bookings-*-exec.jar app.jar
USER 10001
ENV DATA_DIR=/app/data
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --start-period=90s CMD wget -qO- http://localhost:8080/actuator/health/liveness || exit 1
# A process that ran out of memory has lost threads: it ends, and is started again. No dump of its memory is written.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-XX:-HeapDumpOnOutOfMemoryError", "-jar", "app.jar"]
