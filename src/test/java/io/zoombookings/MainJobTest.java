package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job from outside: events in, meetings at Zoom, mails with links out. */
@Tag("database")
class MainJobTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private String event(String type, String booking, int version, String start) {
        return """
                {"event":"booking.%s","eventId":"%s-%s-%d","booking":{"id":"%s","version":%d,
                "title":"Intro consultation","start":"%s","timeZone":"Europe/Berlin","durationMinutes":30,
                "host":{"name":"Ada Kern","email":"ada-%s@clinic.example","locale":"en"},
                "guests":[{"name":"Bo Li","email":"bo-%s@guest.example","locale":"en","timeZone":"Asia/Shanghai"}]}}"""
                .formatted(type, type, booking, version, booking, version, start, workspace.id(), workspace.id());
    }

    private String confirmed(String booking) {
        return event("confirmed", booking, 1, "2031-03-04T10:00:00");
    }

    private int calls(Operation operation) {
        return application.sandbox().ledger().count(operation, workspace.zoomUser().email());
    }

    @Test
    void givesABookingItsMeetingAndTellsGuestAndHost() {
        Answer accepted = workspace.post(confirmed("B-1"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body().path("bookingId").asText()).isEqualTo("B-1");
        assertThat(accepted.raw().headers().firstValue("Location"))
                .hasValue("/api/workspaces/" + workspace.id() + "/bookings/B-1");
        JsonNode view = workspace.awaitMail("B-1", "CONFIRMATION", 2);
        SandboxMeeting meeting = workspace.meetings().get(0);
        assertThat(workspace.meetings()).hasSize(1);
        assertThat(meeting.start()).isEqualTo(Instant.parse("2031-03-04T09:00:00Z"));
        assertThat(meeting.timeZone()).isEqualTo("Europe/Berlin");
        assertThat(meeting.agenda().lines().findFirst()).hasValue("Booking " + workspace.id() + "/B-1/0");
        assertThat(view.at("/occurrences/0/meeting/id").asText()).isEqualTo(String.valueOf(meeting.id()));
        assertThat(calls(Operation.CREATE)).isEqualTo(1);
        String link = view.at("/occurrences/0/meeting/joinUrl").asText();
        for (String person : new String[] {"bo", "ada"}) {
            String address = person + "-" + workspace.id() + (person.equals("bo") ? "@guest.example" : "@clinic.example");
            Mail mail = application.inbox().awaitMail(address, "CONFIRMATION");
            assertThat(mail.text()).contains(link);
            assertThat(mail.html()).contains(link.replace("&", "&amp;"));
            assertThat(mail.calendar()).contains("METHOD:REQUEST");
        }
    }

    @Test
    void answersWithTheLinkToACallerWhoWaits() {
        Answer answer = workspace.post(confirmed("B-2"), Map.of("Prefer", "wait=10"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/occurrences/0/meeting/state").asText()).isEqualTo("CREATED");
        assertThat(answer.body().at("/occurrences/0/meeting/joinUrl").asText()).startsWith("http");
    }

    @Test
    void makesNothingTwiceOfTheSameEvent() {
        workspace.post(confirmed("B-3"), Map.of("Prefer", "wait=10"));

        Answer again = workspace.post(confirmed("B-3"));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().path("duplicate").asBoolean()).isTrue();
        workspace.awaitMail("B-3", "CONFIRMATION", 2);
        assertThat(calls(Operation.CREATE)).isEqualTo(1);
    }

    @Test
    void keepsTheMeetingAndItsLinkWhenABookingMoves() {
        String link = workspace.post(confirmed("B-4"), Map.of("Prefer", "wait=10")).body()
                .at("/occurrences/0/meeting/joinUrl").asText();
        workspace.awaitMail("B-4", "CONFIRMATION", 2);

        workspace.post(event("rescheduled", "B-4", 2, "2031-03-05T11:00:00"));

        JsonNode view = workspace.awaitMail("B-4", "RESCHEDULED", 2);
        assertThat(view.at("/occurrences/0/meeting/joinUrl").asText()).isEqualTo(link);
        assertThat(workspace.meetings()).singleElement()
                .satisfies(meeting -> assertThat(meeting.start()).isEqualTo(Instant.parse("2031-03-05T10:00:00Z")));
        assertThat(calls(Operation.CREATE)).isEqualTo(1);
        assertThat(calls(Operation.UPDATE)).isEqualTo(1);
    }

    @Test
    void deletesTheMeetingOfACancelledBookingAndTellsBoth() {
        workspace.post(confirmed("B-5"), Map.of("Prefer", "wait=10"));
        workspace.awaitMail("B-5", "CONFIRMATION", 2);

        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-5\",\"version\":2},\"reason\":\"ill\"}");

        workspace.awaitMail("B-5", "CANCELLED", 2);
        assertThat(workspace.meetings()).isEmpty();
        assertThat(calls(Operation.DELETE)).isEqualTo(1);
        Mail mail = application.inbox().awaitMail("bo-" + workspace.id() + "@guest.example", "CANCELLED");
        assertThat(mail.calendar()).contains("METHOD:CANCEL");
    }

    @Test
    void aCancellationThatComesFirstWins() {
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-6\",\"version\":2}}");

        Answer late = workspace.post(confirmed("B-6"), Map.of("Prefer", "wait=10"));

        assertThat(late.body().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(calls(Operation.CREATE)).isZero();
        assertThat(application.inbox().mailsTo("bo-" + workspace.id() + "@guest.example")).isEmpty();
    }

    @Test
    void findsTheMeetingWhoseCreationWasNeverAcknowledged() {
        application.sandbox().faults().next(CallMatcher.on(Operation.CREATE).of(workspace.zoomUser().email()),
                Fault.replyLost());

        workspace.post(confirmed("B-7"));

        workspace.awaitMail("B-7", "CONFIRMATION", 2);
        assertThat(calls(Operation.CREATE)).isEqualTo(1);
        assertThat(workspace.meetings()).hasSize(1);
    }

    @Test
    void refusesWhatIsWrongWithAPointerToEachField() {
        Answer refused = workspace.post("{\"event\":\"booking.confirmed\",\"booking\":{\"id\":\"B-8\",\"title\":\"x\","
                + "\"start\":\"2031-03-04T10:00:00\",\"durationMinutes\":0,\"host\":{},\"guests\":[{\"email\":\"nobody\"}]}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body().path("errors")).extracting(error -> error.path("pointer").asText())
                .contains("/booking/host/email", "/booking/guests/0/email");
        assertThat(workspace.get("B-8").status()).isEqualTo(404);
    }

    @Test
    void remindsPeopleAtTheirTimesBeforeTheStart() {
        String soon = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS).toString();
        workspace.post(event("confirmed", "B-9", 1, soon), Map.of("Prefer", "wait=10"));

        JsonNode view = workspace.awaitMail("B-9", "CONFIRMATION", 2);

        assertThat(view.at("/occurrences/0/notifications")).filteredOn(one -> "REMINDER".equals(one.path("kind").asText()))
                .hasSize(2).allSatisfy(one -> assertThat(Instant.parse(one.path("at").asText()))
                        .isEqualTo(Instant.parse(soon).minus(Duration.ofHours(1))));
    }
}
