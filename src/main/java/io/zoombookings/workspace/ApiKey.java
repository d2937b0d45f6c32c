package io.zoombookings.workspace;

import java.time.Instant;
import java.util.UUID;

/**
 * A key as people see it; the key itself is not kept.
 *
 * @param lastUsedAt exact to a minute or so, null if never
 * @param revokedAt  null while the key works
 */
public record ApiKey(UUID id, String workspace, String name, String createdBy, Instant createdAt, Instant lastUsedAt,
        Instant revokedAt) {
}
