package io.zoombookings;

import java.time.Duration;
import java.time.Instant;

/**
 * Spreads pauses, so that those who failed together do not come back together. The clock's microseconds are chance enough
 * for that, and whoever sets the clock can repeat what has happened.
 */
public final class Jitter {

    private Jitter() {
    }

    /**
     * @param most not negative
     * @return whole milliseconds from zero to {@code most}, as good as random
     */
    public static Duration upTo(Duration most, Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        return Duration.ofMillis(Math.floorMod(mixed(micros), most.toMillis() + 1));
    }

    /** Instants that lie close together give values that lie far apart (the finish of SplitMix64). */
    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
