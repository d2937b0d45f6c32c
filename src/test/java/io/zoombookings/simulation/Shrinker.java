package io.zoombookings.simulation;

import java.util.Arrays;
import java.util.function.Predicate;

/** Makes a list of choices that fails as short and as plain as it gets. */
final class Shrinker {

    private final Predicate<int[]> fails;
    private int attempts;
    private int[] best;

    private Shrinker(int[] choices, Predicate<int[]> fails, int attempts) {
        this.best = choices;
        this.fails = fails;
        this.attempts = attempts;
    }

    /** @param attempts after which the best so far is good enough */
    static int[] shrink(int[] choices, Predicate<int[]> fails, int attempts) {
        Shrinker shrinker = new Shrinker(choices, fails, attempts);
        int[] before;
        do {
            before = shrinker.best;
            shrinker.cut();
            shrinker.leaveOut();
            shrinker.simplify();
        } while (before != shrinker.best && !shrinker.isOver());
        return shrinker.best;
    }

    private boolean isOver() {
        return attempts <= 0;
    }

    private boolean take(int[] candidate) {
        boolean better = attempts-- > 0 && fails.test(candidate);
        best = better ? candidate : best;
        return better;
    }

    /** Zeros follow the end anyway. */
    private void cut() {
        int step = best.length / 2;
        while (step > 0) {
            if (best.length <= step || !take(Arrays.copyOf(best, best.length - step))) {
                step /= 2;
            }
        }
    }

    private void leaveOut() {
        for (int size = Math.max(1, best.length / 4); size > 0; size /= 2) {
            for (int from = best.length - size; from >= 0; from -= size) {
                int[] candidate = new int[best.length - size];
                System.arraycopy(best, 0, candidate, 0, from);
                System.arraycopy(best, from + size, candidate, from, best.length - from - size);
                take(candidate);
                from = Math.min(from, best.length);
            }
        }
    }

    private void simplify() {
        for (int i = 0; i < best.length; i++) {
            for (int value : new int[] {0, best[i] / 2, best[i] - 1}) {
                if (value >= 0 && value < best[i]) {
                    int[] candidate = best.clone();
                    candidate[i] = value;
                    if (take(candidate)) {
                        break;
                    }
                }
            }
        }
    }
}
