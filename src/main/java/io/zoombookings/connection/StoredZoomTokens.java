package io.zoombookings.connection;

import io.zoombookings.Cause;
import io.zoombookings.Jitter;
import io.zoombookings.connection.ZoomOAuthException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stored grants' tokens. A refresh happens once: on a node one thread does it and the others wait for its result; among
 * nodes the lock of the grant's row decides, and who gets it second finds the new tokens there.
 *
 * <p>The lock is held while Zoom answers, against the rule for all other work: Zoom's old refresh token is dead at once, so
 * a second request with it would end the grant. {@link ZoomOAuth} answers within seconds whatever happens.
 */
@Component
class StoredZoomTokens implements ZoomTokens {

    private static final Logger LOG = LoggerFactory.getLogger(StoredZoomTokens.class);
    /** What an access token handed out has left at least. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** For how long a row may be used without reading it again; a disconnect by another node is noticed after this. */
    private static final Duration MEMORY = Duration.ofSeconds(1);
    /** After a failure callers get the same answer for this long, in place of one more request to an ailing Zoom. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final GrantStore grants;
    private final ConnectionStore connections;
    private final ZoomOAuth oauth;
    private final TransactionTemplate transactions;
    private final Clock clock;

    private final Map<String, Remembered> memory = new ConcurrentHashMap<>();
    private final Map<UUID, CompletableFuture<Grant>> refreshing = new ConcurrentHashMap<>();
    private final Map<UUID, Failure> failures = new ConcurrentHashMap<>();
    private final Map<UUID, Unsaved> unsaved = new ConcurrentHashMap<>();

    private record Remembered(Grant grant, Instant until) {
    }

    private record Failure(String message, Instant until) {
    }

    /** A pair that Zoom has given but the database has not taken: lost, it would cost the grant. */
    private record Unsaved(long version, TokenPair pair) {
    }

    /** How a refresh ended, told after its transaction is committed. */
    private record Ending(Grant grant, String gone, String failed) {
    }

    StoredZoomTokens(GrantStore grants, ConnectionStore connections, ZoomOAuth oauth, TransactionTemplate transactions,
            Clock clock) {
        this.grants = grants;
        this.connections = connections;
        this.oauth = oauth;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String accessToken(String workspace) {
        Remembered remembered = memory.get(workspace);
        Grant grant = remembered != null && clock.instant().isBefore(remembered.until())
                ? remembered.grant() : read(workspace);
        return (isFresh(grant) ? grant : refreshed(workspace, grant)).accessToken();
    }

    @Override
    public String replacement(String workspace, String refused) {
        Grant grant = read(workspace);
        boolean replaced = !grant.accessToken().equals(refused) && isFresh(grant);
        return (replaced ? grant : refreshed(workspace, grant)).accessToken();
    }

    /** A workspace's connection was changed on this node: the next call reads it again. */
    void forget(String workspace) {
        memory.keySet().removeIf(name -> name.equals(workspace) || name.startsWith(workspace + "/"));
    }

    /**
     * One refresh for all who ask at the same time.
     *
     * @param stale the grant with the tokens found wanting; who has newer ones already is answered with those
     */
    Grant refreshed(Grant stale) {
        CompletableFuture<Grant> mine = new CompletableFuture<>();
        CompletableFuture<Grant> running = refreshing.putIfAbsent(stale.id(), mine);
        if (running != null) {
            Grant fresh = await(running);
            // A flight that had begun before the tokens were read that were found wanting is not the one to wait for.
            return fresh.version() > stale.version() ? fresh : refreshed(stale);
        }
        try {
            Grant fresh = refresh(stale);
            refreshing.remove(stale.id());
            mine.complete(fresh);
            return fresh;
        } catch (RuntimeException e) {
            refreshing.remove(stale.id());
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private Grant refreshed(String workspace, Grant stale) {
        Grant fresh = refreshed(stale);
        remember(workspace, fresh);
        return fresh;
    }

    private Grant read(String workspace) {
        forget(workspace);
        Grant grant = grants.usable(workspace).orElseThrow(() -> new ZoomNotConnectedException(
                "The workspace " + workspace + " is not connected to Zoom"));
        if (isFresh(grant)) {
            remember(workspace, grant);
        }
        return grant;
    }

    private void remember(String workspace, Grant grant) {
        memory.put(workspace, new Remembered(grant, clock.instant().plus(MEMORY)));
    }

    private boolean isFresh(Grant grant) {
        return grant.expiresAt().isAfter(clock.instant().plus(MARGIN));
    }

    private Grant refresh(Grant stale) {
        Failure failure = failures.get(stale.id());
        if (failure != null && clock.instant().isBefore(failure.until())) {
            throw new ZoomTokenUnavailableException(failure.message(), null);
        }
        Ending ending;
        try {
            ending = transactions.execute(transaction -> refreshUnderLock(stale));
        } catch (DataAccessException | TransactionException e) {
            throw new ZoomTokenUnavailableException("The grant could not be locked, read or stored", e);
        }
        unsaved.remove(stale.id());
        if (ending.gone() != null) {
            throw new ZoomNotConnectedException(ending.gone());
        }
        if (ending.failed() != null) {
            failures.put(stale.id(), new Failure(ending.failed(), clock.instant().plus(PAUSE)));
            throw new ZoomTokenUnavailableException(ending.failed(), null);
        }
        failures.remove(stale.id());
        return ending.grant();
    }

    private Ending refreshUnderLock(Grant stale) {
        Optional<Grant> locked = grants.lock(stale.id());
        if (locked.isEmpty()) {
            return new Ending(null, "Zoom was disconnected", null);
        }
        Grant current = locked.get();
        if (current.version() != stale.version()) {
            return new Ending(current, null, null);
        }
        if (!grants.isInUse(current.id())) {
            return new Ending(null, "Zoom must be connected again", null);
        }
        try {
            Grant fresh = grants.renew(current, pair(current));
            connections.clearProblem(current.id());
            return new Ending(fresh, null, null);
        } catch (ZoomOAuthException e) {
            return failed(current, e);
        }
    }

    private TokenPair pair(Grant current) {
        Unsaved kept = unsaved.get(current.id());
        if (kept != null && kept.version() == current.version()) {
            return kept.pair();
        }
        TokenPair pair = oauth.refresh(current.accessToken(), current.refreshToken());
        unsaved.put(current.id(), new Unsaved(current.version(), pair));
        return pair;
    }

    private Ending failed(Grant current, ZoomOAuthException e) {
        LOG.warn("Tokens of the Zoom user {} were not renewed: {}", current.zoomUserId(), e.getMessage());
        if (e.kind() == Kind.INVALID_GRANT) {
            Cause gone = Cause.of(Cause.Kind.GRANT_GONE);
            connections.reconnectRequired(current.id(), gone);
            return new Ending(null, gone.sentence(), null);
        }
        if (e.kind() == Kind.CLIENT_REFUSED) {
            connections.problem(current.id(), "Zoom does not accept ZOOM_CLIENT_ID with ZOOM_CLIENT_SECRET, or the app was"
                    + " switched off: compare both with the app's credentials in the Zoom App Marketplace. Meetings wait"
                    + " until then.");
        } else if (!isFresh(current)) {
            connections.problem(current.id(), "Zoom does not renew the connection at the moment; this is tried again until"
                    + " it answers, and meetings wait until then.");
        }
        grants.postpone(current.id(), RETRY.plus(Jitter.upTo(RETRY, clock.instant())));
        return new Ending(null, null, e.getMessage());
    }

    private static Grant await(CompletableFuture<Grant> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            // Each caller gets an exception of its own, with its own stack trace.
            if (e.getCause() instanceof ZoomNotConnectedException gone) {
                throw new ZoomNotConnectedException(gone.getMessage());
            }
            throw new ZoomTokenUnavailableException(e.getCause().getMessage(), e.getCause());
        }
    }
}
