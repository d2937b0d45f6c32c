package io.zoombookings.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.WorkspaceSettings;
import io.zoombookings.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims due occurrences: a short transaction that writes a lease, and with it that a create may be sent, before anything
 * is asked of Zoom.
 */
@Component
class Claims {

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;
    private final Secrets secrets;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final Workload workload;
    private final int dailyLimit;
    private final Duration lease;

    /** @param lease longer than a conversation with Zoom: connect, create, repeat after 401, each with its timeout */
    Claims(NamedParameterJdbcTemplate jdbc, Clock clock, Secrets secrets, Workspaces workspaces, ObjectMapper json,
            Workload workload, @Value("${zoom.daily-limit-per-host:100}") int dailyLimit,
            @Value("${meeting.sync.lease:60s}") Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secrets = secrets;
        this.workspaces = workspaces;
        this.json = json;
        this.workload = workload;
        this.dailyLimit = dailyLimit;
        this.lease = lease;
    }

    /** What is due now, at most as much as this node has room for: one workspace after the other, soonest start first. */
    @Transactional
    List<Work> due() {
        int room = workload.free();
        if (room == 0) {
            return List.of();
        }
        Set<String> full = workload.full();
        List<UUID> ids = jdbc.queryForList("""
                select id from occurrence where id in (
                  select id from (
                    select id, row_number() over (partition by workspace_id order by start_at) as turn
                    from occurrence where due_at <= :now and workspace_id not in (:full)) due
                  order by turn limit :room)
                for update skip locked""",
                new MapSqlParameterSource("now", Sql.time(clock.instant()))
                        .addValue("full", full.isEmpty() ? Set.of("") : full)
                        .addValue("room", room), UUID.class);
        return claim(ids);
    }

    /** Claims rows that the running transaction has written or locked, as far as this node has room for them. */
    List<Work> fresh(String workspace, Collection<UUID> ids) {
        List<UUID> admitted = new ArrayList<>();
        for (UUID id : ids) {
            if (workload.admits(workspace) && admitted.size() < workload.free()) {
                admitted.add(id);
            }
        }
        return claim(admitted);
    }

    private List<Work> claim(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Work> claimed = jdbc.query("select " + Occurrence.COLUMNS + """
                , b.state, b.passcode as asked_passcode, g.id as grant_id, g.zoom_user_id as connected_user,
                g.failures, g.blocked_until, g.blocked_reason, u.used
                from occurrence o join booking b on b.id = o.booking
                left join zoom_connection c on c.workspace_id = o.workspace_id and c.status = 'CONNECTED'
                left join zoom_grant g on g.id = c.grant_id
                left join zoom_usage u on u.zoom_user_id = g.zoom_user_id and u.utc_day = :today
                where o.id in (:ids) order by o.start_at""",
                new MapSqlParameterSource("ids", ids).addValue("today", LocalDate.ofInstant(now, ZoneOffset.UTC)),
                (row, number) -> work(row, now));
        jdbc.batchUpdate("""
                update occurrence set lease = :lease, due_at = :until, attempts = attempts + 1, create_attempt_at = :create
                where id = :id""", claimed.stream().map(work -> (SqlParameterSource) new MapSqlParameterSource()
                        .addValue("lease", work.lease()).addValue("until", Sql.time(work.leaseUntil()))
                        .addValue("create", Sql.time(
                                work.action() == MeetingAction.CREATE ? now : work.row().createAttemptAt()))
                        .addValue("id", work.row().id())).toArray(SqlParameterSource[]::new));
        claimed.forEach(work -> workload.begin(work.lease(), work.workspace(), work.leaseUntil()));
        return claimed;
    }

    private Work work(ResultSet row, Instant now) throws SQLException {
        Occurrence occurrence = Occurrence.of(row);
        Booking booking = booking(row.getString("state"));
        WorkspaceSettings settings = workspaces.settings(occurrence.workspace());
        String passcode = secrets.open(row.getBytes("asked_passcode"), "booking.passcode:" + occurrence.booking());
        MeetingRequest request = MeetingRequest.of(occurrence, booking, passcode, settings);
        ZoomSide zoom = new ZoomSide(row.getString("connected_user"), row.getObject("grant_id", UUID.class),
                row.getInt("failures"), Sql.instant(row, "blocked_until"), row.getString("blocked_reason"),
                row.getInt("used") < dailyLimit);
        MeetingAction action = MeetingDecision.decide(occurrence, zoom, request.fingerprint(), now);
        boolean lookup = zoom.connected() && MeetingDecision.mustLookUp(occurrence)
                && action != MeetingAction.WAIT_FOR_CONNECTION;
        return new Work(occurrence, booking, Ids.next(), now.plus(lease), action, occurrence.zoomMeetingId(), lookup, false,
                List.of(), request, zoom);
    }

    private Booking booking(String state) {
        try {
            return json.readValue(state, BookingState.class).booking();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }
}
