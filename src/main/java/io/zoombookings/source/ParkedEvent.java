package io.zoombookings.source;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that could not be accepted.
 *
 * @param source     the endpoint that it came from, without options
 * @param workspace  that it is for, as far as it says; or null, of an earlier version
 * @param problem    what is wrong with it
 * @param replayedAt when it was accepted after all, or null
 */
public record ParkedEvent(UUID id, Instant receivedAt, String source, String workspace, String problem,
                          Instant replayedAt) {
}
