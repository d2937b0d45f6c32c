package io.zoombookings.notification;

import io.zoombookings.Jitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much mail this node has in work, and whether it may send at all: not without a sender, and after failures of the
 * server only one from time to time, until one is taken. What is not ended, because its claim was rolled back, counts until
 * its lease has run out. Safe for several threads.
 */
@Component
class MailGate {

    private static final int LIMIT = 512;
    private static final int FAILURES_BEFORE_AWAY = 3;
    private static final int LONGEST_PAUSE = 30;

    private final Clock clock;
    private final boolean sender;
    private final Map<UUID, Mailing> active = new ConcurrentHashMap<>();
    private int failures;
    private int pauses;
    private Instant pausedUntil = Instant.MIN;
    private volatile boolean moreDue;

    MailGate(Clock clock, @Value("${mail.from:}") String from) {
        this.clock = clock;
        this.sender = !from.isBlank();
    }

    /** How many mails may be claimed now. */
    synchronized int room() {
        Instant now = clock.instant();
        if (!sender || isPaused(now)) {
            return 0;
        }
        active.values().removeIf(mailing -> mailing.leaseUntil().isBefore(now));
        int room = Math.max(0, LIMIT - active.values().stream().mapToInt(mailing -> mailing.ids().size()).sum());
        return failures > 0 ? Math.min(room, active.isEmpty() ? 1 : 0) : room;
    }

    /** Whether mails are due that there was no room for. */
    void moreDue(boolean more) {
        moreDue = more;
    }

    /** Whether a look for more is worth it: there is some room by now. */
    synchronized boolean isMoreDue() {
        return moreDue && (active.isEmpty() || room() >= LIMIT / 8);
    }

    void begin(Mailing mailing) {
        active.put(mailing.lease(), mailing);
    }

    void end(Mailing mailing) {
        active.remove(mailing.lease());
    }

    /** Whether the server has failed so often that what is in work already is not worth a try now. */
    synchronized boolean isAway() {
        return failures >= FAILURES_BEFORE_AWAY && isPaused(clock.instant());
    }

    /** A pause longer than there are any is one of a clock that was set back. */
    private boolean isPaused(Instant now) {
        return pausedUntil.isAfter(now) && !pausedUntil.isAfter(now.plusSeconds(LONGEST_PAUSE));
    }

    /** The server took a mail. */
    synchronized void answered() {
        failures = 0;
        pauses = 0;
        pausedUntil = Instant.MIN;
    }

    /** The server could not be talked to. Those mails that were in work when a pause began do not make it longer. */
    synchronized void failed() {
        failures++;
        Instant now = clock.instant();
        if (!isPaused(now)) {
            long millis = 1000L * Math.min(LONGEST_PAUSE, 1L << Math.min(pauses, 5));
            pausedUntil = now.plusMillis(millis).minus(Jitter.upTo(Duration.ofMillis(millis / 4), now));
            pauses++;
        }
    }
}
