package io.zoombookings.meeting;

import io.zoombookings.Cause;
import io.zoombookings.Meters;
import io.zoombookings.Sql;
import io.zoombookings.notification.Mailing;
import io.zoombookings.notification.Mailings;
import io.zoombookings.notification.Outcomes;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.Audit;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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
    private static final String COLUMNS = """
            observed_generation = :observed, meeting_state = :state, zoom_meeting_id = :meeting, applied = :applied,
            create_attempt_at = :create, update_attempt_at = :update, recheck = :recheck, rechecks = :rechecks,
            look_at = :look, remake = :remake, link_changed_at = :linkChanged, attempts = :attempts, due_at = :due,
            lease = null, problem = :problem, problem_kind = :kind, problem_arguments = :arguments""";
    private static final String END = "update occurrence set " + COLUMNS + " where id = :id";
    private static final String END_WITH_LINK = "update occurrence set " + COLUMNS + ", join_url = :url, passcode = :passcode, "
            + "zoom_user_id = :user, zoom_user_email = :email, dial_in = :dialIn, link_version = link_version + :versions "
            + "where id = :id";

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
    private final LateEffects lateEffects;

    Finishing(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Secrets secrets, Mailings mailings,
            Outcomes outcomes, Audit audit, HostDays days, Workload workload, Settlements settlements,
            LateEffects lateEffects) {
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
        this.lateEffects = lateEffects;
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
        Instant acceptedAt = jdbc.sql("select updated_at from booking where id = ? for update").param(work.row().booking())
                .query((booking, number) -> Sql.instant(booking, "updated_at")).single();
        Occurrence row = jdbc.sql("select " + Occurrence.COLUMNS + " from occurrence o where id = ? and lease = ? for update")
                .params(id, work.lease()).query((found, number) -> Occurrence.of(found)).optional().orElse(null);
        if (row == null) {
            leaseLost(work, change, now);
            return Mailing.NONE;
        }
        boolean relinked = change.link() != null && !(change instanceof Change.Made) && isAnother(change.link(), id);
        Ending ending = Ending.of(row, work, change, now, lateEffects);
        boolean links = relinked || change instanceof Change.Made || change instanceof Change.Gone;
        jdbc.sql(links ? END_WITH_LINK : END).paramSource(parameters(work, ending, change.link(), relinked)).update();
        audit(work, change);
        if (change instanceof Change.Made) {
            Meters.link(Duration.between(acceptedAt, now));
        }
        boolean moved = row.generation() > work.row().generation();
        outcomes.add(work.row().workspace(), work.row().booking(), outcome(change, ending, row, moved, relinked), now);
        Mailing mailing = mailings.plan(work.row().booking(), now);
        if (change.givesBack()) {
            // Last, since all work of the host waits for it.
            days.giveBack(work);
        }
        return mailing;
    }

    private MapSqlParameterSource parameters(Work work, Ending ending, ZoomMeeting link, boolean relinked) {
        UUID id = work.row().id();
        return new MapSqlParameterSource("id", id).addValue("observed", ending.observed())
                .addValue("state", ending.state().name()).addValue("meeting", ending.meeting(), Types.BIGINT)
                .addValue("applied", ending.applied(), Types.VARCHAR)
                .addValue("create", Sql.time(ending.createAttemptAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("update", Sql.time(ending.updateAttemptAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("recheck", ending.rechecks() > 0).addValue("rechecks", ending.rechecks())
                .addValue("look", Sql.time(ending.lookAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("remake", ending.remake())
                .addValue("linkChanged", Sql.time(ending.linkChangedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("attempts", ending.attempts())
                .addValue("due", Sql.time(ending.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("problem", Cause.sentence(ending.problem()), Types.VARCHAR)
                .addValue("kind", Cause.kind(ending.problem()), Types.VARCHAR)
                .addValue("arguments", Cause.arguments(ending.problem()), Types.VARCHAR)
                .addValue("url", link == null ? null : secrets.seal(link.joinUrl(), SealedColumn.JOIN_URL.at(id)))
                .addValue("passcode", link == null ? null
                        : secrets.seal(link.passcode(), SealedColumn.MEETING_PASSCODE.at(id)))
                .addValue("user", link == null ? null : work.zoom().zoomUserId()).addValue("versions", relinked ? 1 : 0)
                .addValue("email", link == null ? null : work.zoom().email(), Types.VARCHAR)
                .addValue("dialIn", link == null ? null : link.dialIn(), Types.VARCHAR);
    }

    /**
     * What was done without a lease is not on record, or stands against what the row's new owner did: there is a reason to
     * look at Zoom, and of what has no reply yet something may still come.
     */
    private void leaseLost(Work work, Change change, Instant now) {
        boolean create = work.action() == MeetingAction.CREATE && (change instanceof Change.Made || change.isUnknown());
        boolean update = work.action() == MeetingAction.UPDATE && (change instanceof Change.Updated || change.isUnknown());
        if (create || update) {
            jdbc.sql("update occurrence set " + Looks.DEMANDED + (create ? ", create_attempt_at" : ", update_attempt_at")
                    + " = :now where id = :id").param("now", Sql.time(now)).param("id", work.row().id()).update();
        }
    }

    /** @throws LeaseLostException if the lease is not the work's own any more; else it lasts as long as at first again */
    void holdOn(Work work) {
        Instant until = clock.instant().plus(Duration.between(work.claimedAt(), work.leaseUntil()));
        if (jdbc.sql("update occurrence set due_at = ? where id = ? and lease = ?")
                .params(Sql.time(until), work.row().id(), work.lease()).update() == 0) {
            throw new LeaseLostException();
        }
    }

    private boolean isAnother(ZoomMeeting meeting, UUID id) {
        return jdbc.sql("select join_url, passcode from occurrence where id = ?").param(id).query((row, number) ->
                !meeting.joinUrl().equals(secrets.open(row.getBytes(1), SealedColumn.JOIN_URL.at(id)))
                || !Objects.equals(meeting.passcode(), secrets.open(row.getBytes(2), SealedColumn.MEETING_PASSCODE.at(id)))).single();
    }

    /** Zoom does not take these as alternative hosts: from now on it is not asked for them. */
    void refused(Work work, Map<String, String> hosts) {
        Map<String, String> all = new TreeMap<>(work.row().refusedHosts());
        all.putAll(hosts);
        jdbc.sql("update occurrence set refused_hosts = ? where id = ? and lease = ?")
                .params(Occurrence.json(all), work.row().id(), work.lease()).update();
        audit(work, "meeting.alternative-host-refused", String.join(", ", hosts.keySet()));
    }

    private void audit(Work work, Change change) {
        String action = action(work, change);
        if (action != null) {
            Long meeting = change instanceof Change.Made made ? Long.valueOf(made.meeting().id()) : work.meetingId();
            audit(work, action, (meeting == null ? "No Zoom meeting" : "Zoom meeting " + meeting)
                    + (work.row().cause() == null ? "" : ", caused by " + work.row().cause()));
        }
    }

    private static String action(Work work, Change change) {
        if (change instanceof Change.Made) {
            return work.action() == MeetingAction.ADOPT ? "meeting.adopted" : "meeting.created";
        }
        if (change instanceof Change.Gone) {
            return switch (work.action()) {
                case DELETE -> "meeting.deleted";
                case ABANDON -> "meeting.left";
                default -> "meeting.missing";
            };
        }
        return change instanceof Change.Updated ? "meeting.updated"
                : change instanceof Change.Failed failed && failed.state() == MeetingState.FAILED
                && work.row().state() != MeetingState.FAILED ? "meeting.failed" : null;
    }

    /** A meeting beside the occurrence's own was deleted. */
    void surplusDeleted(Work work, long meeting) {
        audit(work, "meeting.deleted", "Zoom meeting " + meeting + ", made twice and not needed");
    }

    private void audit(Work work, String action, String detail) {
        audit.record(work.row().workspace(), ACTOR, action, work.booking().id() + "/" + work.row().occurrenceId(), detail);
    }

    /** What Zoom did is told in any case; where it ended only if nothing else is wanted meanwhile, and only once. */
    private static String outcome(Change change, Ending ending, Occurrence before, boolean moved, boolean relinked) {
        if (change instanceof Change.Made) {
            return "meeting.created";
        }
        if (change instanceof Change.Updated || relinked) {
            return "meeting.updated";
        }
        if (moved || ending.state() == before.state()) {
            return null;
        }
        return switch (ending.state()) {
            case CANCELLED -> before.cancelled() ? "meeting.cancelled" : null;
            case FAILED, NOT_CONNECTED -> "meeting.failed";
            default -> null;
        };
    }
}
