package io.zoombookings.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.OccurrenceChange;
import io.zoombookings.booking.event.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept of people: erased after a time, or for one person on demand; bookings, meetings and their counts stay. Safe
 * for several threads and nodes.
 */
@Component
public class PersonalData {

    /** Stands for an address that was erased; no mail goes there. */
    public static final String ERASED = "erased";

    private static final Logger LOG = LoggerFactory.getLogger(PersonalData.class);
    private static final Person NOBODY = new Person(null, ERASED, null, null);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final BookingViews views;
    private final Duration retention;

    /** One booking that names a person: the view of it, and the person as the booking has it. */
    public record Entry(BookingView booking, List<Person> person) {
    }

    private record Row(UUID id, BookingState state) {
    }

    PersonalData(JdbcClient jdbc, ObjectMapper json, Clock clock, BookingViews views,
            @Value("${booking.retention:0d}") Duration retention) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.views = views;
        this.retention = retention;
    }

    /** All that is kept of the person with this address in a workspace. */
    @Transactional(readOnly = true)
    public List<Entry> export(String workspace, String email) {
        return naming(workspace, email).stream().map(row -> new Entry(only(views.get(row.id()), email),
                people(row.state().booking()).stream().filter(person -> is(person, email)).toList())).toList();
    }

    /**
     * Erases the person with this address from a workspace; what is still to come takes place without that person being
     * told anything more.
     *
     * @return in how many bookings the person was named
     */
    @Transactional
    public int erase(String workspace, String email) {
        List<Row> rows = naming(workspace, email);
        for (Row row : rows) {
            jdbc.sql("select id from booking where id = ? for update").param(row.id()).query(UUID.class).single();
            write(row.id(), with(row.state(), person -> is(person, email) ? NOBODY : person, false));
            jdbc.sql("delete from notification where booking = ? and lower(recipient) = ? "
                    + "and state in ('PENDING', 'SENDING')")
                    .params(row.id(), email.toLowerCase(Locale.ROOT)).update();
            jdbc.sql("update notification set recipient = ?, detail = null, problem = null "
                    + "where booking = ? and lower(recipient) = ?")
                    .params(ERASED, row.id(), email.toLowerCase(Locale.ROOT)).update();
        }
        jdbc.sql("delete from booking_webhook_seat where workspace_id = ? and lower(email) = ?")
                .params(workspace, email.toLowerCase(Locale.ROOT)).update();
        return rows.size();
    }

    /** Erases the people of bookings that ended longer ago than the configured time; a batch, the oldest first. */
    @Transactional
    public int eraseOld() {
        if (retention.isZero() || retention.isNegative()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Row> rows = jdbc.sql("""
                select b.id, b.state from booking b
                where (b.erased_at is null or b.updated_at > b.erased_at) and b.updated_at < :before and not exists (
                  select 1 from occurrence o where o.booking = b.id and o.start_at > :before)
                order by b.updated_at limit :batch for update skip locked""")
                .param("before", Sql.time(now.minus(retention))).param("batch", BATCH)
                .query((row, number) -> new Row(row.getObject(1, UUID.class), state(row.getString(2)))).list();
        for (Row row : rows) {
            write(row.id(), with(row.state(), person -> NOBODY, true));
            jdbc.sql("update booking set erased_at = ?, passcode = null where id = ?")
                    .params(Sql.time(now), row.id()).update();
            jdbc.sql("update occurrence set join_url = null, passcode = null where booking = ?").param(row.id()).update();
            jdbc.sql("update notification set recipient = ?, detail = null, problem = null where booking = ?")
                    .params(ERASED, row.id()).update();
            jdbc.sql("""
                    update notification_occurrence set title = '' where notification in (
                      select id from notification where booking = ?)""").param(row.id()).update();
        }
        if (!rows.isEmpty()) {
            LOG.info("The personal data of {} bookings was erased, {} days after they ended", rows.size(),
                    retention.toDays());
        }
        return rows.size();
    }

    /** As {@link #eraseOld}; whether there may be more. */
    @Transactional
    public boolean eraseSome() {
        return eraseOld() == BATCH;
    }

    private List<Row> naming(String workspace, String email) {
        String pattern = "%" + email.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql("select id, state from booking where workspace_id = ? and lower(state) like ?")
                .params(workspace, pattern)
                .query((row, number) -> new Row(row.getObject(1, UUID.class), state(row.getString(2)))).list().stream()
                .filter(row -> row.state().booking() != null
                        && people(row.state().booking()).stream().anyMatch(person -> is(person, email))).toList();
    }

    /** The view with the mails of this one person. */
    private static BookingView only(BookingView view, String email) {
        return new BookingView(view.id(), view.workspace(), view.status(), view.version(), view.title(), view.metadata(),
                view.occurrences().stream().map(one -> new BookingView.OccurrenceView(one.id(), one.start(),
                        one.durationMinutes(), one.status(), one.meeting(), one.notifications().stream()
                                .filter(mail -> mail.recipient().equalsIgnoreCase(email)).toList())).toList());
    }

    private static List<Person> people(Booking booking) {
        return Stream.concat(booking.guests().stream(), Stream.of(booking.host())).toList();
    }

    private static boolean is(Person person, String email) {
        return person.email().equalsIgnoreCase(email);
    }

    /** @param all whether everything that people wrote goes too */
    private static BookingState with(BookingState state, UnaryOperator<Person> people, boolean all) {
        Booking booking = state.booking();
        Booking erased = booking == null ? null : new Booking(booking.id(), all ? ERASED : booking.title(),
                all ? null : booking.notes(), booking.start(), booking.timeZone(), booking.durationMinutes(),
                people.apply(booking.host()), booking.guests().stream().map(people)
                        .filter(person -> !person.equals(NOBODY)).toList(), booking.recurrenceRule(), booking.occurrences(),
                booking.meeting(), all ? Map.of() : booking.metadata());
        Map<String, OccurrenceChange> changes = new LinkedHashMap<>();
        state.changes().forEach((ref, change) -> changes.put(ref, new OccurrenceChange(change.ref(), change.type(),
                change.order(), change.start(), change.durationMinutes(), all ? null : change.reason())));
        return new BookingState(state.event(), state.order(), state.version(), state.confirmed(), erased, state.bookingOrder(),
                all ? null : state.reason(), state.revived(), changes);
    }

    private void write(UUID id, BookingState state) {
        try {
            jdbc.sql("update booking set state = ? where id = ?").params(json.writeValueAsString(state), id).update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private BookingState state(String stored) {
        try {
            return json.readValue(stored, BookingState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }
}
