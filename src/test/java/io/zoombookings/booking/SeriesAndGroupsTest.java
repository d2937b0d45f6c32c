package io.zoombookings.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bookings as they really are: series, groups, changes of guests, lives after a cancellation; from outside. */
@Tag("database")
class SeriesAndGroupsTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private String at(String person) {
        return person + "-" + workspace.id() + "@guest.example";
    }

    private String event(String type, String id, int version, String more, String... guests) {
        String people = String.join(",", List.of(guests).stream()
                .map(guest -> "{\"name\":\"" + guest + "\",\"email\":\"" + at(guest) + "\"}").toList());
        return """
                {"event":"booking.%s","booking":{"id":"%s","version":%d,"title":"Lesson","durationMinutes":60,
                "timeZone":"Europe/Berlin","host":{"email":"%s"},"guests":[%s]%s}}"""
                .formatted(type, id, version, at("host"), people, more);
    }

    private static List<JsonNode> occurrences(JsonNode view) {
        return StreamSupport.stream(view.path("occurrences").spliterator(), false).toList();
    }

    private JsonNode created(String id, String event, int count) {
        workspace.post(event, Map.of("Prefer", "wait=20"));
        return workspace.await(id, view -> occurrences(view).stream()
                .filter(one -> "CREATED".equals(one.at("/meeting/state").asText())).count() == count);
    }

    @Test
    void aSeriesHasAMeetingForEachInstanceAndOneMailWithAllOfThem() {
        JsonNode view = created("S-1", event("confirmed", "S-1", 1,
                ",\"start\":\"2031-10-20T18:00:00\",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=3\"}", "bo"), 3);

        assertThat(workspace.meetings()).hasSize(3).extracting(SandboxMeeting::start).containsExactlyInAnyOrder(
                Instant.parse("2031-10-20T16:00:00Z"), Instant.parse("2031-10-27T17:00:00Z"),
                Instant.parse("2031-11-03T17:00:00Z"));
        Mail mail = application.inbox().awaitMail(at("bo"), "CONFIRMATION");
        assertThat(application.inbox().mailsTo(at("bo"))).hasSize(1);
        for (JsonNode one : occurrences(view)) {
            String link = one.at("/meeting/joinUrl").asText();
            assertThat(mail.text()).contains(link);
            assertThat(mail.calendar().replaceAll("\r\n[ \t]", "")).contains(link);
        }
    }

    @Test
    void oneInstanceIsCancelledAndTheOthersKeepTheirMeetings() {
        JsonNode before = created("S-2", event("confirmed", "S-2", 1,
                ",\"start\":\"2031-05-05T18:00:00\",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=3\"}", "bo"), 3);

        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"S-2\",\"version\":2,\"occurrence\":\"1\"}}");

        JsonNode after = workspace.await("S-2", view -> "CANCELLED".equals(view.at("/occurrences/1/meeting/state").asText()));
        assertThat(after.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(workspace.meetings()).hasSize(2);
        assertThat(after.at("/occurrences/0/meeting/id")).isEqualTo(before.at("/occurrences/0/meeting/id"));
        assertThat(after.at("/occurrences/2/meeting/id")).isEqualTo(before.at("/occurrences/2/meeting/id"));
        assertThat(application.sandbox().ledger().count(Operation.DELETE, workspace.zoomUser().email())).isEqualTo(1);
        application.inbox().awaitMail(at("bo"), "CANCELLED");
    }

    @Test
    void cancellingTheSeriesIsOneMail() {
        created("S-3", event("confirmed", "S-3", 1,
                ",\"start\":\"2031-05-05T18:00:00\",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=4\"}", "bo"), 4);
        application.inbox().awaitMail(at("bo"), "CONFIRMATION");

        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"S-3\",\"version\":2}}");

        application.inbox().awaitMail(at("bo"), "CANCELLED");
        workspace.awaitMail("S-3", "CANCELLED", 2);
        assertThat(workspace.meetings()).isEmpty();
        assertThat(application.inbox().mailsTo(at("bo"), "CANCELLED")).hasSize(1);
    }

    @Test
    void eachGuestOfAGroupGetsTheSameLinkAndNobodyElsesAddress() {
        created("G-1", event("confirmed", "G-1", 1, ",\"start\":\"2031-05-05T18:00:00\"", "bo", "mo", "jo"), 1);

        workspace.awaitMail("G-1", "CONFIRMATION", 4);
        assertThat(workspace.meetings()).hasSize(1);
        String link = workspace.get("G-1").body().at("/occurrences/0/meeting/joinUrl").asText();
        Mail mail = application.inbox().awaitMail(at("bo"), "CONFIRMATION");
        assertThat(mail.text()).contains(link);
        assertThat(mail.text() + mail.html() + mail.calendar() + new String(mail.source(), StandardCharsets.UTF_8))
                .doesNotContain(at("mo")).doesNotContain(at("jo"));
        assertThat(application.inbox().awaitMail(at("host"), "CONFIRMATION").text()).contains(at("mo"), at("jo"));
        assertThat(application.sandbox().ledger().callsOf(workspace.zoomUser().email()))
                .noneMatch(call -> String.valueOf(call.body()).contains("@guest.example"));
    }

    @Test
    void changesOfGuestsConcernOnlyThoseWhoComeAndGo() {
        created("G-2", event("confirmed", "G-2", 1, ",\"start\":\"2031-05-05T18:00:00\"", "bo", "mo"), 1);
        workspace.awaitMail("G-2", "CONFIRMATION", 3);

        workspace.post(event("rescheduled", "G-2", 2, ",\"start\":\"2031-05-05T18:00:00\"", "bo", "new"));

        application.inbox().awaitMail(at("new"), "CONFIRMATION");
        application.inbox().awaitMail(at("mo"), "CANCELLED");
        workspace.awaitMail("G-2", "CONFIRMATION", 4);
        assertThat(application.inbox().mailsTo(at("bo"))).hasSize(1);
        assertThat(application.sandbox().ledger().count(Operation.UPDATE, workspace.zoomUser().email())).isZero();
    }

    @Test
    void aBookingConfirmedAgainAfterItsCancellationLivesWithANewMeeting() {
        JsonNode first = created("L-1", event("confirmed", "L-1", 1, ",\"start\":\"2031-05-05T18:00:00\"", "bo"), 1);
        workspace.awaitMail("L-1", "CONFIRMATION", 2);
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"L-1\",\"version\":2}}");

        JsonNode again = created("L-1", event("confirmed", "L-1", 3, ",\"start\":\"2031-05-05T18:00:00\"", "bo"), 1);

        assertThat(again.path("status").asText()).isEqualTo("CONFIRMED");
        workspace.await("L-1", view -> workspace.meetings().size() == 1
                && view.at("/occurrences/0/meeting/id").asText().equals(String.valueOf(workspace.meetings().get(0).id())));
        assertThat(workspace.get("L-1").body().at("/occurrences/0/meeting/id"))
                .isNotEqualTo(first.at("/occurrences/0/meeting/id"));
    }

    @Test
    void aMeetingThatIsGoneAtZoomIsMadeOnceMoreWhenTheBookingMoves() {
        JsonNode first = created("L-2", event("confirmed", "L-2", 1, ",\"start\":\"2031-05-05T18:00:00\"", "bo"), 1);
        workspace.awaitMail("L-2", "CONFIRMATION", 2);
        application.sandbox().hostDeletes(workspace.meetings().get(0).id());

        workspace.post(event("rescheduled", "L-2", 2, ",\"start\":\"2031-05-06T18:00:00\"", "bo"));

        JsonNode after = workspace.awaitMail("L-2", "RESCHEDULED", 2);
        assertThat(workspace.meetings()).hasSize(1);
        assertThat(after.at("/occurrences/0/meeting/id")).isNotEqualTo(first.at("/occurrences/0/meeting/id"));
        assertThat(application.inbox().awaitMail(at("bo"), "RESCHEDULED").text())
                .contains(after.at("/occurrences/0/meeting/joinUrl").asText());
    }

    @Test
    void aBookingInThePastIsRecordedWithoutMeetingAndMail() {
        workspace.post(event("confirmed", "P-1", 1, ",\"start\":\"2020-05-05T18:00:00\"", "bo"), Map.of("Prefer", "wait=5"));

        JsonNode view = workspace.get("P-1").body();
        assertThat(view.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(view.at("/occurrences/0/meeting/id").isNull()).isTrue();
        assertThat(view.at("/occurrences/0/meeting/problem").asText()).contains("past");
        assertThat(view.at("/occurrences/0/notifications")).isEmpty();
        assertThat(application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email())).isZero();
    }

    @Test
    void onePersonsDataIsExportedAndErasedAndTheBookingStays() {
        created("D-1", event("confirmed", "D-1", 1, ",\"start\":\"2031-05-05T18:00:00\"", "bo", "mo"), 1);
        workspace.awaitMail("D-1", "CONFIRMATION", 3);
        String path = "/api/workspaces/" + workspace.id() + "/personal-data?email=" + at("bo").toUpperCase();

        JsonNode exported = application.admin("GET", path, null).body();
        JsonNode erased = application.admin("DELETE", path, null).body();

        assertThat(exported.at("/0/person/0/name").asText()).isEqualTo("bo");
        assertThat(exported.toString()).contains("D-1").doesNotContain(at("mo"));
        assertThat(erased.path("bookings").asInt()).isEqualTo(1);
        assertThat(application.admin("GET", path, null).body()).isEmpty();
        JsonNode view = workspace.get("D-1").body();
        assertThat(view.toString()).doesNotContain(at("bo")).contains(at("mo"));
        assertThat(view.at("/occurrences/0/meeting/state").asText()).isEqualTo("CREATED");
    }
}
