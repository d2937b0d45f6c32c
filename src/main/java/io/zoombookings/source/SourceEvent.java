package io.zoombookings.source;

import io.zoombookings.booking.event.BookingEvent;

/**
 * What a message of a broker has turned out to be.
 *
 * @param workspace the event is for; null if there is a problem
 * @param event     null if there is a problem
 * @param problem   why the message is no event that can be accepted, however often it is repeated; else null
 */
public record SourceEvent(String workspace, BookingEvent event, String problem) {
}
