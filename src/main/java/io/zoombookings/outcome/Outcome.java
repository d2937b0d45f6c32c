package io.zoombookings.outcome;

import java.time.Instant;
import java.util.UUID;

/**
 * An outcome of a booking that this node has claimed and is to deliver now.
 *
 * @param type       {@code meeting.created} and the like
 * @param callback   of the target HOOK; else null
 * @param attempts   this one included, from 1
 * @param lease      token of the claim; the result counts only while the row still carries it
 * @param leaseUntil from then on another node may claim it
 */
public record Outcome(UUID id, String workspace, UUID booking, String type, OutcomeTarget target, UUID callback,
                      int attempts, Instant createdAt, UUID lease, Instant leaseUntil) {
}
