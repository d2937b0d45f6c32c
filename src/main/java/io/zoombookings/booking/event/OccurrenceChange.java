package io.zoombookings.booking.event;

import java.time.Instant;

/**
 * The latest event about one occurrence.
 *
 * @param ref             as the event named it: an id, or a start
 * @param type            RESCHEDULED or CANCELLED
 * @param start           the new start of a reschedule, else null
 * @param durationMinutes the new duration of a reschedule, else null
 */
public record OccurrenceChange(
        String ref, BookingEventType type, Order order, Instant start, Integer durationMinutes, String reason) {
}
