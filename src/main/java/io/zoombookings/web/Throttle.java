package io.zoombookings.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may happen or go wrong: a bucket of permits for each name, which fills up again with time. Kept in
 * memory, for the names seen last. Safe for several threads.
 */
final class Throttle {

    private static final int MAX_NAMES = 50_000;

    private record Bucket(double permits, Instant at) {
    }

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_NAMES;
        }
    };
    private final Clock clock;
    private final int burst;
    private final double perSecond;

    /**
     * @param burst     permits in a row that a name has at first
     * @param perSecond how many it gets back in a second
     */
    Throttle(Clock clock, int burst, double perSecond) {
        this.clock = clock;
        this.burst = burst;
        this.perSecond = perSecond;
    }

    /** The name of an address: of IPv6 its /64, which is one customer's to choose from. */
    static String address(String literal) {
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            byte[] bytes = InetAddress.getByName(literal.replaceFirst("%.*", "")).getAddress();
            return bytes.length == 4 ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
        } catch (UnknownHostException notOne) {
            return literal;
        }
    }

    /** How long this name has to wait before it may try again; zero if it may now. */
    synchronized Duration wait(String name) {
        double missing = 1 - permits(name);
        return missing <= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(missing / perSecond * 1000));
    }

    synchronized void failed(String name) {
        buckets.put(name, new Bucket(Math.max(0, permits(name) - 1), clock.instant()));
    }

    /** Takes a permit; zero, or, where there is none, how long the name has to wait for one. */
    synchronized Duration take(String name) {
        Duration wait = wait(name);
        if (wait.isZero()) {
            failed(name);
        }
        return wait;
    }

    private double permits(String name) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            return burst;
        }
        double seconds = Math.max(0, Duration.between(bucket.at(), clock.instant()).toMillis() / 1000.0);
        return Math.min(burst, bucket.permits() + seconds * perSecond);
    }
}
