package io.zoombookings.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The switches that make calls fail; the first rule that matches a call decides. Safe for several threads. */
public final class Faults {

    private final List<Rule> rules = new ArrayList<>();
    private volatile Duration delay = Duration.ZERO;

    Faults() {
    }

    /** A fault that was switched on. */
    public final class Rule implements AutoCloseable {
        private final CallMatcher calls;
        private final Fault fault;
        private int left;
        private final AtomicInteger hits = new AtomicInteger();

        private Rule(CallMatcher calls, Fault fault, int left) {
            this.calls = calls;
            this.fault = fault;
            this.left = left;
        }

        /** How many calls it has hit so far. */
        public int hits() {
            return hits.get();
        }

        /** Switches the fault off. */
        @Override
        public void close() {
            synchronized (rules) {
                rules.remove(this);
            }
        }
    }

    /** The next such call fails. */
    public Rule next(CallMatcher calls, Fault fault) {
        return next(calls, 1, fault);
    }

    /** The next {@code times} such calls fail. */
    public Rule next(CallMatcher calls, int times, Fault fault) {
        Rule rule = new Rule(calls, fault, times);
        synchronized (rules) {
            rules.add(rule);
        }
        return rule;
    }

    /** Every such call fails until the rule is closed or all are cleared. */
    public Rule always(CallMatcher calls, Fault fault) {
        return next(calls, Integer.MAX_VALUE, fault);
    }

    /** Every call of a program takes this much longer. */
    public void delay(Duration time) {
        delay = time;
    }

    public void clear() {
        delay = Duration.ZERO;
        synchronized (rules) {
            rules.clear();
        }
    }

    Duration delay() {
        return delay;
    }

    /** The fault that hits the call, or null. */
    Fault take(Call call) {
        synchronized (rules) {
            for (Iterator<Rule> all = rules.iterator(); all.hasNext();) {
                Rule rule = all.next();
                if (rule.calls.matches(call)) {
                    rule.hits.incrementAndGet();
                    if (rule.left != Integer.MAX_VALUE && --rule.left == 0) {
                        all.remove();
                    }
                    return rule.fault;
                }
            }
        }
        return null;
    }
}
