package io.zoombookings.booking.event;

/** An explicit instance of a booking; {@code start} as it was sent, {@code durationMinutes} 1 to 1440. */
public record BookingOccurrence(String id, String start, int durationMinutes) {
}
