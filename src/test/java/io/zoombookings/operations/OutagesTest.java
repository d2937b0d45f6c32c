package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.Browser;
import io.zoombookings.FaultyWorld;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.SmtpFault;
import io.zoombookings.inbox.SmtpFault.Stage;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import java.time.Duration;
import java.util.Map;
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

    private String page(String path) {
        world.clock().advance(Duration.ofSeconds(6));
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        return browser.get("/workspaces/" + workspace.id() + path).body();
    }

    private String settings() {
        return page("/settings/integrations/zoom");
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
        assertThat(page("")).containsPattern("[12] mails? waiting").contains("MAIL_HOST and MAIL_PORT", "Mail waits");

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
            assertThat(settings()).contains("Connected, meetings wait", "HTTP status 503", "Zoom’s status page")
                    .doesNotContain("status connected", "All future bookings get");
            assertThat(page("")).contains("1 meeting waiting", "Zoom’s status page").doesNotContain("Retry all");
        }
        workspace.awaitMeeting("B-1", "CREATED");
        await().until(() -> health().at("/components/zoom/status").asText().equals("UP"));
        assertThat(settings()).contains("status connected", "All future bookings get");
    }

    @Test
    void aPermissionThatIsMissingIsNamedAndAllThatFailedIsTriedAgainByOneButton() {
        try (var down = application.sandbox().faults().always(CallMatcher.api().of(workspace.zoomUser().email()),
                Fault.missingScopes("meeting:write:meeting"))) {
            book("B-1");
            workspace.awaitMeeting("B-1", "FAILED");

            assertThat(down.hits()).isPositive();
            assertThat(settings()).contains("Connected, meetings wait", "lacks a permission", "meeting:write:meeting")
                    .doesNotContain("status connected");
            assertThat(health().at("/components/zoom/details").toString()).contains(workspace.id(), "lacks a permission");
            assertThat(metric("zoombookings_failed{cause=\"SCOPE_MISSING\"}")).isPositive();
            assertThat(console()).contains("SCOPE_MISSING");
            assertThat(page("/bookings?show=attention")).contains("lacks a permission", "Retry all");
        }
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        String bookings = "/workspaces/" + workspace.id() + "/bookings";
        browser.submit(bookings, "/workspaces/" + workspace.id() + "/retry", Map.of("cause", "SCOPE_MISSING", "mail", "false"));
        assertThat(browser.get(bookings).body()).contains("1 booking is being tried again.");
        workspace.awaitMeeting("B-1", "CREATED");
        assertThat(settings()).contains("status connected");
        assertThat(page("")).doesNotContain("What is wrong, and what to do");
    }

    @Test
    void aDayThatIsUsedUpIsNamedWithItsEnd() {
        try (var down = application.sandbox().faults().always(CallMatcher.api().of(workspace.zoomUser().email()),
                Fault.hostLimitToday())) {
            book("B-1");
            workspace.await("B-1", view -> view.at("/occurrences/0/meeting/cause").asText().equals("DAY_USED_UP"));

            assertThat(down.hits()).isPositive();
            assertThat(settings()).contains("Connected, meetings wait", "are used up; it goes on at 00:00 UTC");
            assertThat(metric("zoombookings_waiting{cause=\"DAY_USED_UP\"}")).isPositive();
            assertThat(console()).contains("DAY_USED_UP");
            assertThat(page("/bookings")).contains("are used up", "nothing to do here").doesNotContain("Retry all");
        }
    }

    @Test
    void aGuestWhoseMailIsRefusedIsNamedWithTheServersWords() {
        String guest = "bo-" + workspace.id() + "@guest.example";
        world.smtp().always(Stage.RCPT, guest, SmtpFault.answer(550, "5.1.1 no such person here"));
        book("B-1");
        workspace.await("B-1", view -> view.at("/occurrences/0/notifications").toString().contains("\"FAILED\""));

        assertThat(page("/bookings/B-1")).contains(guest, "no such person here");
        assertThat(page("/bookings?show=attention")).contains("no such person here");
        assertThat(metric("zoombookings_failed{cause=\"MAIL_REFUSED\"}")).isPositive();
        assertThat(health().at("/components/mail/status").asText()).as("one address is not the server's").isEqualTo("UP");

        world.smtp().clearFaults();
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        browser.submit("/workspaces/" + workspace.id() + "/bookings", "/workspaces/" + workspace.id() + "/retry",
                Map.of("cause", "MAIL_REFUSED", "mail", "true"));
        world.smtp().awaitMail(guest, "CONFIRMATION");
        await().untilAsserted(() -> assertThat(page("")).doesNotContain("no such person here"));
    }

    @Test
    void aWrongWebhookSecretIsNamedWhileItLasts() {
        assertThat(page("")).doesNotContain("webhooks refused");
        for (int i = 0; i < 3; i++) {
            assertThat(application.call("POST", "/integrations/zoom/events", "{}", Map.of("x-zm-signature", "v0=0",
                    "x-zm-request-timestamp", "1")).status()).isEqualTo(401);
        }
        assertThat(page("")).contains("webhooks refused", "ZOOM_WEBHOOK_SECRET");
        assertThat(console()).contains("\"refusingDoors\":\"zoom\"");
        assertThat(metric("zoombookings_refused_signatures_total{door=\"zoom\"}")).isGreaterThanOrEqualTo(3);

        world.clock().advance(Duration.ofMinutes(16));
        assertThat(page("")).doesNotContain("webhooks refused");
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
