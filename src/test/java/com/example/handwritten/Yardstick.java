package com.example.handwritten;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * What one would write by hand for the same job, as fast as it can be had: a booking is stored, its meeting made, stored
 * again, and answered; two mails with a calendar part go out behind. Nothing is repeated, recovered, sealed, audited or told
 * twice the right way; a process that dies loses what it was at. It is the measure, not a model.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class, EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class, DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class, MailSenderAutoConfiguration.class, TaskExecutionAutoConfiguration.class})
@RestController
public class Yardstick {

    private final JdbcClient jdbc;
    private final JavaMailSender mail;
    private final RestClient zoom;
    private final ExecutorService behind = executor();

    Yardstick(JdbcClient jdbc, JavaMailSender mail, HikariDataSource pool, @Value("${zoom.api.base-url}") String url) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.zoom = RestClient.builder().baseUrl(url).requestFactory(new HttpComponentsClientHttpRequestFactory(
                HttpClients.custom().setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(1000).setMaxConnTotal(1000).build()).build())).build();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Yardstick.class, arguments);
    }

    @PostConstruct
    void createTable() {
        jdbc.sql("create table if not exists hand_written (id uuid primary key, booking varchar(100) unique, state varchar, "
                + "meeting bigint, join_url varchar, passcode varchar, created_at timestamp with time zone)").update();
    }

    @GetMapping("/actuator/health/readiness")
    String ready() {
        return "{}";
    }

    @PostMapping("/api/workspaces/{workspace}/booking-events")
    ResponseEntity<Map<String, Object>> book(@PathVariable String workspace, @RequestBody JsonNode event) {
        JsonNode booking = event.path("booking");
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into hand_written (id, booking, state, created_at) values (?, ?, ?, now())")
                .params(id, booking.path("id").asText(), event.toString()).update();
        JsonNode meeting = zoom.post().uri("/users/me/meetings").contentType(MediaType.APPLICATION_JSON)
                .header("Authorization", "Bearer " + workspace)
                .body(Map.of("topic", booking.path("title").asText(), "type", 2, "start_time", booking.path("start").asText(),
                        "duration", booking.path("durationMinutes").asInt()))
                .retrieve().body(JsonNode.class);
        String link = meeting.path("join_url").asText();
        jdbc.sql("update hand_written set meeting = ?, join_url = ?, passcode = ? where id = ?")
                .params(meeting.path("id").asLong(), link, meeting.path("password").asText(), id).update();
        behind.execute(() -> {
            send(booking, booking.path("host"), link);
            send(booking, booking.path("guests").path(0), link);
        });
        return ResponseEntity.ok(Map.of("bookingId", booking.path("id").asText(), "joinUrl", link));
    }

    private void send(JsonNode booking, JsonNode person, String link) {
        try {
            MimeMessage message = mail.createMimeMessage();
            message.setFrom(new InternetAddress("bookings@app.example"));
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(person.path("email").asText()));
            message.setSubject(booking.path("title").asText(), StandardCharsets.UTF_8.name());
            MimeBodyPart text = new MimeBodyPart();
            text.setText("Your meeting: " + link, StandardCharsets.UTF_8.name());
            MimeBodyPart html = new MimeBodyPart();
            html.setText("<p>Your meeting: <a href=\"" + link + "\">" + link + "</a></p>", StandardCharsets.UTF_8.name(), "html");
            MimeBodyPart calendar = new MimeBodyPart();
            calendar.setContent("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:"
                    + booking.path("id").asText() + "\r\nDTSTAMP:" + Instant.now() + "\r\nDTSTART:20310304T090000Z\r\nSUMMARY:"
                    + booking.path("title").asText() + "\r\nLOCATION:" + link + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                    "text/calendar; charset=UTF-8; method=REQUEST");
            message.setContent(new MimeMultipart("alternative", text, html, calendar));
            mail.send(message);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Virtual threads where there are any. */
    private static ExecutorService executor() {
        try {
            return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newFixedThreadPool(64);
        }
    }
}
