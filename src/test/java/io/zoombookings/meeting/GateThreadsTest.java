package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Schedules;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a node knows of its work and of its accounts, in every order in which threads can meet there. */
class GateThreadsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Each call is one step for the others: then orders of calls are all orders that there are. */
    @Test
    void eachCallIsOneStep() {
        for (Class<?> type : List.of(Workload.class, AccountGate.class)) {
            assertThat(Arrays.stream(type.getDeclaredMethods()).filter(method -> !Modifier.isPrivate(method.getModifiers())
                    && !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))).as(type.getSimpleName())
                    .isNotEmpty().allMatch(method -> Modifier.isSynchronized(method.getModifiers()));
            assertThat(type.getDeclaredFields()).allMatch(field -> Modifier.isPrivate(field.getModifiers()));
        }
    }

    @Test
    void afterAPauseOneCallIsLetThroughToTryAndAllOnceItIsAnswered() {
        int tried = Schedules.all(() -> new Schedules.Story() {

            private final AccountGate gate = new AccountGate(10);
            private final Instant later = NOW.plusSeconds(40);
            private final AtomicInteger passed = new AtomicInteger();

            {
                for (int i = 0; i < 3; i++) {
                    gate.failed(NOW, null);
                }
            }

            @Override
            public List<Runnable> threads() {
                return List.of(this::call, this::call, this::call);
            }

            private void call() {
                boolean pass = gate.pass(later);
                Schedules.point();
                if (pass) {
                    assertThat(gate.closed(later)).isFalse();
                    passed.incrementAndGet();
                    Schedules.point();
                    gate.failed(later, null);
                }
            }

            @Override
            public void check() {
                assertThat(passed).hasValue(1);
                assertThat(gate.failures()).isEqualTo(4);
                assertThat(gate.until(later)).isAfter(later);
                gate.done();
                assertThat(gate.until(later)).isEqualTo(later);
            }
        });

        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void workThatBeganAndEndedLeavesRoomForAsMuchAsBefore() {
        int tried = Schedules.all(() -> new Schedules.Story() {

            private final Workload workload = new Workload(2, CLOCK);
            private final UUID shared = UUID.randomUUID();

            @Override
            public List<Runnable> threads() {
                return List.of(() -> work(shared, NOW.plusSeconds(60)), () -> work(shared, NOW.plusSeconds(60)),
                        () -> work(UUID.randomUUID(), NOW.minusSeconds(1)));
            }

            /** Two of the same lease: a second end of work that was given up is no end of other work. */
            private void work(UUID lease, Instant until) {
                workload.begin(lease, "w", until);
                Schedules.point();
                assertThat(workload.free()).isBetween(2, 4);
                Schedules.point();
                workload.end(lease);
            }

            @Override
            public void check() {
                assertThat(workload.free()).isEqualTo(4);
                assertThat(workload.full()).isEqualTo(Set.of());
                assertThat(workload.admitted(Map.of("w", List.of(UUID.randomUUID())))).hasSize(1);
            }
        });

        assertThat(tried).isGreaterThan(100);
    }
}
