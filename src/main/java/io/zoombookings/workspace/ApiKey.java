package io.zoombookings.workspace;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A key as people see it; the key itself is not kept.
 *
 * @param id         null for BOOKING_API_KEY, which the configuration gives and takes
 * @param scopes     what it may do: words of {@link ApiKeys#SCOPES}
 * @param createdAt  null for BOOKING_API_KEY
 * @param lastUsedAt exact to a minute or so, null if never; of BOOKING_API_KEY on this node since it started
 * @param expiresAt  from then on it does not work, null if it works until it is revoked
 * @param revokedAt  null while nobody has revoked it
 */
public record ApiKey(UUID id, String workspace, String name, Set<String> scopes, String createdBy, Instant createdAt,
        Instant lastUsedAt, Instant expiresAt, Instant revokedAt) {

    /** Whether a person can still do something with it: revoke it, replace it. */
    public boolean isKept() {
        return id != null && revokedAt == null;
    }
}
