package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.MovableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final MovableClock clock = new MovableClock();
    private final Guesses guesses = new Guesses(clock);

    private static Guesses.Guess guess(String address, String password) {
        return new Guesses.Guess("ada", address, password, null);
    }

    private boolean isJudged(Guesses.Guess guess) {
        boolean judged = guesses.wait(guess).isZero();
        if (judged) {
            guesses.failed(guess);
        }
        return judged;
    }

    /** 40 guesses a second for a minute, from one address, or each from another. */
    private long storm(boolean manyAddresses, boolean eachTwice) {
        return IntStream.range(0, 2400).filter(i -> {
            clock.advance(Duration.ofMillis(25));
            return isJudged(guess(manyAddresses ? "a" + i : "attacker", "guess " + (eachTwice ? i / 2 : i)));
        }).count();
    }

    @Test
    void fewerThanThreeASecondAreJudgedWhereverTheyComeFrom() {
        assertThat(storm(false, false)).isLessThan(70);
        assertThat(storm(true, false)).isLessThan(3 * 60);
        assertThat(storm(false, true)).isLessThan(3 * 60);
    }

    @Test
    void oneWrongPasswordAllTheTimeIsNoWayToBeJudgedMoreOften() {
        assertThat(IntStream.range(0, 2400).filter(i -> {
            clock.advance(Duration.ofMillis(25));
            return isJudged(guess("attacker", "the same"));
        }).count()).isLessThan(70);
    }

    @Test
    void anotherAddressIsNotKeptOut() {
        storm(false, false);
        assertThat(guesses.wait(guess("mine", "right"))).isZero();
    }

    @Test
    void fromTheSameAddressThePasswordIsJudgedWhenItIsTriedAgain() {
        storm(false, false);
        guesses.wait(guess("attacker", "right"));
        assertThat(guesses.wait(guess("attacker", "right"))).isZero();
    }

    @Test
    void aKnownDeviceIsKeptOutByNobody() {
        storm(true, true);
        assertThat(guesses.wait(new Guesses.Guess("ada", "attacker", "right", "mine"))).isZero();
        long judged = IntStream.range(0, 100).filter(i ->
                isJudged(new Guesses.Guess("ada", "attacker", "guess " + i, "stolen"))).count();
        assertThat(judged).as("nor is it a way to guess").isLessThan(10);
    }

    @Test
    void manyNamesFromOneAddressAreNotJudgedWithoutEnd() {
        long judged = IntStream.range(0, 2400).filter(i -> {
            clock.advance(Duration.ofMillis(25));
            return isJudged(new Guesses.Guess("name " + i, "attacker", "guess " + i, null));
        }).count();
        assertThat(judged).isLessThan(3 * 60);
    }
}
