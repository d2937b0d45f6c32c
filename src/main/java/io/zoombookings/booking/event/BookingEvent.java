package io.zoombookings.booking.event;

import java.time.Instant;

/**
 * One event about a booking, checked and normalised.
 *
 * @param eventId    the sender's id of this event, or null; 1 to 200 characters
 * @param occurredAt when it happened at the sender's, in microseconds, or null
 * @param workspace  the event's own field, which counts on brokers only, or null
 * @param version    null, or 0 to 2^53 - 1
 * @param occurrence the one instance that is meant, an id or a start as it was sent; null: the whole booking
 * @param booking    null for a cancellation that does not carry a whole booking; of a reschedule that names an
 *                   occurrence, {@code start} and {@code durationMinutes} are the new ones of that instance
 * @param reason     why, in the sender's words, or null
 */
public record BookingEvent(
        BookingEventType type, String eventId, Instant occurredAt, String workspace, String bookingId, Long version,
        String occurrence, Booking booking, String reason) {

    /** The event in words, for people who want to know what caused something. */
    public String inWords() {
        return type.wireName() + (eventId != null ? " " + eventId
                : version != null ? " of version " + version + ", without an id" : " without an id");
    }

    /** The booking goes on without what this application does for it: here that is a cancellation. */
    public BookingEvent cancelledBecause(String why) {
        return new BookingEvent(BookingEventType.CANCELLED, eventId, occurredAt, workspace, bookingId, version, null, null, why);
    }

    /** The same event under another id, as when it came in the header {@code Idempotency-Key}. */
    public BookingEvent withEventId(String id) {
        return new BookingEvent(type, id, occurredAt, workspace, bookingId, version, occurrence, booking, reason);
    }
}
