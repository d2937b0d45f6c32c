package io.zoombookings.notification.letter;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Any dates as one recurring event. Each date has a slot, the RECURRENCE-ID by which calendars know it: its own day at
 * the first date's time of day, which a rule can say. Exchange takes RDATE only beside a rule and knows an instance by
 * its day (MS-OXCICAL), so a date of its own is used only where the day's slot is taken or missing in the zone.
 *
 * @param slots      in the order of the dates given
 * @param rule       an RRULE with UNTIL, the plainest there is
 * @param excluded   instances of the rule that are none of the dates
 * @param additional slots that the rule does not reach
 */
record CalendarSeries(List<LocalDateTime> slots, String rule, List<LocalDateTime> excluded,
                      List<LocalDateTime> additional) {

    /** What calendars are spared: a rule with more instances is replaced by single dates. */
    private static final int MOST_INSTANCES = 1000;
    /** From the 29th on, months differ in whether they have the day, and calendars in what they do then. */
    private static final int LAST_DAY_OF_ALL_MONTHS = 28;
    private static final int WEEKS_OF_ALL_MONTHS = 4;

    private record Pattern(String rule, NavigableSet<LocalDate> days) {
    }

    /** @param starts local times in the zone, ascending, at least one */
    static CalendarSeries of(List<LocalDateTime> starts, ZoneId zone) {
        LocalTime time = starts.get(0).toLocalTime();
        LocalDateTime[] slots = new LocalDateTime[starts.size()];
        Set<LocalDateTime> taken = new HashSet<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (boolean own : new boolean[] {true, false}) {
            for (int i = 0; i < slots.length; i++) {
                LocalDateTime slot = starts.get(i).toLocalDate().atTime(time);
                if (slots[i] == null && (!own || slot.equals(starts.get(i)))
                        && !zone.getRules().getValidOffsets(slot).isEmpty() && taken.add(slot)) {
                    slots[i] = slot;
                    days.add(slot.toLocalDate());
                }
            }
        }
        List<LocalDateTime> additional = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == null) {
                slots[i] = starts.get(i);
                while (!taken.add(slots[i])) {
                    slots[i] = slots[i].plusSeconds(1);
                }
                additional.add(slots[i]);
            }
        }
        if (days.isEmpty()) {
            days.add(starts.get(0).toLocalDate());
        }
        Optional<Pattern> plainest = Stream.of(weekly(days), monthlyByDay(days), monthlyByWeekday(days), daily(days))
                .filter(Objects::nonNull).min((one, other) -> Integer.compare(one.days().size(), other.days().size()));
        if (plainest.isEmpty()) {
            days.tailSet(days.first(), false).forEach(day -> additional.add(day.atTime(time)));
        }
        Pattern pattern = plainest.orElseGet(() -> new Pattern("FREQ=DAILY", new TreeSet<>(Set.of(days.first()))));
        List<LocalDateTime> excluded = pattern.days().stream().filter(day -> !days.contains(day))
                .map(day -> day.atTime(time)).toList();
        LocalDateTime until = pattern.days().last().atTime(time);
        return new CalendarSeries(List.of(slots), pattern.rule() + ";UNTIL="
                + CalendarFile.UTC_TIME.format(until.atZone(zone).toInstant()), excluded, List.copyOf(additional));
    }

    /** All dates are at the same time of day, on days of their own: their slots are their starts, also without some. */
    boolean uniform(List<LocalDateTime> starts) {
        return additional.isEmpty() && slots.equals(starts);
    }

    private static Pattern weekly(TreeSet<LocalDate> days) {
        Set<DayOfWeek> weekdays = days.stream().map(LocalDate::getDayOfWeek)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        LocalDate monday = monday(days.first());
        long step = step(days, day -> ChronoUnit.WEEKS.between(monday, monday(day)));
        NavigableSet<LocalDate> all = new TreeSet<>();
        for (LocalDate week = monday; !week.isAfter(days.last()); week = week.plusWeeks(step)) {
            for (DayOfWeek weekday : weekdays) {
                all.add(week.with(weekday));
            }
            if (all.size() > MOST_INSTANCES) {
                return null;
            }
        }
        return new Pattern("FREQ=WEEKLY" + interval(step) + ";BYDAY=" + weekdays.stream()
                .map(CalendarSeries::code).collect(Collectors.joining(",")),
                all.subSet(days.first(), true, days.last(), true));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Pattern monthlyByDay(TreeSet<LocalDate> days) {
        int number = days.first().getDayOfMonth();
        return number > LAST_DAY_OF_ALL_MONTHS ? null
                : monthly(days, ";BYMONTHDAY=" + number, month -> month.atDay(number));
    }

    private static Pattern monthlyByWeekday(TreeSet<LocalDate> days) {
        DayOfWeek weekday = days.first().getDayOfWeek();
        int week = (days.first().getDayOfMonth() - 1) / 7 + 1;
        return week > WEEKS_OF_ALL_MONTHS ? null : monthly(days, ";BYDAY=" + week + code(weekday),
                month -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, weekday)));
    }

    private static Pattern monthly(TreeSet<LocalDate> days, String part,
            Function<YearMonth, LocalDate> dayOf) {
        YearMonth first = YearMonth.from(days.first());
        if (days.stream().anyMatch(day -> !day.equals(dayOf.apply(YearMonth.from(day))))) {
            return null;
        }
        long step = step(days, day -> ChronoUnit.MONTHS.between(first, YearMonth.from(day)));
        NavigableSet<LocalDate> all = new TreeSet<>();
        for (YearMonth month = first; !dayOf.apply(month).isAfter(days.last()); month = month.plusMonths(step)) {
            all.add(dayOf.apply(month));
        }
        return all.size() > MOST_INSTANCES ? null : new Pattern("FREQ=MONTHLY" + interval(step) + part, all);
    }

    private static Pattern daily(TreeSet<LocalDate> days) {
        long step = step(days, day -> ChronoUnit.DAYS.between(days.first(), day));
        if (ChronoUnit.DAYS.between(days.first(), days.last()) / step >= MOST_INSTANCES) {
            return null;
        }
        return new Pattern("FREQ=DAILY" + interval(step), days.first().datesUntil(days.last().plusDays(1),
                Period.ofDays((int) step)).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The greatest common divisor of the distances, 1 where there are none. */
    private static long step(Set<LocalDate> days, ToLongFunction<LocalDate> distance) {
        long step = days.stream().map(day -> BigInteger.valueOf(distance.applyAsLong(day)))
                .reduce(BigInteger.ZERO, BigInteger::gcd).longValueExact();
        return Math.max(step, 1);
    }

    private static String interval(long step) {
        return step == 1 ? "" : ";INTERVAL=" + step;
    }

    private static String code(DayOfWeek weekday) {
        return weekday.name().substring(0, 2);
    }
}
