package io.zoombookings.booking;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a series that changes, in part or as a whole; from outside. */
@Tag("database")
class SeriesChangesTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private String guest() {
        return "bo-" + workspace.id() + "@guest.example";
    }

    private Answer send(String type, int version, String dates) {
        return workspace.post("""
                {"event":"booking.%s","booking":{"id":"S","version":%d,"title":"Lesson","durationMinutes":60,
                "timeZone":"Europe/Berlin","host":{"email":"ada-%s@clinic.example"},"guests":[{"email":"%s"}],%s}}"""
                .formatted(type, version, workspace.id(), guest(), dates), Map.of("Prefer", "wait=20"));
    }

    private static String rule(String start, String rule) {
        return "\"start\":\"" + start + "\",\"recurrence\":{" + rule + "}";
    }

    private JsonNode confirmed(String dates) {
        send("confirmed", 1, dates);
        return workspace.awaitMail("S", "CONFIRMATION", 2);
    }

    private static List<String> each(JsonNode view, String field) {
        return view.path("occurrences").findParents("durationMinutes").stream().map(one -> one.at(field).asText()).toList();
    }

    private int count(Operation operation) {
        return application.sandbox().ledger().count(operation, workspace.zoomUser().email());
    }

    @Test
    void oneInstanceMovesWithItsMeetingAndTheOthersHearNothing() {
        JsonNode before = confirmed(rule("2031-05-05T18:00:00", "\"rule\":\"FREQ=DAILY;COUNT=3\""));

        send("rescheduled", 2, "\"occurrence\":\"2031-05-06T18:00:00\",\"start\":\"2031-05-06T20:00:00\"");

        Mail mail = application.inbox().awaitMail(guest(), "RESCHEDULED");
        JsonNode after = workspace.get("S").body();
        assertThat(each(after, "/meeting/joinUrl")).isEqualTo(each(before, "/meeting/joinUrl"));
        assertThat(each(after, "/start")).containsExactly("2031-05-05T16:00:00Z", "2031-05-06T18:00:00Z", "2031-05-07T16:00:00Z");
        assertThat(count(Operation.UPDATE)).isEqualTo(1);
        assertThat(count(Operation.CREATE)).isEqualTo(3);
        assertThat(Biweekly.parse(mail.calendar()).first().getEvents()).singleElement().satisfies(event ->
                assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2031-05-06T18:00:00Z")));
        assertThat(mail.text()).contains("The Zoom link stays the same.");
    }

    @Test
    void aChangedSeriesKeepsTheMeetingsOfTheDatesThatStayAndIsOneMailToldOnce() {
        JsonNode before = confirmed(rule("2031-05-05T18:00:00", "\"rule\":\"FREQ=WEEKLY;COUNT=4\""));

        send("rescheduled", 2, rule("2031-05-05T19:00:00", "\"rule\":\"FREQ=WEEKLY;COUNT=3\""));

        JsonNode after = workspace.await("S", view -> "CANCELLED".equals(view.at("/occurrences/3/meeting/state").asText())
                && workspace.meetings().size() == 3);
        application.inbox().awaitMail(guest(), "RESCHEDULED");
        application.inbox().awaitMail(guest(), "CANCELLED");
        assertThat(each(after, "/meeting/id").subList(0, 3)).isEqualTo(each(before, "/meeting/id").subList(0, 3));
        assertThat(workspace.meetings()).extracting(SandboxMeeting::start).containsExactlyInAnyOrder(
                Instant.parse("2031-05-05T17:00:00Z"), Instant.parse("2031-05-12T17:00:00Z"),
                Instant.parse("2031-05-19T17:00:00Z"));
        assertThat(count(Operation.CREATE)).isEqualTo(4);
        assertThat(count(Operation.UPDATE)).isEqualTo(3);
        assertThat(count(Operation.DELETE)).isEqualTo(1);
        assertThat(application.inbox().mailsTo(guest())).extracting(Mail::kind)
                .containsExactlyInAnyOrder("CONFIRMATION", "RESCHEDULED", "CANCELLED");
    }

    @Test
    void furtherAndLeftOutDatesCountAndTheWallClockStaysAcrossDaylightSaving() {
        JsonNode view = confirmed(rule("2031-10-20T18:00:00", "\"rule\":\"FREQ=WEEKLY;COUNT=3\","
                + "\"rdate\":[\"2031-10-22T09:00:00\"],\"exdate\":[\"2031-11-03\"]"));

        assertThat(each(view, "/start")).containsExactly("2031-10-20T16:00:00Z", "2031-10-22T07:00:00Z", "2031-10-27T17:00:00Z");
        assertThat(workspace.meetings()).hasSize(3).allSatisfy(meeting ->
                assertThat(meeting.timeZone()).isEqualTo("Europe/Berlin"));
        Mail mail = application.inbox().awaitMail(guest(), "CONFIRMATION");
        assertThat(application.inbox().mailsTo(guest())).hasSize(1);
        assertThat(mail.parts()).filteredOn(part -> part.contains("ics")).hasSize(1);
        assertThat(mail.html()).contains(each(view, "/meeting/joinUrl"));
        assertThat(Biweekly.parse(mail.calendar()).first().getEvents()).extracting(event -> event.getUrl().getValue())
                .containsExactlyElementsOf(each(view, "/meeting/joinUrl"));
    }

    @Test
    void chosenDatesKeepTheirIdsMeetingsAndLinks() {
        String first = "\"occurrences\":[{\"id\":\"a\",\"start\":\"2131-05-05T18:00:00\"},"
                + "{\"id\":\"b\",\"start\":\"2131-06-05T18:00:00\",\"durationMinutes\":30}]";
        JsonNode before = confirmed(first);

        send("rescheduled", 2, first.replace("2131-06-05", "2131-07-05"));

        JsonNode after = workspace.awaitMail("S", "CONFIRMATION", 2);
        application.inbox().awaitMail(guest(), "RESCHEDULED");
        assertThat(each(after, "/id")).containsExactly("a", "b");
        assertThat(each(workspace.get("S").body(), "/meeting/joinUrl")).isEqualTo(each(before, "/meeting/joinUrl"));
        assertThat(count(Operation.UPDATE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"FREQ=DAILY | no end", "FREQ=DAILY;COUNT=367 | more than 366 instances",
        "FREQ=SECONDLY;COUNT=3 | more often than hourly", "every day | not a rule"})
    void aRuleThatCannotBeKeptIsRefusedWithItsReason(String rule, String reason) {
        Answer answer = send("confirmed", 1, rule("2031-05-05T18:00:00", "\"rule\":\"" + rule + "\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/booking/recurrence/rule");
        assertThat(answer.body().at("/errors/0/detail").asText()).contains(reason);
        assertThat(workspace.get("S").status()).isEqualTo(404);
    }
}
