package io.zoombookings.meeting;

import io.zoombookings.booking.event.Booking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One claimed occurrence with all that its conversation with Zoom needs; a value, safe to hand to another thread.
 *
 * @param row        as it was claimed
 * @param lease      token of the claim; a finish counts only while the row still carries it
 * @param leaseUntil from then on another worker may claim it
 * @param action     what to ask of Zoom
 * @param meetingId  Zoom's number of the meeting it is about, or null
 * @param lookup     whether to look at Zoom first for a meeting that the row does not know
 * @param lookedUp   whether that was done
 * @param surplus    meetings of the occurrence that must go beside
 * @param request    the meeting as it should be
 * @param zoom       how the workspace stood with Zoom when it was claimed
 * @param linkChanges whether the meeting has another link after an update: with another passcode, or changed in Zoom
 * @param taken      the UTC day of the host from which a request was taken for it, or null
 */
public record Work(Occurrence row, Booking booking, UUID lease, Instant leaseUntil, MeetingAction action, Long meetingId,
                   boolean lookup, boolean lookedUp, List<Long> surplus, MeetingRequest request, ZoomSide zoom,
                   boolean linkChanges, LocalDate taken) {

    /** The workspace whose connection signs the calls. */
    public String workspace() {
        return row.workspace();
    }

    /** Fields of Zoom's API. */
    public Map<String, Object> zoomRequest() {
        return request.body();
    }

    /** Whether Zoom is to be asked anything. */
    boolean asksZoom() {
        return lookup || action == MeetingAction.CREATE || action == MeetingAction.UPDATE || action == MeetingAction.DELETE
                || action == MeetingAction.READ_LINK;
    }

    Work with(MeetingAction next) {
        return new Work(row, booking, lease, leaseUntil, next, meetingId, false, lookedUp, surplus, request, zoom, linkChanges,
                taken);
    }

    Work lookedUp(MeetingAction next, Long meeting, List<Long> others) {
        return new Work(row, booking, lease, leaseUntil, next, meeting, false, true, others, request, zoom, linkChanges,
                taken);
    }

    Work taking(LocalDate day) {
        return new Work(row, booking, lease, leaseUntil, action, meetingId, lookup, lookedUp, surplus, request, zoom,
                linkChanges, day);
    }

    /** The host's day does not suffice for it; it is looked up all the same. */
    Work deferred() {
        return new Work(row, booking, lease, leaseUntil, MeetingAction.DEFER, meetingId, lookup, lookedUp, surplus, request,
                zoom, linkChanges, taken);
    }

    /** Names the occurrence and holds nothing secret: it may be logged. */
    @Override
    public String toString() {
        return row.workspace() + "/" + booking.id() + "/" + row.occurrenceId() + " " + action;
    }
}
