package io.zoombookings.booking.event;

import java.time.Instant;

/** What an instance of a booking is to be; {@code start} in whole seconds, {@code reason} of a cancellation or null. */
public record WantedOccurrence(String id, Instant start, int durationMinutes, boolean cancelled, String reason) {
}
