package io.zoombookings.notification;

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
 * server only a little from time to time. What is not ended, because its claim was rolled back, counts until its lease has run out.
 * Safe for several threads.
 */
@Component
class MailGate {

    private static final int LIMIT = 512;
    private static final int BATCH = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private final boolean sender;
    private final Map<UUID, Mailing> active = new ConcurrentHashMap<>();
    private int failures;
    private Instant pausedUntil = Instant.MIN;

    MailGate(Clock clock, @Value("${mail.from:}") String from) {
        this.clock = clock;
        this.sender = !from.isBlank();
    }

    /** How many mails may be claimed now. */
    synchronized int room() {
        Instant now = clock.instant();
        if (!sender || pausedUntil.isAfter(now)) {
            return 0;
        }
        active.values().removeIf(mailing -> mailing.leaseUntil().isBefore(now));
        int room = Math.max(0, LIMIT - active.values().stream().mapToInt(mailing -> mailing.ids().size()).sum());
        return failures > 0 ? Math.min(room, active.isEmpty() ? 1 : 0) : Math.min(room, BATCH);
    }

    void begin(Mailing mailing) {
        active.put(mailing.lease(), mailing);
    }

    void end(Mailing mailing) {
        active.remove(mailing.lease());
    }

    /** The server took a mail. */
    synchronized void answered() {
        failures = 0;
    }

    /** The server could not be talked to. */
    synchronized void failed() {
        failures++;
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 5));
        pausedUntil = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
