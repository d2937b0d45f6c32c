package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final Throttle throttle = new Throttle(clock, 3, 0.5);

    @Test
    void aNameHasItsBurstThenWaits() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.wait("ada")).isZero();
            throttle.failed("ada");
        }
        assertThat(throttle.wait("ada")).isEqualTo(Duration.ofSeconds(2));
        assertThat(throttle.wait("bo")).isZero();
    }

    @Test
    void permitsComeBackWithTimeUpToTheBurst() {
        for (int i = 0; i < 10; i++) {
            throttle.failed("ada");
        }
        now = now.plusSeconds(2);
        assertThat(throttle.wait("ada")).isZero();
        throttle.failed("ada");
        assertThat(throttle.wait("ada")).isPositive();
        now = now.plusSeconds(3600);
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.wait("ada")).isZero();
            throttle.failed("ada");
        }
        assertThat(throttle.wait("ada")).isPositive();
    }

    @Test
    void aClockThatGoesBackLocksNobodyOutForLong() {
        throttle.failed("ada");
        now = now.minusSeconds(3600);
        assertThat(throttle.wait("ada")).isZero();
    }
}
