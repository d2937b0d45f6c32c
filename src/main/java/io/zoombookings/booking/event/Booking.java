package io.zoombookings.booking.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole booking as its system sent it, checked and normalised. Jackson writes and reads it without configuration.
 *
 * @param title           1 to 20,000 characters, not blank; may hold anything but NUL
 * @param notes           up to 100,000 characters, or null
 * @param start           as it was sent: an offset date-time, or a local one in {@code timeZone}
 * @param timeZone        IANA id, never null: where a start with an offset came without one, the host's, else UTC
 * @param durationMinutes 1 to 1440
 * @param guests          at least one, each address once (whatever its case)
 * @param recurrenceRule  null, or an RFC 5545 rule; with RDATE or EXDATE, lines {@code RRULE:…}, {@code RDATE:…},
 *                        {@code EXDATE:…}
 * @param occurrences     the explicit instances, empty if there are none
 * @param meeting         never null; what it does not say is null
 * @param metadata        what the booking system wants to get back, in its order; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Booking(
        String id, String title, String notes, String start, String timeZone, int durationMinutes, Person host,
        List<Person> guests, String recurrenceRule, List<BookingOccurrence> occurrences, MeetingOptions meeting,
        Map<String, String> metadata) {

    public Booking {
        guests = guests == null ? List.of() : List.copyOf(guests);
        occurrences = occurrences == null ? List.of() : List.copyOf(occurrences);
        meeting = meeting == null ? MeetingOptions.UNSAID : meeting;
        metadata = metadata == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The zone in which the booking's wall clock runs. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The instant of {@link #start()}, in whole seconds. */
    public Instant startsAt() {
        return WallClock.instant(start, zone());
    }

    /** This booking without the secret in it, to be stored in the clear. */
    public Booking withoutPasscode() {
        return withPasscode(null);
    }

    public Booking withPasscode(String passcode) {
        return new Booking(id, title, notes, start, timeZone, durationMinutes, host, guests, recurrenceRule,
                occurrences, meeting.withPasscode(passcode), metadata);
    }
}
