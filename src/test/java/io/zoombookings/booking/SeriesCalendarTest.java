package io.zoombookings.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.CalendarProgram;
import io.zoombookings.inbox.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the calendars of a series' guest and host show after each of its changes; from outside. */
@Tag("database")
class SeriesCalendarTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;
    private String guest;
    private String host;
    private int version;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        guest = "bo-" + workspace.id() + "@guest.example";
        host = "ada-" + workspace.id() + "@clinic.example";
    }

    /** Changes the series, and waits until both calendars show it as it is now. */
    private Mail change(String kind, String type, String more) {
        List<Mail> before = application.inbox().mailsTo(guest);
        workspace.post("""
                {"event":"booking.%s","booking":{"id":"S","version":%d,"title":"Lesson","durationMinutes":60,
                "timeZone":"Europe/Berlin","host":{"email":"%s"},"guests":[{"email":"%s"}]%s}}"""
                .formatted(type, ++version, host, guest, more), Map.of("Prefer", "wait=20"));
        await(kind).atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            List<String> dates = dates(workspace.get("S").body());
            assertThat(dates).noneMatch(date -> date.endsWith(" "));
            for (String person : List.of(guest, host)) {
                assertThat(shown(application.inbox().mailsTo(person))).as(person).isEqualTo(dates);
            }
            assertThat(application.inbox().mailsTo(guest).size()).isGreaterThan(before.size());
        });
        return application.inbox().mailsTo(guest).stream().filter(mail -> !before.contains(mail) && mail.kind().equals(kind))
                .findFirst().orElseThrow();
    }

    private static List<String> dates(JsonNode view) {
        return StreamSupport.stream(view.path("occurrences").spliterator(), false)
                .filter(one -> one.path("status").asText().equals("CONFIRMED"))
                .map(one -> Instant.parse(one.path("start").asText()) + " " + one.at("/meeting/joinUrl").asText())
                .sorted().toList();
    }

    private static List<String> shown(List<Mail> mails) {
        CalendarProgram calendar = new CalendarProgram();
        mails.forEach(mail -> calendar.receive(mail.calendar()));
        assertThat(calendar.shown()).allSatisfy(event -> {
            assertThat(event.location()).isEqualTo(event.link());
            assertThat(event.title()).isEqualTo("Lesson");
        });
        return calendar.shown().stream().map(event -> event.start() + " " + event.link()).sorted().toList();
    }

    private static String slot(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0).getRecurrenceId().getValue().toInstant().toString();
    }

    private static ICalendar calendar(Mail mail) {
        return Biweekly.parse(mail.calendar()).first();
    }

    @Test
    void showTheDatesAfterEachChangeAndInWhateverOrderTheMailsArrive() {
        String weekly = ",\"start\":\"2031-05-05T18:00:00\",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=5\"}";
        Mail confirmed = change("CONFIRMATION", "confirmed", weekly);
        assertThat(calendar(confirmed).getEvents()).hasSize(5);
        assertThat(confirmed.calendar()).contains("RRULE:FREQ=WEEKLY;UNTIL=20310602T160000Z;BYDAY=MO\r\n");

        ICalendar oneCancelled = calendar(change("CANCELLED", "cancelled", ",\"occurrence\":\"2031-05-12T18:00:00\""));
        assertThat(oneCancelled.getMethod().isCancel()).isTrue();
        assertThat(slot(oneCancelled)).isEqualTo("2031-05-12T16:00:00Z");

        ICalendar oneMoved = calendar(change("RESCHEDULED", "rescheduled",
                ",\"occurrence\":\"2031-05-19T18:00:00\",\"start\":\"2031-05-19T20:00:00\""));
        assertThat(oneMoved.getMethod().isRequest()).isTrue();
        assertThat(slot(oneMoved)).isEqualTo("2031-05-19T16:00:00Z");

        Mail anotherMoved = change("RESCHEDULED", "rescheduled",
                ",\"occurrence\":\"2031-05-26T18:00:00\",\"start\":\"2031-05-26T19:00:00\"");
        assertThat(calendar(anotherMoved).getEvents()).hasSize(4);

        change("RESCHEDULED", "rescheduled", weekly.replace("T18", "T17").replace("COUNT=5", "COUNT=3"));
        assertThat(dates(workspace.get("S").body())).hasSize(3);

        ICalendar all = calendar(change("CANCELLED", "cancelled", ""));
        assertThat(all.getMethod().isCancel()).isTrue();
        assertThat(all.getEvents()).singleElement().satisfies(event -> assertThat(event.getRecurrenceId()).isNull());

        for (String person : List.of(guest, host)) {
            List<Mail> mails = new ArrayList<>(application.inbox().mailsTo(person));
            assertThat(mails).extracting(mail -> calendar(mail).getEvents().get(0).getUid().getValue())
                    .containsOnly(calendar(confirmed).getEvents().get(0).getUid().getValue());
            for (int left = mails.size(); left > 0; left--) {
                List<String> inOrder = shown(mails.subList(0, left));
                for (int seed = 0; seed < 20; seed++) {
                    List<Mail> some = new ArrayList<>(mails.subList(0, left));
                    Collections.shuffle(some, new Random(seed));
                    assertThat(shown(some)).as("%s of %s", some, mails).isEqualTo(inOrder);
                }
            }
        }
    }

    /** A moved date looks like one of the series then, but calendars know it by another day: they are told them all. */
    @Test
    void aDateMovedToAnotherDayAtTheSameTimeIsFoundAgain() {
        change("CONFIRMATION", "confirmed",
                ",\"start\":\"2031-05-05T18:00:00\",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=3\"}");
        change("RESCHEDULED", "rescheduled", ",\"occurrence\":\"2031-05-12T18:00:00\",\"start\":\"2031-05-13T18:00:00\"");
        change("CANCELLED", "cancelled", ",\"occurrence\":\"2031-05-12T18:00:00\"");
    }

    @Test
    void whoLeavesLosesAllDatesAndWhoComesBackHasThem() {
        String weekly = ",\"start\":\"2031-05-05T18:00:00\",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=3\"}";
        change("CONFIRMATION", "confirmed", weekly);
        String first = guest;
        guest = "cem-" + workspace.id() + "@guest.example";

        change("CONFIRMATION", "rescheduled", weekly);

        Mail left = application.inbox().awaitMail(first, "CANCELLED");
        assertThat(calendar(left).getMethod().isCancel()).isTrue();
        assertThat(shown(application.inbox().mailsTo(first))).isEmpty();
        assertThat(application.inbox().mailsTo(first)).hasSize(2);
        guest = first;
        change("CONFIRMATION", "rescheduled", weekly);
    }
}
