package io.zoombookings.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads connections for people; tokens are not even read. */
@Component
class ConnectionViews implements ConnectionOverview {

    /** After this a consent that has not come back counts as given up; Zoom's codes live for five minutes. */
    static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Create and update requests of one meeting host on a UTC day, Zoom's "Rate limits" page. */
    private static final int DAILY_LIMIT = 100;

    private final JdbcClient jdbc;
    private final ConnectionStore connections;
    private final ZoomSettings settings;
    private final Clock clock;

    private record GrantRow(UUID id, String zoomUserId, String accountId, String email, String displayName, Integer plan,
            Set<String> scopes, Instant expiresAt, Instant refreshDueAt) {
    }

    ConnectionViews(JdbcClient jdbc, ConnectionStore connections, ZoomSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ConnectionView view(String workspace) {
        ConnectionStore.Row row = connections.find(workspace).orElseGet(() -> new ConnectionStore.Row(
                workspace, null, ConnectionStatus.NOT_CONNECTED, null, null, null, null));
        ConnectionStatus status = status(row);
        String problem = problem(status, row);
        if (row.grant() == null) {
            return new ConnectionView(workspace, status, problem, null, null, null, null, Set.of(), Set.of(), null, null,
                    null, null, 0, DAILY_LIMIT, List.of());
        }
        GrantRow grant = jdbc.sql("""
                select id, zoom_user_id, account_id, email, display_name, plan, scopes, expires_at, refresh_due_at
                from zoom_grant where id = :id""").param("id", row.grant()).query(ConnectionViews::grant).single();
        List<String> others = connections.users(grant.id()).stream().filter(user -> !user.equals(workspace)).toList();
        boolean alive = row.status() == ConnectionStatus.CONNECTED;
        return new ConnectionView(workspace, status, problem, grant.email(), grant.displayName(), grant.accountId(),
                grant.plan(), grant.scopes(), Scopes.missing(grant.scopes()), row.connectedAt(), row.connectedBy(),
                alive ? grant.expiresAt() : null, alive ? grant.refreshDueAt() : null, usedToday(grant.zoomUserId()),
                DAILY_LIMIT, others);
    }

    private ConnectionStatus status(ConnectionStore.Row row) {
        if (!settings.isConfigured()) {
            return ConnectionStatus.NOT_CONFIGURED;
        }
        boolean underWay = row.pendingSince() != null
                && clock.instant().isBefore(row.pendingSince().plus(PATIENCE));
        return underWay && row.status() != ConnectionStatus.CONNECTED ? ConnectionStatus.PENDING : row.status();
    }

    private static String problem(ConnectionStatus status, ConnectionStore.Row row) {
        return switch (status) {
            case NOT_CONFIGURED -> Problems.notConfigured().detail() + " " + Problems.notConfigured().nextStep();
            case PENDING -> "Waiting for the answer from Zoom's page. If you have closed it, press Connect Zoom again."
                    + (row.problem() == null ? "" : " " + row.problem());
            default -> row.problem();
        };
    }

    private int usedToday(String zoomUserId) {
        return jdbc.sql("select used from zoom_usage where zoom_user_id = :user and utc_day = :day")
                .param("user", zoomUserId).param("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Integer.class).optional().orElse(0);
    }

    private static GrantRow grant(ResultSet row, int number) throws SQLException {
        return new GrantRow(row.getObject("id", UUID.class), row.getString("zoom_user_id"), row.getString("account_id"),
                row.getString("email"), row.getString("display_name"), row.getObject("plan", Integer.class),
                Scopes.parse(row.getString("scopes")), row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("refresh_due_at", OffsetDateTime.class).toInstant());
    }
}
