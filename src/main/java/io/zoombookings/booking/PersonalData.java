package io.zoombookings.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.Person;
import io.zoombookings.workspace.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is kept of people: erased after a time, or for one person on demand; bookings, meetings and their counts stay. Safe
 * for several threads and nodes.
 */
@Component("zoomBookings.personalData")
public class PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalData.class);
    private static final int BATCH = 200;
    private static final String OLD = """
            (b.erased_at is null or b.updated_at > b.erased_at) and b.updated_at < :before
              and not exists (select 1 from occurrence o where o.booking = b.id and o.start_at > :before)""";
    private static final String OLD_LINK =
            "workspace_id = :workspace and start_at < :before and lease is null and join_url is not null";
    private static final String ABOUT = "notification in (select id from notification where booking = ?)";
    private static final List<Column> TEXTS = List.of(new Column("notification", "detail", "booking = ?"),
            new Column("notification", "problem", "booking = ?"), new Column("notification_occurrence", "title", ABOUT),
            new Column("occurrence", "problem", "booking = ?"), new Column("occurrence", "refused_hosts", "booking = ?"),
            new Column("outcome", "problem", "booking = ?"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final BookingStates states;
    private final BookingTerms terms;
    private final Clock clock;
    private final BookingViews views;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Duration retention;

    /**
     * One booking that names a person.
     *
     * @param booking as it is, with the mails of this person alone
     * @param notes   of the booking, or null
     * @param person  as the booking has it; empty where only a text names it
     */
    public record Entry(BookingView booking, String notes, List<Person> person) {
    }

    /** What was written about a booking, and in which rows. */
    private record Column(String table, String name, String rows) {
    }

    PersonalData(JdbcClient jdbc, BookingStates states, BookingTerms terms, Clock clock, BookingViews views, Audit audit,
            TransactionTemplate transaction, @Value("${booking.retention:0d}") Duration retention) {
        this.jdbc = jdbc;
        this.states = states;
        this.terms = terms;
        this.clock = clock;
        this.views = views;
        this.audit = audit;
        this.transaction = transaction;
        this.retention = retention;
    }

    /** All that is kept of the person with this address in a workspace. */
    @Transactional(readOnly = true)
    public List<Entry> export(String workspace, String email) {
        return naming(workspace, email).stream().map(id -> {
            BookingState state = state(id);
            return new Entry(only(views.get(id), email), state.booking() == null ? null : state.booking().notes(),
                    Erasure.people(state).filter(person -> person.email().equalsIgnoreCase(email)).toList());
        }).toList();
    }

    /**
     * Erases the person with this address from a workspace; what is still to come takes place without that person being
     * told anything more.
     *
     * @return in how many bookings the person was named
     */
    @Transactional
    public int erase(String workspace, String email) {
        List<UUID> bookings = naming(workspace, email);
        for (UUID booking : bookings) {
            jdbc.sql("select id from booking where id = ? for update").param(booking).query(UUID.class).single();
            BookingState state = state(booking);
            Erasure erasure = Erasure.of(email, state);
            write(booking, erasure.from(state));
            String recipient = email.toLowerCase(Locale.ROOT);
            jdbc.sql("delete from notification where booking = ? and lower(recipient) = ? and due_at is not null")
                    .params(booking, recipient).update();
            jdbc.sql("""
                    update notification set recipient = ?, detail = null, detail_arguments = null, problem = null,
                      problem_arguments = null
                    where booking = ? and lower(recipient) = ?""").params(Erasure.ERASED, booking, recipient).update();
            TEXTS.forEach(column -> erase(erasure, column, booking));
        }
        jdbc.sql("delete from booking_webhook_seat where workspace_id = ? and lower(email) = ?")
                .params(workspace, email.toLowerCase(Locale.ROOT)).update();
        jdbc.sql("select event from booking_webhook_seat where workspace_id = ? and lower(event) like ? escape '!'")
                .params(workspace, pattern(email)).query(String.class).list().forEach(event -> jdbc.sql("""
                        update booking_webhook_seat set event = ? where workspace_id = ? and event = ?""")
                        .params(withoutGuest(event, email), workspace, event).update());
        audit.erase(workspace, email, Erasure.ERASED);
        return bookings.size();
    }

    /** The event of another person, who had brought this one along. */
    private String withoutGuest(String event, String email) {
        try {
            JsonNode tree = JSON.readTree(event);
            Iterator<JsonNode> guests = tree.at("/booking/guests").elements();
            while (guests.hasNext()) {
                if (guests.next().path("email").asText().equalsIgnoreCase(email)) {
                    guests.remove();
                }
            }
            if (tree.at("/booking/metadata") instanceof ObjectNode metadata && metadata.has("team")) {
                metadata.put("team", metadata.path("team").asText().replace(email.toLowerCase(Locale.ROOT), "").strip());
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored event cannot be read", e);
        }
    }

    private void erase(Erasure erasure, Column column, UUID booking) {
        jdbc.sql("select distinct %2$s from %1$s where %3$s and %2$s is not null"
                .formatted(column.table(), column.name(), column.rows())).param(booking).query(String.class).list()
                .forEach(text -> jdbc.sql("update %1$s set %2$s = ? where %3$s and %2$s = ?"
                        .formatted(column.table(), column.name(), column.rows()))
                        .params(erasure.from(text), booking, text).update());
    }

    /**
     * Erases the people of bookings that ended longer ago than the configured time; a batch, the oldest first. One that
     * cannot be erased now keeps none of the others.
     *
     * @return whether there may be more
     */
    public boolean eraseSome() {
        if (retention.isZero() || retention.isNegative()) {
            return false;
        }
        Instant before = clock.instant().minus(retention);
        int erased = 0;
        List<UUID> bookings = jdbc.sql("select b.id from booking b where " + OLD + " order by b.updated_at limit :batch")
                .param("before", Sql.time(before)).param("batch", BATCH).query(UUID.class).list();
        for (UUID booking : bookings) {
            try {
                erased += transaction.execute(status -> eraseOld(booking, before));
            } catch (RuntimeException e) {
                LOG.warn("The personal data of the booking {} is not erased yet", booking, e);
            }
        }
        if (erased > 0) {
            LOG.info("The personal data of {} bookings was erased, {} days after they ended", erased, retention.toDays());
        }
        return erased > 0 && bookings.size() == BATCH;
    }

    private int eraseOld(UUID booking, Instant before) {
        if (jdbc.sql("select b.id from booking b where b.id = :id and " + OLD + " for update").param("id", booking)
                .param("before", Sql.time(before)).query(UUID.class).list().isEmpty()) {
            return 0;
        }
        write(booking, Erasure.ofAll().from(state(booking)));
        jdbc.sql("update booking set erased_at = ?, passcode = null where id = ?")
                .params(Sql.time(clock.instant()), booking).update();
        jdbc.sql("update occurrence set join_url = null, passcode = null, problem = null, problem_arguments = null "
                + "where booking = ?")
                .param(booking).update();
        jdbc.sql("delete from notification where booking = ? and due_at is not null").param(booking).update();
        jdbc.sql("update notification set recipient = ?, detail = null, detail_arguments = null, problem = null, "
                + "problem_arguments = null where booking = ?")
                .params(Erasure.ERASED, booking).update();
        jdbc.sql("update notification_occurrence set title = '' where " + ABOUT).param(booking).update();
        jdbc.sql("update outcome set problem = null where booking = ?").param(booking).update();
        return 1;
    }

    /** How many links and passcodes are kept of a workspace's meetings that began more than a day ago. */
    public int oldLinks(String workspace) {
        return jdbc.sql("select count(*) from occurrence where " + OLD_LINK).param("workspace", workspace)
                .param("before", dayAgo()).query(Integer.class).single();
    }

    /**
     * Deletes them; the bookings stay, and the meetings at Zoom.
     *
     * @return how many there were
     */
    public int deleteOldLinks(String workspace) {
        return jdbc.sql("update occurrence set join_url = null, passcode = null where " + OLD_LINK)
                .param("workspace", workspace).param("before", dayAgo()).update();
    }

    private OffsetDateTime dayAgo() {
        return Sql.time(clock.instant().minus(Duration.ofDays(1)));
    }

    private static String pattern(String email) {
        return "%" + email.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    /** Bookings that name the person, be it within a text. */
    private List<UUID> naming(String workspace, String email) {
        return jdbc.sql("""
                select b.id from booking b where b.workspace_id = :workspace and (lower(b.state) like :pattern escape '!'
                  or exists (select 1 from notification n where n.booking = b.id and lower(n.recipient) = :email)
                  or exists (select 1 from booking_term t where t.booking = b.id and t.term in (:terms)))
                order by b.id""").param("workspace", workspace).param("pattern", pattern(email))
                .param("email", email.toLowerCase(Locale.ROOT)).param("terms", BookingTerms.ofPerson(email)).query(UUID.class).list();
    }

    /** The view with the mails of this one person. */
    private static BookingView only(BookingView view, String email) {
        return new BookingView(view.id(), view.workspace(), view.status(), view.version(), view.title(), view.metadata(),
                view.occurrences().stream().map(one -> new BookingView.OccurrenceView(one.id(), one.start(),
                        one.durationMinutes(), one.status(), one.meeting(), one.notifications().stream()
                                .filter(mail -> mail.recipient().equalsIgnoreCase(email)).toList())).toList());
    }

    private void write(UUID id, BookingState state) {
        boolean hostErased = state.booking() != null && Erasure.ERASED.equals(state.booking().host().email());
        jdbc.sql("update booking set state = ?, host_email = case when ? then null else host_email end where id = ?")
                .params(states.write(state), hostErased, id).update();
        terms.rewrite(id, state);
    }

    private BookingState state(UUID booking) {
        return states.read(jdbc.sql("select state from booking where id = ?").param(booking).query(String.class).single());
    }
}
