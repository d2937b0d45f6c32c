package io.zoombookings.booking;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.booking.BookingView.HostView;
import io.zoombookings.booking.BookingView.MeetingView;
import io.zoombookings.booking.BookingView.NotificationView;
import io.zoombookings.booking.BookingView.OccurrenceView;
import io.zoombookings.booking.BookingView.WarningView;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.connection.HostLoad;
import io.zoombookings.meeting.MeetingState;
import io.zoombookings.meeting.Occurrence;
import io.zoombookings.notification.NotificationState;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads bookings as others see them. Safe for several threads. */
@Component
public class BookingViews {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final BookingStates states;
    private final HostLoad load;

    private record Row(String workspace, String bookingId, String status, BookingState state) {
    }

    BookingViews(JdbcClient jdbc, Secrets secrets, BookingStates states, HostLoad load) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.states = states;
        this.load = load;
    }

    /** The booking with this id in this workspace, if there is one. */
    @Transactional(readOnly = true)
    public Optional<BookingView> get(String workspace, String bookingId) {
        return jdbc.sql("select id from booking where workspace_id = ? and booking_id = ?").params(workspace, bookingId)
                .query(UUID.class).optional().map(this::get);
    }

    /** The booking of a row that exists. */
    @Transactional(readOnly = true)
    public BookingView get(UUID booking) {
        return list(List.of(booking)).get(0);
    }

    /** The bookings of these rows, in their order; a row that does not exist is left out. Four queries, however many. */
    @Transactional(readOnly = true)
    public List<BookingView> list(List<UUID> bookings) {
        if (bookings.isEmpty()) {
            return List.of();
        }
        Map<UUID, Row> rows = new HashMap<>();
        jdbc.sql("select id, workspace_id, booking_id, status, state from booking where id in (:bookings)")
                .param("bookings", bookings).query((RowCallbackHandler) found -> rows.put(found.getObject(1, UUID.class),
                        new Row(found.getString(2), found.getString(3), found.getString(4),
                                states.read(found.getString(5)))));
        Map<UUID, List<NotificationView>> notifications = notifications(bookings);
        Map<UUID, List<Cause>> loads = load.warnings(bookings);
        Map<UUID, List<OccurrenceView>> occurrences = new HashMap<>();
        jdbc.sql("""
                select id, booking, occurrence_id, start_at, duration_minutes, status, meeting_state, zoom_meeting_id,
                  join_url, passcode, problem, problem_kind, problem_arguments,
                  zoom_user_email, refused_hosts
                from occurrence where booking in (:bookings) order by start_at, occurrence_id""")
                .param("bookings", bookings).query((RowCallbackHandler) found -> occurrences.computeIfAbsent(
                        found.getObject("booking", UUID.class), id -> new ArrayList<>())
                        .add(occurrence(found, notifications, loads)));
        return bookings.stream().filter(rows::containsKey)
                .map(id -> view(rows.get(id), occurrences.getOrDefault(id, List.of()))).toList();
    }

    private static BookingView view(Row row, List<OccurrenceView> occurrences) {
        Booking content = row.state().booking();
        return new BookingView(row.bookingId(), row.workspace(), row.status(), row.state().version(),
                content == null ? null : content.title(), content == null ? Map.of() : content.metadata(), occurrences);
    }

    private OccurrenceView occurrence(ResultSet found, Map<UUID, List<NotificationView>> notifications,
            Map<UUID, List<Cause>> loads) throws SQLException {
        UUID id = found.getObject("id", UUID.class);
        Long meeting = found.getObject("zoom_meeting_id", Long.class);
        Cause problem = Sql.cause(found, "problem");
        return new OccurrenceView(found.getString("occurrence_id"), Sql.instant(found, "start_at"),
                found.getInt("duration_minutes"), found.getString("status"),
                new MeetingView(found.getString("meeting_state"), meeting == null ? null : meeting.toString(),
                        secrets.open(found.getBytes("join_url"), SealedColumn.JOIN_URL.at(id)),
                        secrets.open(found.getBytes("passcode"), SealedColumn.MEETING_PASSCODE.at(id)),
                        Cause.sentence(problem), Cause.code(problem),
                        meeting == null || found.getString("zoom_user_email") == null ? null
                                : new HostView(found.getString("zoom_user_email")),
                        warnings(found.getString("refused_hosts"), loads.getOrDefault(id, List.of()))),
                notifications.getOrDefault(id, List.of()));
    }

    private static List<WarningView> warnings(String refusedHosts, List<Cause> load) {
        return Stream.concat(Occurrence.warnings(refusedHosts).stream(), load.stream())
                .map(warning -> new WarningView(Cause.code(warning), Cause.sentence(warning))).toList();
    }

    /** Whether nothing more will happen to the booking's meetings by itself. */
    public boolean settled(UUID booking) {
        return jdbc.sql("select meeting_state, due_at from occurrence where booking = ?").param(booking)
                .query((row, number) -> MeetingState.valueOf(row.getString(1)).settled()).list().stream()
                .allMatch(Boolean::booleanValue);
    }

    private Map<UUID, List<NotificationView>> notifications(List<UUID> bookings) {
        Map<UUID, List<NotificationView>> all = new HashMap<>();
        jdbc.sql("""
                select t.occurrence, n.kind, n.recipient, n.state, n.sent_at, n.due_at, n.lease, n.problem,
                  n.problem_kind, n.problem_arguments
                from notification n join notification_occurrence t on t.notification = n.id
                where n.booking in (:bookings) and n.state <> 'SUPERSEDED' order by n.id""").param("bookings", bookings)
                .query((RowCallbackHandler) row -> {
                    NotificationState state = NotificationState.valueOf(row.getString("state"));
                    boolean waiting = row.getObject("lease") == null;
                    Cause problem = Sql.cause(row, "problem");
                    all.computeIfAbsent(row.getObject("occurrence", UUID.class), id -> new ArrayList<>())
                            .add(new NotificationView(row.getString("kind"), row.getString("recipient"),
                                    state.shown(), state == NotificationState.SENT
                                            ? Sql.instant(row, "sent_at") : waiting ? Sql.instant(row, "due_at") : null,
                                    Cause.sentence(problem), Cause.code(problem)));
                });
        return all;
    }
}
