package io.zoombookings.connection;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A workspace's connection as people see it; holds no secret.
 *
 * @param problem         what is wrong and what to do, or null
 * @param plan            Zoom's user type (1 Basic, 2 Licensed), or null
 * @param missingScopes   what the grant lacks, as Zoom names it; empty when complete
 * @param usedToday       create and update requests of this Zoom user on the current UTC day
 * @param dailyLimit      how many of them Zoom allows
 * @param sharedWith      other workspaces that use the same grant
 */
public record ConnectionView(
        String workspace, ConnectionStatus status, String problem,
        String email, String displayName, String accountId, Integer plan,
        Set<String> scopes, Set<String> missingScopes,
        Instant connectedAt, String connectedBy,
        Instant tokenExpiresAt, Instant nextRefreshAt,
        int usedToday, int dailyLimit, List<String> sharedWith) {
}
