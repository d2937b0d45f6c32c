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
 * @param claimedAt  when it was claimed: what it shows of Zoom is no older
 * @param leaseUntil from then on another worker may claim it
 * @param action     what to ask of Zoom
 * @param meetingId  Zoom's number of the meeting it is about, or null
 * @param lookup     whether to look at Zoom first for a meeting that the row does not know
 * @param lookedUp   whether that was done
 * @param surplus    meetings of the occurrence that must go beside
 * @param leftOver   whether the look has shown something else that is to be looked at again
 * @param request    the meeting as it should be
 * @param zoom       how the workspace stood with Zoom when it was claimed
 * @param linkChanges whether the meeting has another link after an update: with another passcode, or changed in Zoom
 * @param taken      the UTC day of the host from which a request was taken for it, or null
 */
public record Work(Occurrence row, Booking booking, UUID lease, Instant claimedAt, Instant leaseUntil, MeetingAction action,
                   Long meetingId, boolean lookup, boolean lookedUp, List<Long> surplus, boolean leftOver,
                   MeetingRequest request, ZoomSide zoom, boolean linkChanges, LocalDate taken) {

    /** Names what signs the calls: of a meeting that there is, its owner's grant. */
    public String connection() {
        boolean ofOwner = action == MeetingAction.UPDATE || action == MeetingAction.DELETE || action == MeetingAction.READ_LINK;
        return ofOwner && zoom.owner() != null ? zoom.owner() : zoom.connection() == null ? row.workspace() : zoom.connection();
    }

    /** Names what signs calls about meetings of the occurrence that its row does not know. */
    public String lookupConnection() {
        return zoom.connection() == null ? row.workspace() : zoom.connection();
    }

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
        return new Work(row, booking, lease, claimedAt, leaseUntil, next, meetingId, false, lookedUp, surplus, leftOver,
                request, zoom, linkChanges, taken);
    }

    Work lookedUp(MeetingAction next, Long meeting, List<Long> others, boolean more) {
        return new Work(row, booking, lease, claimedAt, leaseUntil, next, meeting, false, true, others, more, request, zoom,
                linkChanges, taken);
    }

    Work taking(LocalDate day) {
        return new Work(row, booking, lease, claimedAt, leaseUntil, action, meetingId, lookup, lookedUp, surplus, leftOver,
                request, zoom, linkChanges, day);
    }

    /** The host's day does not suffice for it; it is looked up all the same. */
    Work deferred() {
        return new Work(row, booking, lease, claimedAt, leaseUntil, MeetingAction.DEFER, meetingId, lookup, lookedUp, surplus,
                leftOver, request, zoom, linkChanges, taken);
    }

    /** Whether what was sent last is a create or an update, so that a lost reply leaves its effect unknown. */
    boolean changesZoom() {
        return !lookup && (action == MeetingAction.CREATE || action == MeetingAction.UPDATE);
    }

    /** Names the occurrence and holds nothing secret: it may be logged. */
    @Override
    public String toString() {
        return row.workspace() + "/" + booking.id() + "/" + row.occurrenceId() + " " + action;
    }
}
