package io.zoombookings.source.webhook;

import io.zoombookings.booking.event.BookingEvent;
import java.util.List;

/**
 * What follows from a webhook.
 *
 * @param skipped why it leads to no meeting, in a sentence without an end, or null
 */
public record Translated(List<BookingEvent> events, String skipped) {
}
