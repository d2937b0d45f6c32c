package io.zoombookings.simulation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One history after the other, on all processors, until one fails or it is enough.
 *
 * @param histories that were run
 * @param steps     that they had
 * @param cpu       that they took, of all processors together
 * @param failing   the first seed that fails, or null
 */
record Search(long histories, long steps, Duration cpu, Long failing) {

    private static final int SHRINKING = Integer.getInteger("simulation.shrinking", 150);

    /**
     * @param first seed, the next ones follow
     * @param count of seeds, at most
     * @param time  after which no new one is begun
     */
    static Search run(Plant plant, long first, long count, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        AtomicLong next = new AtomicLong(first);
        AtomicLong failing = new AtomicLong(Long.MAX_VALUE);
        AtomicLong steps = new AtomicLong();
        AtomicLong cpu = new AtomicLong();
        AtomicLong histories = new AtomicLong();
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(executor.submit(() -> {
                    try (Laboratory laboratory = new Laboratory()) {
                        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                        long seed = next.getAndIncrement();
                        while (seed < first + count && seed < failing.get() && System.nanoTime() < end) {
                            History history = History.run(laboratory, Choices.of(seed), plant, false);
                            histories.incrementAndGet();
                            steps.addAndGet(history.steps());
                            if (!history.violations.isEmpty()) {
                                failing.accumulateAndGet(seed, Math::min);
                            }
                            seed = next.getAndIncrement();
                        }
                        cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            executor.shutdownNow();
        }
        return new Search(histories.get(), steps.get(), Duration.ofNanos(cpu.get()),
                failing.get() == Long.MAX_VALUE ? null : failing.get());
    }

    /** Histories in a minute of as many processors as there are. */
    long perMinute() {
        long millis = Math.max(1, cpu.toMillis());
        return histories * 60_000 * Runtime.getRuntime().availableProcessors() / millis;
    }

    /** What the first violation says, whatever it is about. */
    private static String kind(List<String> violations) {
        return violations.isEmpty() ? "" : violations.get(0).replaceAll("\\[.*", "").replaceAll("\\d+", "#");
    }

    /** The shortest story that could be made of a seed that fails, with what is wrong at its end. */
    static String story(Plant plant, long seed) {
        try (Laboratory laboratory = new Laboratory()) {
            History failing = History.run(laboratory, Choices.of(seed), plant, false);
            int[] taken = failing.choices.taken();
            String kind = kind(failing.violations);
            int[] shrunk = Shrinker.shrink(taken,
                    choices -> kind(History.run(laboratory, Choices.of(choices), plant, false).violations).equals(kind),
                    SHRINKING);
            History told = History.run(laboratory, Choices.of(shrunk), plant, true);
            return "Seed " + seed + " (-Dsimulation.seed=" + seed + " repeats it), shrunk from " + taken.length + " to "
                    + shrunk.length + " choices:\n" + told.story + "\n=> " + String.join("\n=> ", told.violations);
        }
    }
}
