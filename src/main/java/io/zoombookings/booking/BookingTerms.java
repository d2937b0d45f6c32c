package io.zoombookings.booking;

import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.Person;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What bookings are found by, kept beside them by whoever writes them. The methods that write run in the caller's
 * transaction, which has locked the booking's row. Safe for several threads and nodes.
 */
@Component("zoomBookings.bookingTerms")
public class BookingTerms {

    private static final Logger LOG = LoggerFactory.getLogger(BookingTerms.class);
    /** Longer words are found by their beginning. */
    private static final int LONGEST = 80;
    /** No name has so many words that somebody looks for. */
    private static final int MOST = 200;
    private static final int BATCH = 500;
    private static final String HOST = " ";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final BookingStates states;

    /** A booking whose terms are to be written. */
    private record Row(UUID id, String workspace, String bookingId) {
    }

    BookingTerms(JdbcTemplate jdbc, TransactionTemplate transaction, BookingStates states) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.states = states;
    }

    /** Writes what this booking is found by from now on. */
    void write(String workspace, UUID booking, String bookingId, BookingState state) {
        jdbc.update("delete from booking_term where booking = ?", booking);
        jdbc.batchUpdate("insert into booking_term (booking, term, workspace_id) values (?, ?, ?)",
                of(bookingId, state).stream().map(term -> new Object[] {booking, bytes(term), workspace}).toList());
    }

    /** The same for a booking of which more is not known here. */
    void rewrite(UUID booking, BookingState state) {
        jdbc.query("select workspace_id, booking_id from booking where id = ?",
                (RowCallbackHandler) row -> write(row.getString(1), booking, row.getString(2), state), booking);
    }

    /** By which a person with this address is found, as guest and as host. */
    static List<byte[]> ofPerson(String email) {
        return List.of(bytes(host(email).substring(HOST.length())), bytes(host(email)));
    }

    /** Whether the two are found by the same. */
    static boolean same(BookingState one, BookingState other) {
        return of("", one).equals(of("", other));
    }

    /** Gives bookings that an earlier version has written what they are found by; each in a transaction of its own. */
    public void fill() {
        UUID last = new UUID(0, 0);
        List<Row> rows;
        do {
            rows = jdbc.query("""
                    select b.id, b.workspace_id, b.booking_id from booking b
                    where b.id > ? and not exists (select 1 from booking_term t where t.booking = b.id)
                    order by b.id limit ?""", (row, number) -> new Row(row.getObject(1, UUID.class), row.getString(2),
                            row.getString(3)), last, BATCH);
            for (Row row : rows) {
                last = row.id();
                try {
                    transaction.executeWithoutResult(status -> write(row.workspace(), row.id(), row.bookingId(),
                            states.lock(row.id())));
                } catch (RuntimeException e) {
                    LOG.warn("The booking {} cannot be made findable yet", row.id(), e);
                }
            }
        } while (rows.size() == BATCH);
    }

    private static Set<String> of(String bookingId, BookingState state) {
        Set<String> terms = new TreeSet<>();
        words(bookingId).forEach(terms::add);
        Booking booking = state.booking();
        if (booking != null && known(booking.host())) {
            terms.add(host(booking.host().email()));
        }
        Erasure.people(state).filter(BookingTerms::known).limit(MOST).forEach(person -> {
            words(person.email()).forEach(terms::add);
            if (person.name() != null) {
                words(person.name()).limit(MOST).forEach(terms::add);
                words(person.name().replace('-', ' ')).limit(MOST).forEach(terms::add);
            }
        });
        return terms;
    }

    private static boolean known(Person person) {
        return !person.email().equals(Erasure.ERASED);
    }

    /** The term of all bookings of a host. */
    static String host(String email) {
        return HOST + cut(normal(email.strip()));
    }

    /** The words of a text as they are looked for. */
    static Stream<String> words(String text) {
        return Arrays.stream(normal(text).split("[\\s\\p{Z},;\"()<>]+")).filter(word -> !word.isEmpty())
                .map(BookingTerms::cut);
    }

    static byte[] bytes(String term) {
        return term.getBytes(StandardCharsets.UTF_8);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
