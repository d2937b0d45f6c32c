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
        boolean reachable = zoom.connected() && exists && zoom.zoomUserId().equals(row.zoomUserId());
        if (exists && (row.cancelled() || row.remake())) {
            return !zoom.connected() ? MeetingAction.WAIT_FOR_CONNECTION
                    : reachable ? MeetingAction.DELETE : MeetingAction.ABANDON;
        }
        if (row.cancelled()) {
            return mustLookUp(row) && !zoom.connected() ? MeetingAction.WAIT_FOR_CONNECTION : MeetingAction.NOTHING;
        }
        boolean over = !row.end().isAfter(now);
        boolean readLink = reachable && row.linkChangedAt() != null;
        if (over || exists && wanted.equals(row.applied())) {
            return readLink && !over ? MeetingAction.READ_LINK : MeetingAction.NOTHING;
        }
        if (!zoom.connected()) {
            return MeetingAction.WAIT_FOR_CONNECTION;
        }
        if (!zoom.allowanceLeft()) {
            return readLink ? MeetingAction.READ_LINK : MeetingAction.DEFER;
        }
        return reachable ? MeetingAction.UPDATE : MeetingAction.CREATE;
    }

    /** Whether Zoom may hold a meeting of this occurrence that the row does not know. */
    static boolean mustLookUp(Occurrence row) {
        return row.createAttemptAt() != null || row.recheck();
    }
}
