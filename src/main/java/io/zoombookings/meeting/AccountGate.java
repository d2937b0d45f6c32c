package io.zoombookings.meeting;

import io.zoombookings.Cause;
import io.zoombookings.Jitter;
import java.time.Duration;
import java.time.Instant;

/**
 * How far this node may go on with one Zoom account, or with Zoom as a whole. It is shut as long as Zoom limits it; after
 * several failures in a row it lets one call through from time to time, until one is answered; and of calls that are too
 * fast for Zoom it lets through half as many a second, then one more each second. Safe for several threads.
 */
final class AccountGate {

    private static final int FAILURES_BEFORE_PAUSE = 3;
    private static final int LONGEST_PAUSE = 30;
    private static final int LONGEST_REFUSAL = 60;
    /** By then a call that was let through to try has ended. */
    private static final Duration TRIAL = Duration.ofSeconds(15);

    private final int most;
    private Instant limitedUntil = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;
    private Cause reason;
    private int failures;
    private boolean trying;
    private int refusals;
    private Instant second = Instant.EPOCH;
    private int perSecond;
    private int passed;
    private boolean slowed;

    /** @param most calls a second from which on their rate does not matter */
    AccountGate(int most) {
        this.most = most;
        this.perSecond = most;
    }

    /** Lets one call through, or not. */
    synchronized boolean pass(Instant now) {
        if (until(now).isAfter(now)) {
            return false;
        }
        if (failures >= FAILURES_BEFORE_PAUSE) {
            trying = true;
            pausedUntil = now.plus(TRIAL);
            return true;
        }
        long seconds = Duration.between(second, now).toSeconds();
        if (seconds != 0) {
            perSecond = slowed ? perSecond : (int) Math.min(most, perSecond + Math.max(0, seconds));
            slowed = false;
            second = now;
            passed = 0;
        }
        if (perSecond < most && passed >= perSecond) {
            return false;
        }
        passed++;
        return true;
    }

    /** When a call may be let through again; {@code now} if one may be now. */
    synchronized Instant until(Instant now) {
        Instant paused = isPaused(now) ? pausedUntil : now;
        return limitedUntil.isAfter(paused) ? limitedUntil : paused;
    }

    /** Whether a call that was let through must not be made any more. */
    synchronized boolean closed(Instant now) {
        return limitedUntil.isAfter(now) || isPaused(now) && !trying;
    }

    /** A pause longer than there are any is one of a clock that was set back. */
    private boolean isPaused(Instant now) {
        return pausedUntil.isAfter(now) && !pausedUntil.isAfter(now.plusSeconds(LONGEST_PAUSE));
    }

    /** Until when Zoom limits the account; an instant in the past if it does not. */
    synchronized Instant limitedUntil() {
        return limitedUntil;
    }

    /** Why it is or was shut last, or null. */
    synchronized Cause reason() {
        return reason;
    }

    synchronized int failures() {
        return failures;
    }

    /** What another node, or this one before it was started anew, has found out. */
    synchronized void learn(Instant limited, Cause why, int failuresInARow) {
        if (limited != null && limited.isAfter(limitedUntil)) {
            limitedUntil = limited;
            reason = why;
        }
        failures = failures == 0 ? failuresInARow : failures;
    }

    synchronized void limit(Instant until, Cause why) {
        limitedUntil = until.isAfter(limitedUntil) ? until : limitedUntil;
        reason = why;
    }

    /**
     * There were too many calls a second: several refusals of one second are one.
     *
     * @param told when Zoom takes calls again, as far as it says
     * @return when the next one may be made; later and later while Zoom takes none
     */
    synchronized Instant tooFast(Instant now, Instant told, Cause why) {
        if (!slowed) {
            slowed = true;
            refusals++;
            perSecond = Math.max(1, (Math.min(perSecond, passed) + 1) / 2);
        }
        Instant least = now.plusSeconds(Math.min(LONGEST_REFUSAL, 1L << Math.min(refusals - 1, 6)));
        limit(told.isAfter(least) ? told : least, why);
        return limitedUntil;
    }

    /**
     * A call failed. Those that were under way when a pause began do not make it longer.
     *
     * @return how long a pause begins with it; zero if none does
     */
    synchronized Duration failed(Instant now, Cause why) {
        if (isPaused(now) && !trying) {
            return Duration.ZERO;
        }
        trying = false;
        failures++;
        if (failures < FAILURES_BEFORE_PAUSE) {
            return Duration.ZERO;
        }
        long millis = 1000L * Math.min(LONGEST_PAUSE, 1L << Math.min(failures - FAILURES_BEFORE_PAUSE, 5));
        Duration pause = Duration.ofMillis(millis).minus(Jitter.upTo(Duration.ofMillis(millis / 4), now));
        pausedUntil = now.plus(pause);
        reason = why;
        return pause;
    }

    /** Zoom has answered: failures before are forgotten. */
    synchronized void answered() {
        failures = 0;
        trying = false;
        pausedUntil = Instant.MIN;
    }

    /** Zoom has done what it was asked: it takes as many calls as are made. */
    synchronized void done() {
        answered();
        refusals = 0;
    }
}
