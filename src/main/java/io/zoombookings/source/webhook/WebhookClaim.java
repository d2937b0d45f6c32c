package io.zoombookings.source.webhook;

import java.util.UUID;

/** A stored webhook that somebody works on; the lease says whether it is still theirs. */
public record WebhookClaim(UUID id, UUID lease) {
}
