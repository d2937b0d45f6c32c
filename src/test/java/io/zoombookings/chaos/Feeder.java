package io.zoombookings.chaos;

import static org.awaitility.Awaitility.await;

import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A booking system that does what it must: it sends each event again until it is answered 2xx. */
final class Feeder {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<TestWorkspace> workspaces;
    private final Duration pause;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();

    /** @param pause between two events of a booking */
    Feeder(List<TestWorkspace> workspaces, Duration pause) {
        this.workspaces = workspaces;
        this.pause = pause;
    }

    int accepted() {
        return accepted.get();
    }

    /** How many events had to be sent again. */
    int repeated() {
        return repeated.get();
    }

    /** Every status that was answered, with the last answer that had it. */
    Map<Integer, Answer> answers() {
        return answers;
    }

    /** Feeds several bookings at once; returns when all events are accepted. */
    void feed(History history, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            history.lanes().forEach(lane -> running.add(pool.submit(() -> lane.events().forEach(
                    event -> send(workspaces.get(lane.workspace()), event)))));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("An event was never accepted", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void send(TestWorkspace workspace, String event) {
        await("2xx for " + event).atMost(PATIENCE).pollDelay(pause).pollInterval(Duration.ofMillis(200)).until(() -> {
            try {
                Answer answer = workspace.post(event);
                answers.put(answer.status(), answer);
                if (answer.status() / 100 == 2) {
                    accepted.incrementAndGet();
                    return true;
                }
                if (answer.status() / 100 == 4 && answer.status() != 429) {
                    throw new AssertionError(answer.status() + ": " + answer.raw().body() + " to " + event);
                }
            } catch (UncheckedIOException unreachable) {
                // sent again, like after a refusal
            }
            repeated.incrementAndGet();
            return false;
        });
    }
}
