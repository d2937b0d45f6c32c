package io.zoombookings.booking;

/**
 * An answer over HTTP.
 *
 * @param location of the booking, or null
 * @param body     JSON
 */
public record DoorReply(int status, String contentType, String location, String retryAfter, String preferenceApplied,
                        String body) {
}
