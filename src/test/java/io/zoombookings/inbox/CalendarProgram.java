package io.zoombookings.inbox;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One person's calendar, kept from mails as a calendar program keeps it (RFC 5546): an entry is known by its UID, an
 * instance by its RECURRENCE-ID, of each the highest SEQUENCE counts. It reads with a library that did not write the
 * mails, and refuses what programs in use are known to misread.
 */
public final class CalendarProgram {

    /** An event as the calendar shows it; the instances of a recurring entry are events of their own. */
    public record Event(String uid, Instant slot, int sequence, Instant start, long minutes, String title, String link,
                        String location) {
    }

    private record Known(int sequence, Event event) {
    }

    private static final class Entry {
        /** Of the whole; -1 until it arrived. */
        private int sequence = -1;
        private final Map<Instant, Known> instances = new TreeMap<>();
    }

    private final Map<String, Entry> entries = new HashMap<>();

    /** @throws AssertionError for a calendar that a program in use would misread */
    public void receive(String source) {
        // The parser's own reading of a VTIMEZONE knows no half hours and errs on the days of change; by name it is right.
        List<ICalendar> calendars = Biweekly.parse(
                source.replaceAll("(?s)BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", "")).all();
        require(calendars.size() == 1, "one VCALENDAR", source);
        ICalendar calendar = calendars.get(0);
        List<VEvent> events = calendar.getEvents();
        require(events.stream().map(event -> event.getUid().getValue()).distinct().count() == 1,
                "one UID (RFC 5546, 3.2.2; Outlook takes the first)", source);
        require(events.stream().map(event -> event.getSequence().getValue()).distinct().count() == 1,
                "one SEQUENCE", source);
        VEvent first = events.get(0);
        Entry entry = entries.computeIfAbsent(first.getUid().getValue(), uid -> new Entry());
        if (first.getRecurrenceId() == null) {
            whole(entry, calendar, source);
        } else {
            require(events.size() == 1, "one instance", source);
            Event event = event(first);
            Known known = entry.instances.get(event.slot());
            if (event.sequence() >= Math.max(entry.sequence, known == null ? -1 : known.sequence())) {
                entry.instances.put(event.slot(),
                        new Known(event.sequence(), calendar.getMethod().isCancel() ? null : event));
            }
        }
    }

    private static void whole(Entry entry, ICalendar calendar, String source) {
        VEvent first = calendar.getEvents().get(0);
        int sequence = first.getSequence().getValue();
        Map<Instant, Known> said = new TreeMap<>();
        for (VEvent event : calendar.getEvents()) {
            Event one = event(event);
            boolean cancels = calendar.getMethod().isCancel();
            require(said.put(one.slot(), new Known(sequence, cancels ? null : one)) == null, "each slot once", source);
            require(!cancels || calendar.getEvents().size() == 1, "a cancellation of the whole alone", source);
        }
        if (!calendar.getMethod().isCancel()) {
            Set<Instant> instances = expand(calendar, first);
            require(instances.equals(said.keySet()), "an instance for each date, no other, but " + instances, source);
        }
        if (sequence >= entry.sequence) {
            entry.instances.values().removeIf(known -> known.sequence() <= sequence);
            said.forEach(entry.instances::putIfAbsent);
            entry.sequence = sequence;
        }
    }

    private static Set<Instant> expand(ICalendar calendar, VEvent first) {
        TimeZone zone = calendar.getTimezoneInfo().getTimezone(first.getDateStart()) == null
                ? TimeZone.getTimeZone("UTC")
                : calendar.getTimezoneInfo().getTimezone(first.getDateStart()).getTimeZone();
        Set<Instant> slots = new TreeSet<>();
        DateIterator each = first.getDateIterator(zone);
        while (each.hasNext()) {
            slots.add(each.next().toInstant());
        }
        return slots;
    }

    private static Event event(VEvent event) {
        Instant start = event.getDateStart().getValue().toInstant();
        return new Event(event.getUid().getValue(),
                event.getRecurrenceId() == null ? start : event.getRecurrenceId().getValue().toInstant(),
                event.getSequence().getValue(), start,
                Duration.between(start, event.getDateEnd().getValue().toInstant()).toMinutes(),
                event.getSummary().getValue(), event.getUrl() == null ? null : event.getUrl().getValue(),
                event.getLocation() == null ? null : event.getLocation().getValue());
    }

    private static void require(boolean kept, String rule, String source) {
        if (!kept) {
            throw new AssertionError("Calendars ask for " + rule + ":\n" + source);
        }
    }

    /** In the order of their starts, those without a cancellation. */
    public List<Event> shown() {
        return entries.values().stream().flatMap(entry -> entry.instances.values().stream())
                .filter(known -> known.event() != null).map(Known::event)
                .sorted(Comparator.comparing(Event::start)).toList();
    }
}
