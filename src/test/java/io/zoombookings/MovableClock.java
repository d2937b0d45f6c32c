package io.zoombookings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes like others but can be moved ahead, in UTC; it begins in the morning. Safe for several threads. */
public final class MovableClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    public MovableClock() {
        advanceToMorning();
    }

    /** Ten o'clock of the next day. */
    public void advanceToMorning() {
        advanceTo(midnight().plus(Duration.ofHours(10)));
    }

    public void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** The next 00:00 UTC. */
    public Instant midnight() {
        return instant().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public void advanceTo(Instant instant) {
        advance(Duration.between(instant(), instant));
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
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
