package io.zoombookings.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Sql;
import io.zoombookings.Text;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.connection.ConnectionEvents.MeetingUpdated;
import io.zoombookings.connection.HostConnections;
import io.zoombookings.meeting.MeetingListing.Listed;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what Zoom lists with what should be. It asks nothing of Zoom itself: what differs becomes due, and is put
 * right like everything else, within the limits of rates and days; each finding is in the audit. A meeting of a booking
 * that is not known here is reported only: another installation may own it. Work that is under way is left alone.
 */
@Component("zoomBookings.drift")
public class Drift {

    private static final String ACTOR = "housekeeping";
    /** Nobody works on it, and it waits for nothing, or for a look at what Zoom may do late. */
    private static final String IDLE = " where id = :id and lease is null and (due_at is null or due_at = look_at)";
    private static final String NIGHTLY = "the comparison with Zoom every night";
    private static final int TOPIC = 200;
    private static final String KNOWN = """
            select o.id, o.workspace_id, b.booking_id, o.occurrence_id, b.state, o.start_at, o.duration_minutes, o.status,
              o.zoom_meeting_id, o.meeting_state, o.join_url, o.passcode, o.zoom_user_id,
              exists (select 1 from zoom_grant g where g.zoom_user_id = o.zoom_user_id and (
                exists (select 1 from zoom_connection c where c.grant_id = g.id and c.workspace_id = o.workspace_id
                  and c.status = 'CONNECTED')
                or exists (select 1 from host_connection h where h.grant_id = g.id and h.workspace_id = o.workspace_id
                  and h.status = 'CONNECTED'))) as reachable
            from occurrence o join booking b on b.id = o.booking""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;
    private final Workspaces workspaces;
    private final Audit audit;
    private final Secrets secrets;

    private record Known(UUID id, String workspace, String marker, String title, Instant start, int minutes,
                         boolean wanted, Long meeting, String zoomUser, boolean reachable, String joinUrl, String passcode) {
    }

    Drift(JdbcClient jdbc, Clock clock, ObjectMapper json, Workspaces workspaces, Audit audit,
            Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.workspaces = workspaces;
        this.audit = audit;
        this.secrets = secrets;
    }

    /** An empty listing of each Zoom user who works for a workspace, its own and its hosts', and is not limited now. */
    public List<MeetingListing> listings() {
        return jdbc.sql("""
                select u.workspace_id, g.zoom_user_id, min(u.own) as own from (
                  select workspace_id, grant_id, status, 0 as own from zoom_connection
                  union all select workspace_id, grant_id, status, 1 as own from host_connection) u
                join zoom_grant g on g.id = u.grant_id
                where u.status = 'CONNECTED' and (g.blocked_until is null or g.blocked_until <= ?)
                group by u.workspace_id, g.zoom_user_id order by u.workspace_id, own""").param(Sql.time(clock.instant()))
                .query((row, number) -> MeetingListing.of(row.getString(1), row.getInt(3) == 0 ? row.getString(1)
                        : HostConnections.connection(row.getString(1), row.getString(2)), row.getString(2))).list();
    }

    /** Reads a page of the host's list. */
    public MeetingListing read(MeetingListing listing, Map<?, ?> page) {
        return listing.with(page);
    }

    /** Makes due what differs from a listing that is complete. */
    public void repair(MeetingListing listing) {
        Map<String, Known> known = known(listing.workspace());
        listing.found().forEach((meeting, listed) -> compare(listing.workspace(), meeting, listed, known.get(listed.marker())));
        boolean remake = workspaces.settings(listing.workspace()).remakeDeletedMeetings();
        known.values().stream().filter(row -> row.wanted() && listing.zoomUser().equals(row.zoomUser()) && row.meeting() != null
                && !listing.found().containsKey(row.meeting())).forEach(row -> {
                    // The list may lag: an update tells whether it is gone, and then it is made again.
                    boolean found = remake ? askAgain(row, NIGHTLY) : idle(row);
                    report(found, listing.workspace(), row.marker(), "Zoom does not list its meeting " + row.meeting()
                            + (remake ? ": it is made again if it is gone" : ""));
                });
    }

    /**
     * Zoom says that a meeting was changed. It was the host if it was as it should be before and is not any more: an echo
     * of a change of our own says the opposite, however late it comes.
     */
    @EventListener
    void updated(MeetingUpdated event) {
        List<Known> rows = jdbc.sql(KNOWN + " where o.zoom_meeting_id = ?").param(event.meetingId())
                .query((row, number) -> known(row)).list();
        rows.stream().filter(row -> isAnother(event.after().joinUrl(), row.joinUrl())
                || isAnother(event.after().passcode(), row.passcode())).forEach(row -> readLink(row, "a change in Zoom"));
        rows.stream()
                .filter(row -> row.wanted() && row.reachable() && (
                        left(row.title(), event.before().topic(), event.after().topic())
                        || left(row.start(), event.before().start(), event.after().start())
                        || left(row.minutes(), event.before().durationMinutes(), event.after().durationMinutes())))
                .forEach(row -> report(askAgain(row, "a change in Zoom"), row.workspace(), row.marker(),
                        "Zoom meeting " + row.meeting() + " was changed in Zoom and is put right"));
    }

    private static boolean isAnother(String now, String known) {
        return now != null && !now.equals(known);
    }

    private static boolean left(Object wanted, Object before, Object after) {
        return wanted.equals(before) && after != null && !wanted.equals(after);
    }

    private void compare(String workspace, long meeting, Listed listed, Known row) {
        if (row == null) {
            report(true, workspace, listed.marker(), "Zoom meeting " + meeting
                    + " belongs to a booking that is not known here; it is left alone");
        } else if (!Long.valueOf(meeting).equals(row.meeting())) {
            report(jdbc.sql("update occurrence set " + Looks.DEMANDED + ", attempts = 0, cause = :cause" + IDLE)
                    .param("cause", NIGHTLY).param("now", Sql.time(clock.instant())).param("id", row.id()).update() == 1,
                    workspace, row.marker(), "Zoom meeting " + meeting + " is surplus and is deleted");
        } else if (row.wanted() && differs(listed, row)) {
            report(askAgain(row, NIGHTLY), workspace, row.marker(), "Zoom meeting " + meeting + " was changed in Zoom and is put right");
        }
        if (row != null && Long.valueOf(meeting).equals(row.meeting()) && isComparable(listed.joinUrl(), row.joinUrl())
                && isAnother(listed.joinUrl(), row.joinUrl())) {
            readLink(row, NIGHTLY);
        }
    }

    private static boolean differs(Listed listed, Known row) {
        return !row.start().equals(listed.start()) || !row.title().equals(listed.topic())
                || listed.durationMinutes() != null && listed.durationMinutes() != row.minutes();
    }

    /** Zoom is told again what the meeting should be. */
    private boolean askAgain(Known row, String cause) {
        return jdbc.sql("update occurrence set applied = null, meeting_state = 'UPDATE_PENDING', due_at = :now, attempts = 0, "
                + "cause = :cause" + IDLE + " and zoom_meeting_id = :meeting").param("now", Sql.time(clock.instant()))
                .param("cause", cause)
                .param("id", row.id()).param("meeting", row.meeting()).update() == 1;
    }

    /** A list that leaves the passcode out of its links says nothing about them. */
    private static boolean isComparable(String listed, String known) {
        return listed != null && known != null && listed.contains("pwd=") == known.contains("pwd=");
    }

    /** The meeting's link is read again, and told if it is another one; who works on the meeting now does it afterwards. */
    private void readLink(Known row, String cause) {
        int found = jdbc.sql("""
                update occurrence set link_changed_at = :now, cause = :cause,
                  meeting_state = case when lease is null and meeting_state = 'CREATED' then 'UPDATE_PENDING'
                    else meeting_state end,
                  due_at = case when lease is null then :now else due_at end
                where id = :id and status = 'CONFIRMED' and zoom_meeting_id = :meeting and start_at > :now""")
                .param("now", Sql.time(clock.instant())).param("cause", cause).param("id", row.id())
                .param("meeting", row.meeting()).update();
        report(found == 1, row.workspace(), row.marker(), "The link of the Zoom meeting " + row.meeting()
                + " was changed in Zoom and is read again");
    }

    private boolean idle(Known row) {
        return jdbc.sql("select 1 from occurrence" + IDLE).param("id", row.id()).query(Integer.class).optional().isPresent();
    }

    private void report(boolean found, String workspace, String marker, String what) {
        if (found) {
            audit.record(workspace, ACTOR, "meeting.drift", marker, what);
        }
    }

    private Map<String, Known> known(String workspace) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql(KNOWN + " where o.workspace_id = ?").param(workspace).query((row, number) -> known(row)).list()
                .forEach(row -> known.put(row.marker(), row));
        return known;
    }

    private Known known(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String workspace = row.getString("workspace_id");
        Instant start = Sql.instant(row, "start_at");
        boolean wanted = "CONFIRMED".equals(row.getString("status")) && "CREATED".equals(row.getString("meeting_state"))
                && start.isAfter(clock.instant());
        return new Known(id, workspace,
                "Booking " + workspace + "/" + row.getString("booking_id") + "/" + row.getString("occurrence_id"),
                wanted ? Text.cut(Text.oneLine(title(row.getString("state"))), TOPIC) : "", start,
                row.getInt("duration_minutes"), wanted, row.getObject("zoom_meeting_id", Long.class),
                row.getString("zoom_user_id"), row.getBoolean("reachable"),
                secrets.open(row.getBytes("join_url"), SealedColumn.JOIN_URL.at(id)),
                secrets.open(row.getBytes("passcode"), SealedColumn.MEETING_PASSCODE.at(id)));
    }

    private String title(String state) {
        try {
            return json.readValue(state, BookingState.class).booking().title();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }
}
