package io.zoombookings.chaos;

import static io.zoombookings.chaos.Arena.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.TestDatabase;
import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.Checker.Verdict;
import io.zoombookings.inbox.SmtpFault;
import io.zoombookings.inbox.SmtpFault.Stage;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.ZoomSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Nothing lost, nothing twice, while processes of the application are killed at every step that matters, paused beyond
 * their lease and asked to end, and while the database comes and goes.
 */
class CrashTest {

    private static final Duration HELD = Duration.ofSeconds(8);

    private Arena arena;
    private int kills;
    private int faults;

    @Test
    void nothingIsLostOrMadeTwiceWhileProcessesDie() {
        Random random = new Random(4711);
        try (Arena all = Arena.ofProcesses("256m", Map.of())) {
            arena = all;
            List<TestWorkspace> workspaces = arena.workspaces(3);
            int rounds = Profile.isLong() ? 6 : 1;
            for (int round = 0; round < rounds; round++) {
                round(workspaces, random, 300 + round);
            }
        }
    }

    private void round(List<TestWorkspace> workspaces, Random random, long seed) {
        History history = History.of(seed, workspaces.size(), Profile.isLong() ? 150 : 30, 5);
        kills = 0;
        faults = 0;
        CompletableFuture<Feeder> feeding = arena.feeding(history, workspaces, Duration.ofMillis(Profile.isLong() ? 700 : 300));
        killBetweenZoomsReplyAndCommit();
        killBetweenTheMailServersAnswerAndCommit();
        if (Profile.isLong()) {
            killDuringRefresh(workspaces.get(random.nextInt(workspaces.size())));
            endGracefully();
            killAtRandom(random);
        }
        if (TestDatabase.isPostgres()) {
            pauseBeyondTheLease();
            faults++;
            arena.postgres().cutConnections();
            if (Profile.isLong()) {
                faults++;
                arena.postgres().stop();
                arena.postgres().start();
            }
        }
        Feeder feeder = feeding.join();
        Verdict verdict = arena.checker(history, workspaces).await(Duration.ofSeconds(150));
        Summary.add("crashes, seed " + seed, feeder.accepted(), kills, faults, verdict);
        assertThat(verdict.good()).as("seed %d: %s", seed, verdict).isTrue();
        assertThat(kills).isPositive();
    }

    private ZoomSandbox zoom() {
        return arena.application().sandbox();
    }

    private void killAndRestart(Node node) {
        kills++;
        node.kill();
        node.launch().awaitReady();
    }

    /** Zoom has made the meeting, its reply is on the way: whichever node waits for it dies. */
    private void killBetweenZoomsReplyAndCommit() {
        int before = zoom().ledger().effects(Operation.CREATE);
        try (var held = zoom().faults().always(CallMatcher.on(Operation.CREATE), Fault.answersLate(HELD))) {
            until("a create is held", () -> zoom().ledger().effects(Operation.CREATE) > before);
            arena.nodes().forEach(Node::kill);
            kills += arena.nodes().size();
            faults += held.hits();
        }
        arena.nodes().forEach(Node::launch);
        arena.nodes().forEach(Node::awaitReady);
    }

    /** The mail server has taken the mail, its answer is on the way. */
    private void killBetweenTheMailServersAnswerAndCommit() {
        int before = arena.smtp().received();
        arena.smtp().always(Stage.MESSAGE, SmtpFault.slow(HELD));
        until("a mail is held", () -> arena.smtp().received() > before);
        faults++;
        Node node = arena.node(0);
        kills++;
        node.kill();
        arena.smtp().clearFaults();
        node.launch().awaitReady();
    }

    /** The token endpoint has been asked and does not answer. */
    private void killDuringRefresh(TestWorkspace workspace) {
        int before = zoom().ledger().count(Operation.TOKEN);
        try (var held = zoom().faults().always(CallMatcher.on(Operation.TOKEN), Fault.hangs(HELD))) {
            zoom().killAccessTokens(workspace.zoomUser().email());
            until("a refresh is held", () -> zoom().ledger().count(Operation.TOKEN) > before);
            faults += held.hits();
            arena.nodes().forEach(Node::kill);
            kills += arena.nodes().size();
        }
        arena.nodes().forEach(Node::launch);
        arena.nodes().forEach(Node::awaitReady);
    }

    private void endGracefully() {
        Node node = arena.node(0);
        kills++;
        assertThat(node.terminate()).isEqualTo(143);
        node.launch().awaitReady();
    }

    private void killAtRandom(Random random) {
        for (int i = 0; i < 3; i++) {
            Arena.pause(Duration.ofMillis(random.nextInt(3000)));
            killAndRestart(arena.node(random.nextInt(arena.nodes().size())));
        }
    }

    /** It asks Zoom for a meeting, stands still until the other node has taken its work over, and goes on. */
    private void pauseBeyondTheLease() {
        int before = zoom().ledger().count(Operation.CREATE);
        Node node = arena.node(0);
        try (var held = zoom().faults().next(CallMatcher.on(Operation.CREATE), 4, Fault.late(Duration.ofSeconds(2)))) {
            until("a create is under way", () -> zoom().ledger().count(Operation.CREATE) > before);
            node.pause();
            faults += 1 + held.hits();
            Arena.pause(Arena.LEASE.plusSeconds(5));
            node.resume();
        }
    }
}
