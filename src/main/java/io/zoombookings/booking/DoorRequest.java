package io.zoombookings.booking;

import java.util.Map;

/**
 * What is wanted of an inbound HTTP request; everything else of it is washed off.
 *
 * @param cloudEvent     the headers {@code ce-*}, names in lower case
 * @param idempotencyKey or null
 * @param waitSeconds    how long the caller waits for the meetings, 0 to 30
 */
public record DoorRequest(String workspace, byte[] body, String contentType, Map<String, String> cloudEvent,
                          String idempotencyKey, int waitSeconds) {
}
