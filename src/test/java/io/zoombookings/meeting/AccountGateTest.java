package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a call is let through after failures, after refusals and within a second. */
class AccountGateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Cause BUSY = Cause.of(Cause.Kind.ACCOUNT_BUSY);

    private final AccountGate gate = new AccountGate(128);

    private long passed(Instant at, int tries) {
        return IntStream.range(0, tries).filter(i -> gate.pass(at)).count();
    }

    private Duration fail(Instant at) {
        return gate.failed(at, Cause.of(Cause.Kind.ZOOM_FAILING, "status", 503));
    }

    @Test
    void threeFailuresInARowShutItAndThenOneCallAtATimeTries() {
        assertThat(fail(NOW)).isZero();
        assertThat(fail(NOW)).isZero();
        assertThat(passed(NOW, 100)).isEqualTo(100);

        Duration pause = fail(NOW);

        assertThat(pause).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
        assertThat(passed(NOW, 10)).isZero();
        assertThat(gate.closed(NOW)).isTrue();
        Instant later = NOW.plus(pause);
        assertThat(passed(later, 10)).isEqualTo(1);
        assertThat(gate.closed(later)).as("for the one that tries").isFalse();
        assertThat(passed(later.plusSeconds(14), 10)).isZero();
        assertThat(passed(later.plusSeconds(15), 10)).as("if that one was lost").isEqualTo(1);
    }

    @Test
    void thoseThatWereUnderWayDoNotMakeThePauseLonger() {
        IntStream.range(0, 3).forEach(i -> fail(NOW));
        Instant until = gate.until(NOW);

        IntStream.range(0, 45).forEach(i -> assertThat(fail(NOW)).isZero());

        assertThat(gate.until(NOW)).isEqualTo(until);
    }

    @Test
    void pausesGrowToHalfAMinuteAndEndWithAnAnswer() {
        Instant at = NOW;
        Duration pause = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            pause = fail(at);
            at = gate.until(at);
            gate.pass(at);
        }
        assertThat(pause).isBetween(Duration.ofMillis(22_500), Duration.ofSeconds(30));

        gate.answered();

        assertThat(passed(at, 100)).isEqualTo(100);
        assertThat(fail(at)).isZero();
    }

    @Test
    void callsThatWereTooManyAreHalvedAndThenGrowByOneASecond() {
        assertThat(passed(NOW, 40)).isEqualTo(40);
        for (int i = 0; i < 30; i++) {
            gate.tooFast(NOW, NOW, BUSY);
        }
        gate.done();

        assertThat(passed(NOW.plusMillis(999), 100)).isZero();
        assertThat(passed(NOW.plusSeconds(1), 100)).isEqualTo(20);
        assertThat(passed(NOW.plusSeconds(2), 100)).isEqualTo(21);
        assertThat(passed(NOW.plusSeconds(200), 1000)).isEqualTo(1000);
    }

    @Test
    void whoIsRefusedAgainAndAgainWaitsLongerEachTime() {
        Instant at = NOW;
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(passed(at, 5)).isPositive();
            Instant until = gate.tooFast(at, at, BUSY);
            assertThat(Duration.between(at, until)).isEqualTo(Duration.ofSeconds(seconds));
            at = until;
        }
        gate.pass(at);
        gate.done();
        assertThat(gate.tooFast(at.plusSeconds(1), at, BUSY)).isEqualTo(at.plusSeconds(2));
    }

    @Test
    void aClockThatIsSetBackShutsItForNobody() {
        IntStream.range(0, 3).forEach(i -> fail(NOW));

        assertThat(gate.pass(NOW.minusSeconds(3600))).isTrue();
        gate.answered();
        assertThat(passed(NOW.minusSeconds(7200), 1000)).isEqualTo(1000);
    }

    @Test
    void whatAnotherNodeFoundOutHoldsHereToo() {
        gate.learn(NOW.plusSeconds(3600), BUSY, 0);
        assertThat(gate.pass(NOW)).isFalse();
        assertThat(gate.reason()).isEqualTo(BUSY);
        assertThat(gate.until(NOW)).isEqualTo(NOW.plusSeconds(3600));

        gate.learn(null, null, 5);
        assertThat(passed(NOW.plusSeconds(3600), 10)).as("one tries").isEqualTo(1);
    }
}
