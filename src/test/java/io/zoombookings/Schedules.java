package io.zoombookings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Tries every order in which threads go on from the points where they meet: one of them runs at a time, up to its next
 * {@link #point()}, its end, or until it waits for another one. What fails names the order.
 */
public final class Schedules {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    private final List<Integer> choices = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    /** What several threads do at once, and what must be so afterwards. */
    public interface Story {

        /** The threads, each of which begins at a point. */
        List<Runnable> threads();

        /** @throws AssertionError if something is wrong */
        void check();
    }

    private static final class Actor extends Thread {

        private final Semaphore baton = new Semaphore(0);
        private volatile boolean atPoint;
        private volatile boolean awake = true;
        private volatile boolean ended;
        private volatile Throwable failure;
        private final Runnable work;

        private Actor(Runnable work) {
            this.work = work;
            setDaemon(true);
        }

        @Override
        public void run() {
            CURRENT.set(this);
            try {
                await();
                work.run();
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                ended = true;
            }
        }

        private void await() {
            atPoint = true;
            baton.acquireUninterruptibly();
            awake = true;
        }

        private void go() {
            awake = false;
            atPoint = false;
            baton.release();
        }

        private boolean isWaiting() {
            State state = getState();
            return awake && (state == State.BLOCKED || state == State.WAITING || state == State.TIMED_WAITING);
        }
    }

    private Schedules() {
    }

    /** Where another thread may go on first; elsewhere than in a story's threads it does nothing. */
    public static void point() {
        Actor actor = CURRENT.get();
        if (actor != null) {
            actor.await();
        }
    }

    /**
     * @return how many orders there were
     * @throws AssertionError of the first order in which something is wrong, or in which threads wait for each other
     */
    public static int all(Supplier<Story> stories) {
        Schedules schedules = new Schedules();
        int tried = 0;
        do {
            tried++;
            Story story = stories.get();
            try {
                schedules.run(story);
                story.check();
            } catch (AssertionError e) {
                throw new AssertionError("In the order " + schedules.choices + ": " + e.getMessage(), e);
            }
        } while (schedules.next());
        return tried;
    }

    private void run(Story story) {
        List<Actor> actors = story.threads().stream().map(Actor::new).toList();
        actors.forEach(Thread::start);
        int step = 0;
        while (true) {
            settle(actors);
            List<Actor> able = actors.stream().filter(actor -> actor.atPoint && !actor.ended).toList();
            if (able.isEmpty()) {
                break;
            }
            if (step == choices.size()) {
                choices.add(0);
                widths.add(able.size());
            }
            able.get(Math.min(choices.get(step), able.size() - 1)).go();
            step++;
        }
        for (Actor actor : actors) {
            if (!actor.ended) {
                throw new AssertionError("A thread waits for ever: " + List.of(actor.getStackTrace()));
            }
            if (actor.failure != null) {
                throw new AssertionError("A thread failed: " + actor.failure, actor.failure);
            }
        }
    }

    /** Until each thread is at a point or its end, or waits for another one, and does so on a second look. */
    private static void settle(List<Actor> actors) {
        long end = System.nanoTime() + PATIENCE;
        int looks = 0;
        while (System.nanoTime() < end) {
            boolean certain = actors.stream().allMatch(actor -> actor.ended || actor.atPoint);
            boolean rest = certain || actors.stream().allMatch(actor -> actor.ended || actor.atPoint || actor.isWaiting());
            looks = rest ? looks + 1 : 0;
            // Who waits for one that has ended goes on by itself.
            if (certain || looks > 3 && actors.stream().anyMatch(actor -> actor.atPoint)) {
                return;
            }
            LockSupport.parkNanos(20_000);
        }
    }

    private boolean next() {
        while (!choices.isEmpty()) {
            int last = choices.size() - 1;
            int choice = choices.remove(last) + 1;
            int width = widths.remove(last);
            if (choice < width) {
                choices.add(choice);
                widths.add(width);
                return true;
            }
        }
        return false;
    }
}
