package io.zoombookings.web;

import io.zoombookings.Sql;
import io.zoombookings.booking.BookingSearch;
import io.zoombookings.booking.BookingStates;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bookings page's rows from the database. Safe for several threads. */
@Component
class StoredBookingOverview implements BookingOverview {

    private static final int PAGE_SIZE = 25;
    private static final int SHOWN = 3;

    private final NamedParameterJdbcTemplate jdbc;
    private final BookingSearch search;
    private final BookingStates states;

    private record Head(String bookingId, String status, Booking content) {
    }

    StoredBookingOverview(NamedParameterJdbcTemplate jdbc, BookingSearch search, BookingStates states) {
        this.jdbc = jdbc;
        this.search = search;
        this.states = states;
    }

    @Override
    @Transactional(readOnly = true)
    public Page page(String workspace, BookingSearch.Filter filter, BookingSearch.Cursor after) {
        BookingSearch.Page found = search.page(workspace, filter, after, PAGE_SIZE);
        if (found.bookings().isEmpty()) {
            return new Page(List.of(), null);
        }
        MapSqlParameterSource ids = new MapSqlParameterSource("ids", found.bookings());
        Map<UUID, Head> heads = new HashMap<>();
        jdbc.query("select id, booking_id, status, state from booking where id in (:ids)", ids, row -> {
            heads.put(row.getObject("id", UUID.class), new Head(row.getString("booking_id"), row.getString("status"),
                    states.read(row.getString("state")).booking()));
        });
        Map<UUID, List<OccurrenceRow>> occurrences = new HashMap<>();
        jdbc.query("""
                select booking, occurrence_id, start_at, meeting_state, zoom_meeting_id, problem from occurrence
                where booking in (:ids) order by case when problem is null then 1 else 0 end, start_at""", ids, row -> {
                    occurrences.computeIfAbsent(row.getObject("booking", UUID.class), id -> new ArrayList<>())
                            .add(new OccurrenceRow(row.getString("occurrence_id"), Sql.instant(row, "start_at"),
                                    row.getString("meeting_state"), row.getObject("zoom_meeting_id", Long.class),
                                    row.getString("problem")));
                });
        Map<UUID, List<MailRow>> mails = new HashMap<>();
        jdbc.query("""
                select booking, kind, case state when 'SENDING' then 'PENDING' else state end as state, count(*) as mails,
                  min(problem) as problem
                from notification where booking in (:ids) and state <> 'SUPERSEDED'
                group by 1, 2, 3 order by 2, 3""", ids, row -> {
                    mails.computeIfAbsent(row.getObject("booking", UUID.class), id -> new ArrayList<>())
                            .add(new MailRow(row.getString("kind"), row.getString("state"), row.getInt("mails"),
                                    row.getString("problem")));
                });
        return new Page(found.bookings().stream().map(id -> row(heads.get(id), occurrences.getOrDefault(id, List.of()),
                mails.getOrDefault(id, List.of()))).toList(), found.next() == null ? null : found.next().toString());
    }

    private static Row row(Head head, List<OccurrenceRow> occurrences, List<MailRow> mails) {
        Booking content = head.content();
        List<Person> guests = content == null ? List.of() : content.guests();
        int guestsShown = Math.min(SHOWN, guests.size());
        int shown = Math.min(SHOWN, occurrences.size());
        return new Row(head.bookingId(), content == null ? null : content.title(),
                content == null ? null : content.host().email(),
                guests.subList(0, guestsShown).stream().map(StoredBookingOverview::name).toList(),
                guests.size() - guestsShown, head.status(), occurrences.subList(0, shown), occurrences.size() - shown, mails);
    }

    private static String name(Person person) {
        return person.name() == null || person.name().isBlank() ? person.email() : person.name();
    }
}
