package io.zoombookings.simulation;

import java.util.Arrays;

/**
 * What a history is mostly about: what is rare in most of them, and must come together for something to go wrong, is
 * frequent in those of one family. Anything else may happen in all of them.
 */
enum Family {

    /** Whatever comes. */
    ANY(4, 1, new int[] {4, 4, 3, 2, 1}, new int[] {5, 4, 3, 2, 2, 1, 1}),

    /** Creates land late, and what follows a look at Zoom is refused before it can have an effect. */
    LATE_CREATES(4, 0, new int[] {3, 2}, new int[] {1, 4, 1, 0, 0, 0, 0}),

    /** The same of updates, while a date is moved and moved back. */
    LATE_UPDATES(3, 0, new int[] {1, 3, 1}, new int[] {2, 0, 0, 0, 6, 0, 0}),

    /** A worker sleeps beyond its lease, and another one takes over. */
    SLEEPERS(4, 0, new int[] {3, 2}, new int[] {2, 3, 3, 0, 0, 0, 0}),

    /** The database goes away while it commits. */
    UNDONE_COMMITS(2, 0, new int[] {3, 2}, new int[] {3, 2, 2, 0, 0, 0, 0});

    private static final int[] SHARES = Arrays.stream(values()).mapToInt(family -> family.share).toArray();

    private final int share;
    /** Weight of a second date, and of a second booking. */
    final int more;
    /** Weights of the numbers of changes of a booking, from none. */
    final int[] changes;
    /** Weights of the kinds of changes, as {@link Script#change} has them. */
    final int[] kinds;

    Family(int share, int more, int[] changes, int[] kinds) {
        this.share = share;
        this.more = more;
        this.changes = changes;
        this.kinds = kinds;
    }

    static Family of(Choices choices) {
        return values()[choices.weighted(SHARES)];
    }
}
