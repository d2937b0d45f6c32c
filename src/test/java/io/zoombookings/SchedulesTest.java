package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The explorer of schedules finds what only some order shows, and tries each order once. */
class SchedulesTest {

    /** A counter that reads and writes apart. */
    private static final class Lossy implements Schedules.Story {

        private int count;

        @Override
        public List<Runnable> threads() {
            return List.of(this::add, this::add);
        }

        private void add() {
            int read = count;
            Schedules.point();
            count = read + 1;
        }

        @Override
        public void check() {
            assertThat(count).isEqualTo(2);
        }
    }

    @Test
    void itFindsTheOrderInWhichAnAdditionIsLost() {
        assertThatThrownBy(() -> Schedules.all(Lossy::new)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("In the order [0, 1");
    }

    @Test
    void itTriesEachOrderOnce() {
        Set<String> seen = new TreeSet<>();
        int tried = Schedules.all(() -> new Schedules.Story() {

            private final StringBuffer order = new StringBuffer();

            @Override
            public List<Runnable> threads() {
                return List.of(() -> twice("a"), () -> twice("b"));
            }

            private void twice(String name) {
                order.append(name);
                Schedules.point();
                order.append(name);
            }

            @Override
            public void check() {
                assertThat(seen.add(order.toString())).isTrue();
            }
        });

        assertThat(tried).isEqualTo(6);
        assertThat(seen).containsExactly("aabb", "abab", "abba", "baab", "baba", "bbaa");
    }

    @Test
    void aThreadThatWaitsForAnotherOneGoesOnAfterIt() {
        int tried = Schedules.all(() -> new Schedules.Story() {

            private final CompletableFuture<String> told = new CompletableFuture<>();
            private volatile String heard;

            @Override
            public List<Runnable> threads() {
                return List.of(() -> heard = told.join(), () -> told.complete("yes"));
            }

            @Override
            public void check() {
                assertThat(heard).isEqualTo("yes");
            }
        });

        assertThat(tried).isEqualTo(2);
    }
}
