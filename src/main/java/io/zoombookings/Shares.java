package io.zoombookings;

import java.util.HashMap;
import java.util.Map;

/** So many places, of which one name has only some. Safe for several threads. */
public final class Shares {

    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    public Shares(int all, int each) {
        this.all = all;
        this.each = each;
    }

    /** @return whether there was a place; it is given back by {@link #free} */
    public synchronized boolean take(String name) {
        int mine = taken.getOrDefault(name, 0);
        if (total >= all || mine >= each) {
            return false;
        }
        total++;
        taken.put(name, mine + 1);
        return true;
    }

    public synchronized void free(String name) {
        total--;
        taken.computeIfPresent(name, (same, mine) -> mine == 1 ? null : mine - 1);
    }
}
