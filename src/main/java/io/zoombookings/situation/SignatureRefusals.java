package io.zoombookings.situation;

import io.zoombookings.Meters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where webhooks are refused now: a secret that differs shows as several in a short time, and is over when no more come. Of
 * this node and process. Not thread-safe.
 */
final class SignatureRefusals {

    private static final Duration RECENT = Duration.ofMinutes(15);
    /** A stranger who tries once is nobody's trouble. */
    private static final int SEVERAL = 3;

    private final Map<String, Deque<Look>> looks = new HashMap<>();

    private record Look(Instant at, long refused) {
    }

    List<String> doors(Instant now) {
        return Meters.refusingDoors().stream().filter(door -> grewBy(door, now) >= SEVERAL).toList();
    }

    private long grewBy(String door, Instant now) {
        Deque<Look> seen = looks.computeIfAbsent(door, first -> new ArrayDeque<>(List.of(new Look(now, 0))));
        long refused = Meters.refusedSignatures(door);
        if (seen.getLast().refused() != refused) {
            seen.addLast(new Look(now, refused));
        }
        // The last look before the quarter of an hour stays: it says how many there were when it began.
        while (seen.size() > 1 && secondOf(seen).at().isBefore(now.minus(RECENT))) {
            seen.removeFirst();
        }
        return refused - seen.getFirst().refused();
    }

    private static Look secondOf(Deque<Look> seen) {
        return seen.stream().skip(1).findFirst().orElseThrow();
    }
}
