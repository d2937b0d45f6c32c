package io.zoombookings.connection;

import io.zoombookings.Cause;
import io.zoombookings.workspace.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code zoom_connection}, one for each workspace that ever began to connect. The stored status is never
 * {@code PENDING}: a consent under way is {@code pending_since} beside the status that stays when it is aborted.
 */
@Component
class ConnectionStore {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    /** By name: to PostgreSQL a prepared select of all columns is an error once a newer version has added one. */
    private static final String SELECT = """
            select workspace_id, grant_id, status, problem, pending_since, connected_by, connected_at
            from zoom_connection""";

    /** @param grant the grant it uses or used last, or null */
    record Row(String workspace, UUID grant, ConnectionStatus status, String problem, Instant pendingSince,
            String connectedBy, Instant connectedAt) {
    }

    ConnectionStore(JdbcClient jdbc, ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<Row> find(String workspace) {
        return jdbc.sql(SELECT + " where workspace_id = :workspace")
                .param("workspace", workspace).query(ConnectionStore::row).optional();
    }

    Optional<Row> lock(String workspace) {
        return jdbc.sql(SELECT + " where workspace_id = :workspace for update")
                .param("workspace", workspace).query(ConnectionStore::row).optional();
    }

    /** The workspaces that use a grant, locked, in a fixed order. */
    List<Row> lockUsers(UUID grant) {
        return jdbc.sql(SELECT + " where grant_id = :grant order by workspace_id for update")
                .param("grant", grant).query(ConnectionStore::row).list();
    }

    List<String> users(UUID grant) {
        return jdbc.sql("select workspace_id from zoom_connection where grant_id = :grant order by workspace_id")
                .param("grant", grant).query(String.class).list();
    }

    /** Makes the workspace's row if there is none; does not lock one that is there. */
    void prepare(String workspace) {
        jdbc.sql("""
                insert into zoom_connection (workspace_id, status) values (:workspace, 'NOT_CONNECTED')
                on conflict do nothing""").param("workspace", workspace).update();
    }

    void pending(String workspace) {
        prepare(workspace);
        jdbc.sql("update zoom_connection set pending_since = :now where workspace_id = :workspace")
                .param("now", now()).param("workspace", workspace).update();
    }

    void notPending(String workspace) {
        jdbc.sql("update zoom_connection set pending_since = null where workspace_id = :workspace")
                .param("workspace", workspace).update();
    }

    void connected(String workspace, UUID grant, String actor) {
        jdbc.sql("""
                update zoom_connection set grant_id = :grant, status = 'CONNECTED', problem = null, pending_since = null,
                  connected_by = :actor, connected_at = :now where workspace_id = :workspace""")
                .param("grant", grant).param("actor", actor).param("now", now()).param("workspace", workspace)
                .update();
    }

    /** A connection that recovers because its grant was given anew for another workspace. */
    void recovered(String workspace) {
        jdbc.sql("update zoom_connection set status = 'CONNECTED', problem = null where workspace_id = :workspace")
                .param("workspace", workspace).update();
    }

    void incomplete(String workspace, UUID grant, String actor, String problem) {
        jdbc.sql("""
                update zoom_connection set grant_id = :grant, status = 'RECONNECT_REQUIRED', problem = :problem,
                  pending_since = null, connected_by = :actor, connected_at = :now where workspace_id = :workspace""")
                .param("grant", grant).param("problem", problem).param("actor", actor).param("now", now())
                .param("workspace", workspace).update();
    }

    void disconnected(String workspace, String problem) {
        jdbc.sql("""
                update zoom_connection set grant_id = null, status = 'NOT_CONNECTED', problem = :problem,
                  pending_since = null, connected_by = null, connected_at = null where workspace_id = :workspace""")
                .param("problem", problem).param("workspace", workspace).update();
    }

    /** Zoom has confirmed what {@code problem} was about. */
    void withdrawn(String workspace, String problem) {
        jdbc.sql("""
                update zoom_connection set problem = null
                where workspace_id = :workspace and status = 'NOT_CONNECTED' and problem = :problem""")
                .param("workspace", workspace).param("problem", problem).update();
    }

    /**
     * The grant is gone: each workspace that worked with it must connect again, and is told once.
     *
     * @param cause what happened and what to do
     */
    void reconnectRequired(UUID grant, Cause cause) {
        hostsLost(grant, "RECONNECT_REQUIRED", cause.sentence());
        for (Row user : lockUsers(grant)) {
            if (user.status() == ConnectionStatus.CONNECTED) {
                jdbc.sql("""
                        update zoom_connection set status = 'RECONNECT_REQUIRED', problem = :problem
                        where workspace_id = :workspace""")
                        .param("problem", cause.sentence()).param("workspace", user.workspace()).update();
                audit.record(user.workspace(), "Zoom", "zoom.reconnect-required", null, cause.sentence());
                events.publishEvent(new ConnectionEvents.ReconnectRequired(user.workspace(), cause));
            }
        }
    }

    /** Members of staff whose own connection it is go on with the workspace's; the page of the hosts says why. */
    void hostsLost(UUID grant, String status, String problem) {
        jdbc.sql("""
                update host_connection set status = :status, problem = :problem,
                  grant_id = case when :status = 'NOT_CONNECTED' then null else grant_id end
                where grant_id = :grant""").param("status", status).param("problem", problem).param("grant", grant).update();
    }

    /** A new consent has made the grant work again. */
    void hostsRecovered(UUID grant) {
        jdbc.sql("update host_connection set status = 'CONNECTED', problem = null where grant_id = :grant")
                .param("grant", grant).update();
    }

    boolean isUsedByHosts(UUID grant) {
        return !jdbc.sql("select 1 from host_connection where grant_id = :grant limit 1").param("grant", grant)
                .query(Integer.class).list().isEmpty();
    }

    void problem(UUID grant, String problem) {
        jdbc.sql("update zoom_connection set problem = :problem where grant_id = :grant and status = 'CONNECTED'")
                .param("problem", problem).param("grant", grant).update();
    }

    void clearProblem(UUID grant) {
        jdbc.sql("""
                update zoom_connection set problem = null
                where grant_id = :grant and status = 'CONNECTED' and problem is not null""")
                .param("grant", grant).update();
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("workspace_id"), row.getObject("grant_id", UUID.class),
                ConnectionStatus.valueOf(row.getString("status")), row.getString("problem"),
                instant(row.getObject("pending_since", OffsetDateTime.class)), row.getString("connected_by"),
                instant(row.getObject("connected_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
