package io.zoombookings.notification;

import io.zoombookings.Cause;
import io.zoombookings.Text;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which mails are owed: what each person was told against what is so now. Pure: no clock, no I/O.
 *
 * @param owed        new notifications
 * @param withdrawn   notifications that were not sent and are not owed any more
 * @param lookAgainAt when to plan again although nothing changes, or null
 */
record MailPlan(List<Owed> owed, Set<UUID> withdrawn, Instant lookAgainAt) {

    /** A guest who has no link after this time is told that it follows. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * @param detail      of a reminder: how long before the start; else null
     * @param cause       of the news of a problem: which; else null
     * @param dueAt       when to send it
     * @param sequence    of the recipient's calendar entry, which all dates of the booking share
     * @param occurrences what it is about
     */
    record Owed(NotificationKind kind, Role role, String recipient, String detail, Cause cause, Instant dueAt, int sequence,
                List<PlannedOccurrence> occurrences) {

        /** When the first of what it is about begins. */
        Instant beginsAt() {
            return occurrences.stream().map(PlannedOccurrence::start).min(Comparator.naturalOrder()).orElse(dueAt);
        }
    }

    private record Address(Role role, String email) {
        static Address of(Role role, String email) {
            return new Address(role, email.toLowerCase(Locale.ROOT));
        }
    }

    private record Batch(NotificationKind kind, Cause cause) {
    }

    /** Whether the booking as it is now invites this person. */
    static boolean invites(Booking booking, Role role, String email) {
        Address address = Address.of(role, email);
        return role == Role.HOST ? Address.of(role, booking.host().email()).equals(address)
                : booking.guests().stream().anyMatch(guest -> Address.of(role, guest.email()).equals(address));
    }

    /** The title as a notification notes it. */
    static String title(Booking booking) {
        return Text.cut(booking.title(), 900);
    }

    /**
     * @param told      everything told so far about the booking
     * @param deadline  until when mails wait for Zoom, or null: no wait has begun
     * @param reminders offsets before the start
     */
    static MailPlan of(Booking booking, List<PlannedOccurrence> occurrences, List<Told> told, Instant deadline,
            List<Duration> reminders, Instant now) {
        boolean unsettled = occurrences.stream().anyMatch(one -> one.end().isAfter(now) && !one.quiet(now));
        if (unsettled && (deadline == null || deadline.isAfter(now))) {
            return new MailPlan(List.of(), Set.of(), deadline == null ? now.plus(PATIENCE) : deadline);
        }
        return new Planner(booking, occurrences, told, reminders, now).plan();
    }

    private static final class Planner {

        private final Booking booking;
        private final String title;
        private final List<PlannedOccurrence> occurrences;
        private final List<Told> told;
        private final List<Duration> reminders;
        private final Instant now;
        private final List<Owed> owed = new ArrayList<>();
        private final Set<UUID> withdrawn = new HashSet<>();

        Planner(Booking booking, List<PlannedOccurrence> occurrences, List<Told> all, List<Duration> reminders,
                Instant now) {
            this.booking = booking;
            this.title = title(booking);
            this.occurrences = occurrences.stream().sorted(Comparator.comparing(PlannedOccurrence::start)).toList();
            this.reminders = reminders;
            this.now = now;
            this.told = new ArrayList<>();
            for (Told one : all) {
                if (one.unsent() && one.kind() != NotificationKind.REMINDER && one.kind() != NotificationKind.HOST_PROBLEM) {
                    withdrawn.add(one.notification());
                } else {
                    this.told.add(one);
                }
            }
        }

        MailPlan plan() {
            Map<Address, String> present = new LinkedHashMap<>();
            for (Person guest : booking.guests()) {
                present.put(Address.of(Role.GUEST, guest.email()), guest.email());
            }
            present.put(Address.of(Role.HOST, booking.host().email()), booking.host().email());
            Map<Address, String> all = new LinkedHashMap<>(present);
            for (Told one : told) {
                all.putIfAbsent(Address.of(one.role(), one.recipient()), one.recipient());
            }
            // An address that was erased is no address.
            present.values().removeIf(email -> !email.contains("@"));
            all.values().removeIf(email -> !email.contains("@"));
            all.forEach((address, email) -> letters(address, email, present.containsKey(address)));
            reminders(present);
            return new MailPlan(owed, withdrawn, null);
        }

        private void letters(Address address, String email, boolean present) {
            Map<Batch, List<PlannedOccurrence>> batches = new LinkedHashMap<>();
            List<Told> heard = told.stream().filter(item -> item.kind() != NotificationKind.REMINDER
                    && Address.of(item.role(), item.recipient()).equals(address)).toList();
            int sequence = heard.stream().mapToInt(Told::sequence).max().orElse(-1) + 1;
            for (PlannedOccurrence one : occurrences) {
                List<Told> before = heard.stream().filter(item -> item.occurrence().equals(one.id())).toList();
                Batch problem = address.role() == Role.HOST && present ? hostProblem(one, before) : null;
                if (problem != null) {
                    batches.computeIfAbsent(problem, key -> new ArrayList<>()).add(one);
                }
                NotificationKind kind = kind(one, before, present && !one.cancelled(), address.role());
                if (kind != null) {
                    batches.computeIfAbsent(new Batch(kind, null), key -> new ArrayList<>()).add(one);
                }
            }
            batches.forEach((batch, about) ->
                    owed.add(new Owed(batch.kind(), address.role(), email, null, batch.cause(), now, sequence, about)));
        }

        private Batch hostProblem(PlannedOccurrence one, List<Told> before) {
            Cause problem = one.hostProblem(now);
            boolean known = problem == null || before.stream().anyMatch(item -> item.kind() == NotificationKind.HOST_PROBLEM
                    && item.generation() == one.generation() && problem.isSame(item.cause()));
            boolean over = !one.end().isAfter(now) || one.start().isBefore(now) && before.isEmpty();
            return known || over ? null : new Batch(NotificationKind.HOST_PROBLEM, problem);
        }

        private NotificationKind kind(PlannedOccurrence one, List<Told> before, boolean wanted, Role role) {
            Told last = before.stream().filter(item -> item.kind() != NotificationKind.HOST_PROBLEM)
                    .max(Comparator.comparingInt(Told::sequence)).orElse(null);
            boolean warned = !before.isEmpty() || role == Role.HOST && one.hostProblem(now) != null;
            boolean told = last != null && last.kind() != NotificationKind.CANCELLED;
            if (!one.end().isAfter(now)) {
                return null;
            }
            if (!wanted) {
                return told || last == null && !before.isEmpty() ? NotificationKind.CANCELLED : null;
            }
            if (!told && !one.start().isAfter(now)) {
                return null;
            }
            if (!one.hasLink()) {
                boolean known = told && last.start().equals(one.start());
                return known || role == Role.HOST && warned ? null : NotificationKind.LINK_FOLLOWS;
            }
            if (!told) {
                return last == null && !before.isEmpty() ? NotificationKind.LINK_READY : NotificationKind.CONFIRMATION;
            }
            if (last.zoomMeetingId() == null) {
                return NotificationKind.LINK_READY;
            }
            boolean same = last.start().equals(one.start()) && last.durationMinutes() == one.durationMinutes()
                    && last.title().equals(title) && last.zoomMeetingId().equals(one.zoomMeetingId())
                    && last.linkVersion() == one.linkVersion();
            return same ? null : NotificationKind.RESCHEDULED;
        }

        /** Each offset its own row; those that no longer fit are withdrawn, those whose time has passed are not made. */
        private void reminders(Map<Address, String> present) {
            Set<String> wanted = new LinkedHashSet<>();
            Map<String, Runnable> missing = new LinkedHashMap<>();
            for (PlannedOccurrence one : occurrences) {
                for (Duration offset : one.cancelled() ? List.<Duration>of() : reminders) {
                    Instant due = one.start().minus(offset);
                    present.forEach((address, email) -> {
                        String key = key(address, one.id(), one.start(), offset.toString());
                        wanted.add(key);
                        if (due.isAfter(now)) {
                            missing.put(key, () -> owed.add(new Owed(NotificationKind.REMINDER, address.role(), email,
                                    offset.toString(), null, due, 0, List.of(one))));
                        }
                    });
                }
            }
            for (Told one : told) {
                if (one.kind() == NotificationKind.REMINDER) {
                    String key = key(Address.of(one.role(), one.recipient()), one.occurrence(), one.start(), one.detail());
                    missing.remove(key);
                    if (one.unsent() && !wanted.contains(key)) {
                        withdrawn.add(one.notification());
                    }
                }
            }
            missing.values().forEach(Runnable::run);
        }

        private static String key(Address address, UUID occurrence, Instant start, String offset) {
            return address + " " + occurrence + " " + start + " " + offset;
        }
    }
}
