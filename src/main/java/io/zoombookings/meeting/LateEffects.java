package io.zoombookings.meeting;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long Zoom may take to do what it was asked after nobody waits for its reply any more, and when to look meanwhile:
 * soon at first, with pauses that rise. A look that finds nothing proves nothing before that time is over. Pure.
 */
@Component
final class LateEffects {

    /** Within five minutes of taking effect a surplus meeting is gone: there must be time left to delete it. */
    private static final Duration LONGEST = Duration.ofMinutes(4);
    /** Where looks fail for long, and nothing can take effect any more. */
    private static final Duration LONGEST_IN_VAIN = Duration.ofHours(1);

    private final Duration most;
    private final Duration first;

    /**
     * @param most  from then on what was sent certainly has no effect any more; over a minute was seen at Zoom
     * @param first pause between looks
     */
    LateEffects(@Value("${meeting.sync.late-effects:30m}") Duration most,
            @Value("${meeting.sync.first-look:30s}") Duration first) {
        this.most = most;
        this.first = first;
    }

    /** Whether a look that began at {@code looked} has seen all that could come of a request; null: there was none. */
    boolean over(Instant asked, Instant looked) {
        return asked == null || !looked.isBefore(asked.plus(most));
    }

    /** When to look again. {@code asked}: when the last request without a reply was sent, or null. */
    Instant next(Instant asked, Instant now) {
        Duration since = asked == null ? Duration.ZERO : Duration.between(asked, now);
        return now.plus(since.compareTo(first) < 0 ? first : shorter(since, LONGEST));
    }

    /** The same after looks that failed, {@code attempts} in a row. */
    Instant nextAfterFailure(Instant asked, int attempts, Instant now) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts, 10));
        return now.plus(shorter(pause, asked == null || over(asked, now) ? LONGEST_IN_VAIN : LONGEST));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
