package io.zoombookings.meeting;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.notification.Mailing;
import io.zoombookings.notification.Mailings;
import io.zoombookings.notification.Outcomes;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finishes work: one short transaction that writes what Zoom has agreed to, and the mails and outcomes that follow; only
 * while the lease is still the work's own.
 */
@Component
class Finishing {

    private static final String ACTOR = "application";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Secrets secrets;
    private final Mailings mailings;
    private final Outcomes outcomes;
    private final Audit audit;
    private final HostDays days;
    private final Workload workload;
    private final Settlements settlements;

    Finishing(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Secrets secrets, Mailings mailings,
            Outcomes outcomes, Audit audit, HostDays days, Workload workload, Settlements settlements) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.secrets = secrets;
        this.mailings = mailings;
        this.outcomes = outcomes;
        this.audit = audit;
        this.days = days;
        this.workload = workload;
        this.settlements = settlements;
    }

    /** @return the mails that this node has claimed and is to send now */
    Mailing finish(Work work, Change change) {
        try {
            Mailing mailing = transaction.execute(status -> write(work, change));
            settlements.changed(work.row().booking());
            return mailing;
        } finally {
            workload.end(work.lease());
        }
    }

    private Mailing write(Work work, Change change) {
        Instant now = clock.instant();
        UUID id = work.row().id();
        // The booking's row orders this against events that are being accepted, and against its other occurrences.
        jdbc.sql("select id from booking where id = ? for update").param(work.row().booking()).query(UUID.class).single();
        Occurrence row = jdbc.sql("select " + Occurrence.COLUMNS + " from occurrence o where id = ? and lease = ? for update")
                .params(id, work.lease()).query((found, number) -> Occurrence.of(found)).optional().orElse(null);
        if (row == null) {
            leaseLost(work, change, now);
            return Mailing.NONE;
        }
        boolean moved = row.generation() > work.row().generation();
        Long meetingId = change.meeting() != null ? Long.valueOf(change.meeting().id())
                : change.gone() ? null : row.zoomMeetingId();
        boolean recheck = change.recheckAt() != null || row.recheck() && !(work.lookedUp() && work.row().recheck());
        boolean remake = row.remake() && meetingId != null && (moved || change.meeting() == null);
        boolean relinked = change.relinked() != null && isAnother(change.relinked(), id);
        // Of a change in Zoom that was noticed meanwhile it is not known whether the reading saw it.
        boolean linkSeen = (change.relinked() != null || work.action() == MeetingAction.NOTHING)
                && Objects.equals(row.linkChangedAt(), work.row().linkChangedAt());
        boolean readLink = row.linkChangedAt() != null && meetingId != null && change.meeting() == null && !linkSeen;
        boolean createOpen = change.unknown() || !work.lookedUp() && work.row().createAttemptAt() != null;
        MeetingState state = moved || change.gone() && !row.cancelled() || change.meeting() != null && change.dueAt() != null
                ? pending(row.cancelled(), meetingId != null) : change.state();
        // Without a connection there is nobody to ask; that there may be one by now is said by a recheck that is new.
        boolean again = (recheck || remake || readLink)
                && (work.zoom().connected() || row.recheck() && !work.row().recheck());
        Instant due = moved ? now : change.dueAt() != null ? change.dueAt()
                : change.recheckAt() != null ? change.recheckAt() : again ? now : null;
        int attempts = work.action() == MeetingAction.RELEASE ? work.row().attempts()
                : change.dueAt() != null && change.problem() != null ? row.attempts() : 0;

        jdbc.sql("""
                update occurrence set observed_generation = :observed, meeting_state = :state, zoom_meeting_id = :meeting,
                  applied = :applied, create_attempt_at = :attempt, recheck = :recheck, remake = :remake,
                  link_changed_at = :linkChanged, attempts = :attempts, due_at = :due, lease = null, problem = :problem, problem_kind = :problemKind,
                  problem_arguments = :problemArguments
                where id = :id""")
                .param("observed", work.row().generation()).param("state", state.name()).param("meeting", meetingId)
                .param("applied", change.meeting() != null || change.applied() != null ? change.applied()
                        : meetingId == null ? null : change.unknown() ? row.applied() : work.row().applied())
                .param("attempt", createOpen && change.meeting() == null ? Sql.time(row.createAttemptAt()) : null)
                .param("linkChanged", readLink ? Sql.time(row.linkChangedAt()) : null)
                .param("recheck", recheck).param("remake", remake).param("attempts", attempts)
                .param("due", Sql.time(due)).param("problem", Cause.sentence(change.problem()))
                .param("problemKind", Cause.kind(change.problem())).param("problemArguments", Cause.arguments(change.problem()))
                .param("id", id).update();
        if (change.meeting() != null || change.gone()) {
            writeLink(work, change.meeting());
        }
        if (relinked) {
            writeLink(work, change.relinked());
            jdbc.sql("update occurrence set link_version = link_version + 1 where id = ?").param(id).update();
        }
        audit(work, change);
        outcomes.add(work.row().workspace(), work.row().booking(), outcome(change, row, moved, relinked), now);
        Mailing mailing = mailings.plan(work.row().booking(), now);
        if (change.uncounted()) {
            // Last, since all work of the host waits for it.
            days.giveBack(work);
        }
        return mailing;
    }

    /** What was made without a lease may be surplus: the next claim looks. */
    private void leaseLost(Work work, Change change, Instant now) {
        if (change.meeting() != null || change.unknown()) {
            jdbc.sql("""
                    update occurrence set recheck = true, due_at = case when lease is null then :now else due_at end
                    where id = :id""").param("now", Sql.time(now)).param("id", work.row().id()).update();
        }
    }

    private boolean isAnother(ZoomMeeting meeting, UUID id) {
        return jdbc.sql("select join_url, passcode from occurrence where id = ?").param(id).query((row, number) ->
                !meeting.joinUrl().equals(secrets.open(row.getBytes(1), SealedColumn.JOIN_URL.at(id)))
                || !Objects.equals(meeting.passcode(), secrets.open(row.getBytes(2), SealedColumn.MEETING_PASSCODE.at(id)))).single();
    }

    private void writeLink(Work work, ZoomMeeting meeting) {
        UUID id = work.row().id();
        jdbc.sql("update occurrence set join_url = ?, passcode = ?, zoom_user_id = ? where id = ?")
                .param(1, meeting == null ? null : secrets.seal(meeting.joinUrl(), SealedColumn.JOIN_URL.at(id)))
                .param(2, meeting == null ? null : secrets.seal(meeting.passcode(), SealedColumn.MEETING_PASSCODE.at(id)))
                .param(3, meeting == null ? null : work.zoom().zoomUserId()).param(4, id).update();
    }

    private void audit(Work work, Change change) {
        String action = action(work, change);
        if (action != null) {
            Long meeting = change.meeting() != null ? Long.valueOf(change.meeting().id()) : work.meetingId();
            audit(work, action, (meeting == null ? "No Zoom meeting" : "Zoom meeting " + meeting)
                    + (work.row().cause() == null ? "" : ", caused by " + work.row().cause()));
        }
    }

    private static String action(Work work, Change change) {
        if (change.meeting() != null) {
            return work.action() == MeetingAction.ADOPT ? "meeting.adopted" : "meeting.created";
        }
        if (change.gone()) {
            return switch (work.action()) {
                case DELETE -> "meeting.deleted";
                case ABANDON -> "meeting.left";
                default -> "meeting.missing";
            };
        }
        return change.counted() ? "meeting.updated" : change.state() == MeetingState.FAILED ? "meeting.failed" : null;
    }

    /** A meeting beside the occurrence's own was deleted. */
    void surplusDeleted(Work work, long meeting) {
        audit(work, "meeting.deleted", "Zoom meeting " + meeting + ", made twice and not needed");
    }

    private void audit(Work work, String action, String detail) {
        audit.record(work.row().workspace(), ACTOR, action, work.booking().id() + "/" + work.row().occurrenceId(), detail);
    }

    /** What Zoom did is told in any case; where it ended only if nothing else is wanted meanwhile, and only once. */
    private static String outcome(Change change, Occurrence before, boolean moved, boolean relinked) {
        if (change.meeting() != null) {
            return "meeting.created";
        }
        if (change.counted() || relinked) {
            return "meeting.updated";
        }
        if (moved || change.state() == before.state()) {
            return null;
        }
        return switch (change.state()) {
            case CANCELLED -> before.cancelled() ? "meeting.cancelled" : null;
            case FAILED, NOT_CONNECTED -> "meeting.failed";
            default -> null;
        };
    }

    private static MeetingState pending(boolean cancelled, boolean exists) {
        return cancelled ? MeetingState.CANCEL_PENDING : exists ? MeetingState.UPDATE_PENDING : MeetingState.PENDING;
    }
}
