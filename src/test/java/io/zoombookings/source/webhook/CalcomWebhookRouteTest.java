package io.zoombookings.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.Operation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cal.com's webhooks from its signature to the meeting. */
@Tag("database")
class CalcomWebhookRouteTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;
    private WebhookDoor calcom;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        calcom = new WebhookDoor(application, workspace, WebhookSource.CALCOM).setUp(null);
    }

    /** @param day of March 2031, on which it takes place, and of January 2031, on which it is said */
    private static String said(String trigger, int at, String uid, String before, int day, String... attendees) {
        return Posted.calcom(trigger, "2031-01-%02dT09:00:00.000Z".formatted(at), uid, before,
                "2031-03-%02dT10:00:00Z".formatted(day), "2031-03-%02dT10:30:00+00:00".formatted(day), attendees);
    }

    private int count(Operation operation) {
        return application.sandbox().ledger().count(operation, workspace.zoomUser().email());
    }

    @Test
    void aBookingGetsItsMeetingAndRepetitionsChangeNothing() {
        String created = said("BOOKING_CREATED", 1, "a", null, 4, "bo@guest.example");

        calcom.accepts(created);
        JsonNode view = workspace.awaitMail("a", "CONFIRMATION", 2);
        calcom.accepts(created);
        calcom.accepts(created.replace("09:00:00.000Z", "09:00:00+00:00"));
        calcom.awaitDone();

        assertThat(view.path("title").asText()).isEqualTo("Talk");
        assertThat(view.at("/occurrences/0/start").asText()).isEqualTo("2031-03-04T10:00:00Z");
        assertThat(calcom.stored()).isEqualTo(1);
        assertThat(workspace.meetings()).hasSize(1);
        assertThat(count(Operation.CREATE)).isEqualTo(1);
        assertThat(count(Operation.UPDATE)).isZero();
    }

    @Test
    void aBookingThatMovesOverAndOverKeepsItsOneMeeting() {
        calcom.accepts(said("BOOKING_CREATED", 1, "a", null, 4, "bo@guest.example"));
        String link = workspace.awaitMeeting("a", "CREATED").at("/occurrences/0/meeting/joinUrl").asText();
        calcom.accepts(said("BOOKING_RESCHEDULED", 2, "b", "a", 5, "bo@guest.example"));
        calcom.accepts(said("BOOKING_RESCHEDULED", 3, "c", "b", 6, "bo@guest.example"));
        calcom.awaitDone();

        JsonNode moved = workspace.get("a").body();
        assertThat(moved.at("/occurrences/0/start").asText()).isEqualTo("2031-03-06T10:00:00Z");
        assertThat(moved.at("/occurrences/0/meeting/joinUrl").asText()).isEqualTo(link);
        assertThat(calcom.confirmed()).containsExactly("a");
        assertThat(count(Operation.CREATE)).isEqualTo(1);

        calcom.accepts(said("BOOKING_CANCELLED", 4, "c", null, 6, "bo@guest.example"));
        calcom.awaitDone();
        assertThat(workspace.get("a").body().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(workspace.meetings()).isEmpty();
    }

    private static String at(String location, String webhook) {
        return webhook.replace("integrations:none", location);
    }

    @Test
    void whatIsNotForZoomIsListedWithItsReasonAndTakenAfterAllOnceItIs() {
        calcom.accepts(at("inPerson", said("BOOKING_CREATED", 1, "p", null, 4, "bo@guest.example")));
        calcom.accepts(at("phone", said("BOOKING_CREATED", 1, "q", null, 4, "bo@guest.example")));
        JsonNode overview = calcom.await(seen -> seen.path("skipped").asInt() == 2);

        assertThat(overview.at("/failed").asInt()).isZero();
        assertThat(overview.path("stuck")).extracting(one -> one.path("state").asText() + ": " + one.path("problem").asText())
                .containsExactlyInAnyOrder("SKIPPED: It takes place in person (in-person)", "SKIPPED: It is a phone call (phone)");
        assertThat(calcom.confirmed()).isEmpty();

        assertThat(application.admin("PUT", calcom.path(), "{\"secret\":\"%s\",\"locations\":\"none, in-person\"}"
                .formatted(WebhookDoor.SECRET)).status()).isEqualTo(204);
        workspace.awaitMeeting("p", "CREATED");
        assertThat(calcom.await(seen -> seen.path("pending").asInt() == 0).path("skipped").asInt()).isEqualTo(1);
    }

    @Test
    void aBookingThatMovesToARoomLosesItsMeeting() {
        calcom.accepts(said("BOOKING_CREATED", 1, "a", null, 4, "bo@guest.example"));
        workspace.awaitMeeting("a", "CREATED");
        calcom.accepts(at("Main Street 1", said("BOOKING_RESCHEDULED", 2, "b", "a", 5, "bo@guest.example")));
        calcom.awaitDone();
        assertThat(calcom.overview().path("skipped").asInt()).isEqualTo(1);
        assertThat(workspace.meetings()).isEmpty();

        calcom.accepts(said("BOOKING_RESCHEDULED", 3, "c", "b", 6, "bo@guest.example"));
        calcom.awaitDone();
        assertThat(calcom.confirmed()).containsExactly("a");
        assertThat(workspace.meetings()).hasSize(1);
    }

    @Test
    void aTeamStaysWhileSeatsComeAndGo() {
        String team = "\"team\":{\"members\":[{\"name\":\"Di\",\"email\":\"di@clinic.example\"}]},\"location\"";
        calcom.accepts(said("BOOKING_CREATED", 1, "s", null, 4, "bo@guest.example").replace("\"location\"", team));
        calcom.accepts(said("BOOKING_CREATED", 2, "s", null, 4, "cy@guest.example").replace("\"location\"", team));
        calcom.accepts(said("BOOKING_CANCELLED", 3, "s", null, 4, "bo@guest.example").replace("\"location\"", team));
        calcom.awaitDone();
        assertThat(calcom.guests("s")).containsExactly("cy@guest.example", "di@clinic.example");
        calcom.accepts(said("BOOKING_CANCELLED", 4, "s", null, 4, "cy@guest.example").replace("\"location\"", team));
        calcom.awaitDone();
        assertThat(calcom.confirmed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"021", "201", "210"})
    void theOrderOfArrivalDoesNotMatter(String order) {
        List<String> story = List.of(said("BOOKING_CREATED", 1, "a", null, 4, "bo@guest.example"),
                said("BOOKING_RESCHEDULED", 2, "b", "a", 5, "bo@guest.example"),
                said("BOOKING_RESCHEDULED", 3, "c", "b", 6, "bo@guest.example"));

        order.chars().forEach(index -> {
            calcom.accepts(story.get(index - '0'));
            calcom.awaitDone();
        });

        assertThat(calcom.confirmed()).hasSize(1);
        assertThat(workspace.meetings()).singleElement()
                .satisfies(meeting -> assertThat(meeting.toString()).contains("2031-03-06T10:00:00Z"));
    }

    @Test
    void seatsAreMergedAndOneThatIsCancelledLeavesTheOthers() {
        calcom.accepts(said("BOOKING_CREATED", 1, "s", null, 4, "bo@guest.example"));
        calcom.accepts(said("BOOKING_CREATED", 2, "s", null, 4, "cy@guest.example"));
        calcom.awaitDone();
        workspace.awaitMail("s", "CONFIRMATION", 3);
        assertThat(calcom.guests("s")).containsExactly("bo@guest.example", "cy@guest.example");

        calcom.accepts(said("BOOKING_CANCELLED", 3, "s", null, 4, "bo@guest.example"));
        calcom.awaitDone();
        assertThat(calcom.guests("s")).containsExactly("cy@guest.example");
        assertThat(workspace.get("s").body().path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(workspace.meetings()).hasSize(1);
        assertThat(count(Operation.CREATE)).isEqualTo(1);

        calcom.accepts(said("BOOKING_CANCELLED", 4, "s", null, 4, "cy@guest.example"));
        calcom.awaitDone();
        assertThat(workspace.get("s").body().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(workspace.meetings()).isEmpty();
    }

    @Test
    void seatsThatAreTakenAtTheSameTimeShareOneMeeting() {
        List<String> people = IntStream.range(0, 8).mapToObj(n -> "guest" + n + "@guest.example").toList();

        people.parallelStream().forEach(person -> calcom.accepts(said("BOOKING_CREATED", 1, "s", null, 4, person)));
        calcom.awaitDone();

        assertThat(calcom.guests("s")).containsExactlyElementsOf(people);
        assertThat(workspace.meetings()).hasSize(1);
        assertThat(count(Operation.CREATE)).isEqualTo(1);
    }

    @Test
    void aCancellationThatComesFirstWins() {
        calcom.accepts(said("BOOKING_CANCELLED", 2, "x", null, 4, "bo@guest.example"));
        calcom.awaitDone();
        calcom.accepts(said("BOOKING_CREATED", 1, "x", null, 4, "bo@guest.example"));
        calcom.awaitDone();

        assertThat(workspace.get("x").body().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(count(Operation.CREATE)).isZero();
    }

    @Test
    void whatTheReaderRefusesFailsWithItsReasonAndSpoilsNoOther() {
        calcom.accepts(said("BOOKING_CREATED", 1, "y", null, 4, "bo@guest.example"));
        calcom.accepts(said("BOOKING_CREATED", 2, "y", null, 4, "not an address@"));

        JsonNode overview = calcom.await(one -> one.path("failed").asInt() == 1);
        assertThat(overview.at("/stuck/0/problem").asText()).contains("/booking/guests/0/email");
        assertThat(overview.at("/stuck/0/booking").asText()).isEqualTo("y");
        calcom.awaitDone();
        assertThat(calcom.guests("y")).containsExactly("bo@guest.example");
    }
}
