package io.zoombookings.booking.event;

import static io.zoombookings.booking.event.BookingEventType.CANCELLED;
import static io.zoombookings.booking.event.BookingEventType.CONFIRMED;
import static io.zoombookings.booking.event.BookingEventType.RESCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void aConfirmationMakesABookingLive() {
        BookingState state = arrive(whole(CONFIRMED, 1L, "first"));

        assertThat(state.cancelled()).isFalse();
        assertThat(state.booking().title()).isEqualTo("first");
        assertThat(state.order()).isEqualTo(new Order(1L, null, Order.BEGINNING));
    }

    @Test
    void anOlderOrEqualVersionChangesNothing() {
        BookingState state = arrive(whole(CONFIRMED, 1L, "first"), whole(RESCHEDULED, 3L, "third"));

        assertThat(BookingHistory.apply(state, whole(RESCHEDULED, 2L, "second"), NOW)).isSameAs(state);
        assertThat(BookingHistory.apply(state, whole(RESCHEDULED, 3L, "other third"), NOW)).isSameAs(state);
        assertThat(BookingHistory.apply(state, bare(2L), NOW)).isSameAs(state);
        assertThat(state.booking().title()).isEqualTo("third");
    }

    @Test
    void aCancellationWithTheSameVersionCounts() {
        assertThat(arrive(whole(CONFIRMED, 1L, "a"), bare(1L)).cancelled()).isTrue();
        assertThat(arrive(bare(1L), whole(CONFIRMED, 1L, "a")).cancelled()).isTrue();
        assertThat(arrive(bare(1L), whole(CONFIRMED, 1L, "a")).booking().title()).isEqualTo("a");
    }

    @Test
    void whatACancellationWithTheSameVersionSaysOfTheBookingCounts() {
        BookingEvent confirmed = whole(CONFIRMED, 1L, "a");
        BookingEvent cancelled = whole(CANCELLED, 1L, "b");

        assertThat(arrive(confirmed, cancelled).booking().title()).isEqualTo("b");
        assertThat(arrive(cancelled, confirmed).booking().title()).isEqualTo("b");
    }

    @Test
    void onlyTheReasonOfACancellationIsKept() {
        BookingEvent moved = event(RESCHEDULED, null, 3L, booking("b", "2026-12-01T10:00:00"), "because");

        assertThat(arrive(whole(CONFIRMED, 1L, "a"), moved).reason()).isNull();
        assertThat(arrive(whole(CONFIRMED, 1L, "a"), bare(2L), moved).reason()).isNull();
    }

    @Test
    void aLaterVersionBringsACancelledBookingBack() {
        assertThat(arrive(whole(CONFIRMED, 1L, "a"), bare(2L), whole(CONFIRMED, 3L, "c")).cancelled()).isFalse();
        assertThat(arrive(whole(CONFIRMED, 1L, "a"), bare(2L), whole(RESCHEDULED, 3L, "c")).cancelled()).isFalse();
        assertThat(arrive(whole(CONFIRMED, 1L, "a"), bare(2L), whole(CONFIRMED, 3L, "c")).revived()).isEqualTo(1);
    }

    @Test
    void aConfirmationSentAgainDoesNotReviveWhatWasCancelledWithoutVersion() {
        BookingEvent confirmed = whole(CONFIRMED, 1L, "a");
        BookingState state = arrive(confirmed, bare(null));

        assertThat(BookingHistory.apply(state, confirmed, NOW.plusSeconds(60))).isSameAs(state);
        assertThat(state.version()).isEqualTo(1);
        assertThat(BookingHistory.apply(state, whole(CONFIRMED, 2L, "b"), NOW.plusSeconds(60)).cancelled()).isFalse();
    }

    @Test
    void aVersionCountsMoreThanATimeAndATimeMoreThanArrival() {
        BookingEvent newer = at(whole(CONFIRMED, 2L, "version 2"), NOW.minusSeconds(60));
        BookingEvent older = at(whole(RESCHEDULED, 1L, "version 1"), NOW);
        assertThat(arrive(newer, older).booking().title()).isEqualTo("version 2");

        BookingEvent late = at(whole(RESCHEDULED, null, "late"), NOW);
        BookingEvent early = at(whole(CONFIRMED, null, "early"), NOW.minusSeconds(60));
        assertThat(arrive(late, early).booking().title()).isEqualTo("late");
        assertThat(arrive(early, late).booking().title()).isEqualTo("late");
        assertThat(arrive(early, whole(RESCHEDULED, null, "no time")).booking().title()).isEqualTo("no time");
    }

    @Test
    void atTheSameTimeACancellationCountsElseTheLaterArrival() {
        BookingEvent confirmed = at(whole(CONFIRMED, null, "a"), NOW);
        BookingEvent cancelled = at(bare(null), NOW);
        BookingEvent moved = at(whole(RESCHEDULED, null, "b"), NOW);

        assertThat(arrive(confirmed, cancelled).cancelled()).isTrue();
        assertThat(arrive(cancelled, confirmed).cancelled()).isTrue();
        assertThat(arrive(confirmed, moved).booking().title()).isEqualTo("b");
        assertThat(arrive(moved, confirmed).booking().title()).isEqualTo("b");
    }

    @Test
    void aCancellationThatCameFirstCancelsTheConfirmationThatFollows() {
        BookingState state = arrive(cancelled("ill"), whole(CONFIRMED, null, "a"));

        assertThat(state.cancelled()).isTrue();
        assertThat(state.reason()).isEqualTo("ill");
        assertThat(state.booking().title()).isEqualTo("a");
        assertThat(Series.wanted(state)).extracting(WantedOccurrence::cancelled, WantedOccurrence::reason)
                .containsOnly(tuple(true, "ill"));
    }

    @Test
    void withoutVersionEveryOrderOfConfirmedMovedAndCancelledEndsCancelled() {
        BookingEvent confirmed = whole(CONFIRMED, null, "a");
        BookingEvent moved = whole(RESCHEDULED, null, "b");
        BookingEvent cancelled = bare(null);
        for (List<BookingEvent> order : List.of(
                List.of(confirmed, moved, cancelled), List.of(confirmed, cancelled, moved),
                List.of(moved, confirmed, cancelled), List.of(moved, cancelled, confirmed),
                List.of(cancelled, confirmed, moved), List.of(cancelled, moved, confirmed))) {
            BookingState state = arrive(order.toArray(BookingEvent[]::new));

            assertThat(state.cancelled()).as("%s", order).isTrue();
            assertThat(state.booking().title()).as("%s", order).isEqualTo("b");
        }
    }

    @Test
    void withoutVersionAConfirmationAfterCancellationMakesItLiveAgain() {
        BookingState state = arrive(whole(CONFIRMED, null, "a"), cancelled("ill"), whole(CONFIRMED, null, "b"));

        assertThat(state.cancelled()).isFalse();
        assertThat(state.reason()).isNull();
        assertThat(state.booking().title()).isEqualTo("b");
        assertThat(state.revived()).isEqualTo(1);
    }

    @Test
    void theRememberedCancellationCancelsOneConfirmationOnly() {
        assertThat(arrive(bare(null), whole(CONFIRMED, null, "a"), whole(CONFIRMED, null, "b")).cancelled()).isFalse();
    }

    @Test
    void aLateOlderConfirmationStillTellsWhatACancelledBookingIsAbout() {
        BookingState state = arrive(bare(3L), whole(CONFIRMED, 1L, "first"));
        assertThat(state.booking().title()).isEqualTo("first");

        state = BookingHistory.apply(state, whole(RESCHEDULED, 2L, "second"), NOW);
        assertThat(state.booking().title()).isEqualTo("second");
        assertThat(state.cancelled()).isTrue();

        assertThat(BookingHistory.apply(state, whole(CONFIRMED, 1L, "first"), NOW)).isSameAs(state);
    }

    @Test
    void eventsAboutOneOccurrenceHaveTheirOwnVersions() {
        BookingEvent cancelSecond = single(CANCELLED, "1", 5L, null);
        BookingState state = arrive(whole(CONFIRMED, 1L, "a"), cancelSecond);

        assertThat(BookingHistory.apply(state, single(RESCHEDULED, "1", 4L, "2026-12-09T10:00:00"), NOW)).isSameAs(state);
        state = BookingHistory.apply(state, single(RESCHEDULED, "2", 4L, "2026-12-16T10:00:00"), NOW);
        assertThat(state.changes()).containsOnlyKeys("1", "2");
        state = BookingHistory.apply(state, whole(RESCHEDULED, 2L, "b"), NOW);
        assertThat(state.booking().title()).isEqualTo("b");
    }

    @Test
    void anEventAboutOneOccurrenceBeforeItsConfirmationIsKept() {
        BookingState state = arrive(single(CANCELLED, "1", null, null), whole(CONFIRMED, null, "a"));

        assertThat(state.cancelled()).isFalse();
        assertThat(Series.wanted(state)).extracting(WantedOccurrence::cancelled)
                .containsExactly(false, true, false, false);
    }

    @Test
    void arrivalRisesEvenIfTheClockStepsBack() {
        BookingState state = BookingHistory.apply(BookingState.UNKNOWN, whole(CONFIRMED, null, "a"), NOW);
        state = BookingHistory.apply(state, whole(CONFIRMED, null, "b"), NOW);
        state = BookingHistory.apply(state, whole(CONFIRMED, null, "c"), NOW.minusSeconds(3600));
        state = BookingHistory.apply(state, bare(null), NOW.minusSeconds(7200));

        assertThat(state.cancelled()).isTrue();
        assertThat(state.booking().title()).isEqualTo("c");
        assertThat(state.order().arrivedAt()).isEqualTo(NOW.plusNanos(2000));
    }

    @Test
    void whatArrivesLaterIsLaterWhateverTheClockSays() {
        BookingState cancelled = arrive(whole(CONFIRMED, null, "a"), bare(null));
        Instant earlier = NOW.minusSeconds(3600);
        assertThat(BookingHistory.apply(cancelled, whole(CONFIRMED, null, "b"), earlier).cancelled()).isFalse();

        BookingState lateMove = BookingHistory.apply(cancelled, whole(RESCHEDULED, null, "b"), NOW.plusSeconds(60));
        assertThat(BookingHistory.apply(lateMove, whole(RESCHEDULED, null, "c"), earlier).booking().title())
                .isEqualTo("c");

        BookingState moved = arrive(whole(CONFIRMED, null, "a"), single(RESCHEDULED, "1", null, "2026-12-09T10:00:00"));
        assertThat(BookingHistory.apply(moved, single(RESCHEDULED, "1", null, "2026-12-10T10:00:00"), earlier)
                .changes().get("1").start()).isEqualTo("2026-12-10T09:00:00Z");
    }

    @Test
    void aStateIsWrittenAsJsonAndReadBack() throws Exception {
        BookingState state = arrive(whole(CONFIRMED, 1L, "a"), single(CANCELLED, "1", 2L, null), cancelled("ill"));

        String json = Events.JSON.writeValueAsString(state);

        assertThat(Events.JSON.readValue(json, BookingState.class)).isEqualTo(state);
        assertThat(Events.JSON.readValue("{}", BookingState.class)).isEqualTo(BookingState.UNKNOWN);
    }

    static BookingState arrive(BookingEvent... events) {
        BookingState state = BookingState.UNKNOWN;
        Instant now = NOW;
        for (BookingEvent event : events) {
            now = now.plusSeconds(1);
            state = BookingHistory.apply(state, event, now);
        }
        return state;
    }

    /** Four weekly instances from 1 December 2026, 10:00 in Berlin. */
    static BookingEvent whole(BookingEventType type, Long version, String title) {
        return event(type, null, version, booking(title, "2026-12-01T10:00:00"), null);
    }

    static BookingEvent single(BookingEventType type, String occurrence, Long version, String start) {
        return event(type, occurrence, version, start == null ? null : booking("one", start), null);
    }

    static BookingEvent bare(Long version) {
        return event(CANCELLED, null, version, null, null);
    }

    private static BookingEvent cancelled(String reason) {
        return event(CANCELLED, null, null, null, reason);
    }

    private static BookingEvent at(BookingEvent event, Instant occurredAt) {
        return new BookingEvent(event.type(), null, occurredAt, null, event.bookingId(), event.version(),
                event.occurrence(), event.booking(), event.reason());
    }

    private static BookingEvent event(
            BookingEventType type, String occurrence, Long version, Booking booking, String reason) {
        return new BookingEvent(type, null, null, null, "B-1", version, occurrence, booking, reason);
    }

    private static Booking booking(String title, String start) {
        return new Booking("B-1", title, null, start, "Europe/Berlin", 30,
                new Person("Ada", "ada@clinic.example", null, null),
                List.of(new Person("Bo", "bo@guest.example", null, null)),
                title.equals("one") ? null : "FREQ=WEEKLY;COUNT=4", List.of(), null, null);
    }
}
