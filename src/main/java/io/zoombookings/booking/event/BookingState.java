package io.zoombookings.booking.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * All that the events about one booking have come to; enough to apply the next one, whatever its place in the order.
 * Jackson writes and reads it. Where it is stored in parts, all three orders and the changes must come back.
 *
 * @param event        the latest event about the whole booking; null: none yet
 * @param order        of that event, or null
 * @param version      the highest of any event about the whole booking, or null
 * @param confirmed    order of the latest confirmation, or null: none yet
 * @param booking      what the latest event that carried a whole booking said, or null: only cancellations, or only
 *                     events about single occurrences are known
 * @param bookingOrder of the event that {@code booking} is from, or null
 * @param reason       of the latest event about the whole booking if it is a cancellation, or null
 * @param revived      how often the booking was brought back after a cancellation, as it was seen here
 * @param changes      the latest event about each single occurrence, by its ref
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record BookingState(
        BookingEventType event, Order order, Long version, Order confirmed, Booking booking, Order bookingOrder,
        String reason, int revived, Map<String, OccurrenceChange> changes) {

    /** Of a booking of which nothing is known. */
    public static final BookingState UNKNOWN = new BookingState(null, null, null, null, null, null, null, 0, Map.of());

    public BookingState {
        changes = changes == null ? Map.of() : Map.copyOf(changes);
    }

    /** Whether the latest event about the whole booking cancels it. */
    public boolean cancelled() {
        return event == BookingEventType.CANCELLED;
    }
}
