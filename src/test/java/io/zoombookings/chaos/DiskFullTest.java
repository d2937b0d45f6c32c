package io.zoombookings.chaos;

import static io.zoombookings.chaos.Arena.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.Checker.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The embedded database on a full disk: the operating system lets no file of the process grow. What cannot be made durable
 * is refused and said so, what was accepted stays, and all goes on by itself once there is space.
 */
@Tag("chaos")
@EnabledOnOs(OS.LINUX)
@DisabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = "It is about the embedded one")
class DiskFullTest {

    /** Room for some events, in bytes. */
    private static final long ROOM = 128 * 1024;

    private final int bookings = Profile.isLong() ? 60 : 8;
    private Arena arena;
    private List<TestWorkspace> workspaces;
    private History history = History.EMPTY;
    private long seed = 500;
    private int accepted;
    private int kills;
    private int faults;

    @Test
    void nothingIsLostOrMadeTwiceWhileTheDiskIsFull() {
        try (Arena all = Arena.ofProcesses("256m", Map.of())) {
            arena = all;
            workspaces = arena.workspaces(2);
            fillUp(node -> { });
            if (Profile.isLong()) {
                fillUp(node -> { });
                fillUp(this::restart);
                fillUp(this::restart);
            }
            Verdict verdict = arena.checker(history, workspaces).await(Duration.ofSeconds(120));
            Summary.add("disk full, seeds 500 to " + (seed - 1), accepted, kills, faults, verdict);
            assertThat(verdict.good()).as("seeds 500 to %d: %s", seed - 1, verdict).isTrue();
        }
    }

    /** @param meanwhile what happens to the node while the disk is full */
    private void fillUp(Consumer<Node> meanwhile) {
        Node node = arena.node(0);
        History next = History.of(seed++, workspaces.size(), bookings, 5);
        history = history.and(next);
        Feeder feeder = new Feeder(workspaces, Duration.ofMillis(100));
        node.limitFiles(size() + ROOM);
        faults++;
        CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feeder.feed(next, 8));
        until("events are refused", () -> workspaces.get(0).post("{}").status() == 503);
        Answer refused = workspaces.get(0).post("{}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body().path("status").asInt()).isEqualTo(503);
        Arena.pause(Duration.ofSeconds(1));
        meanwhile.accept(node);
        node.limitFiles(null);
        feeding.join();
        accepted += feeder.accepted();
        assertThat(feeder.answers().keySet()).isSubsetOf(200, 202, 503);
    }

    private void restart(Node node) {
        kills++;
        node.kill();
        node.launch().awaitReady();
    }

    private long size() {
        try {
            return Files.size(Path.of(String.valueOf(arena.application().properties().get("data.dir")), "zoom-bookings.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
