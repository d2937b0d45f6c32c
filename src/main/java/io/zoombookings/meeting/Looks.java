package io.zoombookings.meeting;

import io.zoombookings.Sql;
import io.zoombookings.connection.ConnectionEvents.MeetingCreated;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reasons to look at Zoom for what the rows do not know. They are counted: one that comes during a look is not answered by it. */
@Component
class Looks {

    /** Columns of an occurrence; who works on it now looks afterwards. Parameter: {@code now}. */
    static final String DEMANDED = "recheck = true, rechecks = rechecks + 1, look_at = :now, "
            + "due_at = case when lease is null then :now else due_at end";

    private final JdbcClient jdbc;
    private final Clock clock;

    Looks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Zoom says that a meeting was made. It is news only where a create has no reply yet: of others, echoes of our own calls
     * among them, no row is found. The list may not show it yet, so looks begin anew.
     */
    @EventListener
    void created(MeetingCreated event) {
        if (event.start() == null) {
            return;
        }
        jdbc.sql("update occurrence set " + DEMANDED + """
                , create_attempt_at = :now
                where look_at > :ever and create_attempt_at is not null and start_at >= :start and start_at < :end
                  and workspace_id in (select c.workspace_id from zoom_connection c join zoom_grant g on g.id = c.grant_id
                    where g.zoom_user_id = :host
                    union select h.workspace_id from host_connection h join zoom_grant g on g.id = h.grant_id
                    where g.zoom_user_id = :host)
                  and not exists (select 1 from occurrence known where known.zoom_meeting_id = :meeting)""")
                .param("now", Sql.time(clock.instant())).param("ever", Sql.time(Instant.EPOCH))
                .param("start", Sql.time(event.start())).param("end", Sql.time(event.start().plusSeconds(1)))
                .param("host", event.zoomUserId()).param("meeting", event.meetingId()).update();
    }
}
