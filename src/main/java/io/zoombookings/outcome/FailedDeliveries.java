package io.zoombookings.outcome;

import io.zoombookings.Sql;
import io.zoombookings.booking.BookingViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outcomes that were given up, for the people who decide what becomes of them. Safe for several threads and nodes. */
@Component
public class FailedDeliveries {

    private static final int MOST = 200;
    private static final String FAILED = " from outcome o join booking b on b.id = o.booking "
            + "where o.failed_at > :ever and o.state = 'FAILED' and o.workspace_id = :workspace";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutcomeFormat format;
    private final BookingViews views;

    /** @param type {@code meeting.created} and the like */
    public record Failed(UUID id, Instant at, String type, String bookingId, String problem) {
    }

    FailedDeliveries(JdbcClient jdbc, Clock clock, OutcomeFormat format, BookingViews views) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.format = format;
        this.views = views;
    }

    /** The newest 200 of a workspace, newest first. */
    public List<Failed> list(String workspace) {
        return jdbc.sql("select o.id, o.failed_at, o.type, b.booking_id, o.problem" + FAILED
                + " order by o.failed_at desc, o.id limit " + MOST)
                .param("ever", Sql.time(Instant.EPOCH)).param("workspace", workspace)
                .query((row, number) -> new Failed(row.getObject("id", UUID.class), Sql.instant(row, "failed_at"),
                        row.getString("type"), row.getString("booking_id"), row.getString("problem"))).list();
    }

    /** As it would be sent now, if it is there. */
    public Optional<String> body(String workspace, UUID id) {
        return jdbc.sql("select o.id, o.workspace_id, o.booking, o.type, o.target, o.callback, o.attempts, o.created_at" + FAILED
                + " and o.id = :id").param("ever", Sql.time(Instant.EPOCH)).param("workspace", workspace).param("id", id)
                .query((row, number) -> outcome(row)).optional()
                .map(outcome -> format.write(outcome, views.get(outcome.booking())).body());
    }

    /** @return false if it is not there any more */
    public boolean replay(String workspace, UUID id) {
        return jdbc.sql("""
                update outcome set state = 'PENDING', attempts = 0, due_at = :now, created_at = :now, failed_at = null
                where id = :id and workspace_id = :workspace and state = 'FAILED'""")
                .param("now", Sql.time(clock.instant())).param("id", id).param("workspace", workspace).update() == 1;
    }

    /** @return false if it is not there any more */
    public boolean discard(String workspace, UUID id) {
        return jdbc.sql("delete from outcome where id = :id and workspace_id = :workspace and state = 'FAILED'")
                .param("id", id).param("workspace", workspace).update() == 1;
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        Instant created = Sql.instant(row, "created_at");
        return new Outcome(row.getObject("id", UUID.class), row.getString("workspace_id"), row.getObject("booking", UUID.class),
                row.getString("type"), OutcomeTarget.valueOf(row.getString("target")), row.getObject("callback", UUID.class),
                row.getInt("attempts"), created, null, created);
    }
}
