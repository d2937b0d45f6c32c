package io.zoombookings.connection;

import io.zoombookings.Sql;
import io.zoombookings.workspace.Audit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Under which Zoom user the meetings of each member of staff are made: their own, one that an administrator has chosen for
 * them, or the workspace's. Safe for several threads and nodes.
 */
public class HostConnections {

    /** Of a consent: the member of staff whose own connection it is to be. */
    static final String HOST = "host";
    static final String INVITATION = "invitation";
    static final String PATH = "/invitations/";
    private static final Duration INVITED = Duration.ofDays(7);
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Connections connections;
    private final StoredZoomTokens tokens;
    private final ZoomSettings settings;
    private final ZoomOAuth oauth;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    /**
     * A member of staff.
     *
     * @param connection {@code own}, {@code chosen} (by an administrator), {@code default} (the workspace's) or {@code none}
     * @param zoomUser   address of the Zoom user under whom meetings are made, or null
     * @param plan       of that Zoom user: 1 Basic, 2 Licensed; null: not known
     * @param usedToday  of Zoom's 100 creates and changes a day
     * @param problem    what is wrong and what to do, or null
     * @param invited    whether a link to connect is under way
     */
    public record Host(String email, String connection, String zoomUser, Integer plan, int usedToday, String problem,
            boolean invited) {
    }

    HostConnections(JdbcClient jdbc, Connections connections, StoredZoomTokens tokens, ZoomSettings settings, ZoomOAuth oauth,
            Audit audit, ApplicationEventPublisher events, TransactionTemplate transactions, Clock clock, @Value("${public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.tokens = tokens;
        this.settings = settings;
        this.oauth = oauth;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /** Names what signs the calls of another Zoom user than the workspace's own, who works for it. */
    public static String connection(String workspace, String zoomUser) {
        return workspace + "/" + zoomUser;
    }

    /** Those who host bookings that are still to come, and those for whom something is set; by address. */
    public List<Host> list(String workspace) {
        return jdbc.sql("""
                select e.email, h.own, h.status, h.problem, h.grant_id as chosen, h.invited_until, g.id as grant_id,
                  g.email as zoom_email, g.plan, u.used
                from (select host_email as email from host_connection where workspace_id = :workspace
                    union select b.host_email from booking b join occurrence o on o.booking = b.id
                    where b.workspace_id = :workspace and b.host_email is not null and o.status = 'CONFIRMED'
                      and o.start_at > :now) e
                left join host_connection h on h.workspace_id = :workspace and h.host_email = e.email
                left join zoom_connection c on c.workspace_id = :workspace and c.status = 'CONNECTED'
                left join zoom_grant g on g.id = case when h.status = 'CONNECTED' then h.grant_id else c.grant_id end
                left join zoom_usage u on u.zoom_user_id = g.zoom_user_id and u.utc_day = :today
                order by e.email limit 1000""")
                .param("workspace", workspace).param("now", Sql.time(clock.instant()))
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).query(this::host).list();
    }

    /**
     * A link by which this member of staff connects their own Zoom without signing in here; good once, for a week. An earlier
     * one ends with it.
     */
    @Transactional
    public String invite(String workspace, String email, String actor) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        prepare(workspace, email);
        jdbc.sql("""
                update host_connection set invitation_hash = :hash, invited_until = :until
                where workspace_id = :workspace and host_email = :email""")
                .param("hash", hash(token)).param("until", Sql.time(clock.instant().plus(INVITED)))
                .param("workspace", workspace).param("email", key(email)).update();
        audit.record(workspace, actor, "host.invited", key(email), null);
        return publicUrl + PATH + token;
    }

    /** @return what to ask Zoom; empty if the link is not good, or not any more */
    Optional<OAuth2AuthorizationRequest> begin(String token) {
        if (!settings.isConfigured()) {
            throw new ConnectFailedException(Problems.notConfigured());
        }
        return jdbc.sql("""
                select workspace_id, host_email from host_connection where invitation_hash = ? and invited_until > ?""")
                .params(hash(token), Sql.time(clock.instant()))
                .query((row, number) -> {
                    String host = row.getString(2);
                    return OAuth2AuthorizationRequest.from(oauth.consent(row.getString(1))).attributes(attributes -> {
                        attributes.put(HOST, host);
                        attributes.put(INVITATION, hash(token));
                    }).build();
                }).optional();
    }

    /**
     * The member of staff has given consent: from now on their meetings are made under their own Zoom user.
     *
     * @return the address of the Zoom user
     * @throws ConnectFailedException if it is not connected, with the reason
     */
    String complete(OAuth2AuthorizationRequest consent, String code) {
        String workspace = consent.getAttribute(ZoomOAuth.WORKSPACE);
        String email = consent.getAttribute(HOST);
        Connections.Consented given = connections.consented(consent, code);
        UUID former = transactions.execute(status -> {
            UUID before = jdbc.sql("select grant_id from host_connection where workspace_id = ? and host_email = ? for update")
                    .params(workspace, email).query((row, number) -> row.getObject(1, UUID.class)).list().stream()
                    .filter(Objects::nonNull).findFirst().orElse(null);
            Grant grant = connections.storeForHost(workspace, given, before);
            boolean whole = given.missing().isEmpty();
            int used = jdbc.sql("""
                    update host_connection set grant_id = :grant, own = true, status = :status, problem = :problem,
                      invitation_hash = null, invited_until = null, connected_at = :now
                    where workspace_id = :workspace and host_email = :email and invitation_hash = :hash
                      and invited_until > :now""")
                    .param("grant", grant.id()).param("status", whole ? "CONNECTED" : "RECONNECT_REQUIRED")
                    .param("problem", whole ? null : Problems.missing(given.missing()).detail(), Types.VARCHAR)
                    .param("now", Sql.time(clock.instant())).param("workspace", workspace).param("email", email)
                    .param("hash", (String) consent.getAttribute(INVITATION)).update();
            if (used == 0) {
                throw new ConnectFailedException(Problems.notBegunHere());
            }
            return before == null || before.equals(grant.id()) ? null : before;
        });
        tokens.forget(workspace);
        if (former != null) {
            connections.endIfUnused(former);
        }
        if (!given.missing().isEmpty()) {
            throw new ConnectFailedException(Problems.missing(given.missing()));
        }
        audit.record(workspace, email, "host.connected", given.user().email(), null);
        events.publishEvent(new ConnectionEvents.Connected(workspace, given.user().id(), false));
        return given.user().email();
    }

    /** Whether the workspace works with a Zoom user of this address. */
    public boolean isKnown(String workspace, String zoomUser) {
        return grant(workspace, zoomUser).isPresent();
    }

    /** Meetings of this member of staff are made under a Zoom user that {@link #isKnown} knows; null: the workspace's. */
    @Transactional
    public void choose(String workspace, String email, String zoomUser, String actor) {
        if (zoomUser == null) {
            jdbc.sql("delete from host_connection where workspace_id = ? and host_email = ? and not own")
                    .params(workspace, key(email)).update();
        } else {
            prepare(workspace, email);
            jdbc.sql("""
                    update host_connection set grant_id = :grant, own = false, status = 'CONNECTED', problem = null
                    where workspace_id = :workspace and host_email = :email""")
                    .param("grant", grant(workspace, zoomUser).orElseThrow()).param("workspace", workspace)
                    .param("email", key(email)).update();
        }
        audit.record(workspace, actor, "host.chosen", key(email), zoomUser);
        tokens.forget(workspace);
    }

    /** What is set for this member of staff ends; a grant that nobody uses any more ends at Zoom too. */
    public void disconnect(String workspace, String email, String actor) {
        UUID grant = transactions.execute(status -> {
            UUID before = jdbc.sql("select grant_id from host_connection where workspace_id = ? and host_email = ? for update")
                    .params(workspace, key(email)).query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                    .optional().flatMap(found -> found).orElse(null);
            jdbc.sql("delete from host_connection where workspace_id = ? and host_email = ?").params(workspace, key(email)).update();
            return before;
        });
        audit.record(workspace, actor, "host.disconnected", key(email), null);
        tokens.forget(workspace);
        if (grant != null) {
            connections.endIfUnused(grant);
        }
    }

    private void prepare(String workspace, String email) {
        jdbc.sql("""
                insert into host_connection (workspace_id, host_email, own, status) values (?, ?, true, 'NOT_CONNECTED')
                on conflict do nothing""").params(workspace, key(email)).update();
    }

    private Optional<UUID> grant(String workspace, String zoomUser) {
        return jdbc.sql("""
                select g.id from zoom_grant g where lower(g.email) = :email and (
                  exists (select 1 from zoom_connection c where c.grant_id = g.id and c.workspace_id = :workspace
                    and c.status = 'CONNECTED')
                  or exists (select 1 from host_connection h where h.grant_id = g.id and h.workspace_id = :workspace
                    and h.status = 'CONNECTED')) order by g.id limit 1""")
                .param("email", key(zoomUser)).param("workspace", workspace).query(UUID.class).optional();
    }

    private Host host(ResultSet row, int number) throws SQLException {
        boolean set = row.getObject("chosen") != null && "CONNECTED".equals(row.getString("status"));
        String zoomUser = row.getString("zoom_email");
        Instant until = Sql.instant(row, "invited_until");
        return new Host(row.getString("email"), set ? row.getBoolean("own") ? "own" : "chosen" : zoomUser == null ? "none" : "default",
                zoomUser, row.getObject("plan", Integer.class), row.getInt("used"), row.getString("problem"),
                until != null && until.isAfter(clock.instant()));
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
