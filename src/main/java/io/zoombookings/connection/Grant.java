package io.zoombookings.connection;

import java.time.Instant;
import java.util.UUID;

/**
 * What one Zoom user has allowed this app, with its tokens in the clear: lives in memory only and never prints them.
 *
 * @param version rises with each new pair of tokens
 */
record Grant(UUID id, String zoomUserId, String accountId, String email, long version, String accessToken,
        String refreshToken, Instant expiresAt, Instant connectedAt) {

    @Override
    public String toString() {
        return "Grant[" + id + ", version=" + version + ", expiresAt=" + expiresAt + "]";
    }
}
