package io.zoombookings.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Instants on pages: in UTC and saying so, since a page without script cannot know where its reader is. */
@Component
class Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** With seconds. */
    public String exact(Instant instant) {
        return EXACT.format(instant);
    }
}
