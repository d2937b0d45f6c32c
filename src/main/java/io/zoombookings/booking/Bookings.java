package io.zoombookings.booking;

import io.zoombookings.Cause;
import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.booking.event.BookingHistory;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.Series;
import io.zoombookings.meeting.Occurrences;
import io.zoombookings.meeting.Work;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What booking systems want: writes it down, and nothing else, in one short transaction. Safe for several threads and nodes. */
@Component("zoomBookings.bookings")
public class Bookings {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BookingStates states;
    private final BookingTerms terms;
    private final Secrets secrets;
    private final Occurrences occurrences;

    /** @param fresh whether it was written just now */
    private record Row(UUID id, BookingState state, String status, boolean fresh) {
    }

    Bookings(JdbcClient jdbc, Clock clock, BookingStates states, BookingTerms terms, Secrets secrets,
            Occurrences occurrences) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.states = states;
        this.terms = terms;
        this.secrets = secrets;
        this.occurrences = occurrences;
    }

    /**
     * Makes the event durable, and claims for this node the work that follows from it.
     *
     * @param workspace one that exists
     */
    @Transactional
    public Accepted accept(String workspace, BookingEvent event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (event.eventId() != null && jdbc.sql("""
                insert into booking_event (workspace_id, event_id, booking_id, received_at) values (?, ?, ?, ?)
                on conflict do nothing""")
                .params(workspace, event.eventId(), event.bookingId(), Sql.time(now)).update() == 0) {
            return duplicate(workspace, event);
        }
        // Most events are the first of their booking: its row is written at once as it is to be.
        BookingState first = BookingHistory.apply(BookingState.UNKNOWN, withoutPasscode(event), now);
        Row row = lock(workspace, event.bookingId(), first, now);
        BookingState before = row.state();
        BookingState after = row.fresh() ? first : BookingHistory.apply(before, withoutPasscode(event), now);
        String status = status(after);
        if (after.equals(before)) {
            return new Accepted(workspace, row.id(), event.bookingId(), row.status(), type(event), false, List.of());
        }
        boolean content = event.booking() != null && event.occurrence() == null && after.bookingOrder() != null
                && !after.bookingOrder().equals(before.bookingOrder());
        String passcode = content ? event.booking().meeting().passcode() : null;
        boolean newPasscode = content && !(row.fresh() && passcode == null) && writePasscode(row.id(), passcode);
        if (!row.fresh()) {
            write(row.id(), after, status, now);
        }
        if (row.fresh() || !BookingTerms.same(before, after)) {
            terms.write(workspace, row.id(), event.bookingId(), after);
        }
        List<Work> work = after.booking() == null ? List.of() : occurrences.want(workspace, row.id(), row.fresh(),
                event.inWords(), Series.wanted(after), newPasscode || !describe(before).equals(describe(after)), now);
        return new Accepted(workspace, row.id(), event.bookingId(), status, type(event), false, work);
    }

    /** The row of a booking, if there is one. */
    public Optional<UUID> find(String workspace, String bookingId) {
        return jdbc.sql("select id from booking where workspace_id = ? and booking_id = ?")
                .params(workspace, bookingId).query(UUID.class).optional();
    }

    /** Whether there is such a booking and it is not cancelled. */
    public boolean isConfirmed(String workspace, String bookingId) {
        return jdbc.sql("select 1 from booking where workspace_id = ? and booking_id = ? and status = 'CONFIRMED'")
                .params(workspace, bookingId).query(Integer.class).optional().isPresent();
    }

    /**
     * Makes everything of a booking that failed due again.
     *
     * @return false if there is no such booking
     */
    @Transactional
    public boolean retry(String workspace, String bookingId) {
        Optional<UUID> booking = find(workspace, bookingId);
        booking.ifPresent(id -> {
            jdbc.sql("select id from booking where id = ? for update").param(id).query(UUID.class).single();
            Instant now = clock.instant();
            occurrences.retry(id, now);
            for (String table : List.of("notification", "outcome")) {
                jdbc.sql("update " + table + " set state = 'PENDING', attempts = 0, due_at = ? "
                        + "where booking = ? and state = 'FAILED'").params(Sql.time(now), id).update();
            }
        });
        return booking.isPresent();
    }

    /**
     * The bookings of a workspace with a date to come, or begun within a day, about which something failed for this cause; at
     * most 500, the soonest first.
     *
     * @param code of the cause
     * @param mail failed mails; else meetings
     */
    public List<String> failed(String workspace, String code, boolean mail) {
        List<String> kinds = Arrays.stream(Cause.Kind.values()).filter(kind -> kind.code().equals(code)).map(Enum::name).toList();
        String failed = mail ? "exists (select 1 from notification n where n.booking = o.booking and n.state = 'FAILED' "
                + "and (n.problem_kind in (:kinds) or n.problem_kind is null and :other))"
                : "o.meeting_state in ('FAILED', 'NOT_CONNECTED') and (o.problem_kind in (:kinds) or o.problem_kind is null and :other)";
        return kinds.isEmpty() ? List.of() : jdbc.sql("select b.booking_id from occurrence o join booking b on b.id = o.booking "
                + "where o.workspace_id = :workspace and o.start_at > :recently and " + failed
                + " group by b.booking_id order by min(o.start_at) limit 500").param("workspace", workspace).param("kinds", kinds)
                .param("other", kinds.contains(Cause.Kind.OTHER.name()))
                .param("recently", Sql.time(clock.instant().minus(Duration.ofDays(1)))).query(String.class).list();
    }

    private Accepted duplicate(String workspace, BookingEvent event) {
        return jdbc.sql("""
                select b.id, e.booking_id, b.status from booking_event e
                join booking b on b.workspace_id = e.workspace_id and b.booking_id = e.booking_id
                where e.workspace_id = ? and e.event_id = ?""").params(workspace, event.eventId())
                .query((row, number) -> new Accepted(workspace, row.getObject(1, UUID.class), row.getString(2),
                        row.getString(3), type(event), true, List.of())).single();
    }

    private static String type(BookingEvent event) {
        return event.type().name().toLowerCase(Locale.ROOT);
    }

    private static String status(BookingState state) {
        return state.cancelled() ? "CANCELLED" : "CONFIRMED";
    }

    private Row lock(String workspace, String bookingId, BookingState first, Instant now) {
        UUID id = Ids.next();
        int inserted = jdbc.sql("""
                insert into booking (id, workspace_id, booking_id, state, status, created_at, updated_at, host_email)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, workspace, bookingId, states.write(first), status(first), Sql.time(now), Sql.time(now),
                        hostEmail(first.booking())).update();
        return inserted == 1 ? new Row(id, BookingState.UNKNOWN, status(first), true)
                : jdbc.sql("select id, state, status from booking where workspace_id = ? and booking_id = ? for update")
                .params(workspace, bookingId)
                .query((row, number) -> new Row(row.getObject(1, UUID.class), states.read(row.getString(2)),
                        row.getString(3), false)).single();
    }

    private static String hostEmail(Booking booking) {
        return booking == null ? null : booking.host().email().toLowerCase(Locale.ROOT);
    }

    private void write(UUID id, BookingState state, String status, Instant now) {
        jdbc.sql("update booking set state = ?, status = ?, updated_at = ?, host_email = ? where id = ?")
                .params(states.write(state), status, Sql.time(now), hostEmail(state.booking()), id).update();
    }

    private boolean writePasscode(UUID id, String passcode) {
        String place = SealedColumn.BOOKING_PASSCODE.at(id);
        byte[] sealed = jdbc.sql("select passcode from booking where id = ?").param(id)
                .query((row, number) -> row.getBytes(1)).list().get(0);
        if (java.util.Objects.equals(passcode, secrets.open(sealed, place))) {
            return false;
        }
        jdbc.sql("update booking set passcode = ? where id = ?").param(1, secrets.seal(passcode, place)).param(2, id)
                .update();
        return true;
    }

    private static BookingEvent withoutPasscode(BookingEvent event) {
        return event.booking() == null ? event : new BookingEvent(event.type(), event.eventId(), event.occurredAt(),
                event.workspace(), event.bookingId(), event.version(), event.occurrence(),
                event.booking().withoutPasscode(), event.reason());
    }

    /** What a change of concerns every occurrence, whatever its time. */
    private static List<Object> describe(BookingState state) {
        Booking booking = state.booking();
        return booking == null ? List.of() : List.of(booking.title(), String.valueOf(booking.notes()), booking.timeZone(),
                booking.host(), booking.guests(), booking.meeting());
    }
}
