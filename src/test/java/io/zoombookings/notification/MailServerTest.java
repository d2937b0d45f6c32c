package io.zoombookings.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.FaultyWorld;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.inbox.SmtpFault;
import io.zoombookings.inbox.SmtpFault.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a mail that the server refuses, puts off, or is not there to take. */
class MailServerTest {

    private final FaultyWorld world = FaultyWorld.shared();
    private final RunningApplication application = world.application();
    private final TestWorkspace workspace = application.workspace().connected();

    @AfterEach
    void comeBack() {
        world.smtp().clearFaults();
        world.smtp().comeBack();
    }

    private String at(String person) {
        return person + "-" + workspace.id() + "@" + ("host".equals(person) ? "clinic.example" : "guest.example");
    }

    private void book(String id, String... guests) {
        assertThat(workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"%s","locale":"de"},"guests":[%s]}}""".formatted(id, at("host"), List.of(guests).stream()
                .map(guest -> "{\"email\":\"" + at(guest) + "\"}").collect(Collectors.joining(",")))).status()).isEqualTo(202);
    }

    private static List<String> mails(JsonNode view) {
        return StreamSupport.stream(view.at("/occurrences/0/notifications").spliterator(), false)
                .map(one -> one.path("recipient").asText().replaceFirst("-.*", "") + " " + one.path("kind").asText() + " "
                        + one.path("state").asText()).sorted().toList();
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550, 5.1.1 No such user", "MESSAGE, 554, 5.7.1 Looks like spam", "DATA, 554, 5.5.1 No"})
    void aRefusedAddressFailsForItsRecipientAloneAndTheHostIsToldWhatToDo(Stage stage, int code, String words) {
        world.smtp().always(stage, at("jo"), SmtpFault.answer(code, words));
        book("B-1", "jo", "bo", "mo");

        JsonNode view = workspace.await("B-1", now -> mails(now).equals(List.of("bo CONFIRMATION SENT", "host CONFIRMATION SENT",
                "host HOST_PROBLEM SENT", "jo CONFIRMATION FAILED", "mo CONFIRMATION SENT")));

        assertThat(view.at("/occurrences/0/meeting/state").asText()).isEqualTo("CREATED");
        Mail warning = world.smtp().awaitMail(at("host"), "HOST_PROBLEM");
        assertThat(warning.text()).contains(code + " " + words)
                .contains("Eine Mail an einen Gast wurde nicht angenommen", "Informieren Sie den Gast auf anderem Weg");
        assertThat(world.smtp().mailsTo(at("jo"))).isEmpty();
        assertThat(world.smtp().mailsTo(at("bo"))).hasSize(1);
        assertThat(world.smtp().mailsTo(at("mo"))).hasSize(1);

        world.smtp().clearFaults();
        assertThat(application.admin("POST", "/api/workspaces/" + workspace.id() + "/bookings/B-1/retry", null).status())
                .isEqualTo(202);
        world.smtp().awaitMail(at("jo"), "CONFIRMATION");
        workspace.await("B-1", now -> mails(now).contains("jo CONFIRMATION SENT"));
        assertThat(world.smtp().mailsTo(at("host"))).hasSize(2);
    }

    /** Connections that were kept end. */
    private void disconnect() {
        world.smtp().goOffline();
        world.smtp().comeBack();
    }

    @Test
    void aMailThatIsPutOffAtWhateverStageIsSentLaterAndOnce() {
        disconnect();
        world.smtp().next(Stage.CONNECT, SmtpFault.answer(421, "4.3.2 Not now"));
        world.smtp().next(Stage.HELO, 2, SmtpFault.answer(421, "4.3.2 Not now"));
        world.smtp().next(Stage.MAIL, SmtpFault.answer(451, "4.3.0 Not now"));
        world.smtp().next(Stage.RCPT, at("bo"), SmtpFault.answer(450, "4.2.0 Not now"));
        world.smtp().next(Stage.DATA, at("jo"), SmtpFault.answer(451, "4.3.0 Not now"));
        world.smtp().next(Stage.MESSAGE, at("mo"), SmtpFault.answer(452, "4.3.1 Not now"));
        book("B-1", "bo", "jo", "mo");

        workspace.awaitMail("B-1", "CONFIRMATION", 4);

        List.of("bo", "jo", "mo", "host").forEach(person -> assertThat(world.smtp().mailsTo(at(person))).hasSize(1));
        assertThat(mails(workspace.get("B-1").body())).hasSize(4);
    }

    @Test
    void aMailServerThatIsAwayIsTriedNowAndThenAndTheBacklogFlowsOff() {
        world.smtp().always(Stage.CONNECT, SmtpFault.drop());
        disconnect();
        world.smtp().resetCounts();
        String[] guests = IntStream.range(0, 19).mapToObj(i -> "guest" + i).toArray(String[]::new);
        for (int i = 0; i < 10; i++) {
            book("B-" + i, guests);
        }
        for (int i = 0; i < 10; i++) {
            workspace.awaitMeeting("B-" + i, "CREATED");
        }
        int before = world.smtp().count(Stage.CONNECT);
        assertThat(before).as("all in all").isLessThanOrEqualTo(60);
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(world.smtp().count(Stage.CONNECT) - before).as("one at a time").isLessThanOrEqualTo(3);

        world.smtp().clearFaults();
        world.smtp().resetCounts();
        world.clock().advance(Duration.ofSeconds(41));

        world.smtp().awaitMails(200, mail -> mail.bookingId().startsWith(workspace.id() + "/"));
        assertThat(world.smtp().count(Stage.CONNECT)).as("connections").isLessThanOrEqualTo(16);
        for (int i = 0; i < 10; i++) {
            workspace.awaitMail("B-" + i, "CONFIRMATION", 20);
        }
        assertThat(world.smtp().mails(mail -> mail.bookingId().startsWith(workspace.id() + "/"))).hasSize(200);
    }
}
