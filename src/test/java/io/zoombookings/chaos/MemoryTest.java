package io.zoombookings.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A heap of 256 MiB, Zoom and the mail server away, 100,000 bookings: what waits lies in the database, and memory stays
 * flat. Then both come back, and the backlog drains. {@code -Dmemory.events} takes another number.
 */
@Tag("measurement")
class MemoryTest {

    private static final int EVENTS = Integer.getInteger("memory.events", 100_000);
    private static final int POINTS = 20;
    private static final int CONNECTIONS = 8;
    /**
     * What the heap may grow from the second quarter to the last one: what the JVM itself still learns. Half a kilobyte for
     * each event that waits would be as much again.
     */
    private static final double MARGIN = 1.2;

    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private Arena arena;
    private List<TestWorkspace> workspaces;

    @Test
    void memoryStaysFlatWhileEventsWait() {
        try (Arena all = Arena.ofProcesses("256m", Map.of("booking.rate-limit-per-second", 1_000_000))) {
            arena = all;
            workspaces = arena.workspaces(4);
            arena.application().sandbox().goOffline();
            arena.smtp().goOffline();

            List<Long> heap = new ArrayList<>();
            StringBuilder table = new StringBuilder("%n%-20s %12s %10s %14s%n".formatted("heap of 256 MiB", "events", "seconds",
                    "in use (KiB)"));
            long start = System.nanoTime();
            for (int i = 0; i < POINTS; i++) {
                feed(EVENTS / POINTS * i, EVENTS / POINTS);
                assertThat(arena.nodes()).allMatch(Node::isAlive);
                heap.add(arena.node(0).heapInUse());
                table.append("%-20s %12d %10d %14d%n".formatted("", EVENTS / POINTS * (i + 1),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds(), heap.get(i)));
            }
            Summary.add(table.append("answers: ").append(new TreeMap<>(answers)).append("%n".formatted()).toString());
            arena.application().sandbox().comeBack();
            arena.smtp().comeBack();
            drains(300);
            Summary.add("%-20s %12s %10s %14d%n".formatted("", "draining", "", arena.node(0).heapInUse()));

            assertThat(answers.keySet()).isSubsetOf(202, 429, 503);
            assertThat(least(heap, POINTS * 3 / 4, POINTS)).as("%s", table)
                    .isLessThan(least(heap, POINTS / 4, POINTS / 2) * MARGIN);
        }
    }

    private void drains(int meetings) {
        Arena.until(meetings + " meetings are made", () -> arena.application().sandbox().liveMeetings().size() >= meetings);
        Arena.until("mails are sent", () -> !arena.smtp().mails().isEmpty());
    }

    /** What is alive at the moment of a measurement comes and goes: what stays is in the least of several. */
    private static double least(List<Long> heap, int from, int to) {
        return heap.subList(from, to).stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    private void feed(int first, int count) {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            CompletableFuture.allOf(IntStream.range(first, first + count)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> post(number), pool))
                    .toArray(CompletableFuture[]::new)).join();
        } finally {
            pool.shutdownNow();
        }
    }

    private void post(int number) {
        String event = """
                {"event":"booking.confirmed","eventId":"e%d","booking":{"id":"B-%d","title":"Talk %d",
                "start":"2031-03-04T09:00:00Z","durationMinutes":30,"host":{"email":"host@clinic.example"},
                "guests":[{"name":"Bo Li","email":"bo%d@guest.example"}]}}""".formatted(number, number, number, number);
        await("event " + number).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(2)).until(() -> {
            Answer answer = workspaces.get(number % workspaces.size()).post(event);
            answers.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
            return answer.status() == 202;
        });
    }
}
