package io.zoombookings.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendly's webhooks from their signature to the meeting. */
@Tag("database")
class CalendlyWebhookRouteTest {

    private static final String ALONE = "\"rescheduled\":false,\"old_invitee\":null,\"new_invitee\":null";

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;
    private WebhookDoor calendly;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        calendly = new WebhookDoor(application, workspace, WebhookSource.CALENDLY).setUp(null);
    }

    private static String said(String event, int at, String appointment, String invitee, int day, String moved) {
        return Posted.calendly(event, "2031-01-%02dT09:00:00.123456Z".formatted(at), appointment, invitee,
                "2031-03-%02dT10:00:00.000000Z".formatted(day), "null", moved);
    }

    private static String created(int at, String appointment, String invitee, int day) {
        return said("invitee.created", at, appointment, invitee, day, ALONE);
    }

    private static String cancelled(int at, String appointment, String invitee, int day) {
        return said("invitee.canceled", at, appointment, invitee, day, ALONE);
    }

    /** Both halves of a move from E1 to E2. */
    private static List<String> moved(String from, String to, String invitee, String anew) {
        return List.of(
                said("invitee.canceled", 2, from, invitee, 4, "\"rescheduled\":true,\"new_invitee\":\"" + Posted.invitee(to, anew) + "\""),
                said("invitee.created", 2, to, anew, 5, "\"rescheduled\":false,\"old_invitee\":\"" + Posted.invitee(from, invitee) + "\""));
    }

    private int count(Operation operation) {
        return application.sandbox().ledger().count(operation, workspace.zoomUser().email());
    }

    private void awaitWorkedOn(int times) {
        calendly.await(overview -> calendly.jdbc().sql("select count(*) from booking_webhook_event where workspace_id = ? "
                + "and lease is null").param(workspace.id()).query(Integer.class).single() == times);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMoveKeepsTheMeetingWhicheverHalfComesFirst(boolean cancellationFirst) {
        calendly.accepts(created(1, "E1", "bo", 4));
        String link = workspace.awaitMeeting("E1", "CREATED").at("/occurrences/0/meeting/joinUrl").asText();
        List<String> halves = new ArrayList<>(moved("E1", "E2", "bo", "bo2"));
        if (!cancellationFirst) {
            Collections.reverse(halves);
        }
        calendly.accepts(halves.get(0));
        awaitWorkedOn(2);
        calendly.accepts(halves.get(1));
        awaitWorkedOn(3);

        JsonNode view = workspace.await("E1", one -> one.at("/occurrences/0/start").asText().startsWith("2031-03-05"));
        assertThat(view.at("/occurrences/0/meeting/joinUrl").asText()).isEqualTo(link);
        assertThat(calendly.confirmed()).containsExactly("E1");
        assertThat(count(Operation.CREATE)).isEqualTo(1);
        assertThat(count(Operation.DELETE)).isZero();

        calendly.accepts(cancelled(3, "E2", "bo2", 5));
        workspace.awaitMeeting("E1", "CANCELLED");
        assertThat(workspace.meetings()).isEmpty();
    }

    @Test
    void aMoveWhoseOtherHalfNeverComesIsACancellationInTheEnd() {
        calendly.accepts(created(1, "E1", "bo", 4));
        workspace.awaitMeeting("E1", "CREATED");
        calendly.accepts(moved("E1", "E2", "bo", "bo2").get(0));
        awaitWorkedOn(2);
        assertThat(calendly.overview().at("/stuck/0/problem").asText()).contains("has not come");
        assertThat(workspace.get("E1").body().path("status").asText()).isEqualTo("CONFIRMED");

        calendly.jdbc().sql("update booking_webhook_event set received_at = received_at - interval '11' minute, "
                + "due_at = received_at where workspace_id = ? and state = 'PENDING'").param(workspace.id()).update();

        workspace.awaitMeeting("E1", "CANCELLED");
        calendly.accepts(moved("E1", "E2", "bo", "bo2").get(1));
        workspace.awaitMeeting("E1", "CREATED");
        assertThat(workspace.meetings()).hasSize(1);
    }

    @Test
    void aGroupSharesOneMeetingUntilItsLastInviteeIsGone() {
        calendly.accepts(created(1, "G1", "bo", 4));
        calendly.accepts(created(2, "G1", "cy", 4));
        workspace.awaitMail("G1", "CONFIRMATION", 3);
        calendly.awaitDone();
        assertThat(count(Operation.CREATE)).isEqualTo(1);
        assertThat(calendly.guests("G1")).containsExactly("bo@guest.example", "cy@guest.example");

        calendly.accepts(cancelled(3, "G1", "bo", 4));
        calendly.awaitDone();
        assertThat(workspace.get("G1").body().path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(calendly.guests("G1")).containsExactly("cy@guest.example");
        assertThat(workspace.meetings()).hasSize(1);

        calendly.accepts(cancelled(4, "G1", "cy", 4));
        workspace.awaitMeeting("G1", "CANCELLED");
        assertThat(workspace.meetings()).isEmpty();
    }

    @Test
    void whoMovesOutOfAGroupLeavesItsMeetingToTheOthers() {
        calendly.accepts(created(1, "G1", "bo", 4));
        calendly.accepts(created(1, "G1", "cy", 4));
        calendly.awaitDone();
        List<String> halves = moved("G1", "G2", "bo", "bo2");
        calendly.accepts(halves.get(1));
        calendly.awaitDone();
        calendly.accepts(halves.get(0));
        calendly.awaitDone();

        assertThat(calendly.confirmed()).containsExactly("G1", "G2");
        assertThat(calendly.guests("G1")).containsExactly("cy@guest.example");
        assertThat(calendly.guests("G2")).containsExactly("bo2@guest.example");
        assertThat(workspace.meetings()).hasSize(2);
        assertThat(count(Operation.CREATE)).isEqualTo(2);
    }

    @Test
    void aMeetingThatCalendlyMadeItselfIsLeftToIt() {
        calendly.accepts(Posted.calendly("invitee.created", "2031-01-01T09:00:00.000000Z", "Z1", "bo",
                "2031-03-04T10:00:00.000000Z", "{\"type\":\"zoom\",\"join_url\":\"https://zoom.example/j/1\"}", ALONE));

        assertThat(calendly.await(seen -> seen.path("skipped").asInt() == 1).at("/stuck/0/problem").asText())
                .contains("Calendly has made a video meeting");
        assertThat(calendly.confirmed()).isEmpty();
    }

    @Test
    void anErasedPersonIsForgottenHereToo() {
        calendly.accepts(created(1, "G1", "bo", 4));
        calendly.accepts(created(2, "G1", "cy", 4).replace("\"location\"", "\"event_guests\":[{\"email\":\"Bo@guest.example\"}],\"location\""));
        calendly.awaitDone();

        assertThat(application.admin("DELETE", "/api/workspaces/" + workspace.id()
                + "/personal-data?email=bo@guest.example", null).status()).isEqualTo(200);

        assertThat(calendly.jdbc().sql("select event from booking_webhook_seat where workspace_id = ?").param(workspace.id())
                .query(String.class).list()).singleElement().asString().contains("cy@")
                .doesNotContainIgnoringCase("bo@");
    }
}
