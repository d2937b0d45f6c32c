package io.zoombookings.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of docs/benchmark.md: this project beside what one would write by hand, with the same work on the same rig. */
final class Benchmark {

    private static final Path TABLE = Path.of(Bench.WORK, "table.txt");

    private final List<Bench.Result> results = new ArrayList<>();
    private final StringBuilder table = new StringBuilder(Bench.Result.head()).append('\n');

    private Benchmark() {
    }

    /** @param arguments of those loads that are wanted: {@code yardstick}, or a number of hosts */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        run(arguments);
    }

    static List<Bench.Result> run(String[] loads) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark();
        for (String one : loads) {
            benchmark.measure(one);
        }
        benchmark.ratios();
        Files.writeString(TABLE, benchmark.table);
        System.out.println(benchmark.table);
        return benchmark.results;
    }

    private void measure(String load) throws IOException, InterruptedException {
        boolean yardstick = load.equals("yardstick");
        int bookings = Integer.getInteger("benchmark.bookings", 3000);
        int rate = Integer.getInteger("benchmark.rate", 100);
        int burst = Integer.getInteger("benchmark.burst", 2000);
        try (Bench bench = new Bench(yardstick, yardstick ? 1 : Integer.parseInt(load), List.of())) {
            table.append("%s: ready after %.1f s, %.1f s of CPU%n".formatted(load, bench.readyAfter(), bench.cpu()));
            add(bench.load("warming up", bookings, 128, 0, false));
            add(bench.load("as fast as it goes", bookings, 128, 0, false));
            if (rate > 0) {
                add(bench.load(rate + " a second", rate * 8, 256, rate, true));
            }
            if (burst > 0) {
                add(bench.load(burst + " at once", burst, 512, 0, false));
            }
        }
    }

    private void add(Bench.Result result) {
        results.add(result);
        table.append(result).append('\n');
    }

    /** Each line beside the hand-written one of the same load. */
    private void ratios() {
        for (Bench.Result result : results) {
            String what = result.name().replaceFirst(".*: ", "");
            results.stream().filter(other -> other.name().startsWith("hand-written") && other.name().endsWith(": " + what)
                    && other != result).findFirst().ifPresent(yardstick -> table.append(
                    "%s: %.2f of the hand-written throughput, %.2f times its CPU%n".formatted(result.name(),
                            result.perSecond() / yardstick.perSecond(), result.perThousand() / yardstick.perThousand())));
        }
    }
}
