package io.zoombookings.connection;

import io.zoombookings.Ids;
import io.zoombookings.Jitter;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code zoom_grant}. Whoever changes a grant locks its row first, and only then the connections that use it:
 * one order for all, so that nobody waits in a circle.
 */
@Component
class GrantStore {

    /** How long before its expiry a token is renewed. */
    private static final Duration AHEAD = Duration.ofMinutes(10);
    /** Grants that were connected together are not renewed together. */
    private static final Duration APART = Duration.ofMinutes(1);
    private static final UUID NONE = new UUID(0, 0);
    private static final String SELECT = """
            select g.id, g.zoom_user_id, g.account_id, g.email, g.token_version, g.access_token, g.refresh_token,
              g.expires_at, g.connected_at from zoom_grant g""";

    /** A grant and which of its tokens are to be replaced. */
    record Due(UUID id, long version) {
    }

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    GrantStore(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The grant by which calls are signed that name this connection.
     *
     * @param connection a workspace: its own; or {@link HostConnections#connection}, that of another Zoom user who works for it
     */
    Optional<Grant> usable(String connection) {
        int slash = connection.indexOf('/');
        if (slash >= 0) {
            return jdbc.sql(SELECT + " " + """
                    where g.zoom_user_id = :user and (exists (select 1 from host_connection h where h.grant_id = g.id
                        and h.workspace_id = :workspace and h.status = 'CONNECTED')
                      or exists (select 1 from zoom_connection c where c.grant_id = g.id
                        and c.workspace_id = :workspace and c.status = 'CONNECTED'))""")
                    .param("workspace", connection.substring(0, slash)).param("user", connection.substring(slash + 1))
                    .query(this::grant).optional();
        }
        return ofWorkspace(connection);
    }

    private Optional<Grant> ofWorkspace(String workspace) {
        return jdbc.sql(SELECT + """
                 join zoom_connection c on c.grant_id = g.id
                where c.workspace_id = :workspace and c.status = 'CONNECTED'""")
                .param("workspace", workspace).query(this::grant).optional();
    }

    /** Waits for whoever holds the row. */
    Optional<Grant> lock(UUID id) {
        return jdbc.sql(SELECT + " where g.id = :id for update").param("id", id).query(this::grant).optional();
    }

    Optional<Grant> lockByUser(String zoomUserId) {
        return jdbc.sql(SELECT + " where g.zoom_user_id = :user for update").param("user", zoomUserId)
                .query(this::grant).optional();
    }

    boolean exists(String zoomUserId) {
        return jdbc.sql("select count(*) from zoom_grant where zoom_user_id = :user").param("user", zoomUserId)
                .query(Long.class).single() > 0;
    }

    /** Grants in use whose renewal is due, the most urgent first. */
    List<Due> due(int limit) {
        return jdbc.sql("""
                select g.id, g.token_version as version from zoom_grant g
                where g.refresh_due_at <= :now and (exists (
                    select 1 from zoom_connection c where c.grant_id = g.id and c.status = 'CONNECTED')
                  or exists (select 1 from host_connection h where h.grant_id = g.id and h.status = 'CONNECTED'))
                order by g.expires_at limit :limit""")
                .param("now", now()).param("limit", limit).query(Due.class).list();
    }

    /** Whether a workspace works with the grant: it is not when Zoom was found to have ended it. */
    boolean isInUse(UUID id) {
        return jdbc.sql("""
                select 1 from zoom_connection where grant_id = :id and status = 'CONNECTED'
                union all select 1 from host_connection where grant_id = :id and status = 'CONNECTED'""")
                .param("id", id).query(Integer.class).list().size() > 0;
    }

    Optional<Grant> find(UUID id) {
        return jdbc.sql(SELECT + " where g.id = :id").param("id", id).query(this::grant).optional();
    }

    /** Of a row that is locked: the former pair is overwritten. */
    Grant renew(Grant grant, TokenPair pair) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(pair.lifetime()).truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("""
                update zoom_grant set access_token = :access, refresh_token = :refresh, expires_at = :expires,
                  refresh_due_at = :due, token_version = :version where id = :id""")
                .param("access", secrets.seal(pair.accessToken(), SealedColumn.ACCESS_TOKEN.at(grant.zoomUserId())))
                .param("refresh", secrets.seal(pair.refreshToken(), SealedColumn.REFRESH_TOKEN.at(grant.zoomUserId())))
                .param("expires", utc(expiresAt)).param("due", utc(dueAt(now, pair.lifetime())))
                .param("version", grant.version() + 1).param("id", grant.id())
                .update();
        if (!pair.scopes().isEmpty()) {
            jdbc.sql("update zoom_grant set scopes = :scopes where id = :id")
                    .param("scopes", String.join(" ", pair.scopes())).param("id", grant.id()).update();
        }
        return new Grant(grant.id(), grant.zoomUserId(), grant.accountId(), grant.email(), grant.version() + 1,
                pair.accessToken(), pair.refreshToken(), expiresAt, grant.connectedAt());
    }

    /** Makes the row of this Zoom user if there is none. */
    void prepare(ZoomUser user, TokenPair pair) {
        jdbc.sql("""
                insert into zoom_grant (id, zoom_user_id, account_id, email, scopes, access_token, refresh_token,
                  expires_at, refresh_due_at, token_version, connected_at, failures)
                values (:id, :user, :account, :email, '', :access, :refresh, :now, :now, 0, :now, 0)
                on conflict do nothing""")
                .param("id", Ids.next()).param("user", user.id()).param("account", user.accountId())
                .param("email", user.email()).param("now", now())
                .param("access", secrets.seal(pair.accessToken(), SealedColumn.ACCESS_TOKEN.at(user.id())))
                .param("refresh", secrets.seal(pair.refreshToken(), SealedColumn.REFRESH_TOKEN.at(user.id())))
                .update();
    }

    /** A Zoom user's grant and another one (or none, for null), locked in an order that is the same for all. */
    List<Grant> lockBoth(String zoomUserId, UUID other) {
        return jdbc.sql(SELECT + " where g.zoom_user_id = :user or g.id = :other order by g.id for update")
                .param("user", zoomUserId).param("other", other == null ? NONE : other).query(this::grant).list();
    }

    /** A new consent's tokens and person, in the row that {@link #prepare} has made sure of. */
    Grant consent(ZoomUser user, TokenPair pair) {
        Grant grant = renew(lockByUser(user.id()).orElseThrow(), pair);
        OffsetDateTime now = now();
        jdbc.sql("""
                update zoom_grant set account_id = :account, email = :email, display_name = :name, plan = :plan,
                  scopes = :scopes, connected_at = :now, blocked_until = null, blocked_reason = null, blocked_kind = null,
                  blocked_arguments = null, failures = 0
                where id = :id""")
                .param("account", user.accountId()).param("email", user.email()).param("name", user.displayName())
                .param("plan", user.plan()).param("scopes", String.join(" ", pair.scopes()))
                .param("now", now).param("id", grant.id())
                .update();
        return grant;
    }

    void postpone(UUID id, Duration delay) {
        jdbc.sql("update zoom_grant set refresh_due_at = :due where id = :id")
                .param("due", utc(clock.instant().plus(delay))).param("id", id).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from zoom_grant where id = :id").param("id", id).update();
    }

    private static Instant dueAt(Instant now, Duration lifetime) {
        Duration half = lifetime.dividedBy(2);
        if (half.compareTo(AHEAD) < 0) {
            return now.plus(half);
        }
        return now.plus(lifetime).minus(AHEAD).minus(Jitter.upTo(APART, now));
    }

    private Grant grant(ResultSet row, int number) throws SQLException {
        String user = row.getString("zoom_user_id");
        return new Grant(row.getObject("id", UUID.class), user, row.getString("account_id"), row.getString("email"),
                row.getLong("token_version"),
                secrets.open(row.getBytes("access_token"), SealedColumn.ACCESS_TOKEN.at(user)),
                secrets.open(row.getBytes("refresh_token"), SealedColumn.REFRESH_TOKEN.at(user)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("connected_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
