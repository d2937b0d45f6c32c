package io.zoombookings.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import java.time.Instant;
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
    private static final int OCCURRENCES_SHOWN = 5;
    private static final String PROBLEMS = """
            and (exists (select 1 from occurrence o where o.booking = b.id and o.problem is not null)
             or exists (select 1 from notification n where n.booking = b.id and n.state = 'FAILED'))""";

    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectMapper json;

    private record Head(UUID id, String bookingId, String status, Booking content, Instant updatedAt) {
    }

    StoredBookingOverview(NamedParameterJdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public Page page(String workspace, Filter filter) {
        List<Head> heads = jdbc.query("select id, booking_id, status, state, updated_at from booking b "
                + "where workspace_id = :workspace " + (filter.problems() ? PROBLEMS : "")
                + " order by updated_at desc, id desc limit :limit offset :offset",
                new MapSqlParameterSource("workspace", workspace).addValue("limit", PAGE_SIZE + 1)
                        .addValue("offset", (long) filter.page() * PAGE_SIZE),
                (row, number) -> new Head(row.getObject("id", UUID.class), row.getString("booking_id"),
                        row.getString("status"), content(row.getString("state")), Sql.instant(row, "updated_at")));
        boolean more = heads.size() > PAGE_SIZE;
        List<Head> shown = more ? heads.subList(0, PAGE_SIZE) : heads;
        if (shown.isEmpty()) {
            return new Page(List.of(), false);
        }
        MapSqlParameterSource ids = new MapSqlParameterSource("ids", shown.stream().map(Head::id).toList());
        Map<UUID, List<OccurrenceRow>> occurrences = new HashMap<>();
        jdbc.query("""
                select booking, occurrence_id, start_at, meeting_state, problem from occurrence
                where booking in (:ids) order by case when problem is null then 1 else 0 end, start_at""", ids, row -> {
                    occurrences.computeIfAbsent(row.getObject("booking", UUID.class), id -> new ArrayList<>())
                            .add(new OccurrenceRow(row.getString("occurrence_id"), Sql.instant(row, "start_at"),
                                    row.getString("meeting_state"), row.getString("problem")));
                });
        Map<UUID, List<MailRow>> mails = new HashMap<>();
        jdbc.query("""
                select booking, kind, case state when 'SENDING' then 'PENDING' else state end as state, count(*) as mails
                from notification where booking in (:ids) and state <> 'SUPERSEDED'
                group by 1, 2, 3 order by 2, 3""", ids, row -> {
                    mails.computeIfAbsent(row.getObject("booking", UUID.class), id -> new ArrayList<>())
                            .add(new MailRow(row.getString("kind"), row.getString("state"), row.getInt("mails")));
                });
        return new Page(shown.stream().map(head -> row(head, occurrences.getOrDefault(head.id(), List.of()),
                mails.getOrDefault(head.id(), List.of()))).toList(), more);
    }

    private static Row row(Head head, List<OccurrenceRow> occurrences, List<MailRow> mails) {
        Booking content = head.content();
        int shown = Math.min(OCCURRENCES_SHOWN, occurrences.size());
        return new Row(head.bookingId(), content == null ? null : content.title(),
                content == null ? null : content.host().email(), head.status(), occurrences.subList(0, shown),
                occurrences.size() - shown, mails, head.updatedAt());
    }

    private Booking content(String state) {
        try {
            return json.readValue(state, BookingState.class).booking();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }
}
