package io.zoombookings.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn verify -Pbenchmark}. Nothing is asserted of time; that both did all of the same work is. */
@Tag("benchmark")
class BenchmarkTest {

    @Test
    void bothDoTheSameWork() throws Exception {
        List<Bench.Result> results = Benchmark.run(System.getProperty("benchmark.loads", "yardstick 1 50").split(" "));

        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.complete()).as("%s", result).isTrue();
            assertThat(result.duplicates()).as("%s", result).isZero();
            assertThat(result.doubleMails()).as("%s", result).isZero();
        });
    }
}
