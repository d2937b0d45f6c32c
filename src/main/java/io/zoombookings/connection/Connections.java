package io.zoombookings.connection;

import io.zoombookings.Cause;
import io.zoombookings.connection.ConnectionEvents.Connected;
import io.zoombookings.connection.ConnectionEvents.Disconnected;
import io.zoombookings.connection.ConnectionEvents.ReconnectRequired;
import io.zoombookings.connection.ConnectionStore.Row;
import io.zoombookings.workspace.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The life of connections: begun, completed, tested, ended here or at Zoom. Every change is one short transaction, and Zoom
 * is talked to before or after it. Safe for several threads and nodes.
 */
@Component
public class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int TRIES = 5;

    private final ConnectionStore connections;
    private final GrantStore grants;
    private final StoredZoomTokens tokens;
    private final ZoomSettings settings;
    private final ZoomOAuth oauth;
    private final ZoomUsers users;
    private final Revocations revocations;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * How connecting ended.
     *
     * @param email  the Zoom user's
     * @param former the email of the Zoom user that was connected until now, where it is another one; else null
     * @param listed whether the app may still be listed in the account of {@code former}, where nothing uses it any more
     */
    public record Completion(String email, String former, boolean listed) {
    }

    /** A transaction's result, with the grant that it left without a workspace and that is to end at Zoom; or null. */
    private record Change<T>(T result, Grant unused) {
    }

    Connections(ConnectionStore connections, GrantStore grants, StoredZoomTokens tokens, ZoomSettings settings,
            ZoomOAuth oauth, ZoomUsers users, Revocations revocations, Audit audit, ApplicationEventPublisher events,
            TransactionTemplate transactions, JdbcClient jdbc, Clock clock) {
        this.connections = connections;
        this.grants = grants;
        this.tokens = tokens;
        this.settings = settings;
        this.oauth = oauth;
        this.users = users;
        this.revocations = revocations;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins a consent; the connection stays as it is until it comes back.
     *
     * @return what to ask Zoom, to be kept in the browser's session
     * @throws ConnectFailedException if there is no Zoom app to connect with
     */
    public OAuth2AuthorizationRequest beginConnect(String workspace) {
        if (!settings.isConfigured()) {
            throw new ConnectFailedException(Problems.notConfigured());
        }
        connections.pending(workspace);
        return oauth.consent(workspace);
    }

    /** A consent came back without one: what was there before stays. */
    public void abandon(String workspace, String actor, String reason) {
        connections.notPending(workspace);
        audit.record(workspace, actor, "zoom.connect-failed", null, reason);
    }

    /**
     * A consent came back with a code: tokens, person, permissions, and the workspace is connected.
     *
     * @throws ConnectFailedException if it is not, with the reason; where a permission is missing the grant is kept, and
     *     the connection waits as {@code RECONNECT_REQUIRED} until it is given in full
     */
    public Completion complete(OAuth2AuthorizationRequest consent, String code, String actor) {
        String workspace = consent.getAttribute(ZoomOAuth.WORKSPACE);
        try {
            Consented given = consented(consent, code);
            ZoomUser user = given.user();
            Set<String> missing = given.missing();
            Change<String> change = change(() -> store(workspace, user, given.pair(), missing, actor));
            tokens.forget(workspace);
            boolean listed = change.unused() != null && !revocations.revoke(change.unused(), () -> { });
            if (!missing.isEmpty()) {
                throw new ConnectFailedException(Problems.missing(missing));
            }
            return new Completion(user.email(), change.result(), listed);
        } catch (ConnectFailedException e) {
            abandon(workspace, actor, e.problem().title() + ": " + e.problem().detail());
            throw e;
        }
    }

    /**
     * Ends a connection here at once and, when no other workspace uses its grant, at Zoom too. Until Zoom has confirmed that,
     * the connection's problem says what may be left to do there.
     */
    public void disconnect(String workspace, String actor) {
        Grant unused = change(() -> {
            Optional<Row> before = connections.find(workspace);
            UUID id = before.map(Row::grant).orElse(null);
            Optional<Grant> grant = id == null ? Optional.empty() : grants.lock(id);
            Optional<Row> row = connections.lock(workspace);
            checkUnchanged(id, row);
            if (row.isEmpty() || id == null && row.get().status() == ConnectionStatus.NOT_CONNECTED) {
                connections.notPending(workspace);
                return new Change<>(null, null);
            }
            connections.disconnected(workspace, null);
            audit.record(workspace, actor, "zoom.disconnect", grant.map(Grant::email).orElse(null), null);
            events.publishEvent(new Disconnected(workspace));
            Optional<Grant> last = grant.filter(this::deleteIfUnused);
            last.ifPresent(gone -> connections.disconnected(workspace, Problems.stillListed(gone.email())));
            return new Change<>(null, last.orElse(null));
        }).unused();
        tokens.forget(workspace);
        if (unused != null) {
            revocations.revoke(unused, () -> connections.withdrawn(workspace, Problems.stillListed(unused.email())));
        }
    }

    /**
     * Asks Zoom who is connected, over the wire that meetings use.
     *
     * @return the email of the Zoom user
     * @throws ConnectFailedException if the connection does not work, with the reason
     */
    public String test(String workspace, String actor) {
        try {
            ZoomUser user = users.of(workspace);
            audit.record(workspace, actor, "zoom.test", user.email(), "works");
            return user.email();
        } catch (ConnectFailedException e) {
            audit.record(workspace, actor, "zoom.test", null, e.problem().title());
            throw e;
        }
    }

    /**
     * The app was removed at Zoom: tokens go, and each workspace is told once. Nothing happens for an unknown user, for one
     * that was disconnected here already, and for one that has connected again since.
     *
     * @param at when it was removed, by Zoom's clock
     */
    void deauthorized(String accountId, String zoomUserId, Instant at) {
        Optional<Grant> grant = grants.lockByUser(zoomUserId)
                .filter(found -> found.accountId().equals(accountId))
                // A late word of our own revocation must not end a newer connection; Zoom counts in milliseconds.
                .filter(found -> !at.isBefore(found.connectedAt().truncatedTo(ChronoUnit.MILLIS)));
        if (grant.isEmpty()) {
            LOG.info("The app was removed at Zoom for a user without a connection here");
            return;
        }
        Cause cause = Cause.of(Cause.Kind.APP_REMOVED, "account", grant.get().email());
        for (Row user : connections.lockUsers(grant.get().id())) {
            connections.disconnected(user.workspace(), cause.sentence());
            audit.record(user.workspace(), "Zoom", "zoom.removed-at-zoom", grant.get().email(), null);
            events.publishEvent(new Disconnected(user.workspace()));
            if (user.status() == ConnectionStatus.CONNECTED) {
                events.publishEvent(new ReconnectRequired(user.workspace(), cause));
            }
            tokens.forget(user.workspace());
        }
        connections.hostsLost(grant.get().id(), "NOT_CONNECTED", cause.sentence());
        grants.delete(grant.get().id());
    }

    /** The tokens and the person that a consent has given; nothing is stored yet. */
    Consented consented(OAuth2AuthorizationRequest consent, String code) {
        TokenPair pair = exchange(consent, code);
        ZoomUser user = users.behind(pair);
        if (!user.status().isEmpty() && !"active".equals(user.status())) {
            throw new ConnectFailedException(Problems.restricted(user.email()));
        }
        return new Consented(pair, user, Scopes.missing(pair.scopes()));
    }

    /** Stores a grant that is not the workspace's own; {@code former} is the one that it replaces, or null. */
    Grant storeForHost(String workspace, Consented given, UUID former) {
        grants.prepare(given.user(), given.pair());
        grants.lockBoth(given.user().id(), former);
        Grant grant = grants.consent(given.user(), given.pair());
        recoverOthers(workspace, grant);
        return grant;
    }

    /** Ends at Zoom a grant that nobody uses any more. */
    void endIfUnused(UUID id) {
        Grant unused = change(() -> new Change<>(null, grants.lock(id).filter(this::deleteIfUnused).orElse(null))).unused();
        if (unused != null) {
            revocations.revoke(unused, () -> { });
        }
    }

    /** @param missing permissions that were not given */
    record Consented(TokenPair pair, ZoomUser user, Set<String> missing) {
    }

    private TokenPair exchange(OAuth2AuthorizationRequest consent, String code) {
        try {
            return oauth.exchange(consent, code);
        } catch (ZoomOAuthException e) {
            LOG.warn("Zoom gave no tokens for a consent: {}", e.getMessage());
            throw new ConnectFailedException(switch (e.kind()) {
                case INVALID_GRANT -> Problems.authorizationFailed();
                case CLIENT_REFUSED -> Problems.clientRefused();
                case REDIRECT_REFUSED -> Problems.invalidRedirect(settings.redirectUri());
                case UNAVAILABLE -> Problems.unavailable();
            });
        }
    }

    private Change<String> store(String workspace, ZoomUser user, TokenPair pair, Set<String> missing, String actor) {
        connections.prepare(workspace);
        UUID formerId = connections.find(workspace).map(Row::grant).orElse(null);
        grants.prepare(user, pair);
        List<Grant> locked = grants.lockBoth(user.id(), formerId);
        if (locked.stream().noneMatch(grant -> grant.zoomUserId().equals(user.id()))) {
            throw new ConcurrencyFailureException("The grant was deleted by its last workspace meanwhile");
        }
        Row before = connections.lock(workspace).orElseThrow();
        checkUnchanged(formerId, Optional.of(before));
        Grant former = locked.stream().filter(grant -> grant.id().equals(formerId)).findFirst().orElse(null);
        Grant grant = grants.consent(user, pair);
        boolean accountChanged = former == null ? hasMeetingsElsewhere(workspace, user.id())
                : !former.id().equals(grant.id());
        if (missing.isEmpty()) {
            connections.connected(workspace, grant.id(), actor);
            events.publishEvent(new Connected(workspace, user.id(), accountChanged));
            recoverOthers(workspace, grant);
            audit.record(workspace, actor, "zoom.connect", user.email(), null);
        } else {
            Cause cause = Cause.of(Cause.Kind.SCOPES_NOT_GRANTED, "scopes", String.join(", ", missing));
            connections.incomplete(workspace, grant.id(), actor, cause.sentence());
            connections.reconnectRequired(grant.id(), cause);
            if (before.status() == ConnectionStatus.CONNECTED) {
                events.publishEvent(new ReconnectRequired(workspace, cause));
            }
        }
        boolean other = former != null && !former.id().equals(grant.id());
        Grant unused = other && deleteIfUnused(former) ? former : null;
        return new Change<>(other ? former.email() : null, unused);
    }

    /** The new consent has replaced the tokens of every workspace of this Zoom user: those that had lost theirs work again. */
    private void recoverOthers(String workspace, Grant grant) {
        connections.hostsRecovered(grant.id());
        for (Row other : connections.lockUsers(grant.id())) {
            if (!other.workspace().equals(workspace) && other.status() == ConnectionStatus.RECONNECT_REQUIRED) {
                connections.recovered(other.workspace());
                events.publishEvent(new Connected(other.workspace(), grant.zoomUserId(), false));
                audit.record(other.workspace(), "Zoom", "zoom.connect", grant.email(),
                        "by a new consent in the workspace " + workspace);
            }
        }
        connections.clearProblem(grant.id());
    }

    /** After a disconnect the former account is known from the meetings it still holds only. */
    private boolean hasMeetingsElsewhere(String workspace, String zoomUserId) {
        return jdbc.sql("""
                select 1 from occurrence where workspace_id = :workspace and start_at > :now
                  and zoom_user_id is not null and zoom_user_id <> :user limit 1""")
                .param("workspace", workspace).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", zoomUserId).query(Integer.class).optional().isPresent();
    }

    private boolean deleteIfUnused(Grant grant) {
        if (!connections.users(grant.id()).isEmpty() || connections.isUsedByHosts(grant.id())) {
            return false;
        }
        grants.delete(grant.id());
        return true;
    }

    private static void checkUnchanged(UUID grant, Optional<Row> row) {
        if (!Objects.equals(grant, row.map(Row::grant).orElse(null))) {
            throw new ConcurrencyFailureException("The connection was changed by somebody else meanwhile");
        }
    }

    /** Who loses against another change of the same connection begins anew. */
    private <T> Change<T> change(Supplier<Change<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(transaction -> work.get());
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
