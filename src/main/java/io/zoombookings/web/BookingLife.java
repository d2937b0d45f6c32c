package io.zoombookings.web;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.booking.BookingStates;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.notification.NotificationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened to one booking, for its page. Safe for several threads. */
@Component
class BookingLife {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final BookingStates states;

    /**
     * @param content null of a booking that is only known by its cancellation
     * @param moments newest first, at most 500
     */
    record Life(Booking content, Instant createdAt, List<Moment> moments) {
    }

    /**
     * @param what  in a few words
     * @param who   a person, the application, Zoom, or the recipient of a mail
     * @param tone  class of its colour: yes, no, busy or none
     */
    record Moment(Instant at, String what, String who, String detail, String tone) {
    }

    BookingLife(JdbcClient jdbc, BookingStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    /** @param bookingId of a booking that exists */
    @Transactional(readOnly = true)
    Life of(String workspace, String bookingId) {
        record Head(UUID id, Booking content, Instant createdAt) {
        }
        Head head = jdbc.sql("select id, state, created_at from booking where workspace_id = ? and booking_id = ?")
                .params(workspace, bookingId).query((row, number) -> new Head(row.getObject("id", UUID.class),
                        states.read(row.getString("state")).booking(), Sql.instant(row, "created_at"))).single();
        List<String> subjects = new ArrayList<>(List.of(bookingId));
        subjects.addAll(jdbc.sql("select occurrence_id from occurrence where booking = ?").param(head.id())
                .query((row, number) -> bookingId + "/" + row.getString(1)).list());
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(head.createdAt(), "Booked", "the booking system", null, "none"));
        moments.addAll(jdbc.sql("""
                select received_at, event_id from booking_event where workspace_id = ? and booking_id = ?
                order by received_at desc limit ?""").params(workspace, bookingId, MOST)
                .query((row, number) -> new Moment(Sql.instant(row, "received_at"), "Event accepted", "the booking system",
                        row.getString("event_id"), "none")).list());
        moments.addAll(jdbc.sql("""
                select at, actor, action, detail from audit_entry where workspace_id = :workspace and subject in (:subjects)
                order by at desc limit :most""").param("workspace", workspace).param("subjects", subjects)
                .param("most", MOST)
                .query((row, number) -> new Moment(Sql.instant(row, "at"), words(row.getString("action")),
                        row.getString("actor"), row.getString("detail"), tone(row.getString("action")))).list());
        moments.addAll(jdbc.sql("""
                select kind, recipient, state, created_at, sent_at, attempts, problem, problem_kind, problem_arguments
                from notification where booking = ? and state <> 'SUPERSEDED' and (kind <> 'REMINDER' or state <> 'PENDING')
                order by created_at desc limit ?""").params(head.id(), MOST).query((row, number) -> {
                    NotificationState state = NotificationState.valueOf(row.getString("state"));
                    boolean sent = state == NotificationState.SENT;
                    String tries = row.getInt("attempts") > 1 ? row.getInt("attempts") + " attempts. " : "";
                    String problem = Cause.sentence(Sql.cause(row, "problem"));
                    return new Moment(Sql.instant(row, sent ? "sent_at" : "created_at"), "Mail " + words(row.getString("kind"))
                            .toLowerCase() + (sent ? " sent" : state == NotificationState.FAILED ? " failed" : " waits"),
                            row.getString("recipient"), problem == null ? tries.strip() : tries + problem,
                            sent ? "yes" : state == NotificationState.FAILED ? "no" : "busy");
                }).list());
        moments.addAll(jdbc.sql("""
                select type, target, state, created_at, problem from outcome where booking = ? order by created_at desc limit ?""")
                .params(head.id(), MOST).query((row, number) -> new Moment(Sql.instant(row, "created_at"),
                        "Outcome " + row.getString("type") + " " + row.getString("state").toLowerCase(),
                        "RESULT".equals(row.getString("target")) ? "BOOKING_RESULT_URI" : "callback", row.getString("problem"),
                        "FAILED".equals(row.getString("state")) ? "no" : "none")).list());
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return new Life(head.content(), head.createdAt(), moments.subList(0, Math.min(MOST, moments.size())));
    }

    /** {@code meeting.created} and {@code LINK_READY} as words. */
    private static String words(String name) {
        String words = name.replaceAll("[._-]", " ").toLowerCase();
        return words.substring(0, 1).toUpperCase() + words.substring(1);
    }

    private static String tone(String action) {
        return action.endsWith(".created") || action.endsWith(".adopted") ? "yes"
                : action.endsWith(".failed") || action.endsWith(".missing") ? "no" : "none";
    }
}
