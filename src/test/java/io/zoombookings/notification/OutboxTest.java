package io.zoombookings.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.FaultySmtp;
import io.zoombookings.inbox.Mail;
import io.zoombookings.inbox.SmtpFault;
import io.zoombookings.inbox.SmtpFault.Stage;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people are told when the mail server fails while their bookings change. */
@Tag("database")
class OutboxTest {

    private static final String TEN = "2031-03-04T10:00:00";
    private static final String NOON = "2031-03-04T12:00:00";

    private static FaultySmtp smtp;
    private static RunningApplication application;

    private TestWorkspace workspace;
    private String guest;
    private String other;

    @BeforeAll
    static void start() {
        smtp = FaultySmtp.start(0);
        application = RunningApplication.start(Map.of("mail.port", smtp.port(), "reminder.offsets", "none"));
    }

    @AfterAll
    static void stop() {
        application.close();
        smtp.close();
    }

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        guest = "bo-" + workspace.id() + "@guest.example";
        other = "mo-" + workspace.id() + "@guest.example";
    }

    @AfterEach
    void heal() {
        smtp.clearFaults();
        smtp.comeBack();
    }

    private void post(String type, int version, String start, String... guests) {
        StringBuilder people = new StringBuilder();
        for (String email : guests) {
            people.append(people.isEmpty() ? "" : ",").append("{\"email\":\"").append(email).append("\"}");
        }
        assertThat(workspace.post("""
                {"event":"booking.%s","booking":{"id":"B-1","version":%d,"title":"Talk","start":"%s","timeZone":"UTC",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[%s]}}"""
                .formatted(type, version, start, workspace.id(), people)).status()).isEqualTo(202);
    }

    private void cancel(int version) {
        assertThat(workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-1\",\"version\":" + version
                + "}}").status()).isEqualTo(202);
    }

    private List<Mail> mails(String recipient) {
        return smtp.mails().stream().filter(mail -> mail.to().equals(recipient)).toList();
    }

    private List<String> kinds(String recipient) {
        return mails(recipient).stream().map(Mail::kind).toList();
    }

    private void awaitKinds(String recipient, String... kinds) {
        until(() -> kinds(recipient).equals(List.of(kinds)));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    private void awaitNothingOnItsWay() {
        workspace.await("B-1", view -> {
            boolean done = view.at("/occurrences/0/meeting/state").asText().matches("CREATED|CANCELLED");
            for (var mail : view.at("/occurrences/0/notifications")) {
                done &= !"PENDING".equals(mail.path("state").asText());
            }
            return done;
        });
    }

    @Test
    void whoWasNeverReachedGetsOneConfirmationOfWhatIsSoInTheEnd() {
        smtp.goOffline();
        post("confirmed", 1, TEN, guest);
        workspace.await("B-1", view -> view.at("/occurrences/0/notifications").findValuesAsText("problem").stream()
                .anyMatch(problem -> problem.contains("cannot be reached")));
        post("rescheduled", 2, NOON, guest);
        workspace.await("B-1", view -> view.at("/occurrences/0/meeting/state").asText().equals("CREATED")
                && view.at("/occurrences/0/start").asText().equals(NOON + "Z"));
        smtp.comeBack();

        awaitKinds(guest, "CONFIRMATION");
        awaitNothingOnItsWay();
        assertThat(kinds(guest)).containsExactly("CONFIRMATION");
        assertThat(mails(guest).get(0).calendar()).contains("20310304T120000").doesNotContain("20310304T100000");
    }

    @Test
    void whoWasNeverReachedHearsNothingOfABookingThatWasCancelledMeanwhile() {
        smtp.goOffline();
        post("confirmed", 1, TEN, guest);
        workspace.await("B-1", view -> view.at("/occurrences/0/notifications").findValuesAsText("problem").stream()
                .anyMatch(problem -> problem.contains("cannot be reached")));
        cancel(2);
        workspace.awaitMeeting("B-1", "CANCELLED");
        smtp.comeBack();

        workspace.await("B-1", view -> view.at("/occurrences/0/notifications").isEmpty());
        assertThat(mails(guest)).isEmpty();
    }

    /** The server has taken the mail and hangs up before it says so. */
    @Test
    void aMailThatMayHaveArrivedIsFollowedByItsCancellation() {
        smtp.next(Stage.MESSAGE, guest, SmtpFault.drop());
        smtp.always(Stage.RCPT, guest, SmtpFault.answer(451, "4.3.0 Later"));
        post("confirmed", 1, TEN, guest);
        until(() -> smtp.count(Stage.MESSAGE) > 0 || kinds(guest).size() == 1);
        smtp.clearFaults();
        smtp.next(Stage.MESSAGE, guest, SmtpFault.drop());
        awaitKinds(guest, "CONFIRMATION");
        smtp.goOffline();
        cancel(2);
        workspace.awaitMeeting("B-1", "CANCELLED");
        smtp.comeBack();

        awaitKinds(guest, "CONFIRMATION", "CANCELLED");
        awaitNothingOnItsWay();
        assertThat(kinds(guest)).containsExactly("CONFIRMATION", "CANCELLED");
    }

    @Test
    void aMailThatMayHaveArrivedSaysTheSameAgainAndTheChangeIsToldByTheNext() {
        smtp.next(Stage.MESSAGE, guest, SmtpFault.drop());
        post("confirmed", 1, TEN, guest);

        awaitKinds(guest, "CONFIRMATION", "CONFIRMATION");
        List<Mail> both = mails(guest);
        assertThat(both.get(1).messageId()).isEqualTo(both.get(0).messageId());
        assertThat(both.get(1).calendar()).contains("20310304T100000");
        post("rescheduled", 2, NOON, guest);
        awaitKinds(guest, "CONFIRMATION", "CONFIRMATION", "RESCHEDULED");
        assertThat(mails(guest).get(2).calendar()).contains("SEQUENCE:1").contains("20310304T120000");
    }

    /** Zoom holds the change back; a mail that was put off must not tell it before the mail that is made for it. */
    @Test
    void aMailThatWasPutOffDoesNotRunAheadOfTheChangeItKnowsNothingOf() {
        smtp.next(Stage.RCPT, guest, SmtpFault.answer(451, "4.3.0 Later"));
        try (var held = application.sandbox().faults().next(
                CallMatcher.on(Operation.UPDATE).of(workspace.zoomUser().email()), Fault.answersLate(Duration.ofSeconds(3)))) {
            post("confirmed", 1, TEN, guest);
            workspace.awaitMeeting("B-1", "CREATED");
            post("rescheduled", 2, NOON, guest, other);

            awaitKinds(guest, "CONFIRMATION");
            awaitKinds(other, "CONFIRMATION");
            assertThat(held.hits()).isEqualTo(1);
        }
        awaitNothingOnItsWay();
        assertThat(kinds(guest)).containsExactly("CONFIRMATION");
        assertThat(mails(guest).get(0).calendar()).contains("20310304T120000");
    }

    /** Zoom answers an update with nothing, and another passcode makes another link. */
    @Test
    void anotherPasscodeIsAnotherLinkWhichIsReadAndTold() {
        String event = """
                {"event":"booking.%s","booking":{"id":"B-1","version":%d,"title":"Talk","start":"%s","timeZone":"UTC",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[{"email":"%s"}],
                "meeting":{"passcode":"%s"}}}""";
        workspace.post(event.formatted("confirmed", 1, TEN, workspace.id(), guest, "first-1"));
        awaitKinds(guest, "CONFIRMATION");
        String before = workspace.get("B-1").body().at("/occurrences/0/meeting/joinUrl").asText();
        workspace.post(event.formatted("rescheduled", 2, TEN, workspace.id(), guest, "second-2"));

        awaitKinds(guest, "CONFIRMATION", "RESCHEDULED");
        String now = workspace.meetings().get(0).joinUrl();
        assertThat(workspace.meetings()).hasSize(1);
        assertThat(now).isNotEqualTo(before);
        assertThat(workspace.get("B-1").body().at("/occurrences/0/meeting/joinUrl").asText()).isEqualTo(now);
        assertThat(workspace.get("B-1").body().at("/occurrences/0/meeting/passcode").asText()).isEqualTo("second-2");
        assertThat(mails(guest).get(1).text()).contains(now, "second-2").doesNotContain(before);
        workspace.post(event.formatted("rescheduled", 3, NOON, workspace.id(), guest, "second-2"));
        awaitKinds(guest, "CONFIRMATION", "RESCHEDULED", "RESCHEDULED");
        assertThat(application.sandbox().ledger().count(Operation.GET, workspace.zoomUser().email())).isEqualTo(1);
    }

    @Test
    void whoIsTakenOffTheListWhileTheMailWaitsGetsNone() {
        smtp.always(Stage.RCPT, other, SmtpFault.answer(451, "4.3.0 Later"));
        post("confirmed", 1, TEN, guest, other);
        until(() -> smtp.count(Stage.RCPT) > 0 && kinds(guest).size() == 1);
        post("rescheduled", 2, TEN, guest);

        workspace.await("B-1", view -> !view.toString().contains(other));
        smtp.clearFaults();
        awaitNothingOnItsWay();
        assertThat(mails(other)).isEmpty();
        assertThat(kinds(guest)).containsExactly("CONFIRMATION");
    }
}
