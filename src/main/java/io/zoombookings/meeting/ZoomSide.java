package io.zoombookings.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * How the workspace stands with Zoom at the moment of a claim.
 *
 * @param zoomUserId    the connected Zoom user; null: not connected
 * @param grant         its grant, or null
 * @param failures      transient failures in a row of this grant
 * @param blockedUntil  no calls before, or null
 * @param allowanceLeft whether Zoom still allows a create or update today
 */
record ZoomSide(String zoomUserId, UUID grant, int failures, Instant blockedUntil, String blockedReason,
                boolean allowanceLeft) {

    boolean connected() {
        return zoomUserId != null;
    }

    boolean blocked(Instant now) {
        return blockedUntil != null && blockedUntil.isAfter(now);
    }
}
