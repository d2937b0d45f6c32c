package io.zoombookings.booking.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One content line of iCalendar (RFC 5545 section 3.1), as far as recurrences need it. {@code zone} is that of its
 * parameter TZID, else the one it was read for.
 */
record CalendarLine(String name, String value, ZoneId zone, boolean dates) {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The lines of {@code text}, unfolded; a text without a name is an RRULE. */
    static List<CalendarLine> read(String text, ZoneId zone) {
        List<CalendarLine> lines = new ArrayList<>();
        for (String line : text.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n")) {
            if (!line.isBlank()) {
                lines.add(readLine(line.strip(), zone));
            }
        }
        return lines;
    }

    private static CalendarLine readLine(String line, ZoneId zone) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return new CalendarLine("RRULE", line, zone, false);
        }
        String[] head = line.substring(0, colon).split(";");
        String name = head.length == 0 ? "" : head[0].toUpperCase(Locale.ROOT);
        if (!List.of("RRULE", "RDATE", "EXDATE").contains(name)) {
            throw new InvalidRecurrenceException("may have lines RRULE:, RDATE: and EXDATE: only");
        }
        ZoneId ownZone = zone;
        boolean dates = false;
        for (int i = 1; i < head.length; i++) {
            if (head[i].regionMatches(true, 0, "TZID=", 0, 5)) {
                ownZone = TimeZones.find(head[i].substring(5)).orElseThrow(
                        () -> new InvalidRecurrenceException("names an unknown time zone in " + name));
            } else if (head[i].equalsIgnoreCase("VALUE=DATE")) {
                dates = true;
            } else if (!head[i].equalsIgnoreCase("VALUE=DATE-TIME")) {
                throw new InvalidRecurrenceException("has a parameter in " + name + " that is not TZID, VALUE=DATE or "
                        + "VALUE=DATE-TIME");
            }
        }
        return new CalendarLine(name, line.substring(colon + 1), ownZone, dates);
    }

    /** The values of a list of date-times. */
    List<Instant> instants() {
        List<Instant> instants = new ArrayList<>();
        for (String each : value.split(",")) {
            instants.add(instant(each.strip(), zone));
        }
        return instants;
    }

    /** The values of a list of dates. */
    List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        for (String each : value.split(",")) {
            days.add(date(each.strip()));
        }
        return days;
    }

    /** {@code 20261201T090000Z}, or the local form in {@code zone}. */
    static Instant instant(String dateTime, ZoneId zone) {
        try {
            return dateTime.endsWith("Z") || dateTime.endsWith("z")
                    ? LocalDateTime.parse(dateTime.substring(0, dateTime.length() - 1), LOCAL).toInstant(ZoneOffset.UTC)
                    : WallClock.instant(LocalDateTime.parse(dateTime, LOCAL), zone);
        } catch (DateTimeException wrong) {
            throw new InvalidRecurrenceException("has a date-time that is not of the form 20261201T090000Z or "
                    + "20261201T100000");
        }
    }

    static LocalDate date(String date) {
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException wrong) {
            throw new InvalidRecurrenceException("has a date that is not of the form 20261201");
        }
    }

    static String of(Instant instant) {
        return LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }
}
