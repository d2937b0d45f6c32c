package io.zoombookings.booking.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as they come in, through the reader, to the instants of their instances. */
class RecurrenceTest {

    @Test
    void keepsTheTimeOnTheWallWhenClocksGoForward() {
        assertThat(starts("2026-03-22T10:00:00", "Europe/Berlin", "FREQ=WEEKLY;COUNT=3"))
                .containsExactly("2026-03-22T09:00:00Z", "2026-03-29T08:00:00Z", "2026-04-05T08:00:00Z");
    }

    @Test
    void keepsTheTimeOnTheWallWhenClocksGoBack() {
        assertThat(starts("2026-10-28T19:00:00", "America/New_York", "FREQ=WEEKLY;COUNT=2"))
                .containsExactly("2026-10-28T23:00:00Z", "2026-11-05T00:00:00Z");
    }

    @Test
    void keepsTheTimeOnTheWallOfTheZoneWhereTheStartHasAnOffset() {
        assertThat(starts("2026-03-22T09:00:00Z", "Europe/Berlin", "FREQ=WEEKLY;COUNT=2"))
                .containsExactly("2026-03-22T09:00:00Z", "2026-03-29T08:00:00Z");
        assertThat(starts("2026-03-22T05:00:00-04:00", "Europe/Berlin", "FREQ=WEEKLY;COUNT=2"))
                .containsExactly("2026-03-22T09:00:00Z", "2026-03-29T08:00:00Z");
    }

    @Test
    void takesTheHostsZoneElseUtcWhereTheStartHasAnOffsetAndTheBookingNoZone() {
        ObjectNode hosts = event("2026-03-22T09:00:00Z", "Europe/Berlin", "FREQ=WEEKLY;COUNT=2");
        Events.with(hosts, "/booking/timeZone", null);
        assertThat(Events.read(hosts).booking().timeZone()).isEqualTo("Europe/Berlin");
        assertThat(starts(hosts)).containsExactly("2026-03-22T09:00:00Z", "2026-03-29T08:00:00Z");

        ObjectNode nobodys = Events.with(hosts, "/booking/host/timeZone", null);
        assertThat(Events.read(nobodys).booking().timeZone()).isEqualTo("UTC");
        assertThat(starts(nobodys)).containsExactly("2026-03-22T09:00:00Z", "2026-03-29T09:00:00Z");
    }

    @Test
    void movesOnlyTheInstanceInAGapForwardByTheGap() {
        assertThat(starts("2026-03-28T02:30:00", "Europe/Berlin", "FREQ=DAILY;COUNT=3"))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void takesTheEarlierOfTwoTimesInAnOverlapAndKeepsAStartWithAnOffset() {
        assertThat(starts("2026-10-24T02:30:00", "Europe/Berlin", "FREQ=DAILY;COUNT=2"))
                .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z");
        assertThat(starts("2026-10-25T02:30:00+01:00", "Europe/Berlin", "FREQ=DAILY;COUNT=2"))
                .containsExactly("2026-10-25T01:30:00Z", "2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FREQ=WEEKLY;UNTIL=20261215T090000Z | 3",
        "FREQ=WEEKLY;UNTIL=20261215T085959Z | 2",
        "FREQ=WEEKLY;UNTIL=20261215T100000 | 3",
        "FREQ=WEEKLY;UNTIL=20261215T095959 | 2",
        "FREQ=WEEKLY;UNTIL=20261215 | 3",
        "FREQ=WEEKLY;UNTIL=20261214 | 2",
        "FREQ=WEEKLY;UNTIL=20261201T090000Z | 1",
        "FREQ=WEEKLY;COUNT=1 | 1",
        "FREQ=DAILY;COUNT=366 | 366",
        "freq=weekly;count=2 | 2",
        "RRULE:FREQ=WEEKLY;COUNT=2 | 2",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO;COUNT=5 | 5",
        "FREQ=MONTHLY;BYDAY=1TU;COUNT=3 | 3",
        "FREQ=YEARLY;COUNT=2 | 2",
        "FREQ=HOURLY;COUNT=3 | 3",
    })
    void countsTheInstances(String rule, int count) {
        assertThat(starts("2026-12-01T10:00:00", "Europe/Berlin", rule)).hasSize(count)
                .startsWith("2026-12-01T09:00:00Z");
    }

    @Test
    void countsTheStartAsTheFirstInstanceEvenIfTheRuleDoesNotMatchIt() {
        assertThat(starts("2026-12-01T10:00:00", "UTC", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3"))
                .containsExactly("2026-12-01T10:00:00Z", "2026-12-02T10:00:00Z", "2026-12-07T10:00:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "FREQ=WEEKLY | has no end; it needs COUNT or UNTIL",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20270101T000000Z | has both COUNT and UNTIL; RFC 5545 allows one of them",
        "FREQ=DAILY;COUNT=367 | has more than 366 instances",
        "FREQ=DAILY;UNTIL=20280101 | has more than 366 instances",
        "FREQ=DAILY;COUNT=0 | has a COUNT that is not a whole number above 0",
        "FREQ=DAILY;COUNT=-1 | has a COUNT that is not a whole number above 0",
        "FREQ=DAILY;COUNT=99999999999 | has a COUNT that is not a whole number above 0",
        "FREQ=WEEKLY;UNTIL=20261130 | ends before the start",
        "FREQ=WEEKLY;UNTIL=soonT | has a date-time that is not of the form 20261201T090000Z or 20261201T100000",
        "FREQ=WEEKLY;UNTIL=soon | has a date that is not of the form 20261201",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2 | has too few instances, or none",
        "FREQ=SECONDLY;COUNT=2 | repeats more often than hourly",
        "FREQ=MINUTELY;COUNT=2 | repeats more often than hourly",
        "FREQ=WEEKLY;INTERVAL=10000;COUNT=2 | has an INTERVAL above 9999",
        "FREQ=YEARLY;INTERVAL=9000;COUNT=2 | goes beyond the year 9998",
        "FREQ=MONTHLY;INTERVAL=9999;COUNT=366 | goes beyond the year 9998",
        "FREQ=WEEKLY;INTERVAL=9999;COUNT=366 | goes beyond the year 9998",
        "FREQ=DAILY;INTERVAL=9999;COUNT=366 | goes beyond the year 9998",
        "EXDATE:20261201T090000Z | has no RRULE",
        "DTSTART:20261201T090000Z | may have lines RRULE:, RDATE: and EXDATE: only",
    })
    void refusesARuleWithItsReason(String rule, String reason) {
        assertThat(refused(event("2026-12-01T10:00:00", "Europe/Berlin", rule)))
                .containsExactly(new FieldProblem("/booking/recurrence/rule", reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"every week", "FREQ=SOMETIMES;COUNT=2", "COUNT=2", "FREQ=WEEKLY;COUNT=2;COUNT=3",
        "FREQ=WEEKLY;BYDAY=2MO;COUNT=2", "FREQ=WEEKLY;COUNT=2;X-COLOUR=red", "FREQ=WEEKLY;COUNT=2;BYDAY=", ";;;",
        "FREQ=DAILY;COUNT=2;BYMONTH=13"})
    void refusesWhatIsNoRule(String rule) {
        assertThat(refused(event("2026-12-01T10:00:00", "Europe/Berlin", rule))).singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/booking/recurrence/rule"))
                .satisfies(problem -> assertThat(problem.detail()).startsWith("is not a rule of RFC 5545: "));
    }

    @Test
    void addsAndLeavesOutInstancesGivenAsLists() {
        ObjectNode event = event("2026-12-01T10:00:00", "Europe/Berlin", "FREQ=WEEKLY;COUNT=4");
        Events.with(event, "/booking/recurrence/rdate", "[\"2026-12-03T12:00:00\", \"2026-12-04T12:00:00Z\"]");
        Events.with(event, "/booking/recurrence/exdate", "[\"2026-12-08T10:00:00\", \"2026-12-15\"]");

        assertThat(starts(event)).containsExactly("2026-12-01T09:00:00Z", "2026-12-03T11:00:00Z",
                "2026-12-04T12:00:00Z", "2026-12-22T09:00:00Z");
        assertThat(Events.read(event).booking().recurrenceRule()).isEqualTo("""
                RRULE:FREQ=WEEKLY;COUNT=4
                RDATE:20261203T110000Z
                RDATE:20261204T120000Z
                EXDATE:20261208T090000Z
                EXDATE;VALUE=DATE:20261215""");
    }

    @Test
    void leavesOutDaysOfTheBookingsZone() {
        assertThat(starts("2026-12-01T00:30:00", "Europe/Berlin", "FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261202"))
                .containsExactly("2026-11-30T23:30:00Z", "2026-12-02T23:30:00Z");
    }

    @Test
    void addsAndLeavesOutInstancesGivenAsLines() {
        assertThat(starts("2026-12-01T10:00:00", "Europe/Berlin", """
                RRULE:FREQ=WEEKLY;COUNT=4
                RDATE;TZID=America/New_York:20261203T060000,2026
                 1204T060000
                RDATE;VALUE=DATE-TIME:20261205T120000
                EXDATE:20261208T100000,20261215T090000Z\r
                EXDATE;VALUE=DATE:20261222
                """)).containsExactly("2026-12-01T09:00:00Z", "2026-12-03T11:00:00Z", "2026-12-04T11:00:00Z",
                "2026-12-05T11:00:00Z");
    }

    @Test
    void mixesLinesAndLists() {
        ObjectNode event = event("2026-12-01T10:00:00", "UTC", "RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20261208T100000Z");
        Events.with(event, "/booking/recurrence/rdate", "[\"2026-12-09T10:00:00\"]");

        assertThat(starts(event)).containsExactly("2026-12-01T10:00:00Z", "2026-12-09T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "RDATE;VALUE=DATE:20261224 | has RDATE with dates; it needs date-times",
        "RDATE;VALUE=PERIOD:20261224T100000Z/PT1H "
            + "| has a parameter in RDATE that is not TZID, VALUE=DATE or VALUE=DATE-TIME",
        "RDATE:20261224 | has a date-time that is not of the form 20261201T090000Z or 20261201T100000",
        "EXDATE;TZID=Europe/Bonn:20261224T100000 | names an unknown time zone in EXDATE",
        "EXDATE;VALUE=DATE:20261301 | has a date that is not of the form 20261201",
        "RRULE:FREQ=DAILY;COUNT=2 | has more than one RRULE",
    })
    void refusesALineWithItsReason(String line, String reason) {
        assertThat(refused(event("2026-12-01T10:00:00", "Europe/Berlin", "RRULE:FREQ=WEEKLY;COUNT=4\n" + line)))
                .containsExactly(new FieldProblem("/booking/recurrence/rule", reason));
    }

    @Test
    void refusesARuleOfWhichNothingIsLeft() {
        assertThat(refused(event("2026-12-01T10:00:00", "UTC", "FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20261201,20261202")))
                .containsExactly(new FieldProblem("/booking/recurrence/rule", "has no instance left"));
    }

    @Test
    void countsAdditionalInstancesAgainstTheLimit() {
        ObjectNode event = event("2026-12-01T10:00:00", "UTC", "FREQ=DAILY;COUNT=366");
        Events.with(event, "/booking/recurrence/rdate", "[\"2026-12-01T12:00:00\"]");

        assertThat(refused(event))
                .containsExactly(new FieldProblem("/booking/recurrence/rule", "has more than 366 instances"));
    }

    @Test
    void aMovedInstanceNeedNotBeInstanceOfTheRule() {
        ObjectNode event = event("2027-12-01T10:00:00", "UTC", "FREQ=DAILY;UNTIL=20261205");
        Events.with(event, "/event", "\"booking.rescheduled\"");
        Events.with(event, "/booking/occurrence", "\"2\"");

        BookingEvent read = Events.read(event);

        assertThat(read.occurrence()).isEqualTo("2");
        assertThat(read.booking().startsAt()).isEqualTo("2027-12-01T10:00:00Z");
    }

    @Test
    void refusesOccurrencesThatAreNoneOrNotTold() {
        ObjectNode event = Events.with(Events.small(), "/booking/timeZone", null);
        Events.with(event, "/booking/start", null);
        Events.with(event, "/booking/durationMinutes", null);
        Events.with(event, "/booking/occurrences", """
                [{"id": "a", "start": "2026-12-01T10:00:00Z", "durationMinutes": 30},
                 {"id": "a", "start": "2026-12-02T10:00:00Z", "durationMinutes": 30},
                 {"id": "c/d", "start": "2026-12-03T10:00:00Z", "durationMinutes": 30},
                 {"id": "d", "start": "2026-12-04T10:00:00Z"},
                 {"id": "e", "start": "2026-12-05T10:00:00", "durationMinutes": 30},
                 {"start": "2026-12-05T10:00:00Z", "durationMinutes": 0, "end": "2026-12-05T10:00:00Z"}]""");

        assertThat(refused(event)).extracting(FieldProblem::pointer).containsExactlyInAnyOrder(
                "/booking/occurrences/1/id", "/booking/occurrences/2/id", "/booking/occurrences/3/durationMinutes",
                "/booking/timeZone", "/booking/occurrences/5/id", "/booking/occurrences/5/durationMinutes",
                "/booking/occurrences/5/end");
    }

    @Test
    void takesStartAndDurationFromTheEarliestOccurrenceOrTheOneThatIsNamed() {
        ObjectNode event = Events.with(Events.small(), "/booking/start", null);
        Events.with(event, "/booking/durationMinutes", null);
        Events.with(event, "/booking/occurrences", """
                [{"id": "b", "start": "2026-12-02T10:00:00", "durationMinutes": 20},
                 {"id": "a", "start": "2026-12-01T10:00:00", "durationMinutes": 10}]""");
        assertThat(Events.read(event).booking().start()).isEqualTo("2026-12-01T10:00:00");
        assertThat(Events.read(event).booking().durationMinutes()).isEqualTo(10);

        Events.with(event, "/event", "\"booking.rescheduled\"");
        Events.with(event, "/booking/occurrence", "\"b\"");
        assertThat(Events.read(event).booking().start()).isEqualTo("2026-12-02T10:00:00");
        assertThat(Events.read(event).booking().durationMinutes()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:30:00, Europe/Berlin, 2026-03-29T01:30:00Z",
        "2026-10-25T02:30:00, Europe/Berlin, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00+01:00, Europe/Berlin, 2026-10-25T01:30:00Z",
        "2026-03-08T02:15:00, America/New_York, 2026-03-08T07:15:00Z",
        "2026-11-01T01:15:00, America/New_York, 2026-11-01T05:15:00Z",
        "2026-10-04T02:10:00, Australia/Lord_Howe, 2026-10-03T15:40:00Z",
        "2026-04-05T01:45:00, Australia/Lord_Howe, 2026-04-04T14:45:00Z",
        "2026-12-01T10:00:00, Asia/Kathmandu, 2026-12-01T04:15:00Z",
        "2011-12-30T10:00:00, Pacific/Apia, 2011-12-30T20:00:00Z",
        "2026-12-01T10:00:00.999, UTC, 2026-12-01T10:00:00Z",
        "2026-12-01T10:00:00.999+14:00, UTC, 2026-11-30T20:00:00Z",
    })
    void findsTheInstantOfAStart(String start, String zone, Instant instant) {
        ObjectNode event = Events.with(Events.small(), "/booking/start", '"' + start + '"');

        assertThat(Events.read(Events.with(event, "/booking/timeZone", '"' + zone + '"')).booking().startsAt())
                .isEqualTo(instant);
    }

    private static List<String> starts(String start, String zone, String rule) {
        return starts(event(start, zone, rule));
    }

    private static List<String> starts(ObjectNode event) {
        BookingState state = BookingHistoryTest.arrive(Events.read(event));
        return Series.wanted(state).stream().map(each -> each.start().toString()).toList();
    }

    private static ObjectNode event(String start, String zone, String rule) {
        ObjectNode event = Events.with(Events.small(), "/booking/start", '"' + start + '"');
        Events.with(event, "/booking/timeZone", '"' + zone + '"');
        Events.with(event, "/booking/recurrence", "{}");
        ((ObjectNode) event.at("/booking/recurrence")).put("rule", rule);
        return event;
    }

    private static List<FieldProblem> refused(ObjectNode event) {
        return catchThrowableOfType(InvalidBookingEventException.class, () -> Events.read(event)).problems();
    }
}
