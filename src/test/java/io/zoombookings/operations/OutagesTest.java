package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.FaultyWorld;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thing breaks after the other: health, metrics and console say which, and are quiet when it is mended. */
class OutagesTest {

    private final FaultyWorld world = FaultyWorld.shared();
    private final RunningApplication application = world.application();
    private final TestWorkspace workspace = application.workspace().connected();

    @AfterEach
    void mend() {
        application.sandbox().comeBack();
        application.sandbox().faults().clear();
        world.smtp().clearFaults();
        world.smtp().comeBack();
    }

    private void book(String id) {
        assertThat(workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]}}"""
                .formatted(id, workspace.id(), workspace.id())).status()).isEqualTo(202);
    }

    private JsonNode health() {
        world.clock().advance(Duration.ofSeconds(6));
        return application.admin("GET", "/actuator/health", null).body();
    }

    private String console() {
        return application.admin("GET", "/actuator/camel/zoom-bookings", null).body().toString();
    }

    private double metric(String name) {
        String all = application.admin("GET", "/actuator/prometheus", null).raw().body();
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(all);
        assertThat(line.find()).as("%s in%n%s", name, all).isTrue();
        return Double.parseDouble(line.group(1));
    }

    @Test
    void aMailServerThatIsAwayDegradesMailAlone() {
        world.smtp().goOffline();
        book("B-1");
        workspace.awaitMeeting("B-1", "CREATED");
        await().until(() -> health().at("/components/mail/status").asText().equals("DEGRADED"));

        assertThat(health().path("status").asText()).isEqualTo("DEGRADED");
        assertThat(health().at("/components/zoom/status").asText()).isEqualTo("UP");
        assertThat(health().at("/components/mail/details").toString()).contains(workspace.id(), "mail server cannot be reached");
        assertThat(application.admin("GET", "/actuator/health", null).status()).isEqualTo(200);
        assertThat(application.admin("GET", "/actuator/health/readiness", null).body().path("status").asText()).isEqualTo("UP");
        assertThat(metric("zoombookings_waiting{cause=\"MAIL_UNREACHABLE\"}")).isPositive();
        assertThat(console()).contains(workspace.id(), "MAIL_UNREACHABLE");
        JsonNode mail = workspace.get("B-1").body().at("/occurrences/0/notifications/0");
        assertThat(mail.path("cause").asText()).isEqualTo("MAIL_UNREACHABLE");
        assertThat(mail.path("problem").asText()).startsWith("The mail server cannot be reached");

        world.smtp().comeBack();
        world.smtp().awaitMail("bo-" + workspace.id() + "@guest.example", "CONFIRMATION");
        await().until(() -> health().at("/components/mail/status").asText().equals("UP"));
        assertThat(metric("zoombookings_waiting{cause=\"MAIL_UNREACHABLE\"}")).isZero();
    }

    @Test
    void zoomThatFailsDegradesZoomAndSaysHowManyMeetingsWait() {
        try (var down = application.sandbox().faults().always(CallMatcher.api().of(workspace.zoomUser().email()),
                Fault.status(503))) {
            book("B-1");
            await().until(() -> health().at("/components/zoom/status").asText().equals("DEGRADED"));

            assertThat(down.hits()).isPositive();
            assertThat(health().at("/components/zoom/details").toString())
                    .contains(workspace.id() + ": 1 meeting waits. Zoom answered with HTTP status 503");
            assertThat(metric("zoombookings_waiting{cause=\"ZOOM_FAILING\"}")).isPositive();
            assertThat(console()).contains("ZOOM_FAILING");
            assertThat(workspace.get("B-1").body().at("/occurrences/0/meeting/cause").asText()).isEqualTo("ZOOM_FAILING");
        }
        workspace.awaitMeeting("B-1", "CREATED");
        await().until(() -> health().at("/components/zoom/status").asText().equals("UP"));
    }

    @Test
    void aRevokedConnectionIsNamedUntilSomebodyConnectsAgain() {
        double before = metric("zoombookings_connections{status=\"RECONNECT_REQUIRED\"}");
        application.sandbox().killGrant(workspace.zoomUser().email());
        book("B-1");
        await().until(() -> health().at("/components/zoom/details").toString().contains(workspace.id()));

        assertThat(health().at("/components/zoom/details").toString()).contains("Press Reconnect");
        assertThat(metric("zoombookings_connections{status=\"RECONNECT_REQUIRED\"}")).isEqualTo(before + 1);
        assertThat(console()).contains(workspace.id(), "RECONNECT_REQUIRED");

        workspace.connect(workspace.zoomUser().email());
        workspace.awaitMeeting("B-1", "CREATED");
        await().untilAsserted(() -> assertThat(health().at("/components/zoom/details").toString())
                .doesNotContain(workspace.id()));
    }
}
