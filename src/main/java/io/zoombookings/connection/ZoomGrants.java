package io.zoombookings.connection;

import io.zoombookings.secret.SecretUnreadableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The grants as a whole, for the clock: renewed before their tokens run out. Safe on several nodes at once. */
@Component("zoomBookings.zoomGrants")
public class ZoomGrants {

    private static final Logger LOG = LoggerFactory.getLogger(ZoomGrants.class);
    private static final int BATCH = 100;
    /** Failures in one run after which the token endpoint is left alone until the next. */
    private static final int ENOUGH = 3;

    private final GrantStore grants;
    private final StoredZoomTokens tokens;

    ZoomGrants(GrantStore grants, StoredZoomTokens tokens) {
        this.grants = grants;
        this.tokens = tokens;
    }

    /**
     * Renews the grants that are due, the most urgent first; a failure is tried again half a minute to a minute later.
     *
     * @return how many were renewed
     */
    public int refreshDue() {
        int renewed = 0;
        int failed = 0;
        for (GrantStore.Due due : grants.due(BATCH)) {
            try {
                // With another version somebody has renewed it since.
                Optional<Grant> grant = grants.find(due.id()).filter(found -> found.version() == due.version());
                if (grant.isPresent()) {
                    tokens.refreshed(grant.get());
                    renewed++;
                }
            } catch (ZoomNotConnectedException e) {
                LOG.warn("The grant {} ended: {}", due.id(), e.getMessage());
            } catch (SecretUnreadableException e) {
                LOG.error("The grant {} cannot be renewed: {}", due.id(), e.getMessage());
            } catch (ZoomTokenUnavailableException e) {
                failed++;
                if (failed == ENOUGH) {
                    LOG.warn("Zoom does not renew tokens now: {}", e.getMessage());
                    return renewed;
                }
            }
        }
        return renewed;
    }
}
