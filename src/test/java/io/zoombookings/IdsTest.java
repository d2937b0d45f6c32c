package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What rows are called, and how pauses are spread. */
class IdsTest {

    @Test
    void idsRiseAlsoWithinAMillisecond() {
        List<String> ids = Stream.generate(Ids::next).limit(20_000).map(String::valueOf).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches(".{14}7.{4}[89ab].{16}"));
    }

    @Test
    void pausesThatBeginMicrosecondsApartEndFarApartAndCanBeRepeated() {
        Instant now = Instant.parse("2031-03-04T10:00:00Z");
        List<Long> pauses = IntStream.range(0, 1000)
                .mapToObj(i -> Jitter.upTo(Duration.ofSeconds(10), now.plusNanos(i * 1000L)).toMillis()).toList();

        assertThat(pauses).allMatch(pause -> pause >= 0 && pause <= 10_000);
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * 1000;
            assertThat(pauses.stream().filter(pause -> pause >= from && pause < from + 1000).count()).isBetween(60L, 140L);
        }
        assertThat(Jitter.upTo(Duration.ofSeconds(10), now)).isEqualTo(Jitter.upTo(Duration.ofSeconds(10), now));
        assertThat(Jitter.upTo(Duration.ZERO, now)).isZero();
    }
}
