package io.zoombookings.meeting;

import io.zoombookings.Cause;
import java.time.Instant;

/**
 * How the workspace stands with Zoom at the moment of a claim.
 *
 * @param zoomUserId    the connected Zoom user; null: not connected
 * @param email         that user's address, or null
 * @param accountId     the Zoom account of that user, or null
 * @param failures      failures in a row of this account, if there were several
 * @param blockedUntil  no calls before, or null
 * @param blockedReason why, or null
 * @param claimLost     the last claim has run out: what it has taken of the host's day is there for this one
 * @param allowanceLeft whether Zoom still allows a create or update today
 */
record ZoomSide(String zoomUserId, String email, String accountId, int failures, Instant blockedUntil, Cause blockedReason,
                boolean claimLost, boolean allowanceLeft) {

    boolean connected() {
        return zoomUserId != null;
    }
}
