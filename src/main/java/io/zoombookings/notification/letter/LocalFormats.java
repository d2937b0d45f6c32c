package io.zoombookings.notification.letter;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Dates, times, zones and durations as people of one language and country write them, with no-break spaces where a
 * line should not end. Thread-safe.
 */
final class LocalFormats {

    private static final char NO_BREAK = '\u00a0';
    private static final long MINUTES_OF_TWO_HOURS = 120;
    private static final long MINUTES_OF_TWO_DAYS = 2 * 24 * 60;

    private final DateTimeFormatter fullDate;
    private final DateTimeFormatter shortDate;
    private final DateTimeFormatter time;
    private final DateTimeFormatter zoneOfTheDay;
    private final DateTimeFormatter zone;
    private final DateTimeFormatter offset;
    private final MeasureFormat durations;
    private final RelativeDateTimeFormatter relative;
    private final Map<Integer, String> measured = new ConcurrentHashMap<>();

    LocalFormats(Locale locale) {
        ULocale icu = ULocale.forLocale(locale);
        DateTimePatternGenerator patterns = DateTimePatternGenerator.getInstance(icu);
        fullDate = DateTimeFormatter.ofPattern(patterns.getBestPattern("yMMMMEEEEd"), locale);
        shortDate = DateTimeFormatter.ofPattern(patterns.getBestPattern("yMMMEd"), locale);
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        zoneOfTheDay = DateTimeFormatter.ofPattern("zzzz", locale);
        zone = DateTimeFormatter.ofPattern("vvvv", locale);
        offset = DateTimeFormatter.ofPattern("O", locale);
        durations = MeasureFormat.getInstance(icu, MeasureFormat.FormatWidth.WIDE);
        relative = RelativeDateTimeFormatter.getInstance(icu);
    }

    /** With the day of the week and the month in full. */
    String date(ZonedDateTime when) {
        return plain(fullDate.format(when));
    }

    /** With the day of the week and the month abbreviated. */
    String shortDate(ZonedDateTime when) {
        return plain(shortDate.format(when));
    }

    String time(ZonedDateTime when) {
        return plain(time.format(when));
    }

    /** From start to end, with the end's date where that is another one. */
    String timeRange(ZonedDateTime start, ZonedDateTime end) {
        String from = unbroken(time(start)) + NO_BREAK + "– ";
        return start.toLocalDate().equals(end.toLocalDate())
                ? from + unbroken(time(end))
                : from + shortDate(end) + ", " + unbroken(time(end));
    }

    private static String unbroken(String time) {
        return time.replace(' ', NO_BREAK);
    }

    /** The zone's name as it is called at that moment, summer time or not, with its offset. */
    String zone(ZonedDateTime when) {
        return named(zoneOfTheDay.format(when), when);
    }

    /** The zone's name as it is called all the year. */
    String zoneAllYear(ZoneId id, Instant sample) {
        ZonedDateTime when = sample.atZone(id);
        return id.getRules().isFixedOffset() ? zone(when) : plain(zone.format(when));
    }

    /** In hours and minutes. */
    String duration(int minutes) {
        return minutes > MINUTES_OF_TWO_DAYS ? measured(minutes) : measured.computeIfAbsent(minutes, this::measured);
    }

    private String measured(int minutes) {
        Measure hours = new Measure(minutes / 60, MeasureUnit.HOUR);
        Measure rest = new Measure(minutes % 60, MeasureUnit.MINUTE);
        if (minutes < 60) {
            return plain(durations.formatMeasures(rest));
        }
        return plain(minutes % 60 == 0 ? durations.formatMeasures(hours) : durations.formatMeasures(hours, rest));
    }

    /** "in 24 hours": rounded to what people say; at least one minute. */
    String in(Duration ahead) {
        long minutes = Math.max(1, (ahead.toSeconds() + 30) / 60);
        if (minutes >= MINUTES_OF_TWO_DAYS) {
            return next(Math.round(minutes / (24 * 60.0)), RelativeUnit.DAYS);
        }
        if (minutes % 60 == 0 || minutes >= MINUTES_OF_TWO_HOURS) {
            return next(Math.round(minutes / 60.0), RelativeUnit.HOURS);
        }
        return next(minutes, RelativeUnit.MINUTES);
    }

    private String next(long quantity, RelativeUnit unit) {
        return plain(relative.format(quantity, Direction.NEXT, unit));
    }

    private String named(String name, ZonedDateTime when) {
        if (when.getZone().normalized() instanceof ZoneOffset) {
            return offset.format(when);
        }
        String gmt = offset.format(when);
        return name.contains(gmt) ? plain(name) : plain(name) + " (" + gmt + ")";
    }

    /** Narrow no-break spaces of newer locale data are boxes in many mail programs. */
    private static String plain(String formatted) {
        return formatted.replace('\u202f', NO_BREAK);
    }
}
