package io.zoombookings.meeting;

import io.zoombookings.Cause;
import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.WantedOccurrence;
import io.zoombookings.notification.Mailings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * The occurrences of bookings: writes down what is wanted of each. All methods run in the caller's transaction, which has
 * locked the booking's row.
 */
@Component
public class Occurrences {

    private static final Cause PAST = Cause.of(Cause.Kind.TIME_PASSED);

    private final NamedParameterJdbcTemplate jdbc;
    private final Claims claims;

    private record Known(UUID id, Instant start, int minutes, boolean cancelled, boolean meeting, boolean leased) {
    }

    Occurrences(NamedParameterJdbcTemplate jdbc, Claims claims) {
        this.jdbc = jdbc;
        this.claims = claims;
    }

    /**
     * Compares what is wanted with what is written down; what differs is due.
     *
     * @param fresh     whether the booking's row is new, and has no occurrences yet
     * @param cause     what is the reason, in words
     * @param described whether something changed that concerns every occurrence (title, guests, meeting options)
     * @return what this node has claimed and is to work on after the commit
     */
    public List<Work> want(String workspace, UUID booking, boolean fresh, String cause, List<WantedOccurrence> wanted,
            boolean described, Instant now) {
        Map<String, Known> known = fresh ? new HashMap<>() : known(booking);
        List<MapSqlParameterSource> inserts = new ArrayList<>();
        List<MapSqlParameterSource> updates = new ArrayList<>();
        List<UUID> due = new ArrayList<>();
        for (WantedOccurrence one : wanted.stream().sorted(Comparator.comparing(WantedOccurrence::start)).toList()) {
            Known row = known.remove(one.id());
            boolean past = !one.start().isAfter(now);
            if (row == null) {
                UUID id = Ids.next();
                boolean work = !one.cancelled() && !past;
                inserts.add(parameters(id, one.start(), one.durationMinutes(), one.cancelled(), now, work)
                        .addValue("booking", booking).addValue("workspace", workspace).addValue("occurrence", one.id())
                        .addValue("observed", work ? 0 : 1)
                        .addValue("past", past && !one.cancelled()));
                if (work) {
                    due.add(id);
                }
            } else if (!one.start().equals(row.start()) || one.durationMinutes() != row.minutes()
                    || one.cancelled() != row.cancelled() || described && !one.cancelled()) {
                boolean idle = past && !row.meeting() && !row.leased();
                updates.add(update(row, one.start(), one.durationMinutes(), one.cancelled(), idle, now));
                if (!idle && !row.leased()) {
                    due.add(row.id());
                }
            }
        }
        for (Known row : known.values()) {
            if (!row.cancelled()) {
                updates.add(update(row, row.start(), row.minutes(), true, false, now));
                if (!row.leased()) {
                    due.add(row.id());
                }
            }
        }
        write(cause, inserts, updates);
        if (inserts.isEmpty() && updates.isEmpty()) {
            return List.of();
        }
        if (!due.isEmpty() || updates.stream().anyMatch(one -> Boolean.TRUE.equals(one.getValue("leased")))) {
            jdbc.update("update booking set mail_due_at = :at where id = :booking", new MapSqlParameterSource()
                    .addValue("at", Sql.time(now.plus(Mailings.PATIENCE))).addValue("booking", booking));
        }
        return claims.fresh(workspace, due);
    }

    /** Makes what failed due again. */
    public void retry(UUID booking, Instant now) {
        jdbc.update("""
                update occurrence set due_at = :now, attempts = 0, lease = null, problem = null, problem_kind = null,
                  problem_arguments = null,
                  meeting_state = case when status = 'CANCELLED' then 'CANCEL_PENDING'
                    when zoom_meeting_id is not null then 'UPDATE_PENDING' else 'PENDING' end
                where booking = :booking and meeting_state = 'FAILED'""",
                new MapSqlParameterSource("now", Sql.time(now)).addValue("booking", booking));
    }

    private Map<String, Known> known(UUID booking) {
        Map<String, Known> known = new HashMap<>();
        jdbc.query("""
                select id, occurrence_id, start_at, duration_minutes, status, lease,
                  zoom_meeting_id is not null or create_attempt_at is not null as meeting
                from occurrence where booking = :booking""", new MapSqlParameterSource("booking", booking), row -> {
                    known.put(row.getString("occurrence_id"), new Known(row.getObject("id", UUID.class),
                            Sql.instant(row, "start_at"), row.getInt("duration_minutes"),
                            "CANCELLED".equals(row.getString("status")), row.getBoolean("meeting"),
                            row.getObject("lease") != null));
                });
        return known;
    }

    /** @param idle nothing is to be asked of Zoom: the start is past and there is no meeting */
    private static MapSqlParameterSource update(Known row, Instant start, int minutes, boolean cancelled, boolean idle,
            Instant now) {
        boolean revived = row.cancelled() && !cancelled;
        return parameters(row.id(), start, minutes, cancelled, now, !idle)
                .addValue("state", idle ? "CANCELLED" : cancelled ? "CANCEL_PENDING"
                        : row.meeting() && !revived ? "UPDATE_PENDING" : "PENDING")
                .addValue("remake", revived && (row.meeting() || row.leased())).addValue("leased", row.leased())
                .addValue("past", idle && !cancelled);
    }

    private static MapSqlParameterSource parameters(UUID id, Instant start, int minutes, boolean cancelled, Instant now,
            boolean work) {
        return new MapSqlParameterSource().addValue("id", id).addValue("start", Sql.time(start))
                .addValue("minutes", minutes).addValue("status", cancelled ? "CANCELLED" : "CONFIRMED")
                .addValue("state", work ? "PENDING" : "CANCELLED").addValue("due", work ? Sql.time(now) : null);
    }

    private void write(String cause, List<MapSqlParameterSource> inserts, List<MapSqlParameterSource> updates) {
        Stream.concat(inserts.stream(), updates.stream()).forEach(one -> {
            boolean past = Boolean.TRUE.equals(one.getValue("past"));
            one.addValue("cause", cause).addValue("problem", past ? PAST.sentence() : null)
                    .addValue("kind", past ? Cause.kind(PAST) : null);
        });
        if (!inserts.isEmpty()) {
            jdbc.batchUpdate("""
                    insert into occurrence (id, booking, workspace_id, occurrence_id, start_at, duration_minutes, status,
                      generation, observed_generation, meeting_state, recheck, remake, attempts, due_at, problem,
                      problem_kind, cause)
                    values (:id, :booking, :workspace, :occurrence, :start, :minutes, :status, 1, :observed, :state,
                      false, false, 0, :due, :problem, :kind, :cause)""", inserts.toArray(SqlParameterSource[]::new));
        }
        if (!updates.isEmpty()) {
            // A row in work keeps its lease; its finish sees that the generation has moved.
            jdbc.batchUpdate("""
                    update occurrence set start_at = :start, duration_minutes = :minutes, status = :status,
                      generation = generation + 1, meeting_state = :state, remake = remake or :remake,
                      attempts = case when lease is null then 0 else attempts end,
                      due_at = case when lease is null then :due else due_at end, problem = :problem,
                      problem_kind = :kind, problem_arguments = null, cause = :cause, refused_hosts = null
                    where id = :id""", updates.toArray(SqlParameterSource[]::new));
        }
    }
}
