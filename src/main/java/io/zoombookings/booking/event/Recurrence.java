package io.zoombookings.booking.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The instances of a booking by an RFC 5545 rule, with RDATE and EXDATE. The rule runs on the wall clock of the
 * booking's zone, so that the local time stays across daylight-saving changes. The start is always the first instance,
 * also where it does not match the rule (RFC 5545 section 3.8.5.3), and counts against COUNT. UNTIL as a date includes
 * that day.
 */
final class Recurrence {

    /** How many instances a booking may have; before EXDATE takes any away. */
    static final int MAX_INSTANCES = 366;

    private static final int MAX_INTERVAL = 9999;
    private static final int LAST_YEAR = 9998;

    private final ZoneId zone;
    private RecurrenceRule rule;
    private Integer count;
    private Instant until;
    private final List<Instant> additional = new ArrayList<>();
    private final Set<Instant> excluded = new HashSet<>();
    private final Set<LocalDate> excludedDays = new HashSet<>();

    private Recurrence(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param text an RRULE's value, or lines RRULE:, RDATE: and EXDATE:
     * @throws InvalidRecurrenceException if it is not a rule with an end
     */
    static Recurrence of(String text, ZoneId zone) {
        Recurrence recurrence = new Recurrence(zone);
        for (CalendarLine line : CalendarLine.read(text, zone)) {
            if (line.name().equals("RRULE")) {
                recurrence.readRule(line.value());
            } else if (line.name().equals("EXDATE") && line.dates()) {
                recurrence.excludedDays.addAll(line.days());
            } else if (line.name().equals("EXDATE")) {
                recurrence.excluded.addAll(line.instants());
            } else if (line.dates()) {
                throw new InvalidRecurrenceException("has RDATE with dates; it needs date-times");
            } else {
                recurrence.additional.addAll(line.instants());
            }
        }
        if (recurrence.rule == null) {
            throw new InvalidRecurrenceException("has no RRULE");
        }
        return recurrence;
    }

    private void readRule(String value) {
        if (rule != null) {
            throw new InvalidRecurrenceException("has more than one RRULE");
        }
        List<String> endless = new ArrayList<>();
        for (String part : value.toUpperCase(Locale.ROOT).split(";")) {
            if (part.startsWith("COUNT=") && count == null) {
                count = readCount(part.substring(6));
            } else if (part.startsWith("UNTIL=") && until == null) {
                until = readUntil(part.substring(6));
            } else {
                endless.add(part);
            }
        }
        try {
            rule = new RecurrenceRule(String.join(";", endless), RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | RuntimeException wrong) {
            throw new InvalidRecurrenceException("is not a rule of RFC 5545: " + wrong.getMessage());
        }
        if (!rule.isInfinite()) {
            throw new InvalidRecurrenceException("is not a rule of RFC 5545: COUNT or UNTIL is there twice");
        }
        if (count != null && until != null) {
            throw new InvalidRecurrenceException("has both COUNT and UNTIL; RFC 5545 allows one of them");
        }
        if (count == null && until == null) {
            throw new InvalidRecurrenceException("has no end; it needs COUNT or UNTIL");
        }
        if (rule.getFreq() == Freq.SECONDLY || rule.getFreq() == Freq.MINUTELY) {
            throw new InvalidRecurrenceException("repeats more often than hourly");
        }
        if (rule.getInterval() > MAX_INTERVAL) {
            throw new InvalidRecurrenceException("has an INTERVAL above " + MAX_INTERVAL);
        }
    }

    private static Integer readCount(String value) {
        try {
            int count = Integer.parseInt(value);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw new InvalidRecurrenceException("has a COUNT that is not a whole number above 0");
    }

    private Instant readUntil(String value) {
        return value.contains("T")
                ? CalendarLine.instant(value, zone)
                : WallClock.instant(CalendarLine.date(value).atTime(LocalTime.of(23, 59, 59)), zone);
    }

    /**
     * @param first the booking's start
     * @return the starts of all instances in order, 1 to {@link #MAX_INSTANCES}
     * @throws InvalidRecurrenceException if there are more, or none
     */
    List<Instant> startingAt(Instant first) {
        TreeSet<Instant> starts = new TreeSet<>(additional);
        starts.add(first);
        addRuleInstances(first, starts);
        refuseTooMany(starts.size());
        starts.removeIf(this::isExcluded);
        if (starts.isEmpty()) {
            throw new InvalidRecurrenceException("has no instance left");
        }
        return List.copyOf(starts);
    }

    private void addRuleInstances(Instant first, Set<Instant> starts) {
        if (until != null && until.isBefore(first)) {
            throw new InvalidRecurrenceException("ends before the start");
        }
        LocalDateTime firstLocal = LocalDateTime.ofInstant(first, zone);
        int found = 1;
        try {
            RecurrenceRuleIterator iterator = rule.iterator(floating(firstLocal));
            while (!Integer.valueOf(found).equals(count) && iterator.hasNext()) {
                LocalDateTime next = local(iterator.nextDateTime());
                if (next.equals(firstLocal)) {
                    continue;
                }
                Instant start = WallClock.instant(next, zone);
                if (until != null && start.isAfter(until)) {
                    return;
                }
                if (next.getYear() > LAST_YEAR) {
                    throw new InvalidRecurrenceException("goes beyond the year " + LAST_YEAR);
                }
                refuseTooMany(++found);
                starts.add(start);
            }
        } catch (IllegalArgumentException | IllegalStateException tooSparse) {
            // lib-recur gives up on rules such as "every 30 February", and on those whose BYSETPOS selects nothing
            throw new InvalidRecurrenceException("has too few instances, or none");
        }
    }

    private boolean isExcluded(Instant start) {
        return excluded.contains(start) || excludedDays.contains(LocalDate.ofInstant(start, zone));
    }

    private static void refuseTooMany(int instances) {
        if (instances > MAX_INSTANCES) {
            throw new InvalidRecurrenceException("has more than " + MAX_INSTANCES + " instances");
        }
    }

    private static DateTime floating(LocalDateTime local) {
        return new DateTime(local.getYear(), local.getMonthValue() - 1, local.getDayOfMonth(), local.getHour(),
                local.getMinute(), local.getSecond());
    }

    private static LocalDateTime local(DateTime floating) {
        return LocalDateTime.of(floating.getYear(), floating.getMonth() + 1, floating.getDayOfMonth(),
                floating.getHours(), floating.getMinutes(), floating.getSeconds());
    }
}
