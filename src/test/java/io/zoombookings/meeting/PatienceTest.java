package io.zoombookings.meeting;

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
import io.zoombookings.sandbox.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a retry cannot change fails at once, everywhere a person looks; what it can is retried for longer than a day. */
class PatienceTest {

    private static final String REFUSAL = "Your user account is not allowed meeting hosting and scheduling capabilities.";

    private final FaultyWorld world = FaultyWorld.shared();
    private final RunningApplication application = world.application();
    private final TestWorkspace workspace = application.workspace().connected();

    @AfterEach
    void mend() {
        application.sandbox().faults().clear();
        world.smtp().clearFaults();
    }

    private void book(String id) {
        assertThat(workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]}}"""
                .formatted(id, workspace.id(), workspace.id())).status()).isEqualTo(202);
    }

    private int creates() {
        return application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email());
    }

    private double metric(String name, String cause) {
        world.clock().advance(Duration.ofSeconds(11));
        String all = application.admin("GET", "/actuator/prometheus", null).raw().body();
        Matcher line = Pattern.compile("(?m)^" + name + "\\{.*cause=\"" + cause + "\".*} (\\S+)$").matcher(all);
        assertThat(line.find()).as("%s, %s in%n%s", name, cause, all).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private Browser administrator() {
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        return browser;
    }

    @Test
    void aMeetingThatZoomRefusesFailsAtOnceAndIsRetriedByAPerson() {
        double before = metric("zoombookings_failed", "REFUSED");
        application.sandbox().users().change(workspace.zoomUser().email(), user -> user.withMayHost(false));
        book("B-1");

        JsonNode view = workspace.awaitMeeting("B-1", "FAILED");

        assertThat(view.at("/occurrences/0/meeting/problem").asText()).contains(REFUSAL);
        assertThat(creates()).isEqualTo(1);
        assertThat(metric("zoombookings_failed", "REFUSED")).isEqualTo(before + 1);
        String page = "/workspaces/" + workspace.id() + "/bookings";
        Browser browser = administrator();
        assertThat(browser.get(page).body()).contains("not allowed meeting hosting").contains(page + "/B-1/retry");
        assertThat(world.smtp().awaitMail("host-" + workspace.id() + "@clinic.example", "HOST_PROBLEM").text())
                .contains("not allowed meeting hosting");

        application.sandbox().users().change(workspace.zoomUser().email(), user -> user.withMayHost(true));
        browser.submit(page, page + "/B-1/retry", Map.of());

        workspace.awaitMeeting("B-1", "CREATED");
        assertThat(creates()).isEqualTo(2);
        assertThat(metric("zoombookings_failed", "REFUSED")).isEqualTo(before);
    }

    @Test
    void aMailThatIsRefusedIsCountedAndSentByRetry() {
        double before = metric("zoombookings_failed", "MAIL_REFUSED");
        world.smtp().always(Stage.RCPT, "bo-" + workspace.id() + "@guest.example", SmtpFault.answer(550, "5.1.1 No such user"));
        book("B-1");
        workspace.await("B-1", view -> view.toString().contains("\"FAILED\""));

        assertThat(metric("zoombookings_failed", "MAIL_REFUSED")).isEqualTo(before + 1);
        String page = "/workspaces/" + workspace.id() + "/bookings";
        Browser browser = administrator();
        assertThat(browser.get(page).body()).contains(page + "/B-1/retry");
        world.smtp().clearFaults();
        browser.submit(page, page + "/B-1/retry", Map.of());

        world.smtp().awaitMail("bo-" + workspace.id() + "@guest.example", "CONFIRMATION");
        await().until(() -> metric("zoombookings_failed", "MAIL_REFUSED") == before);
    }

    @Test
    void whatARetryCanChangeIsTriedForLongerThanADay() {
        try (var down = application.sandbox().faults().always(CallMatcher.api().of(workspace.zoomUser().email()),
                Fault.status(500))) {
            book("B-1");
            for (int hour = 0; hour < 3; hour++) {
                int before = down.hits();
                await().until(() -> down.hits() > before);
                assertThat(workspace.get("B-1").body().at("/occurrences/0/meeting/state").asText()).isEqualTo("PENDING");
                await().until(() -> metric("zoombookings_waiting", "ZOOM_FAILING") > 0);
                world.clock().advance(Duration.ofHours(9));
            }
        }
        world.clock().advance(Duration.ofSeconds(41));

        workspace.awaitMeeting("B-1", "CREATED");
        assertThat(workspace.meetings()).hasSize(1);
    }
}
