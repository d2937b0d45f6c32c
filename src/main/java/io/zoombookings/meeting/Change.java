package io.zoombookings.meeting;

import io.zoombookings.Cause;
import java.time.Instant;

/**
 * What a conversation with Zoom, or its absence, does to an occurrence's row.
 *
 * @param meeting   made or adopted, or null
 * @param relinked  the meeting that it has, its link read again, or null
 * @param gone      the meeting the row has is no more
 * @param applied   fingerprint of what Zoom agreed to; null: as before, or unknown where there is a new meeting
 * @param counted   a create or update was made
 * @param uncounted no create or update was sent that Zoom is known to count: what was taken of the host's day is given back
 * @param unknown   Zoom may have done what it was asked, its reply is not known
 * @param recheckAt when to look at Zoom for a surplus meeting, or null
 * @param dueAt     when to go on, or null: not by itself
 * @param problem   what is wrong and what to do, or null
 */
record Change(MeetingState state, ZoomMeeting meeting, ZoomMeeting relinked, boolean gone, String applied,
              boolean counted, boolean uncounted, boolean unknown, Instant recheckAt, Instant dueAt, Cause problem) {

    static Change of(MeetingState state) {
        return new Change(state, null, null, false, null, false, false, false, null, null, null);
    }

    Change meeting(ZoomMeeting value) {
        return new Change(state, value, relinked, gone, applied, counted, uncounted, unknown, recheckAt, dueAt, problem);
    }

    Change relinked(ZoomMeeting value) {
        return new Change(state, meeting, value, gone, applied, counted, uncounted, unknown, recheckAt, dueAt, problem);
    }

    Change meetingGone() {
        return new Change(state, meeting, relinked, true, applied, counted, uncounted, unknown, recheckAt, dueAt, problem);
    }

    Change applied(String value) {
        return new Change(state, meeting, relinked, gone, value, counted, uncounted, unknown, recheckAt, dueAt, problem);
    }

    Change counted(boolean value) {
        return new Change(state, meeting, relinked, gone, applied, value, uncounted, unknown, recheckAt, dueAt, problem);
    }

    Change notCounted() {
        return new Change(state, meeting, relinked, gone, applied, counted, true, unknown, recheckAt, dueAt, problem);
    }

    Change effectUnknown() {
        return new Change(state, meeting, relinked, gone, applied, counted, uncounted, true, recheckAt, dueAt, problem);
    }

    Change recheckAt(Instant value) {
        return new Change(state, meeting, relinked, gone, applied, counted, uncounted, unknown, value, dueAt, problem);
    }

    Change dueAt(Instant value) {
        return new Change(state, meeting, relinked, gone, applied, counted, uncounted, unknown, recheckAt, value, problem);
    }

    Change problem(Cause value) {
        return new Change(state, meeting, relinked, gone, applied, counted, uncounted, unknown, recheckAt, dueAt, value);
    }
}
