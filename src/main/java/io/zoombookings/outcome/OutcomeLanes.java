package io.zoombookings.outcome;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much this node delivers at once. Each callback has a narrow lane of its own, and the result endpoint a wide one, so
 * that a slow or dead receiver holds up nobody else; a lane whose receiver fails rests for a while. Safe for several threads.
 */
@Component
class OutcomeLanes {

    /** At most so many calls to one workspace's callback. */
    static final int CALLBACK_WIDTH = 2;
    private static final int FAILURES_BEFORE_REST = 3;
    private static final long LONGEST_REST = 30;
    /** No workspace has this name. */
    private static final String RESULT = "";

    private final Clock clock;
    private final int limit;
    private final boolean result;
    private final Map<UUID, Outcome> active = new HashMap<>();
    private final Map<String, Rest> rests = new HashMap<>();

    private record Rest(int failures, Instant until) {
    }

    OutcomeLanes(Clock clock, @Value("${outcome.delivery.concurrency:32}") int limit,
            @Value("${booking.result-uri:}") String resultUri) {
        this.clock = clock;
        this.limit = limit;
        this.result = !resultUri.isBlank();
    }

    /** How many outcomes may be claimed now. */
    synchronized int room() {
        Instant now = clock.instant();
        // What has lost its lease is another node's, however it ended here.
        active.values().removeIf(outcome -> !outcome.leaseUntil().isAfter(now));
        return Math.max(0, limit - active.size());
    }

    /** Whether there is a result endpoint, with room for more. */
    synchronized boolean resultOpen() {
        return result && !closed().contains(RESULT);
    }

    /** Workspaces whose callback must not be given more now. */
    synchronized Set<String> closed() {
        return closed(clock.instant());
    }

    synchronized void begin(Outcome outcome) {
        active.put(outcome.lease(), outcome);
    }

    synchronized void end(Outcome outcome) {
        active.remove(outcome.lease());
    }

    /** The receiver took an outcome. */
    synchronized void answered(Outcome outcome) {
        rests.remove(lane(outcome));
    }

    /** The receiver did not. */
    synchronized void failed(Outcome outcome) {
        Instant now = clock.instant();
        rests.compute(lane(outcome), (lane, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            int further = failures - FAILURES_BEFORE_REST;
            return new Rest(failures, further < 0 ? now : now.plusSeconds(Math.min(LONGEST_REST, 1L << Math.min(further, 5))));
        });
    }

    private Set<String> closed(Instant now) {
        Map<String, Long> busy = active.values().stream()
                .collect(Collectors.groupingBy(OutcomeLanes::lane, Collectors.counting()));
        Set<String> closed = new HashSet<>();
        busy.forEach((lane, count) -> {
            if (count >= (lane.equals(RESULT) ? Math.max(1, limit / 2) : CALLBACK_WIDTH)) {
                closed.add(lane);
            }
        });
        rests.forEach((lane, rest) -> {
            if (rest.until().isAfter(now)) {
                closed.add(lane);
            }
        });
        return closed;
    }

    private static String lane(Outcome outcome) {
        return switch (outcome.target()) {
            case RESULT -> RESULT;
            case CALLBACK -> outcome.workspace();
            case HOOK -> outcome.callback().toString();
        };
    }
}
