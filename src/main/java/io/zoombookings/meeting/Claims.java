package io.zoombookings.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.connection.HostConnections;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.WorkspaceSettings;
import io.zoombookings.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims due occurrences: a short transaction that writes a lease, and with it that a create may be sent, or that Zoom may
 * agree to something else than before, before anything is asked of Zoom.
 */
@Component
class Claims {

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;
    private final Secrets secrets;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final Workload workload;
    private final ZoomBlocks blocks;
    private final HostDays days;
    private final Duration lease;

    /** @param lease longer than a conversation with Zoom: connect, create, repeat after 401, each with its timeout */
    Claims(NamedParameterJdbcTemplate jdbc, Clock clock, Secrets secrets, Workspaces workspaces, ObjectMapper json,
            Workload workload, ZoomBlocks blocks, HostDays days, @Value("${meeting.sync.lease:60s}") Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secrets = secrets;
        this.workspaces = workspaces;
        this.json = json;
        this.workload = workload;
        this.blocks = blocks;
        this.days = days;
        this.lease = lease;
    }

    /**
     * What is due now, at most as much as this node has room for: one workspace after the other, soonest start first. What
     * would ask an account that is not to be asked now is left where it is.
     */
    @Transactional
    List<Work> due() {
        int room = workload.free();
        if (room == 0) {
            return List.of();
        }
        workload.look();
        Instant now = clock.instant();
        MapSqlParameterSource parameters = new MapSqlParameterSource("now", Sql.time(now))
                // One more than there is room for shows that there is more.
                .addValue("room", room + 1);
        // By index alone, however much waits: a first look at the workspaces, then at each one's next occurrences.
        List<String> waiting = jdbc.queryForList("""
                select w.id from workspace w
                left join zoom_connection c on c.workspace_id = w.id and c.status = 'CONNECTED'
                left join zoom_grant g on g.id = c.grant_id
                where w.id not in (:full) and (g.id is null or :reachable and g.account_id not in (:shut)
                    and (g.blocked_until is null or g.blocked_until <= :now)
                  or :reachable and exists (select 1 from host_connection h join zoom_grant hg on hg.id = h.grant_id
                    where h.workspace_id = w.id and h.status = 'CONNECTED' and hg.account_id not in (:shut)
                      and (hg.blocked_until is null or hg.blocked_until <= :now)))
                  and exists (select 1 from occurrence o where o.workspace_id = w.id and o.due_at <= :now)
                order by random() limit :room""",
                parameters.addValue("full", orNone(workload.full())).addValue("shut", orNone(blocks.shut(now)))
                        .addValue("reachable", blocks.isReachable(now)), String.class);
        Map<String, List<UUID>> due = new LinkedHashMap<>();
        waiting.forEach(workspace -> due.put(workspace, jdbc.queryForList("""
                select id from occurrence where workspace_id = :workspace and due_at <= :now
                order by start_at limit :room""", parameters.addValue("workspace", workspace), UUID.class)));
        List<UUID> admitted = workload.admitted(due);
        // The due time is compared once more with the row as it is when it is locked: another node may have claimed it.
        return admitted.isEmpty() ? List.of() : claim(jdbc.queryForList("""
                select id from occurrence where id in (:ids) and due_at <= :now for update skip locked""",
                parameters.addValue("ids", admitted), UUID.class));
    }

    private static Set<String> orNone(Set<String> names) {
        return names.isEmpty() ? Set.of("") : names;
    }

    /** Claims rows that the running transaction has written or locked, as far as this node has room for them. */
    List<Work> fresh(String workspace, Collection<UUID> ids) {
        return claim(workload.admitted(Map.of(workspace, List.copyOf(ids))));
    }

    private List<Work> claim(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Work> read = jdbc.query("select " + Occurrence.COLUMNS + """
                , o.lease, b.state, b.passcode as asked_passcode, o.passcode as its_passcode, g.account_id, g.zoom_user_id as connected_user,
                g.email as connected_email, g.id = c.grant_id as of_workspace, og.zoom_user_id as owner_user, og.id = c.grant_id as owner_of_workspace,
                g.failures, g.blocked_until, g.blocked_reason as blocked, g.blocked_kind, g.blocked_arguments, u.used,
                w.settings, w.passcode as fixed_passcode
                from occurrence o join booking b on b.id = o.booking join workspace w on w.id = o.workspace_id
                left join zoom_connection c on c.workspace_id = o.workspace_id and c.status = 'CONNECTED'
                left join host_connection h on h.workspace_id = o.workspace_id and h.host_email = b.host_email and h.status = 'CONNECTED'
                left join zoom_grant pg on pg.zoom_user_id = o.attempt_user and (o.create_attempt_at is not null or o.recheck)
                  and (pg.id = c.grant_id or exists (select 1 from host_connection x
                    where x.workspace_id = o.workspace_id and x.grant_id = pg.id and x.status = 'CONNECTED'))
                left join zoom_grant og on og.zoom_user_id = o.zoom_user_id and (og.id = c.grant_id or exists (
                  select 1 from host_connection x where x.workspace_id = o.workspace_id and x.grant_id = og.id and x.status = 'CONNECTED'))
                left join zoom_grant g on g.id = coalesce(pg.id, h.grant_id, c.grant_id)
                left join zoom_usage u on u.zoom_user_id = g.zoom_user_id and u.utc_day = :today
                where o.id in (:ids) order by o.start_at""",
                new MapSqlParameterSource("ids", ids).addValue("today", HostDays.day(now)),
                (row, number) -> work(row, now));
        List<Work> claimed = days.take(read.stream().filter(work -> blocks.admits(work, now)).toList(), now);
        if (claimed.isEmpty()) {
            return List.of();
        }
        jdbc.batchUpdate("""
                update occurrence set lease = :lease, due_at = :until, attempts = attempts + 1, create_attempt_at = :create,
                  update_attempt_at = :update, applied = :applied, attempt_user = coalesce(:user, attempt_user)
                where id = :id""", claimed.stream().map(work -> (SqlParameterSource) new MapSqlParameterSource()
                        .addValue("lease", work.lease()).addValue("until", Sql.time(work.leaseUntil()))
                        .addValue("create", Sql.time(
                                work.action() == MeetingAction.CREATE ? now : work.row().createAttemptAt()))
                        .addValue("update", Sql.time(
                                work.action() == MeetingAction.UPDATE ? now : work.row().updateAttemptAt()))
                        .addValue("applied", work.action() == MeetingAction.UPDATE ? null : work.row().applied())
                        .addValue("user", work.action() == MeetingAction.CREATE ? work.zoom().zoomUserId() : null, Types.VARCHAR)
                        .addValue("id", work.row().id())).toArray(SqlParameterSource[]::new));
        claimed.forEach(work -> workload.begin(work.lease(), work.workspace(), work.leaseUntil()));
        return claimed;
    }

    private Work work(ResultSet row, Instant now) throws SQLException {
        Occurrence occurrence = Occurrence.of(row);
        Booking booking = booking(row.getString("state"));
        WorkspaceSettings settings = workspaces.settings(occurrence.workspace(), row.getString("settings"),
                row.getBytes("fixed_passcode"));
        String passcode = secrets.open(row.getBytes("asked_passcode"), SealedColumn.BOOKING_PASSCODE.at(occurrence.booking()));
        String owner = row.getString("owner_user") == null ? null : row.getBoolean("owner_of_workspace") ? occurrence.workspace()
                : HostConnections.connection(occurrence.workspace(), row.getString("owner_user"));
        String connected = row.getString("connected_user");
        MeetingRequest request = request(occurrence, booking, passcode, settings, owner, row.getString("connected_email"));
        boolean claimLost = row.getObject("lease") != null;
        ZoomSide zoom = new ZoomSide(connected, row.getString("connected_email"), connected == null ? null
                : row.getBoolean("of_workspace") ? occurrence.workspace()
                : HostConnections.connection(occurrence.workspace(), connected), owner,
                row.getString("account_id"), row.getInt("failures"),
                Sql.instant(row, "blocked_until"), Sql.cause(row, "blocked"), claimLost,
                claimLost || days.isLeft(row.getInt("used")));
        MeetingAction action = MeetingDecision.decide(occurrence, zoom, request.fingerprint(), now);
        boolean lookup = zoom.connected() && MeetingDecision.looksUp(occurrence, action, now);
        Object wanted = request.body().get("password");
        boolean linkChanges = action == MeetingAction.UPDATE && (occurrence.linkChangedAt() != null || wanted != null
                && !wanted.equals(secrets.open(row.getBytes("its_passcode"), SealedColumn.MEETING_PASSCODE.at(occurrence.id()))));
        return new Work(occurrence, booking, Ids.next(), now, now.plus(lease), action, occurrence.zoomMeetingId(), lookup,
                false, List.of(), false, request, zoom, linkChanges, null);
    }

    /** As Zoom was told it before, if nothing else has changed: a meeting stays with its host until something is to be told anyway. */
    private static MeetingRequest request(Occurrence row, Booking booking, String passcode, WorkspaceSettings settings, String owner,
            String connectedEmail) {
        MeetingRequest asBefore = owner == null || row.zoomUserEmail() == null ? null
                : MeetingRequest.of(row, booking, passcode, settings, row.zoomUserEmail());
        return asBefore != null && asBefore.fingerprint().equals(row.applied()) ? asBefore
                : MeetingRequest.of(row, booking, passcode, settings, connectedEmail);
    }

    private Booking booking(String state) {
        try {
            return json.readValue(state, BookingState.class).booking();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }
}
