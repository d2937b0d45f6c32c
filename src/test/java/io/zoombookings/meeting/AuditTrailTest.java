package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.Browser;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the audit page tells of meetings: which was made, changed and deleted, and what caused it. */
@Tag("database")
class AuditTrailTest {

    private final RunningApplication application = RunningApplication.shared();
    private final Browser administrator = new Browser(application.url());
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        application.sandbox().webhookTarget(URI.create(application.url() + "/integrations/zoom/events"));
        administrator.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
    }

    @AfterEach
    void leave() {
        application.sandbox().webhookTarget(null);
        application.sandbox().faults().clear();
    }

    @Test
    void everyMeetingIsToldWithTheEventThatCausedIt() {
        String meeting = meeting(confirm("event-1", 1, "10:00"));
        confirm("event-2", 2, "11:00");
        workspace.awaitMeeting("B-1", "CREATED");
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-1\",\"version\":3}}",
                Map.of("Idempotency-Key", "event-3"));
        workspace.awaitMeeting("B-1", "CANCELLED");

        assertThat(entries("action=meeting.created")).containsExactly(
                "B-1/0 Zoom meeting " + meeting + ", caused by booking.confirmed event-1");
        assertThat(entries("action=meeting.updated")).containsExactly(
                "B-1/0 Zoom meeting " + meeting + ", caused by booking.confirmed event-2");
        assertThat(entries("action=meeting.deleted")).containsExactly(
                "B-1/0 Zoom meeting " + meeting + ", caused by booking.cancelled event-3");
        assertThat(entries("text=EVENT-2")).hasSize(1);
        assertThat(entries("text=" + meeting)).hasSize(3);
        assertThat(entries("text=B-1&action=zoom.connect")).isEmpty();
        assertThat(page("")).doesNotContain("pwd=", workspace.apiKey())
                .doesNotContain(application.sandbox().secretsIssued().toArray(String[]::new));
    }

    @Test
    void whatTheHostDeletesInZoomIsToldAsTheHostsDoing() {
        String meeting = meeting(confirm("event-1", 1, "10:00"));

        application.sandbox().hostDeletes(Long.parseLong(meeting));

        String again = meeting(workspace.await("B-1", view -> "CREATED".equals(view.at("/occurrences/0/meeting/state").asText())
                && !meeting.equals(meeting(view))));
        assertThat(entries("action=meeting.deleted")).containsExactly("B-1/0 Zoom meeting " + meeting + ", deleted in Zoom");
        assertThat(entries("action=meeting.created")).contains(
                "B-1/0 Zoom meeting " + again + ", caused by its deletion in Zoom");
    }

    @Test
    void whatIsFoundAgainAndWhatWasMadeTwiceIsToldToo() {
        application.sandbox().faults().next(CallMatcher.on(Operation.CREATE), Fault.replyLost());
        workspace.post(event("booking.confirmed", "event-1", 1, "10:00"));
        await().until(() -> workspace.meetings().size() == 1);
        long twin = application.sandbox().hostCreates(workspace.zoomUser().email(), """
                {"topic":"Lesson","type":2,"start_time":"2031-05-05T08:00:00Z","duration":30,
                "agenda":"Booking %s/B-1/0"}""".formatted(workspace.id())).id();

        workspace.awaitMeeting("B-1", "CREATED");

        await().untilAsserted(() -> assertThat(workspace.meetings()).hasSize(1));
        String kept = meeting(workspace.get("B-1").body());
        assertThat(entries("action=meeting.adopted")).containsExactly(
                "B-1/0 Zoom meeting " + kept + ", caused by booking.confirmed event-1");
        List<String> deleted = entries("action=meeting.deleted");
        assertThat(deleted).hasSize(1).allMatch(one -> one.endsWith(", made twice and not needed"));
        if (!kept.equals(String.valueOf(twin))) {
            assertThat(deleted.get(0)).contains("Zoom meeting " + twin + ",");
        }
    }

    private JsonNode confirm(String eventId, int version, String time) {
        return workspace.post(event("booking.confirmed", eventId, version, time), Map.of("Prefer", "wait=20")).body();
    }

    private static String event(String type, String eventId, int version, String time) {
        return """
                {"event":"%s","eventId":"%s","booking":{"id":"B-1","version":%d,"title":"Lesson",
                "start":"2031-05-05T%s:00","timeZone":"Europe/Berlin","durationMinutes":30,
                "host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}"""
                .formatted(type, eventId, version, time);
    }

    private static String meeting(JsonNode view) {
        return view.at("/occurrences/0/meeting/id").asText();
    }

    private String page(String filter) {
        return administrator.get("/workspaces/" + workspace.id() + "/audit?" + filter).body();
    }

    /** The subject and detail of the entries that the page shows. */
    private List<String> entries(String filter) {
        return Arrays.stream(page(filter).split("<tr>")).skip(2)
                .map(row -> cell(row, "Of") + " " + cell(row, "Detail")).toList();
    }

    private static String cell(String row, String label) {
        return row.replaceAll("(?s).*data-label=\"" + label + "\">([^<]*)<.*", "$1");
    }
}
