package io.zoombookings.meeting;

import io.zoombookings.Cause;
import java.time.Instant;

/**
 * How an occurrence stands with Zoom at the moment of a claim: which Zoom user hosts its meeting, and whose grant signs.
 *
 * @param zoomUserId    the Zoom user who is to host the meeting; null: not connected
 * @param email         that user's address, or null
 * @param connection    names what signs calls about new meetings
 * @param owner         names what signs calls about the meeting that there is; null: nobody here may
 * @param accountId     the Zoom account of that user, or null
 * @param failures      failures in a row of this account, if there were several
 * @param blockedUntil  no calls before, or null
 * @param blockedReason why, or null
 * @param claimLost     the last claim has run out: what it has taken of the host's day is there for this one
 * @param allowanceLeft whether Zoom still allows a create or update today
 */
record ZoomSide(String zoomUserId, String email, String connection, String owner, String accountId, int failures,
                Instant blockedUntil, Cause blockedReason,
                boolean claimLost, boolean allowanceLeft) {

    boolean connected() {
        return zoomUserId != null;
    }
}
