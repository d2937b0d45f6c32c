package io.zoombookings.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * All that is left open in a history, one small number after the other: drawn by a seed and noted, or given. Any numbers are
 * a history; where they end, zeros follow, and zero is always the plainest choice.
 */
final class Choices {

    private static final int[] NONE = {};

    private final RandomGenerator random;
    private final int[] given;
    private int[] taken = new int[256];
    private int count;

    private Choices(RandomGenerator random, int[] given) {
        this.random = random;
        this.given = given;
    }

    static Choices of(long seed) {
        return new Choices(new SplittableRandom(seed), NONE);
    }

    static Choices of(int[] given) {
        return new Choices(null, given);
    }

    /** From zero to below the bound. */
    int below(int bound) {
        int next = random != null ? random.nextInt(bound)
                : count < given.length ? Math.floorMod(given[count], bound) : 0;
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, count * 2);
        }
        taken[count++] = next;
        return next;
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return below(times) == times - 1;
    }

    /** An index, each as often as its weight says; a weight of zero never. */
    int weighted(int... weights) {
        int left = below(Arrays.stream(weights).sum());
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    int[] taken() {
        return Arrays.copyOf(taken, count);
    }
}
