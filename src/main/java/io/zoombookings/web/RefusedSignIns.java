package io.zoombookings.web;

import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes wrong and put off sign-ins into the audit log: one entry a minute for a name and an address, with the number of
 * those since the one before, so that a storm does not fill the log. A name that is nobody's is not written down: it may be
 * a password in the wrong field. Safe for several threads.
 */
@Component
class RefusedSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedSignIns.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 5000;

    private record Count(Instant told, int since) {
    }

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private final Administrators administrators;
    private final Audit audit;
    private final Clock clock;

    RefusedSignIns(Administrators administrators, Audit audit, Clock clock) {
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    void wrong(Guesses.Guess guess) {
        record(guess, "session.refused");
    }

    void putOff(Guesses.Guess guess) {
        record(guess, "session.put-off");
    }

    private void record(Guesses.Guess guess, String action) {
        String actor = administrators.find(guess.name()).isPresent() ? guess.name() : "somebody unknown";
        int before = toTell(action + " " + actor + " " + guess.network());
        if (before >= 0) {
            try {
                audit.record(null, actor, action, null, before == 0 ? null : before + " more since the entry before");
            } catch (DataAccessException e) {
                LOG.warn("A refused sign-in is not in the audit log: {}", e.getMessage());
            }
        }
    }

    /** How many were not told since the last one that was; -1 if this one is not to be told. */
    private synchronized int toTell(String key) {
        Count count = counts.get(key);
        Instant now = clock.instant();
        if (count != null && now.isBefore(count.told().plus(PERIOD))) {
            counts.put(key, new Count(count.told(), count.since() + 1));
            return -1;
        }
        counts.put(key, new Count(now, 0));
        return count == null ? 0 : count.since();
    }
}
