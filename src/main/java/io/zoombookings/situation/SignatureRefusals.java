package io.zoombookings.situation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Where webhooks are refused now: a secret that differs shows as several in a short time, and is over when no more come. Of
 * this node and process. Safe for several threads.
 */
@Component
public class SignatureRefusals {

    private static final Duration RECENT = Duration.ofMinutes(15);
    /** A stranger who tries once is nobody's trouble. */
    private static final int SEVERAL = 3;
    /** Anybody may make up names of workspaces. */
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<Door, Deque<Instant>> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Door, Deque<Instant>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param workspace null: of all
     * @param name      zoom, or a booking system
     */
    public record Door(String workspace, String name) {

        @Override
        public String toString() {
            return workspace == null ? name : workspace + "/" + name;
        }
    }

    SignatureRefusals(Clock clock) {
        this.clock = clock;
    }

    /** A webhook came with a signature that is not right. */
    public synchronized void refused(Door door) {
        Deque<Instant> times = latest.computeIfAbsent(door, first -> new ArrayDeque<>(SEVERAL + 1));
        times.addLast(clock.instant());
        if (times.size() > SEVERAL) {
            times.removeFirst();
        }
    }

    synchronized List<Door> doors(Instant now) {
        return latest.entrySet().stream().filter(one -> one.getValue().size() == SEVERAL
                && one.getValue().getFirst().isAfter(now.minus(RECENT))).map(Map.Entry::getKey).toList();
    }
}
