package io.zoombookings.meeting;

import io.zoombookings.Cause;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the end of work makes of an occurrence's row: its columns of the same names. Pure.
 *
 * @param rechecks reasons to look at Zoom that no look has answered
 * @param lookAt   when to look at Zoom again for what it may do late; null: not by itself
 */
record Ending(long observed, MeetingState state, Long meeting, String applied, Instant createAttemptAt,
              Instant updateAttemptAt, int rechecks, Instant lookAt, boolean remake, Instant linkChangedAt, int attempts,
              Instant dueAt, Cause problem) {

    /**
     * @param row  as it is now, locked; events, other workers and administrators may have changed it since the claim
     * @param work as it ends
     */
    static Ending of(Occurrence row, Work work, Change change, Instant now, LateEffects late) {
        Occurrence claimed = work.row();
        boolean moved = row.generation() > claimed.generation();
        Long meeting = change instanceof Change.Made made ? Long.valueOf(made.meeting().id())
                : change instanceof Change.Gone ? null : row.zoomMeetingId();
        boolean made = change instanceof Change.Made;

        // Whatever fails forgets nothing: a look counts only if all that it has shown was done.
        boolean failed = change instanceof Change.Failed;
        boolean answered = work.lookedUp() && !work.leftOver() && !failed;
        boolean demanded = row.rechecks() > claimed.rechecks();
        int rechecks = row.rechecks() - (answered ? claimed.rechecks() : 0);
        Instant create = change.isUnknown() && work.action() == MeetingAction.CREATE ? now
                : demanded ? row.createAttemptAt()
                : answered && late.over(claimed.createAttemptAt(), work.claimedAt()) ? null : claimed.createAttemptAt();
        Instant update = made || change instanceof Change.Gone ? null
                : change.isUnknown() && work.action() == MeetingAction.UPDATE ? now
                : demanded ? row.updateAttemptAt()
                : seen(work, change, late) ? null : claimed.updateAttemptAt();
        Instant asked = latest(create, update);
        Instant look = rechecks == 0 && asked == null && !work.leftOver() ? null
                : failed ? change.dueAt() != null ? change.dueAt() : late.nextAfterFailure(asked, row.attempts(), now)
                : demanded || work.leftOver() && made ? now
                : work.leftOver() ? late.next(asked, now)
                : asksNobody(work) && !answered ? row.lookAt()
                : rechecks > 0 ? now
                : answered ? late.next(asked, now) : earliest(late.next(asked, now), later(row.lookAt(), now));

        boolean remake = row.remake() && meeting != null && (moved || !made);
        // Of a change in Zoom that was noticed meanwhile it is not known whether the reading saw it.
        boolean linkSeen = (change.link() != null && !made || work.action() == MeetingAction.NOTHING)
                && Objects.equals(row.linkChangedAt(), claimed.linkChangedAt());
        boolean readLink = row.linkChangedAt() != null && meeting != null && !made && !linkSeen;
        // Without a connection there is nobody to ask; that there may be one by now is said by a reason to look that is new.
        boolean connected = work.zoom().connected() || demanded;
        Instant due = moved ? now
                : failed || work.action() == MeetingAction.RELEASE || !connected
                ? change.dueAt() != null ? change.dueAt() : connected ? look : null
                : earliest(dueAt(change, now), earliest(look, remake || readLink ? now : null));
        MeetingState state = moved || change instanceof Change.Gone && !row.cancelled()
                || made && dueAt(change, now) != null ? pending(row.cancelled(), meeting != null) : state(change);
        int attempts = work.action() == MeetingAction.RELEASE ? claimed.attempts()
                : failed || change.dueAt() != null && change.problem() != null ? row.attempts() : 0;
        return new Ending(claimed.generation(), state, meeting, applied(row, work, change, meeting), create, update,
                rechecks, look, remake, readLink ? row.linkChangedAt() : null, attempts, due, change.problem());
    }

    /** What an occurrence waits for whose wanted state Zoom does not agree with yet. */
    static MeetingState pending(boolean cancelled, boolean exists) {
        return cancelled ? MeetingState.CANCEL_PENDING : exists ? MeetingState.UPDATE_PENDING : MeetingState.PENDING;
    }

    /** An update that came late was seen and is put right, or none can come any more. */
    private static boolean seen(Work work, Change change, LateEffects late) {
        boolean looked = change instanceof Change.Updated || change instanceof Change.LinkRead
                || work.action() == MeetingAction.NOTHING && change instanceof Change.Settled;
        return change instanceof Change.LinkRead read && !read.agrees()
                || looked && late.over(work.row().updateAttemptAt(), work.claimedAt());
    }

    private static boolean asksNobody(Work work) {
        return work.action() == MeetingAction.RELEASE || work.action() == MeetingAction.DEFER
                || work.action() == MeetingAction.WAIT_FOR_CONNECTION;
    }

    private static Instant dueAt(Change change, Instant now) {
        boolean differs = change instanceof Change.Made made && made.applied() == null
                || change instanceof Change.LinkRead read && !read.agrees();
        return differs ? now : change.dueAt();
    }

    private static MeetingState state(Change change) {
        return change instanceof Change.Settled settled ? settled.state()
                : change instanceof Change.Failed failed ? failed.state()
                : change instanceof Change.Gone ? MeetingState.CANCELLED
                : change instanceof Change.LinkRead read && !read.agrees() ? MeetingState.UPDATE_PENDING
                : MeetingState.CREATED;
    }

    private static String applied(Occurrence row, Work work, Change change, Long meeting) {
        if (change instanceof Change.Made made) {
            return made.applied();
        }
        if (change instanceof Change.Updated updated) {
            return updated.applied();
        }
        return change instanceof Change.LinkRead read && !read.agrees() ? MeetingRequest.NO_FINGERPRINT
                : meeting == null ? null : change.isUnknown() ? row.applied() : work.row().applied();
    }

    private static Instant later(Instant time, Instant now) {
        return time != null && time.isAfter(now) ? time : null;
    }

    private static Instant earliest(Instant one, Instant other) {
        return Stream.of(one, other).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    private static Instant latest(Instant one, Instant other) {
        return Stream.of(one, other).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }
}
