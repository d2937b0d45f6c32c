package io.zoombookings.booking.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The instances that a booking is to have. A pure function of the state, which in turn does not depend on the order in
 * which events arrived; so neither does this.
 *
 * <ul>
 * <li>A whole booking that is cancelled has only cancelled instances.
 * <li>A single cancellation outlives later reschedules of the whole, but a later confirmation of the whole that
 *     contains the instance revives it.
 * <li>A single move counts until a later event about the whole, whose times then win.
 * <li>Where two events name the same instance differently, the later one counts. An event about an instance that does
 *     not exist (yet) has no effect.
 * </ul>
 */
public final class Series {

    private Series() {
    }

    /**
     * @return in order of the starts that the whole booking gives them: a rule's instances with the ids 0, 1, …, a
     *         single booking with the id 0, explicit occurrences with their own; empty while no whole booking is known
     */
    public static List<WantedOccurrence> wanted(BookingState state) {
        if (state.booking() == null) {
            return List.of();
        }
        List<Instance> instances = instances(state.booking());
        name(instances, state.booking(), state.changes().values());
        return instances.stream().map(instance -> instance.wanted(state)).toList();
    }

    private static List<Instance> instances(Booking booking) {
        List<Instance> instances = new ArrayList<>();
        if (!booking.occurrences().isEmpty()) {
            for (BookingOccurrence each : booking.occurrences()) {
                instances.add(new Instance(
                        each.id(), WallClock.instant(each.start(), booking.zone()), each.durationMinutes()));
            }
            instances.sort(Comparator.comparing((Instance instance) -> instance.start)
                    .thenComparing(instance -> instance.id));
            return instances;
        }
        List<Instant> starts = booking.recurrenceRule() == null
                ? List.of(booking.startsAt())
                : Recurrence.of(booking.recurrenceRule(), booking.zone()).startingAt(booking.startsAt());
        for (Instant start : starts) {
            instances.add(new Instance(String.valueOf(instances.size()), start, booking.durationMinutes()));
        }
        return instances;
    }

    /** Gives each change to the instance it names: by id, else by its given start, else by a start it was moved to. */
    private static void name(List<Instance> instances, Booking booking, Iterable<OccurrenceChange> changes) {
        List<OccurrenceChange> unresolved = new ArrayList<>();
        for (OccurrenceChange change : changes) {
            if (!give(instances, change, instance -> instance.id.equals(change.ref()))) {
                unresolved.add(change);
            }
        }
        // by ref: who was moved to where, and which of two equals counts, must come out the same each time
        unresolved.sort(Comparator.comparing(OccurrenceChange::ref));
        unresolved.removeIf(change -> {
            Instant named = start(change, booking);
            return named == null || give(instances, change, instance -> instance.start.equals(named));
        });
        boolean progress = true;
        while (progress) {
            progress = unresolved.removeIf(change ->
                    give(instances, change, instance -> instance.movedTo.contains(start(change, booking))));
        }
    }

    private static boolean give(
            List<Instance> instances, OccurrenceChange change, java.util.function.Predicate<Instance> named) {
        for (Instance instance : instances) {
            if (named.test(instance)) {
                instance.changes.add(change);
                if (change.start() != null) {
                    instance.movedTo.add(change.start());
                }
                return true;
            }
        }
        return false;
    }

    private static Instant start(OccurrenceChange change, Booking booking) {
        try {
            return WallClock.instant(change.ref(), booking.zone());
        } catch (DateTimeException noStart) {
            return null;
        }
    }

    /** An instance as the whole booking gives it, and what single events say about it. */
    private static final class Instance {

        final String id;
        final Instant start;
        final int durationMinutes;
        final List<OccurrenceChange> changes = new ArrayList<>();
        final Set<Instant> movedTo = new HashSet<>();

        Instance(String id, Instant start, int durationMinutes) {
            this.id = id;
            this.start = start;
            this.durationMinutes = durationMinutes;
        }

        WantedOccurrence wanted(BookingState state) {
            OccurrenceChange change = latestChange();
            boolean cancelledAlone = change != null && change.type() == BookingEventType.CANCELLED
                    && !outdated(change, state.confirmed());
            boolean moved = change != null && change.type() == BookingEventType.RESCHEDULED
                    && !outdated(change, state.bookingOrder());
            return new WantedOccurrence(id,
                    moved ? change.start() : start,
                    moved ? change.durationMinutes() : durationMinutes,
                    cancelledAlone || state.cancelled(),
                    cancelledAlone && change.reason() != null ? change.reason() : state.reason());
        }

        private OccurrenceChange latestChange() {
            OccurrenceChange latest = null;
            for (OccurrenceChange change : changes) {
                if (latest == null || change.order().supersedes(change.type(), latest.order(), latest.type())) {
                    latest = change;
                }
            }
            return latest;
        }

        private static boolean outdated(OccurrenceChange change, Order whole) {
            return whole != null && whole.outdates(change.order());
        }
    }
}
