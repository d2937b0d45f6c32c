package io.zoombookings.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A booking system at the door of a workspace, and what its administrator sees. */
final class WebhookDoor {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String SECRET = "s3cret-of-the-booking-system";

    final RunningApplication application;
    final TestWorkspace workspace;
    final WebhookSource source;

    WebhookDoor(RunningApplication application, TestWorkspace workspace, WebhookSource source) {
        this.application = application;
        this.workspace = workspace;
        this.source = source;
    }

    /** @param api of the booking system; null: it is never called */
    WebhookDoor setUp(BookingSystemStub api) {
        assertThat(put(api == null ? "https://never.example" : api.url(), SECRET).status()).isEqualTo(204);
        return this;
    }

    Answer put(String apiUrl, String apiKey) {
        return application.admin("PUT", path(), """
                {"secret":"%s","apiUrl":%s,"apiUser":"4711","apiKey":"%s","timeZone":"Europe/Berlin",
                "hostEmail":"ada@clinic.example"}""".formatted(SECRET, apiUrl == null ? null : "\"" + apiUrl + "\"", apiKey));
    }

    String path() {
        return "/api/workspaces/" + workspace.id() + "/webhooks/" + source.id();
    }

    /** Posts as the booking system does. */
    Answer post(String body) {
        return application.call("POST", path(), body,
                Posted.signed(source, SECRET, application.url() + path(), body, Clock.systemUTC()));
    }

    void accepts(String body) {
        Answer answer = post(body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    /** What the administrator is shown of it. */
    JsonNode overview() {
        for (JsonNode one : application.admin("GET", "/api/workspaces/" + workspace.id() + "/webhooks", null).body()) {
            if (one.path("source").asText().equals(source.id())) {
                return one;
            }
        }
        return null;
    }

    JsonNode await(Predicate<JsonNode> condition) {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(this::overview, condition);
    }

    /** Waits until all that was posted has had its effect, and nothing of a booking is still to be done at Zoom. */
    void awaitDone() {
        await(overview -> overview.path("pending").asInt() == 0);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> jdbc().sql("""
                select count(*) from occurrence where workspace_id = ? and (observed_generation < generation or due_at is not null)""")
                .param(workspace.id()).query(Integer.class).single() == 0);
    }

    int stored() {
        return jdbc().sql("select count(*) from booking_webhook_event where workspace_id = ?").param(workspace.id())
                .query(Integer.class).single();
    }

    /** The ids of the bookings that are not cancelled. */
    List<String> confirmed() {
        return jdbc().sql("select booking_id from booking where workspace_id = ? and status = 'CONFIRMED' order by 1")
                .param(workspace.id()).query(String.class).list();
    }

    JdbcClient jdbc() {
        return application.bean(JdbcClient.class);
    }

    /** The guests of a booking, as they are now. */
    List<String> guests(String bookingId) {
        String state = jdbc().sql("select state from booking where workspace_id = ? and booking_id = ?")
                .params(workspace.id(), bookingId).query(String.class).single();
        try {
            return new ObjectMapper().readTree(state).at("/booking/guests").findValuesAsText("email");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> headers(String body) {
        return Posted.signed(source, SECRET, application.url() + path(), body, Clock.systemUTC());
    }
}
