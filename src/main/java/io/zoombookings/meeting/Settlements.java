package io.zoombookings.meeting;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Wakes those who wait for a booking on the node that works on it; a booking that another node works on is looked at
 * again now and then. Safe for several threads.
 */
@Component
public class Settlements {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final ConcurrentHashMap<UUID, CountDownLatch> waiting = new ConcurrentHashMap<>();

    void changed(UUID booking) {
        CountDownLatch latch = waiting.remove(booking);
        if (latch != null) {
            latch.countDown();
        }
    }

    /**
     * Waits until {@code settled} says so, at most {@code most}.
     *
     * @return whether it is settled
     */
    public boolean await(UUID booking, Duration most, BooleanSupplier settled) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (true) {
                CountDownLatch latch = waiting.computeIfAbsent(booking, id -> new CountDownLatch(1));
                if (settled.getAsBoolean()) {
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                latch.await(Math.min(left, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(booking);
        }
    }
}
