package io.zoombookings.meeting;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much this node works on at once: so much in all, and only a share of it for one workspace, so that a slow or
 * limited account leaves room for the others. Safe for several threads.
 */
@Component
class Workload {

    private final int limit;
    private final int share;
    private final Map<UUID, String> active = new ConcurrentHashMap<>();
    private final Map<String, Integer> perWorkspace = new ConcurrentHashMap<>();

    Workload(@Value("${meeting.sync.concurrency:64}") int concurrency) {
        this.limit = concurrency * 2;
        this.share = Math.max(1, concurrency * 3 / 4);
    }

    int free() {
        return Math.max(0, limit - active.size());
    }

    boolean admits(String workspace) {
        return active.size() < limit && perWorkspace.getOrDefault(workspace, 0) < share;
    }

    /** Workspaces that have their share in work. */
    Set<String> full() {
        return perWorkspace.entrySet().stream().filter(entry -> entry.getValue() >= share).map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
    }

    void begin(UUID lease, String workspace) {
        if (active.putIfAbsent(lease, workspace) == null) {
            perWorkspace.merge(workspace, 1, Integer::sum);
        }
    }

    void end(UUID lease) {
        String workspace = active.remove(lease);
        if (workspace != null) {
            perWorkspace.computeIfPresent(workspace, (name, count) -> count == 1 ? null : count - 1);
        }
    }
}
