package io.zoombookings.notification.letter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Time zones as calendars want them (RFC 5545, 3.6.5), written from the platform's own rules: the local times beside
 * them come from the same rules, and nothing is looked up on the network. Cached for each zone and span of years.
 */
final class CalendarZones {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final int CACHED = 2000;

    private final Map<Span, String> zones = new ConcurrentHashMap<>();

    /** What holds from the first to the last of the two instants: a VTIMEZONE, as it is written. */
    String zone(ZoneId id, Instant first, Instant last) {
        if (zones.size() > CACHED) {
            zones.clear();
        }
        Span span = new Span(id, first.atZone(id).getYear(), last.atZone(id).getYear());
        return zones.computeIfAbsent(span, of -> build(of).toString());
    }

    private static VTimeZone build(Span span) {
        ZoneRules rules = span.id.getRules();
        List<Observance> observances = yearly(span, rules).orElseGet(() ->
                each(span.id, rules, yearStart(span.firstYear), yearStart(span.lastYear + 1)));
        VTimeZone zone = new VTimeZone(new ComponentList<>(observances));
        zone.add(new TzId(span.id.getId()));
        return zone;
    }

    /** The rules that hold every year; empty where the span has other changes, or one that no RRULE can say. */
    private static Optional<List<Observance>> yearly(Span span, ZoneRules rules) {
        List<Observance> observances = new ArrayList<>();
        Set<ZoneOffsetTransition> regular = new HashSet<>();
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            for (int year = span.firstYear - 1; year <= span.lastYear; year++) {
                regular.add(rule.createTransition(year));
            }
            ZoneOffsetTransition onset = rule.createTransition(span.firstYear - 1);
            Optional<String> week = week(rule);
            if (week.isEmpty() || rule.getDayOfWeek() != onset.getDateTimeBefore().getDayOfWeek()) {
                return Optional.empty();
            }
            Observance observance = observance(span.id, rules, onset);
            observance.add(new RRule<LocalDateTime>("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue()
                    + ";BYDAY=" + week.get() + rule.getDayOfWeek().name().substring(0, 2)));
            observances.add(observance);
        }
        boolean always = new HashSet<>(changes(rules, yearStart(span.firstYear - 1), yearStart(span.lastYear + 1)))
                .equals(regular);
        return always && !observances.isEmpty() ? Optional.of(observances) : Optional.empty();
    }

    /** Which week of the month a rule means by its earliest day: 1 to 4, -1 for the last; empty where it is none. */
    private static Optional<String> week(ZoneOffsetTransitionRule rule) {
        int earliest = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null) {
            return Optional.empty();
        }
        if (earliest == -1 || earliest == rule.getMonth().minLength() - 6) {
            return Optional.of("-1");
        }
        return earliest > 0 && earliest % 7 == 1 ? Optional.of(String.valueOf(earliest / 7 + 1)) : Optional.empty();
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant from, Instant to) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        for (ZoneOffsetTransition next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(to);
                next = rules.nextTransition(next.getInstant())) {
            changes.add(next);
        }
        return changes;
    }

    private static Instant yearStart(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    }

    /** What holds at the beginning and each change after it; for ever, where there is none. */
    private static List<Observance> each(ZoneId id, ZoneRules rules, Instant from, Instant to) {
        List<ZoneOffsetTransition> changes = changes(rules, from, to);
        ZoneOffsetTransition before = rules.previousTransition(from.plusNanos(1));
        List<Observance> observances = new ArrayList<>();
        if (before == null || changes.isEmpty()) {
            ZoneOffset offset = rules.getOffset(from);
            observances.add(observance(new Standard(), LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset,
                    NAME.format(from.atZone(id))));
        } else {
            observances.add(observance(id, rules, before));
        }
        changes.forEach(change -> observances.add(observance(id, rules, change)));
        return observances;
    }

    private static Observance observance(ZoneId id, ZoneRules rules, ZoneOffsetTransition onset) {
        return observance(rules.isDaylightSavings(onset.getInstant()) ? new Daylight() : new Standard(),
                onset.getDateTimeBefore(), onset.getOffsetBefore(), onset.getOffsetAfter(),
                NAME.format(onset.getInstant().atZone(id)));
    }

    private static Observance observance(
            Observance empty, LocalDateTime onset, ZoneOffset from, ZoneOffset to, String name) {
        empty.add(new DtStart<>(onset));
        empty.add(new TzOffsetFrom(from));
        empty.add(new TzOffsetTo(to));
        empty.add(new TzName(name));
        return empty;
    }

    private record Span(ZoneId id, int firstYear, int lastYear) {
    }
}
