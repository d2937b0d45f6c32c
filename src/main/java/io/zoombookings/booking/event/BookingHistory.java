package io.zoombookings.booking.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * What the events about one booking come to. A pure fold: where all events have a version (or all an occurredAt), every
 * order of arrival, with any repetition, ends in the same state, arrival times and {@code revived} aside. Where neither
 * is known, arrival decides, with two helps: the first confirmation counts as the beginning, so that what overtook it
 * still follows it, and a reschedule does not bring back what was cancelled.
 */
public final class BookingHistory {

    private BookingHistory() {
    }

    /**
     * @param state     of the booking so far, {@link BookingState#UNKNOWN} for the first event
     * @param arrivedAt by our clock, which may stand still or step back
     * @return the same object if the event changes nothing
     */
    public static BookingState apply(BookingState state, BookingEvent event, Instant arrivedAt) {
        Instant arrival = arrival(state, arrivedAt);
        return event.occurrence() == null
                ? applyToWhole(state, event, arrival)
                : applyToOccurrence(state, event, new Order(event.version(), event.occurredAt(), arrival));
    }

    private static BookingState applyToWhole(BookingState state, BookingEvent event, Instant arrival) {
        boolean confirms = event.type() == BookingEventType.CONFIRMED;
        Order order = new Order(event.version(), event.occurredAt(),
                confirms && state.confirmed() == null ? Order.BEGINNING : arrival);

        boolean cancels = event.type() == BookingEventType.CANCELLED;
        boolean outdated = isOutdated(event, state.version());

        boolean latest = !outdated
                && (state.order() == null || order.supersedes(event.type(), state.order(), state.event()));
        boolean latestConfirmation = confirms && isLater(order, state.confirmed(), outdated);
        boolean latestBooking = event.booking() != null && (isLater(order, state.bookingOrder(), outdated)
                || cancels && order.compareWith(state.bookingOrder()) == 0);
        if (!latest && !latestConfirmation && !latestBooking) {
            return state;
        }
        return new BookingState(
                latest ? event.type() : state.event(),
                latest ? order : state.order(),
                outdated || event.version() == null ? state.version() : event.version(),
                latestConfirmation ? order : state.confirmed(),
                latestBooking ? event.booking() : state.booking(),
                latestBooking ? order : state.bookingOrder(),
                latest ? cancels ? event.reason() : null : state.reason(),
                state.revived() + (latest && state.cancelled() && !cancels ? 1 : 0),
                state.changes());
    }

    /** A version only moves forward, also where an event without one came in between. */
    private static boolean isOutdated(BookingEvent event, Long highest) {
        if (event.version() == null || highest == null) {
            return false;
        }
        int comparison = event.version().compareTo(highest);
        return comparison < 0 || comparison == 0 && event.type() != BookingEventType.CANCELLED;
    }

    /** A late event may still be the latest of its kind known; but by its version then, not by its late arrival. */
    private static boolean isLater(Order order, Order known, boolean outdated) {
        return known == null || (!outdated || known.version() != null) && order.compareWith(known) > 0;
    }

    private static BookingState applyToOccurrence(BookingState state, BookingEvent event, Order order) {
        String ref = event.occurrence();
        OccurrenceChange known = state.changes().get(ref);
        if (known != null && !order.supersedes(event.type(), known.order(), known.type())) {
            return state;
        }
        boolean moves = event.type() == BookingEventType.RESCHEDULED;
        Map<String, OccurrenceChange> changes = new HashMap<>(state.changes());
        changes.put(ref, new OccurrenceChange(ref, event.type(), order,
                moves ? event.booking().startsAt() : null,
                moves ? event.booking().durationMinutes() : null,
                event.reason()));
        return new BookingState(state.event(), state.order(), state.version(), state.confirmed(), state.booking(),
                state.bookingOrder(), state.reason(), state.revived(), changes);
    }

    /** In microseconds, as the database keeps it, and after everything that counted so far. */
    private static Instant arrival(BookingState state, Instant arrivedAt) {
        Instant arrival = arrivedAt.truncatedTo(ChronoUnit.MICROS);
        arrival = after(state.order(), arrival);
        arrival = after(state.confirmed(), arrival);
        arrival = after(state.bookingOrder(), arrival);
        for (OccurrenceChange change : state.changes().values()) {
            arrival = after(change.order(), arrival);
        }
        return arrival;
    }

    private static Instant after(Order known, Instant arrival) {
        return known == null || arrival.isAfter(known.arrivedAt()) ? arrival : known.arrivedAt().plus(1, ChronoUnit.MICROS);
    }
}
