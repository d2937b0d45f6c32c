package io.zoombookings.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.Checker.Verdict;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing lost, nothing twice, while Zoom and the mail server fail in every way they can; and the checker sees bugs. */
@Tag("chaos")
class FaultsTest {

    private static Arena arena;

    @BeforeAll
    static void start() {
        arena = Arena.inside();
    }

    @AfterAll
    static void stop() {
        arena.close();
    }

    @Test
    void nothingIsLostOrMadeTwiceWhileZoomAndTheMailServerFail() {
        History history = History.of(20261, 3, Profile.isLong() ? 400 : 40, 5);
        List<TestWorkspace> workspaces = arena.workspaces(3);

        int faults;
        Feeder feeder;
        try (Nemesis nemesis = Nemesis.start(history.seed(), arena.application().sandbox(), arena.smtp(),
                Duration.ofMillis(60))) {
            feeder = arena.feed(history, workspaces, Duration.ofMillis(100));
            faults = nemesis.faults();
        }
        Verdict verdict = arena.checker(history, workspaces).await(Duration.ofSeconds(120));

        Summary.add("Zoom and mail faults, seed " + history.seed(), feeder.accepted(), 0, faults, verdict);
        assertThat(verdict.good()).as("seed %d: %s", history.seed(), verdict).isTrue();
        sees(history, workspaces);
    }

    /** What the checker says of the same run if a mail or a meeting more or less were there. */
    private void sees(History history, List<TestWorkspace> workspaces) {
        List<SandboxMeeting> meetings = arena.application().sandbox().liveMeetings().stream()
                .filter(meeting -> meeting.topic().contains("s" + history.seed())).toList();
        List<Mail> mails = arena.smtp().mails();
        assertThat(new Checker(history, workspaces, () -> meetings.subList(1, meetings.size()), () -> mails).check().lost())
                .isNotEmpty();
        assertThat(new Checker(history, workspaces, () -> Stream.concat(meetings.stream(),
                meetings.stream().limit(1)).toList(), () -> mails).check().twice()).isNotEmpty();
        assertThat(new Checker(history, workspaces, () -> meetings, () -> mails.subList(0, mails.size() / 2)).check().lost())
                .isNotEmpty();
    }

    /** The planted bug: the look-up before a repeated create finds nothing, as if there were none. */
    @Test
    void theCheckerSeesThatMeetingsAreMadeTwiceWithoutLookUp() {
        History history = History.of(7, 1, 4, 0);
        List<TestWorkspace> workspaces = arena.workspaces(1);
        String host = workspaces.get(0).zoomUser().email();

        Verdict verdict;
        try (var blind = arena.application().sandbox().faults().always(CallMatcher.on(Operation.LIST).of(host),
                     Fault.listingHides(meeting -> true));
                var lost = arena.application().sandbox().faults().next(CallMatcher.on(Operation.CREATE).of(host), 2,
                        Fault.replyLost())) {
            arena.feed(history, workspaces, Duration.ZERO);
            verdict = arena.checker(history, workspaces).await(Duration.ofSeconds(15));
            assertThat(lost.hits()).isEqualTo(2);
            assertThat(blind.hits()).isPositive();
        }

        assertThat(verdict.twice()).isNotEmpty();
    }
}
