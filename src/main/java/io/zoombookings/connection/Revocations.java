package io.zoombookings.connection;

import io.zoombookings.connection.ZoomOAuthException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tells Zoom that a grant has ended here. The tokens are out of the database by then and live in this memory only: while
 * Zoom does not answer the revocation is repeated, at most for an hour, which is as long as the access token is good; after
 * that, or after a restart, the app stays listed in the user's Zoom account until the user removes it there, but nothing
 * here can use it.
 */
@Component
class Revocations implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
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

    Revocations(ZoomOAuth oauth, GrantStore grants, Clock clock) {
        this.oauth = oauth;
        this.grants = grants;
        this.clock = clock;
    }

    /** Returns at once; the person who disconnects does not wait for Zoom. */
    void revoke(Grant grant) {
        schedule(grant, Duration.ZERO, clock.instant().plus(PATIENCE));
    }

    @Override
    public void destroy() {
        work.shutdownNow();
    }

    private void schedule(Grant grant, Duration pause, Instant until) {
        try {
            work.schedule(() -> attempt(grant, pause, until), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.warn("The application stops before Zoom has heard of the revocation for user {}", grant.zoomUserId());
        }
    }

    private void attempt(Grant grant, Duration pause, Instant until) {
        Grant next = grant;
        try {
            if (grants.exists(grant.zoomUserId())) {
                // The same user has connected again: that has killed the old tokens, and to revoke would end the new ones.
                return;
            }
            next = live(grant);
            oauth.revoke(next.accessToken());
            LOG.info("The grant of the Zoom user {} is revoked at Zoom", grant.zoomUserId());
        } catch (ZoomOAuthException e) {
            if (e.kind() == Kind.INVALID_GRANT) {
                LOG.info("The grant of the Zoom user {} was gone at Zoom already", grant.zoomUserId());
            } else {
                again(next, pause, until, e);
            }
        } catch (RuntimeException e) {
            again(next, pause, until, e);
        }
    }

    /** Zoom revokes by a live access token only. */
    private Grant live(Grant grant) {
        if (grant.expiresAt().isAfter(clock.instant())) {
            return grant;
        }
        TokenPair pair = oauth.refresh(grant.accessToken(), grant.refreshToken());
        return new Grant(grant.id(), grant.zoomUserId(), grant.accountId(), grant.email(), grant.version(),
                pair.accessToken(), pair.refreshToken(), clock.instant().plus(pair.lifetime()), grant.connectedAt());
    }

    private void again(Grant grant, Duration pause, Instant until, RuntimeException e) {
        if (clock.instant().isAfter(until)) {
            LOG.warn("Zoom was not told that the grant of the user {} has ended: {}", grant.zoomUserId(), e.getMessage());
            return;
        }
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        schedule(grant, longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer, until);
    }
}
