package io.zoombookings.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much this node works on at once: so much in all, and only a share of it for one workspace, so that a slow or
 * limited account leaves room for the others. What is not ended, because its claim was rolled back, counts until its lease
 * has run out. Safe for several threads.
 */
@Component
class Workload {

    private record Active(String workspace, Instant until) {
    }

    private final int limit;
    private final int share;
    private final Clock clock;
    private final Map<UUID, Active> active = new HashMap<>();
    private final Map<String, Integer> perWorkspace = new HashMap<>();

    /** More was due than there was room for. */
    private boolean more;
    /** Since the last look. */
    private int endedSince;

    Workload(@Value("${meeting.sync.concurrency:128}") int concurrency, Clock clock) {
        this.limit = concurrency * 2;
        this.share = Math.max(1, concurrency * 3 / 4);
        this.clock = clock;
    }

    /** How much more may be claimed now. */
    synchronized int free() {
        Instant now = clock.instant();
        active.entrySet().stream().filter(entry -> entry.getValue().until().isBefore(now)).map(Map.Entry::getKey)
                .toList().forEach(this::end);
        return Math.max(0, limit - active.size());
    }

    /** As many of each workspace's rows as there is room for, one workspace after the other. */
    synchronized List<UUID> admitted(Map<String, List<UUID>> rows) {
        List<UUID> admitted = new ArrayList<>();
        int room = free();

        for (int turn = 0; turn < share; turn++) {
            for (Map.Entry<String, List<UUID>> one : rows.entrySet()) {
                boolean left = turn < one.getValue().size() && perWorkspace.getOrDefault(one.getKey(), 0) + turn < share;
                if (left && admitted.size() < room) {
                    admitted.add(one.getValue().get(turn));
                }
            }
        }
        more |= admitted.size() < rows.values().stream().mapToInt(List::size).sum();
        return admitted;
    }

    /** A look for what is due begins; what it finds beyond the room there is, or knows of full workspaces, is due later. */
    synchronized void look() {
        more = !full().isEmpty();
        endedSince = 0;
    }

    /** Whether a look for more is worth it: something was left for want of room, of which there is some by now. */
    synchronized boolean isMoreDue() {
        return more && (endedSince >= limit / 16 || active.isEmpty());
    }

    /** Workspaces that have their share in work. */
    synchronized Set<String> full() {
        return perWorkspace.entrySet().stream().filter(entry -> entry.getValue() >= share).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    synchronized void begin(UUID lease, String workspace, Instant until) {
        if (active.putIfAbsent(lease, new Active(workspace, until)) == null) {
            perWorkspace.merge(workspace, 1, Integer::sum);
        }
    }

    synchronized void end(UUID lease) {
        Active ended = active.remove(lease);
        if (ended != null) {
            endedSince++;
            perWorkspace.computeIfPresent(ended.workspace(), (name, count) -> count == 1 ? null : count - 1);
        }
    }
}
