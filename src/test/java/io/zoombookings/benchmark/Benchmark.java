package io.zoombookings.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The table of docs/benchmark.md: this project beside what one would write by hand, with the same work on the same rig. */
final class Benchmark {

    private Benchmark() {
    }

    /** @param arguments of those loads that are wanted: yardstick, 1, 50; all by default */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = arguments.length == 0 ? List.of("yardstick", "1", "50") : List.of(arguments);
        int bookings = Integer.getInteger("benchmark.bookings", 3000);
        List<Object> table = new ArrayList<>(List.of(Bench.Result.head()));
        for (String one : wanted) {
            boolean yardstick = one.equals("yardstick");
            try (Bench bench = new Bench(yardstick, yardstick ? 1 : Integer.parseInt(one), List.of())) {
                table.add("ready after %.1f s, %.1f s of CPU".formatted(bench.readyAfter(), bench.cpu()));
                add(table, bench.load("warming up", bookings, 128, 0, false));
                add(table, bench.load("as fast as it goes", bookings, 128, 0, false));
                int rate = Integer.getInteger("benchmark.rate", 100);
                if (rate > 0) {
                    add(table, bench.load(rate + " a second", rate * 8, 256, rate, true));
                    int burst = Integer.getInteger("benchmark.burst", 2000);
                    add(table, bench.load(burst + " at once", burst, 512, 0, false));
                }
            }
        }
        table.forEach(System.out::println);
    }

    private static void add(List<Object> table, Bench.Result result) {
        table.add(result);
        System.out.println(result);
    }
}
