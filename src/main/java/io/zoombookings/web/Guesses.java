package io.zoombookings.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which guesses of a password are judged: fewer than three a second for a name, so that nobody gets far by guessing, but
 * from lanes that do not use up each other's permits, so that nobody keeps another person out. A device that this person
 * has signed in with before has a lane of its own. Whoever comes without one finds a lane for addresses from which few
 * wrong guesses came; and a password that was put off once, and is tried again, finds one that a guesser, who tries
 * another password each time, does not fill. Kept in memory, on each node. Safe for several threads.
 */
final class Guesses {

    private static final int MAX_REMEMBERED = 20_000;

    /**
     * One try.
     *
     * @param name        whom it claims to be
     * @param network     where it comes from
     * @param fingerprint of the password for this name, with a key of this process
     * @param device      of a device that this person has signed in with before, or null
     */
    record Guess(String name, String network, String fingerprint, String device) {
    }

    private final Throttle devices;
    private final Throttle quietAddresses;
    private final Throttle noisyAddresses;
    private final Throttle triedAgain;
    private final Throttle pairs;
    private final Throttle networks;
    private final Throttle networksTryingAgain;
    private final Map<String, Boolean> putOff = latest();
    private final Map<String, Boolean> wrong = latest();

    Guesses(Clock clock) {
        this.devices = new Throttle(clock, 5, 0.2);
        this.quietAddresses = new Throttle(clock, 3, 0.5);
        this.noisyAddresses = new Throttle(clock, 2, 1);
        this.triedAgain = new Throttle(clock, 3, 0.5);
        this.pairs = new Throttle(clock, 3, 1 / 60.0);
        this.networks = new Throttle(clock, 20, 2);
        this.networksTryingAgain = new Throttle(clock, 5, 1);
    }

    private static Map<String, Boolean> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MAX_REMEMBERED;
            }
        };
    }

    /** Zero if this guess may be judged now, else how long to wait before it is tried again. */
    synchronized Duration wait(Guess guess) {
        Duration wait = guess.device() != null ? devices.wait(guess.device())
                : longer(lane(guess).wait(guess.name()), network(guess).wait(guess.network()));
        if (!wait.isZero()) {
            putOff.put(guess.fingerprint(), true);
        }
        return wait;
    }

    /** What was judged was wrong. */
    synchronized void failed(Guess guess) {
        if (guess.device() != null) {
            devices.failed(guess.device());
            return;
        }
        lane(guess).failed(guess.name());
        network(guess).failed(guess.network());
        pairs.failed(pair(guess));
        wrong.put(guess.fingerprint(), true);
    }

    private Throttle lane(Guess guess) {
        return isTriedAgain(guess) ? triedAgain : pairs.wait(pair(guess)).isZero() ? quietAddresses : noisyAddresses;
    }

    private Throttle network(Guess guess) {
        return isTriedAgain(guess) ? networksTryingAgain : networks;
    }

    /** What is known to be wrong gains nothing by being repeated. */
    private boolean isTriedAgain(Guess guess) {
        return putOff.containsKey(guess.fingerprint()) && !wrong.containsKey(guess.fingerprint());
    }

    private static String pair(Guess guess) {
        return guess.network() + " " + guess.name();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
