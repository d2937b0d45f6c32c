package io.zoombookings.notification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Notifications that this node has claimed and is to deliver now.
 *
 * @param ids        rows of the table notification
 * @param repeated   those of them that an earlier attempt may have delivered
 * @param lease      token of the claim; the result counts only while the rows still carry it
 * @param leaseUntil from then on another node may claim them
 */
public record Mailing(List<UUID> ids, Set<UUID> repeated, UUID lease, Instant leaseUntil) {

    public static final Mailing NONE = new Mailing(List.of(), Set.of(), null, null);

    public boolean isEmpty() {
        return ids.isEmpty();
    }
}
