package io.zoombookings;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Row ids: UUID version 7 (RFC 9562 section 5.7), so that new rows lie together in an index. Those of one node rise, also
 * within a millisecond (section 6.2, method 1). Safe for several threads.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Milliseconds, and a counter of twelve bits within each; one that is full goes on into the next millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {
    }

    public static UUID next() {
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
        long high = stamp >>> 12 << 16 | 0x7000L | stamp & 0xFFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
