package io.zoombookings.booking.event;

import static io.zoombookings.booking.event.BookingEventType.CANCELLED;
import static io.zoombookings.booking.event.BookingEventType.CONFIRMED;
import static io.zoombookings.booking.event.BookingEventType.RESCHEDULED;
import static io.zoombookings.booking.event.BookingHistoryTest.arrive;
import static io.zoombookings.booking.event.BookingHistoryTest.bare;
import static io.zoombookings.booking.event.BookingHistoryTest.single;
import static io.zoombookings.booking.event.BookingHistoryTest.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {

    private static final BookingEvent WEEKLY = whole(CONFIRMED, 1L, "weekly");

    @Test
    void aSingleBookingHasTheOneId0() {
        assertThat(wanted(Events.small())).containsExactly(
                new WantedOccurrence("0", Instant.parse("2026-12-01T09:00:00Z"), 30, false, null));
    }

    @Test
    void theInstancesOfARuleAreNumberedInOrderOfStart() {
        assertThat(describe(arrive(WEEKLY)))
                .containsExactly("0 12-01T09:00", "1 12-08T09:00", "2 12-15T09:00", "3 12-22T09:00");
    }

    @Test
    void explicitOccurrencesKeepTheirIds() {
        ObjectNode event = Events.with(Events.small(), "/booking/occurrences", """
                [{"id": "last", "start": "2026-12-09T10:00:00", "durationMinutes": 45},
                 {"id": "first", "start": "2026-12-02T10:00:00+02:00"}]""");

        assertThat(wanted(event)).containsExactly(
                new WantedOccurrence("first", Instant.parse("2026-12-02T08:00:00Z"), 30, false, null),
                new WantedOccurrence("last", Instant.parse("2026-12-09T09:00:00Z"), 45, false, null));
    }

    @Test
    void nothingIsWantedWhileNoWholeBookingIsKnown() {
        assertThat(Series.wanted(BookingState.UNKNOWN)).isEmpty();
        assertThat(Series.wanted(arrive(bare(1L)))).isEmpty();
        assertThat(Series.wanted(arrive(single(RESCHEDULED, "0", 1L, "2026-12-01T11:00:00")))).isEmpty();
    }

    @Test
    void aCancelledWholeHasOnlyCancelledInstances() {
        assertThat(describe(arrive(WEEKLY, single(RESCHEDULED, "1", 2L, "2026-12-09T11:00:00"), bare(3L))))
                .containsExactly("0 12-01T09:00 x", "1 12-09T10:00 x", "2 12-15T09:00 x", "3 12-22T09:00 x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2026-12-08T10:00:00", "2026-12-08T10:00", "2026-12-08T09:00:00Z",
        "2026-12-08T04:00:00-05:00"})
    void anInstanceIsNamedByItsIdOrItsStart(String occurrence) {
        assertThat(describe(arrive(WEEKLY, single(CANCELLED, occurrence, 2L, null))))
                .containsExactly("0 12-01T09:00", "1 12-08T09:00 x", "2 12-15T09:00", "3 12-22T09:00");
        assertThat(describe(arrive(WEEKLY, single(RESCHEDULED, occurrence, 2L, "2026-12-09T15:00:00"))))
                .containsExactly("0 12-01T09:00", "1 12-09T14:00", "2 12-15T09:00", "3 12-22T09:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "01", "2026-12-08T10:00:01", "2026-12-08", "x"})
    void anUnknownInstanceIsNoInstance(String occurrence) {
        assertThat(describe(arrive(WEEKLY, single(CANCELLED, occurrence, 2L, null))))
                .isEqualTo(describe(arrive(WEEKLY)));
    }

    @Test
    void aMovedInstanceIsAlsoNamedByTheStartItWasMovedTo() {
        BookingState state = arrive(WEEKLY,
                single(RESCHEDULED, "1", 2L, "2026-12-09T11:00:00"),
                single(RESCHEDULED, "2026-12-09T11:00:00", 3L, "2026-12-10T11:00:00"),
                single(CANCELLED, "2026-12-10T10:00:00Z", 4L, null));

        assertThat(describe(state)).contains("1 12-08T09:00 x");
    }

    @Test
    void theStartThatTheWholeGivesCountsMoreThanOneMovedTo() {
        BookingState state = arrive(WEEKLY,
                single(RESCHEDULED, "0", 2L, "2026-12-15T10:00:00"),
                single(CANCELLED, "2026-12-15T10:00:00", 3L, null));

        assertThat(describe(state)).containsExactly("0 12-15T09:00", "1 12-08T09:00", "2 12-15T09:00 x", "3 12-22T09:00");
    }

    @Test
    void namesThatFitTwoInstancesAreTakenInOneOrder() {
        BookingEvent[] events = {WEEKLY,
            single(RESCHEDULED, "0", 2L, "2026-12-28T10:00:00"),
            single(RESCHEDULED, "1", 3L, "2026-12-31T10:00:00"),
            single(RESCHEDULED, "2026-12-28T10:00:00", 4L, "2026-12-29T10:00:00"),
            single(RESCHEDULED, "2026-12-29T10:00:00", 5L, "2026-12-30T10:00:00"),
            single(RESCHEDULED, "2026-12-30T10:00:00", 6L, "2026-12-31T10:00:00"),
            single(CANCELLED, "2026-12-31T10:00:00", 7L, null)};

        assertThat(describe(arrive(events)))
                .containsExactly("0 12-01T09:00 x", "1 12-31T09:00", "2 12-15T09:00", "3 12-22T09:00");
    }

    @Test
    void ofTwoMovesWithTheSameVersionTheFirstByNameCounts() {
        BookingEvent[] events = {WEEKLY,
            single(RESCHEDULED, "2026-12-08T10:00:00", 2L, "2026-12-10T10:00:00"),
            single(RESCHEDULED, "2026-12-08T10:00:00+01:00", 2L, "2026-12-11T10:00:00"),
            single(RESCHEDULED, "1", 2L, "2026-12-09T10:00:00"),
            single(RESCHEDULED, "2026-12-08T09:00:00Z", 2L, "2026-12-12T10:00:00")};

        assertThat(describe(arrive(events))).contains("1 12-09T09:00");
    }

    @Test
    void theLaterOfTwoEventsAboutTheSameInstanceCountsHoweverTheyNameIt() {
        BookingEvent cancel = single(CANCELLED, "2026-12-08T10:00:00", 2L, null);
        BookingEvent move = single(RESCHEDULED, "1", 3L, "2026-12-09T11:00:00");
        BookingEvent cancelAgain = single(CANCELLED, "2026-12-08T09:00:00Z", 4L, null);

        assertThat(describe(arrive(WEEKLY, cancel, move))).contains("1 12-09T10:00");
        assertThat(describe(arrive(WEEKLY, move, cancel))).contains("1 12-09T10:00");
        assertThat(describe(arrive(cancelAgain, move, WEEKLY, cancel))).contains("1 12-08T09:00 x");
    }

    @Test
    void aSingleCancellationOutlivesReschedulesOfTheWholeButNotItsConfirmation() {
        BookingEvent cancel = single(CANCELLED, "1", 2L, null);
        BookingEvent reschedule = whole(RESCHEDULED, 3L, "weekly");
        BookingEvent confirm = whole(CONFIRMED, 4L, "weekly");
        BookingEvent rescheduleAgain = whole(RESCHEDULED, 5L, "weekly");

        assertThat(describe(arrive(WEEKLY, cancel, reschedule))).contains("1 12-08T09:00 x");
        assertThat(describe(arrive(WEEKLY, cancel, reschedule, confirm))).contains("1 12-08T09:00");
        assertThat(describe(arrive(WEEKLY, cancel, confirm, rescheduleAgain))).contains("1 12-08T09:00");
        assertThat(describe(arrive(rescheduleAgain, confirm, cancel, WEEKLY))).contains("1 12-08T09:00");
    }

    @Test
    void aSingleMoveCountsUntilTheWholeIsMoved() {
        BookingEvent move = single(RESCHEDULED, "1", 2L, "2026-12-09T11:00:00");

        assertThat(describe(arrive(WEEKLY, move))).contains("1 12-09T10:00");
        assertThat(describe(arrive(whole(RESCHEDULED, 1L, "weekly"), move))).contains("1 12-09T10:00");
        assertThat(describe(arrive(WEEKLY, move, whole(RESCHEDULED, 3L, "weekly")))).contains("1 12-08T09:00");
        assertThat(describe(arrive(whole(RESCHEDULED, 3L, "weekly"), move, WEEKLY))).contains("1 12-08T09:00");
    }

    @Test
    void aSingleEventWithTheVersionOfTheWholeCounts() {
        assertThat(describe(arrive(WEEKLY, single(RESCHEDULED, "1", 1L, "2026-12-09T11:00:00"))))
                .contains("1 12-09T10:00");
        assertThat(describe(arrive(single(CANCELLED, "1", 1L, null), WEEKLY))).contains("1 12-08T09:00 x");
    }

    @Test
    void withoutVersionWhatArrivesLaterCounts() {
        BookingEvent confirm = whole(CONFIRMED, null, "weekly");
        BookingEvent move = single(RESCHEDULED, "1", null, "2026-12-09T11:00:00");

        assertThat(describe(arrive(confirm, move))).contains("1 12-09T10:00");
        assertThat(describe(arrive(move, confirm))).contains("1 12-09T10:00");
        assertThat(describe(arrive(confirm, move, whole(RESCHEDULED, null, "weekly")))).contains("1 12-08T09:00");
        assertThat(describe(arrive(confirm, single(CANCELLED, "1", null, null), confirm))).contains("1 12-08T09:00");
    }

    @Test
    void theReasonOfASingleCancellationIsItsOwn() {
        BookingEvent cancel = new BookingEvent(CANCELLED, null, null, null, "B-1", 2L, "1", null, "ill");
        BookingEvent cancelAll = new BookingEvent(CANCELLED, null, null, null, "B-1", 3L, null, null, "closed");

        assertThat(Series.wanted(arrive(WEEKLY, single(CANCELLED, "0", 2L, null), cancelAll)))
                .extracting(WantedOccurrence::reason).containsOnly("closed");
        assertThat(Series.wanted(arrive(WEEKLY, cancel)))
                .extracting(WantedOccurrence::reason).containsExactly(null, "ill", null, null);
        assertThat(Series.wanted(arrive(WEEKLY, cancel, cancelAll)))
                .extracting(WantedOccurrence::reason).containsExactly("closed", "ill", "closed", "closed");
    }

    private static List<WantedOccurrence> wanted(ObjectNode event) {
        return Series.wanted(arrive(Events.read(event)));
    }

    /** Id, start in UTC without its year, and an x where cancelled. */
    private static List<String> describe(BookingState state) {
        return Series.wanted(state).stream()
                .map(each -> each.id() + " " + each.start().toString().substring(5, 16) + (each.cancelled() ? " x" : ""))
                .toList();
    }
}
