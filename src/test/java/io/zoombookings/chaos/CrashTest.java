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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing lost, nothing twice, while processes of the application are killed at every step that matters, paused beyond
 * their lease and asked to end, and while the database comes and goes. The suite runs it on the embedded database, by
 * which it takes a minute; on PostgreSQL, with two nodes, it takes five.
 */
@Tag("chaos")
class CrashTest {

    private static final Duration HELD = Duration.ofSeconds(8);

    private final int bookings = Profile.isLong() ? 60 : 8;
    private final Random random = new Random(4711);
    private Arena arena;
    private List<TestWorkspace> workspaces;
    private History history = History.EMPTY;
    private long seed = 300;
    private int accepted;
    private int kills;
    private int faults;

    @Test
    void nothingIsLostOrMadeTwiceWhileProcessesDie() {
        try (Arena all = Arena.ofProcesses("256m", Map.of())) {
            arena = all;
            workspaces = arena.workspaces(3);
            underLoad(this::killBetweenZoomsReplyAndCommit);
            underLoad(this::killBetweenTheMailServersAnswerAndCommit);
            if (TestDatabase.isPostgres()) {
                underLoad(this::pauseBeyondTheLease);
                underLoad(this::cutConnections);
            }
            if (Profile.isLong()) {
                underLoad(this::killDuringRefresh);
                underLoad(this::endGracefully);
                for (int i = 0; i < 5; i++) {
                    underLoad(this::killAtRandom);
                }
                if (TestDatabase.isPostgres()) {
                    underLoad(this::killDuringClaim);
                    underLoad(this::restartTheDatabase);
                }
            }
            Verdict verdict = arena.checker(history, workspaces).await(Duration.ofSeconds(150));
            Summary.add("crashes, seeds 300 to " + (seed - 1), accepted, kills, faults, verdict);
            assertThat(verdict.good()).as("seeds 300 to %d: %s", seed - 1, verdict).isTrue();
        }
    }

    /** Each step of the nemesis meets a history of its own while that is fed. */
    private void underLoad(Runnable step) {
        History next = History.of(seed++, workspaces.size(), bookings, 5);
        history = history.and(next);
        CompletableFuture<Feeder> feeding = arena.feeding(next, workspaces, Duration.ofMillis(300));
        step.run();
        accepted += feeding.join().accepted();
    }

    private ZoomSandbox zoom() {
        return arena.application().sandbox();
    }

    private void killAllAndRestart() {
        arena.nodes().forEach(Node::kill);
        restartAll();
    }

    private void restartAll() {
        kills += arena.nodes().size();
        arena.nodes().forEach(Node::launch);
        arena.nodes().forEach(Node::awaitReady);
    }

    /** Zoom has made the meeting, its reply is on the way: whoever waits for it dies. */
    private void killBetweenZoomsReplyAndCommit() {
        int before = zoom().ledger().effects(Operation.CREATE);
        try (var held = zoom().faults().always(CallMatcher.on(Operation.CREATE), Fault.answersLate(HELD))) {
            until("a create is held", () -> zoom().ledger().effects(Operation.CREATE) > before);
            arena.nodes().forEach(Node::kill);
            faults += held.hits();
        }
        restartAll();
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
    private void killDuringRefresh() {
        int before = zoom().ledger().count(Operation.TOKEN);
        try (var held = zoom().faults().always(CallMatcher.on(Operation.TOKEN), Fault.hangs(HELD))) {
            workspaces.forEach(workspace -> zoom().killAccessTokens(workspace.zoomUser().email()));
            until("a refresh is held", () -> zoom().ledger().count(Operation.TOKEN) > before);
            faults += held.hits();
            killAllAndRestart();
        }
    }

    /** A claim has begun, and waits within its transaction for what is left of the host's day. */
    private void killDuringClaim() {
        faults++;
        arena.postgres().holding("zoom_usage", () -> {
            until("a claim waits", () -> arena.postgres().isWaitedFor());
            arena.nodes().forEach(Node::kill);
        });
        restartAll();
    }

    private void endGracefully() {
        Node node = arena.node(0);
        kills++;
        assertThat(node.terminate()).isEqualTo(143);
        node.launch().awaitReady();
    }

    private void killAtRandom() {
        Arena.pause(Duration.ofMillis(random.nextInt(3000)));
        kills++;
        Node node = arena.node(random.nextInt(arena.nodes().size()));
        node.kill();
        node.launch().awaitReady();
    }

    /** It asks Zoom for meetings, stands still until another node has taken its work over, and goes on. */
    private void pauseBeyondTheLease() {
        int before = zoom().ledger().count(Operation.CREATE);
        Node node = arena.node(0);
        try (var held = zoom().faults().next(CallMatcher.on(Operation.CREATE), 6, Fault.late(Duration.ofSeconds(2)))) {
            until("a create is under way", () -> zoom().ledger().count(Operation.CREATE) > before + 2);
            node.pause();
            faults += 1 + held.hits();
            Arena.pause(Arena.LEASE.plusSeconds(5));
            node.resume();
        }
    }

    private void cutConnections() {
        for (int i = 0; i < 3; i++) {
            Arena.pause(Duration.ofMillis(300));
            faults++;
            arena.postgres().cutConnections();
        }
    }

    private void restartTheDatabase() {
        Arena.pause(Duration.ofSeconds(1));
        faults++;
        arena.postgres().stop();
        Arena.pause(Duration.ofSeconds(8));
        arena.postgres().start();
    }
}
