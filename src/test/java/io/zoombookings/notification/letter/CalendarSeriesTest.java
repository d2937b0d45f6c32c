package io.zoombookings.notification.letter;

import static io.zoombookings.notification.letter.LetterDraft.date;
import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.inbox.CalendarProgram;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSeriesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LetterComposer composer = new LetterComposer("bookings@clinic.example", null);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one date             | 2026-12-01T10:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201T090000Z | |
            weekly               | 2026-12-01T10:00 2026-12-08T10:00 2026-12-15T10:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T090000Z | |
            over summer time     | 2026-10-20T10:00 2026-10-27T10:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261027T090000Z | |
            every other week     | 2026-12-01T10:00 2026-12-15T10:00 2026-12-29T10:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261229T090000Z | |
            one left out         | 2026-12-01T10:00 2026-12-08T10:00 2026-12-22T10:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T090000Z | 2026-12-15T10:00 |
            two days a week      | 2026-12-02T10:00 2026-12-07T10:00 2026-12-09T10:00 | FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261209T090000Z | |
            weekdays             | 2026-12-03T10:00 2026-12-04T10:00 2026-12-07T10:00 2026-12-08T10:00 2026-12-09T10:00 2026-12-10T10:00 2026-12-11T10:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261211T090000Z | |
            every third day      | 2026-12-01T10:00 2026-12-04T10:00 2026-12-07T10:00 2026-12-10T10:00 | FREQ=DAILY;INTERVAL=3;UNTIL=20261210T090000Z | |
            the 15th             | 2026-12-15T10:00 2027-01-15T10:00 2027-02-15T10:00 | FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270215T090000Z | |
            second Tuesdays      | 2026-12-08T10:00 2027-01-12T10:00 2027-03-09T10:00 | FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270309T090000Z | 2027-02-09T10:00 |
            yearly               | 2026-12-15T10:00 2027-12-15T10:00 | FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=15;UNTIL=20271215T090000Z | |
            at other times       | 2026-12-01T10:00 2026-12-08T16:30 2026-12-15T10:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T090000Z | |
            two on one day       | 2026-12-01T10:00 2026-12-01T16:00 2026-12-08T16:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T090000Z | | 2026-12-01T16:00
            both at once         | 2026-12-01T10:00 2026-12-01T10:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201T090000Z | | 2026-12-01T10:00:01
            by day into the gap  | 2027-03-27T02:30 2027-03-28T09:00 2027-03-29T02:30 | FREQ=WEEKLY;BYDAY=MO,SA;UNTIL=20270329T003000Z | | 2027-03-28T09:00
            """)
    void saysDatesAsThePlainestRule(String name, String starts, String rule, String excluded, String additional) {
        List<LocalDateTime> dates = times(starts);

        CalendarSeries series = CalendarSeries.of(dates, BERLIN);

        assertThat(series.rule()).isEqualTo(rule);
        assertThat(series.excluded()).isEqualTo(times(excluded));
        assertThat(series.additional()).isEqualTo(times(additional));
        assertThat(shown(dates, BERLIN)).isEqualTo(instants(dates, BERLIN));
    }

    @Test
    void isUniformWhereEachDatesSlotIsItsStart() {
        assertThat(uniform("2026-12-01T10:00 2026-12-08T10:00 2026-12-22T10:00")).isTrue();
        assertThat(uniform("2026-12-01T10:00 2026-12-08T10:30")).isFalse();
        assertThat(uniform("2026-12-01T10:00 2026-12-01T16:00")).isFalse();
    }

    /** A hundred years of one date a year and none that fits make a rule of thousands of instances: spared. */
    @Test
    void datesFarApartAreSaidOneByOne() {
        List<LocalDateTime> dates = times("2026-12-31T10:00 2030-07-04T10:00 2061-02-02T10:00");

        CalendarSeries series = CalendarSeries.of(dates, BERLIN);

        assertThat(series.rule()).isEqualTo("FREQ=DAILY;UNTIL=20261231T090000Z");
        assertThat(series.excluded()).isEmpty();
        assertThat(series.additional()).isEqualTo(dates.subList(1, 3));
        assertThat(shown(dates, BERLIN)).isEqualTo(instants(dates, BERLIN));
    }

    /** A reader that is not the library that wrote it finds each date, with its own link, whatever the dates. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Australia/Sydney", "Asia/Kolkata", "UTC"})
    void isReadAsTheDatesMeant(String zone) {
        ZoneId id = ZoneId.of(zone);
        Random random = new Random(zone.hashCode());
        for (int round = 0; round < 60; round++) {
            LocalDateTime first = LocalDateTime.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28),
                    random.nextInt(24), 15 * random.nextInt(4));
            int distance = List.of(1, 7, 7, 30, 200).get(random.nextInt(5));
            boolean sameTime = random.nextBoolean();
            List<LocalDateTime> dates = IntStream.range(0, 2 + random.nextInt(9))
                    .mapToObj(i -> first.plusDays((long) random.nextInt(10) * distance)
                            .plusMinutes(sameTime ? 0 : random.nextInt(5) * 90L)
                            .atZone(id).toInstant())
                    .sorted().distinct().map(at -> LocalDateTime.ofInstant(at, id)).toList();
            assertThat(shown(dates, id)).as("%s in %s", dates, id).isEqualTo(instants(dates, id));
        }
    }

    private static boolean uniform(String starts) {
        return CalendarSeries.of(times(starts), BERLIN).uniform(times(starts));
    }

    private List<Instant> shown(List<LocalDateTime> dates, ZoneId zone) {
        List<LetterOccurrence> all = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            all.add(date("" + i, dates.get(i).atZone(zone).toInstant(), "https://zoom.example/j/8332036" + (1000 + i)));
        }
        LetterDraft draft = new LetterDraft().dates(all.toArray(LetterOccurrence[]::new));
        draft.bookingTimeZone = zone.getId();
        CalendarProgram calendar = new CalendarProgram();
        calendar.receive(ReceivedMail.of(composer.compose(draft.letter())).calendar);
        assertThat(calendar.shown()).extracting(CalendarProgram.Event::link)
                .containsExactlyInAnyOrderElementsOf(all.stream().map(LetterOccurrence::joinUrl).toList());
        return calendar.shown().stream().map(CalendarProgram.Event::start).toList();
    }

    private static List<Instant> instants(List<LocalDateTime> dates, ZoneId zone) {
        return dates.stream().map(date -> date.atZone(zone).toInstant()).toList();
    }

    private static List<LocalDateTime> times(String times) {
        return times == null ? List.of() : Stream.of(times.split(" ")).map(LocalDateTime::parse).toList();
    }
}
