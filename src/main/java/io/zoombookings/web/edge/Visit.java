package io.zoombookings.web.edge;

/** What one connection is about at the moment. Its fields are read by other threads than write them, each on its own. */
final class Visit {

    /** Where a connection stands. */
    enum Phase {
        /** Nothing of a request has arrived. */
        IDLE,
        /** A request's header has begun and not ended. */
        HEADER,
        /** A thread is at work on a request, or reads its body. */
        SERVED,
        /** A request is whole, its answer comes from another thread. */
        AWAITED
    }

    private volatile Phase phase = Phase.IDLE;
    private volatile long since = System.nanoTime();
    private volatile boolean signed;
    private volatile GuardedProcessor processor;

    Phase phase() {
        return phase;
    }

    /** Since when, by {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    /** Whether a request on this connection came from somebody who was known by key, token, password or session. */
    boolean signed() {
        return signed;
    }

    /** Who reads from it; null unless it is served. */
    GuardedProcessor processor() {
        return processor;
    }

    void serve(GuardedProcessor by) {
        processor = by;
        if (phase != Phase.HEADER) {
            since = System.nanoTime();
        }
        phase = Phase.SERVED;
    }

    /** A header that goes on is as old as its beginning. */
    void served(Phase next, boolean sameRequest) {
        processor = null;
        if (!sameRequest) {
            since = System.nanoTime();
        }
        phase = next;
    }

    void sign() {
        signed = true;
    }
}
