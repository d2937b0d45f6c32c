package io.zoombookings.meeting;

import java.time.Instant;

/** The wanted state against the actual one. Pure: no clock, no I/O. */
final class MeetingDecision {

    private MeetingDecision() {
    }

    /**
     * @param wanted fingerprint of the request that describes the meeting as it should be
     * @return what, if anything, to ask of Zoom
     */
    static MeetingAction decide(Occurrence row, ZoomSide zoom, String wanted, Instant now) {
        boolean exists = row.zoomMeetingId() != null;
        boolean owned = exists && zoom.owner() != null;
        boolean reachable = owned && zoom.connected() && zoom.zoomUserId().equals(row.zoomUserId());
        if (exists && (row.cancelled() || row.remake())) {
            return !zoom.connected() && !owned ? MeetingAction.WAIT_FOR_CONNECTION
                    : owned ? MeetingAction.DELETE : MeetingAction.ABANDON;
        }
        if (row.cancelled()) {
            return mustLookUp(row) && !zoom.connected() && row.state() != MeetingState.CANCELLED
                    ? MeetingAction.WAIT_FOR_CONNECTION : MeetingAction.NOTHING;
        }
        boolean over = !row.end().isAfter(now);
        boolean late = row.updateAttemptAt() != null && isLookDue(row, now);
        boolean readLink = reachable && (row.linkChangedAt() != null || late);
        if (over || exists && wanted.equals(row.applied()) || row.state() == MeetingState.FAILED && isLookDue(row, now)) {
            return readLink && !over ? MeetingAction.READ_LINK : MeetingAction.NOTHING;
        }
        if (!zoom.connected()) {
            return MeetingAction.WAIT_FOR_CONNECTION;
        }
        if (!zoom.allowanceLeft()) {
            return readLink ? MeetingAction.READ_LINK : MeetingAction.DEFER;
        }
        // Another Zoom user hosts it from now on: the meeting moves, as soon as something is to be told to Zoom anyway.
        return reachable ? MeetingAction.UPDATE : owned ? MeetingAction.DELETE : MeetingAction.CREATE;
    }

    /** Whether Zoom may hold, or get, a meeting of this occurrence that the row does not know. */
    static boolean mustLookUp(Occurrence row) {
        return row.createAttemptAt() != null || row.rechecks() > 0;
    }

    /** Whether it is to be looked for now: before a create always, otherwise from time to time. */
    static boolean looksUp(Occurrence row, MeetingAction action, Instant now) {
        return mustLookUp(row) && action != MeetingAction.WAIT_FOR_CONNECTION
                && (action == MeetingAction.CREATE || isLookDue(row, now));
    }

    /** What waits for a look and has no time for it was written by a node of version 0.1: it is due. */
    private static boolean isLookDue(Occurrence row, Instant now) {
        return row.lookAt() == null ? mustLookUp(row) : !row.lookAt().isAfter(now);
    }
}
