package io.zoombookings.booking.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/**
 * Date-times as booking systems send them: with an offset, or local in a zone. A local time in a daylight-saving gap
 * moves forward by the gap, in an overlap it is the earlier one (RFC 5545 section 3.3.5). Fractions of a second are
 * dropped: Zoom and calendars know none.
 */
final class WallClock {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    private WallClock() {
    }

    /** Years outside are mistakes: a sender's zero value, or a date that other programs cannot write. */
    static boolean isPlausible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** @throws DateTimeException if the text is no date-time */
    static Instant instant(String dateTime, ZoneId zone) {
        TemporalAccessor parsed = parse(dateTime);
        return parsed instanceof OffsetDateTime offset
                ? offset.toInstant().truncatedTo(ChronoUnit.SECONDS)
                : instant((LocalDateTime) parsed, zone);
    }

    static Instant instant(LocalDateTime local, ZoneId zone) {
        return ZonedDateTime.ofLocal(local, zone, null).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** @throws DateTimeException if the text is no date-time */
    static int year(String dateTime) {
        return parse(dateTime).get(ChronoField.YEAR);
    }

    static boolean isLocal(String dateTime) {
        return parse(dateTime) instanceof LocalDateTime;
    }

    private static TemporalAccessor parse(String dateTime) {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(dateTime, OffsetDateTime::from, LocalDateTime::from);
    }
}
