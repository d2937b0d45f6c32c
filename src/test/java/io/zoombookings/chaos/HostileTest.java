package io.zoombookings.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A heap of 256 MiB, and strangers who open sockets by the thousand, never end what they began, or send bodies as fast as the
 * machine takes them: a booking system that signs is served all the time, and the process lives, which it also says. In
 * the profile {@code chaos} with 10,000 sockets for a minute; {@code -Dhostile.sockets} and {@code -Dhostile.seconds} take
 * other numbers.
 */
@Tag("chaos")
class HostileTest {

    private static final int SOCKETS = Integer.getInteger("hostile.sockets", Profile.isLong() ? 10_000 : 600);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("hostile.seconds", Profile.isLong() ? 60 : 8));
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Builds share their machine, and 50 answers have no 99th percentile: the short form sees that the door opens at all. */
    private static final Duration SLACK = Profile.isLong() ? Duration.ofMillis(5) : Duration.ofSeconds(8);

    private final AtomicInteger number = new AtomicInteger();
    private final HttpClient probes = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private TestWorkspace workspace;
    private Node node;

    @Test
    void whoSignsIsServedWhateverStrangersDo() {
        try (Arena arena = Arena.ofProcesses("256m", Map.of())) {
            node = arena.node(0);
            workspace = arena.workspaces(1).get(0);
            latencies(40);
            List<Long> idle = latencies((int) Math.max(100, TIME.dividedBy(PAUSE) / 3));
            List<Long> busy = new ArrayList<>();
            String done;
            try (Attackers attackers = Attackers.begin(node.port(), SOCKETS, TIME)) {
                while (attackers.areAtIt()) {
                    busy.addAll(latencies(25));
                    assertThat(liveness()).as("liveness while strangers are at it").isEqualTo(200);
                }
                done = attackers.end();
            }
            assertThat(node.isAlive()).isTrue();
            Summary.add("%s, Java %s%n%s: booking door idle p50 %.1f p99 %.1f ms, attacked p50 %.1f p99 %.1f ms, %d answers%n"
                    .formatted("hostile sockets, 256 MiB", System.getProperty("java.version"), done, millis(idle, 0.5),
                            millis(idle, 0.99), millis(busy, 0.5), millis(busy, 0.99), busy.size()));
            assertThat(millis(busy, 0.99)).as("p99 of the door in ms, idle %s", millis(idle, 0.99))
                    .isLessThan(2 * millis(idle, 0.99) + SLACK.toMillis());
        }
    }

    /** Of so many events of a client that keeps its connection. */
    private List<Long> latencies(int count) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            Answer answer = workspace.post("""
                    {"event":"booking.confirmed","booking":{"id":"H-%d","title":"Talk","start":"2031-03-04T09:00:00Z",
                    "durationMinutes":30,"host":{"email":"host@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}"""
                    .formatted(number.incrementAndGet()));
            long took = System.nanoTime() - begun;
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
            all.add(took);
            Arena.pause(PAUSE);
        }
        Collections.sort(all);
        return all;
    }

    private int liveness() {
        try {
            return probes.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port()
                    + "/actuator/health/liveness")).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double millis(List<Long> nanos, double part) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * part) - 1)) / 1e6;
    }
}
