package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The library in another application: no application.yaml of ours, nothing but its own class path. */
class LibraryTest {

    @TempDir
    private Path directory;

    @Test
    void bringsDoorRoutesAndKameletsIntoAnotherApplication() throws Exception {
        SpringApplication host = new SpringApplication(HostApplication.class);
        host.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = host.run("--spring.config.name=host", "--server.port=0",
                "--data.dir=" + directory, "--booking.api-key=a-key-of-the-host-application")) {
            String url = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");

            HttpResponse<String> reply = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                            URI.create(url + "/api/workspaces/default/booking-events"))
                    .header("Authorization", "Bearer a-key-of-the-host-application")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"event":"booking.confirmed","booking":{"id":"B-1","title":"Talk",
                            "start":"2031-03-04T10:00:00Z","durationMinutes":30,"host":{"email":"ada@clinic.example"},
                            "guests":[{"email":"bo@guest.example"}]}}""")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(202);
            assertThat(context.getBean(CamelContext.class).getRoute("booking-inbound")).isNotNull();
        }
    }
}
