package io.zoombookings.meeting;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.connection.ConnectionEvents;
import io.zoombookings.notification.Mailings;
import io.zoombookings.notification.Outcomes;
import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows for meetings from what happens to connections; in the publisher's transaction. */
@Component
class ConnectionWatch {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Mailings mailings;
    private final Workspaces workspaces;
    private final Outcomes outcomes;
    private final Audit audit;
    private final Administrators administrators;

    ConnectionWatch(JdbcClient jdbc, Clock clock, Mailings mailings, Workspaces workspaces, Outcomes outcomes, Audit audit,
            Administrators administrators) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mailings = mailings;
        this.workspaces = workspaces;
        this.outcomes = outcomes;
        this.audit = audit;
        this.administrators = administrators;
    }

    /**
     * What waited for a connection is due, and so is what Zoom refused: a permission may have been missing, or a subscription
     * may have run out, and so is what is to be looked at in Zoom. What the host deleted, where that is only reported, stays
     * as it is. Who has a row in work may have claimed it before there was a connection: the row is looked at again afterwards.
     */
    @EventListener
    void connected(ConnectionEvents.Connected event) {
        Instant now = clock.instant();
        jdbc.sql("""
                update occurrence set due_at = case when lease is null then :now else due_at end,
                  attempts = case when lease is null then 0 else attempts end,
                  recheck = case when lease is null then recheck else true end,
                  rechecks = case when lease is null then rechecks else rechecks + 1 end,
                  look_at = case when lease is not null or look_at is not null then :now else look_at end,
                  meeting_state = case when meeting_state <> 'FAILED' or lease is not null
                      or problem_kind = 'MEETING_DELETED' then meeting_state
                    when status = 'CANCELLED' then 'CANCEL_PENDING'
                    when zoom_meeting_id is not null then 'UPDATE_PENDING' else 'PENDING' end
                where workspace_id = :workspace and (lease is not null or due_at is null or due_at > :now)
                  and (meeting_state in ('NOT_CONNECTED', 'PENDING', 'UPDATE_PENDING', 'CANCEL_PENDING')
                    or recheck or look_at is not null or link_changed_at is not null
                    or meeting_state = 'FAILED' and coalesce(problem_kind, '') <> 'MEETING_DELETED')""")
                .param("now", Sql.time(now)).param("workspace", event.workspace()).update();
    }

    /** Everybody who may mend it is told, once. */
    @EventListener
    void reconnectRequired(ConnectionEvents.ReconnectRequired event) {
        administrators.emails(event.workspace())
                .forEach(email -> mailings.tellAdministrator(event.workspace(), email, event.cause()));
    }

    /** A meeting that the host deleted in Zoom is made again, or reported, as the workspace wants it. */
    @EventListener
    void meetingDeleted(ConnectionEvents.MeetingDeleted event) {
        jdbc.sql("""
                select o.id, o.workspace_id, o.booking, o.occurrence_id,
                  (select b.booking_id from booking b where b.id = o.booking) as booking_id from occurrence o
                where zoom_meeting_id = ? and status = 'CONFIRMED' and meeting_state <> 'CANCEL_PENDING' and not remake
                for update""").param(event.meetingId()).query((row, number) -> {
                    gone(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), event.meetingId());
                    audit.record(row.getString(2), "Zoom", "meeting.deleted", row.getString(5) + "/" + row.getString(4),
                            "Zoom meeting " + event.meetingId() + ", deleted in Zoom");
                    return null;
                }).list();
    }

    private void gone(UUID occurrence, String workspace, UUID booking, long meeting) {
        boolean remake = workspaces.settings(workspace).remakeDeletedMeetings();
        Cause why = remake ? null : Cause.of(Cause.Kind.MEETING_DELETED, "meeting", meeting);
        jdbc.sql("""
                update occurrence set zoom_meeting_id = null, join_url = null, passcode = null, applied = null,
                  generation = generation + 1, meeting_state = :state, problem = :problem, problem_kind = :kind,
                  problem_arguments = :arguments, cause = :cause,
                  due_at = case when lease is not null then due_at when :remake then :now else look_at end
                where id = :id""")
                .param("state", remake ? "PENDING" : "FAILED").param("cause", "its deletion in Zoom")
                .param("problem", Cause.sentence(why)).param("kind", Cause.kind(why)).param("arguments", Cause.arguments(why))
                .param("remake", remake).param("now", Sql.time(clock.instant())).param("id", occurrence).update();
        jdbc.sql("update booking set mail_due_at = ? where id = ?")
                .params(Sql.time(remake ? clock.instant().plus(Mailings.PATIENCE) : clock.instant()), booking).update();
        if (!remake) {
            outcomes.add(workspace, booking, "meeting.failed", clock.instant());
        }
    }
}
