package io.zoombookings.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved on. */
final class VirtualClock extends Clock {

    /** An afternoon: the next UTC day is not far. */
    static final Instant START = Instant.parse("2031-03-04T15:00:00Z");

    private Instant now = START;

    void reset() {
        now = START;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    /** Never back. */
    void advanceTo(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("UTC only");
    }
}
