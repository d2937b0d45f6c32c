package io.zoombookings.booking;

import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.MeetingOptions;
import io.zoombookings.booking.event.OccurrenceChange;
import io.zoombookings.booking.event.Person;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes people out of what is stored of a booking; times, order and meetings stay. Pure. */
final class Erasure {

    /** Stands for what was erased; as an address, none that mail goes to. */
    static final String ERASED = "erased";

    private static final Person NOBODY = new Person(null, ERASED, null, null);
    /** Part of a word, in writing that puts blanks between words. */
    private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}]]";

    private final Predicate<Person> people;
    private final UnaryOperator<String> text;

    private Erasure(Predicate<Person> people, UnaryOperator<String> text) {
        this.people = people;
        this.text = text;
    }

    /** Of everybody, and of all that they wrote. */
    static Erasure ofAll() {
        return new Erasure(person -> true, text -> null);
    }

    /** Of one person: by the address, and by the names that the booking gives that person, wherever they stand. */
    static Erasure of(String email, BookingState state) {
        String words = Stream.concat(Stream.of(email), people(state).filter(person -> person.email().equalsIgnoreCase(email))
                        .map(Person::name).filter(name -> name != null && !name.isBlank()))
                .map(String::strip).distinct().sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern named = Pattern.compile("(?<!" + LETTER + ")(?:" + words + ")(?!" + LETTER + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Erasure(person -> person.email().equalsIgnoreCase(email),
                text -> text == null ? null : named.matcher(text).replaceAll(Matcher.quoteReplacement(ERASED)));
    }

    /** Host and guests. */
    static Stream<Person> people(BookingState state) {
        Booking booking = state.booking();
        return booking == null ? Stream.empty() : Stream.concat(booking.guests().stream(), Stream.of(booking.host()));
    }

    /** The text without what is to be erased of it, or null. */
    String from(String value) {
        return text.apply(value);
    }

    BookingState from(BookingState state) {
        Map<String, OccurrenceChange> changes = new HashMap<>();
        state.changes().forEach((ref, change) -> changes.put(ref, new OccurrenceChange(change.ref(), change.type(),
                change.order(), change.start(), change.durationMinutes(), from(change.reason()))));
        return new BookingState(state.event(), state.order(), state.version(), state.confirmed(), from(state.booking()),
                state.bookingOrder(), from(state.reason()), state.revived(), changes);
    }

    private Booking from(Booking booking) {
        if (booking == null) {
            return null;
        }
        String title = from(booking.title());
        Map<String, String> metadata = new LinkedHashMap<>();
        booking.metadata().forEach((key, value) -> {
            if (from(value) != null) {
                metadata.put(key, from(value));
            }
        });
        return new Booking(booking.id(), title == null ? ERASED : title, from(booking.notes()), booking.start(),
                booking.timeZone(), booking.durationMinutes(),
                people.test(booking.host()) ? NOBODY : booking.host(),
                booking.guests().stream().filter(people.negate()).toList(), booking.recurrenceRule(),
                booking.occurrences(), from(booking.meeting()), metadata);
    }

    private MeetingOptions from(MeetingOptions meeting) {
        List<String> hosts = meeting.alternativeHosts() == null ? null : meeting.alternativeHosts().stream()
                .filter(host -> !people.test(new Person(null, host, null, null))).toList();
        return meeting.withAlternativeHosts(hosts);
    }
}
