package io.zoombookings.connection;

import io.zoombookings.connection.ZoomOAuthException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tells Zoom that a grant has ended here. The tokens are out of the database by then and live in this memory only: while
 * Zoom does not answer the revocation is repeated, at most for an hour, which is as long as the access token is good; after
 * that, or after a restart, the app stays listed in the user's Zoom account until the user removes it there, but nothing
 * here can use it.
 *
 * <p>A revocation takes the app away from the Zoom user, and with it a consent of the same user that has not come back yet.
 * So the caller waits a moment for Zoom: who connects the same user right afterwards finds the revocation done.
 */
@Component
class Revocations implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
    /** What a person is made to wait for Zoom; connecting and disconnecting hold without it. */
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final ZoomOAuth oauth;
    private final GrantStore grants;
    private final Clock clock;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "zoom-revocation");
        thread.setDaemon(true);
        return thread;
    });

    /** A grant that Zoom is to hear of until an instant. */
    private record Owed(Grant grant, Runnable confirmed, Instant until) {

        String user() {
            return grant.zoomUserId();
        }
    }

    Revocations(ZoomOAuth oauth, GrantStore grants, Clock clock) {
        this.oauth = oauth;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * Returns when Zoom has answered for the first time, after two seconds at most.
     *
     * @param confirmed what to do as soon as Zoom knows; may run in another thread
     * @return whether Zoom knows already
     */
    boolean revoke(Grant grant, Runnable confirmed) {
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        schedule(new Owed(grant, confirmed, clock.instant().plus(PATIENCE)), Duration.ZERO, first);
        try {
            return first.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        int lost = work.shutdownNow().size();
        if (lost > 0) {
            LOG.warn("The application stops before Zoom has heard of {} revocations", lost);
        }
    }

    private void schedule(Owed owed, Duration pause, CompletableFuture<Boolean> first) {
        try {
            work.schedule(() -> attempt(owed, pause, first), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.warn("The application stops before Zoom has heard of the revocation for user {}", owed.user());
            first.complete(false);
        }
    }

    private void attempt(Owed owed, Duration pause, CompletableFuture<Boolean> first) {
        Owed next = owed;
        try {
            // The same user has connected again: that has killed the old tokens, and to revoke would end the new ones.
            if (!grants.exists(owed.user())) {
                next = live(owed);
                oauth.revoke(next.grant().accessToken());
                LOG.info("The grant of the Zoom user {} is revoked at Zoom", owed.user());
            }
            owed.confirmed().run();
            first.complete(true);
        } catch (ZoomOAuthException e) {
            if (e.kind() == Kind.INVALID_GRANT) {
                LOG.info("The grant of the Zoom user {} was gone at Zoom already", owed.user());
                owed.confirmed().run();
                first.complete(true);
            } else {
                again(next, pause, first, e);
            }
        } catch (RuntimeException e) {
            again(next, pause, first, e);
        }
    }

    /** Zoom revokes by a live access token only. */
    private Owed live(Owed owed) {
        Grant grant = owed.grant();
        if (grant.expiresAt().isAfter(clock.instant())) {
            return owed;
        }
        TokenPair pair = oauth.refresh(grant.accessToken(), grant.refreshToken());
        return new Owed(new Grant(grant.id(), grant.zoomUserId(), grant.accountId(), grant.email(), grant.version(),
                pair.accessToken(), pair.refreshToken(), clock.instant().plus(pair.lifetime()), grant.connectedAt()),
                owed.confirmed(), owed.until());
    }

    private void again(Owed owed, Duration pause, CompletableFuture<Boolean> first, RuntimeException e) {
        first.complete(false);
        if (clock.instant().isAfter(owed.until())) {
            LOG.warn("Zoom was not told that the grant of the user {} has ended: {}", owed.user(), e.getMessage());
            return;
        }
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        schedule(owed, longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer, first);
    }
}
