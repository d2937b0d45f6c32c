package io.zoombookings.booking.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the order in which events arrive, and however often, they end in the same state. */
class BookingOrderPropertyTest {

    private static final Instant ARRIVAL = Instant.parse("2026-11-22T09:00:00Z");
    private static final List<String> REFS = List.of("0", "1", "2", "7", "2026-12-08T10:00:00",
            "2026-12-08T09:00:00Z", "2026-12-20T10:00:00+01:00", "2026-12-21T10:00:00");

    @Property(tries = 2000)
    void everyOrderOfVersionsEndsTheSame(@ForAll("versioned") List<BookingEvent> events, @ForAll Random random) {
        everyOrderEndsTheSame(events, random);
    }

    @Property(tries = 2000)
    void everyOrderOfTimesEndsTheSame(@ForAll("versioned") List<BookingEvent> events, @ForAll Random random) {
        everyOrderEndsTheSame(events.stream().map(BookingOrderPropertyTest::timed).toList(), random);
    }

    @Property(tries = 2000)
    void aVersionThatCameBeforeChangesNothing(@ForAll("versioned") List<BookingEvent> events, @ForAll Random random) {
        List<BookingEvent> mixed = events.stream().filter(event -> event.occurrence() == null)
                .map(event -> random.nextBoolean() ? event : unversioned(event)).toList();
        BookingState state = arrive(mixed);

        for (BookingEvent event : mixed) {
            if (event.version() != null && event.type() != BookingEventType.CANCELLED) {
                assertThat(BookingHistory.apply(state, event, ARRIVAL.plusSeconds(3600))).isSameAs(state);
            }
        }
    }

    @Property(tries = 2000)
    void ofTwoEventsAtMostOneIsTheLaterAndOfDifferentOnesExactlyOne(
            @ForAll("orders") Order one, @ForAll("orders") Order other,
            @ForAll BookingEventType type, @ForAll BookingEventType otherType) {
        boolean forth = one.supersedes(type, other, otherType);
        boolean back = other.supersedes(otherType, one, type);

        assertThat(forth && back).isFalse();
        assertThat(Integer.signum(one.compareWith(other))).isEqualTo(-Integer.signum(other.compareWith(one)));
        boolean alike = one.version() != null && one.version().equals(other.version())
                || one.arrivedAt().equals(other.arrivedAt());
        if (!alike) {
            assertThat(forth || back).isTrue();
        }
    }

    private static void everyOrderEndsTheSame(List<BookingEvent> events, Random random) {
        BookingState inOrder = arrive(events);
        List<BookingEvent> shuffled = new ArrayList<>(events);
        for (int i = 0; i < 5 && !events.isEmpty(); i++) {
            shuffled.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(shuffled, random);
        BookingState outOfOrder = arrive(shuffled);

        assertThat(withoutArrivals(outOfOrder)).isEqualTo(withoutArrivals(inOrder));
        assertThat(Series.wanted(outOfOrder)).isEqualTo(Series.wanted(inOrder));
    }

    private static BookingState arrive(List<BookingEvent> events) {
        BookingState state = BookingState.UNKNOWN;
        Instant now = ARRIVAL;
        for (BookingEvent event : events) {
            state = BookingHistory.apply(state, event, now);
            now = now.plusSeconds(1);
        }
        return state;
    }

    private static BookingState withoutArrivals(BookingState state) {
        Map<String, OccurrenceChange> changes = new TreeMap<>();
        state.changes().forEach((ref, change) -> changes.put(ref, new OccurrenceChange(ref, change.type(),
                withoutArrival(change.order()), change.start(), change.durationMinutes(), change.reason())));
        return new BookingState(state.event(), withoutArrival(state.order()), state.version(),
                withoutArrival(state.confirmed()), state.booking(), withoutArrival(state.bookingOrder()), state.reason(), 0, changes);
    }

    private static Order withoutArrival(Order order) {
        return order == null ? null : new Order(order.version(), order.occurredAt(), ARRIVAL);
    }

    private static BookingEvent unversioned(BookingEvent event) {
        return new BookingEvent(event.type(), null, null, null, event.bookingId(), null, event.occurrence(),
                event.booking(), event.reason());
    }

    /** The same events, told apart by their time instead of their version. */
    private static BookingEvent timed(BookingEvent event) {
        return new BookingEvent(event.type(), event.eventId(), ARRIVAL.plusSeconds(event.version()), null,
                event.bookingId(), null, event.occurrence(), event.booking(), event.reason());
    }

    /**
     * Events about the whole booking, and those about single occurrences, have a version each of their own;
     * cancellations of the whole may share one, as of a sender that does not count them. A version tells one content.
     */
    @Provide
    Arbitrary<List<BookingEvent>> versioned() {
        Arbitrary<BookingEvent> event = Combinators.combine(
                Arbitraries.of(BookingEventType.class),
                Arbitraries.longs().between(1, 9),
                Arbitraries.of(REFS).injectNull(0.5),
                Arbitraries.of(true, false)).as(BookingOrderPropertyTest::event);
        return event.list().ofMaxSize(9).map(BookingOrderPropertyTest::oneForEachVersion);
    }

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<Instant> instants = Arbitraries.longs().between(0, 4).map(ARRIVAL::plusSeconds);
        return Combinators.combine(Arbitraries.longs().between(0, 3).injectNull(0.4), instants.injectNull(0.4), instants)
                .as(Order::new);
    }

    private static BookingEvent event(BookingEventType type, long version, String ref, boolean whole) {
        long variant = 1 + version % 5;
        String occurrence = type == BookingEventType.CONFIRMED ? null : ref;
        boolean bare = type == BookingEventType.CANCELLED && !whole;
        String start = occurrence == null ? "2026-12-0" + variant + "T10:00:00" : "2026-12-2" + variant % 2 + "T10:00:00";
        Booking booking = new Booking("B-1", "Version " + version, null, start, "Europe/Berlin", (int) (10 * variant),
                new Person(null, "ada@clinic.example", null, null),
                List.of(new Person(null, "bo@guest.example", null, null)),
                "FREQ=WEEKLY;COUNT=" + variant, List.of(), null, null);
        return new BookingEvent(type, null, null, null, "B-1", version, occurrence, bare ? null : booking,
                "because " + version);
    }

    private static List<BookingEvent> oneForEachVersion(List<BookingEvent> events) {
        Map<List<Object>, BookingEvent> kept = new LinkedHashMap<>();
        for (BookingEvent event : events) {
            boolean whole = event.occurrence() == null;
            kept.putIfAbsent(
                    List.of(whole, event.version(), whole && event.type() == BookingEventType.CANCELLED), event);
        }
        return List.copyOf(kept.values());
    }
}
