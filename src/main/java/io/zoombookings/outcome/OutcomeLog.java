package io.zoombookings.outcome;

import io.zoombookings.Ids;
import io.zoombookings.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What callbacks were told, attempt by attempt. Safe for several threads and nodes. */
@Component
public class OutcomeLog {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param problem null: it was taken */
    public record Attempt(Instant at, String problem) {
    }

    /**
     * @param id    as its receiver sees it in {@code webhook-id}
     * @param dueAt of the next attempt, or null
     */
    public record Delivery(UUID id, String type, String bookingId, String state, Instant createdAt, Instant dueAt,
            List<Attempt> attempts) {
    }

    OutcomeLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(Outcome outcome, String problem) {
        if (outcome.target() == OutcomeTarget.HOOK) {
            jdbc.sql("insert into outcome_attempt (id, outcome, at, problem) values (?, ?, ?, ?)")
                    .params(Ids.next(), outcome.id(), Sql.time(clock.instant()), problem).update();
        }
    }

    /** The newest of a callback first. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(UUID callback) {
        Map<UUID, Delivery> all = new LinkedHashMap<>();
        jdbc.sql("""
                select o.id, o.type, b.booking_id, o.state, o.created_at, o.due_at from outcome o
                join booking b on b.id = o.booking where o.callback = ? order by o.id desc limit ?""")
                .params(callback, SHOWN).query((RowCallbackHandler) row -> all.put(row.getObject("id", UUID.class),
                        new Delivery(row.getObject("id", UUID.class), row.getString("type"), row.getString("booking_id"),
                                row.getString("state"), Sql.instant(row, "created_at"), Sql.instant(row, "due_at"),
                                new ArrayList<>())));
        if (!all.isEmpty()) {
            jdbc.sql("select outcome, at, problem from outcome_attempt where outcome in (:ids) order by id")
                    .param("ids", all.keySet()).query((RowCallbackHandler) row ->
                            all.get(row.getObject("outcome", UUID.class)).attempts()
                                    .add(new Attempt(Sql.instant(row, "at"), row.getString("problem"))));
        }
        return List.copyOf(all.values());
    }

    /**
     * Makes an outcome that was taken or given up due again.
     *
     * @return false if this callback has no such one
     */
    public boolean again(UUID callback, UUID outcome) {
        return jdbc.sql("""
                update outcome set state = 'PENDING', attempts = 0, due_at = ?, failed_at = null
                where id = ? and callback = ? and state in ('SENT', 'FAILED')""")
                .params(Sql.time(clock.instant()), outcome, callback).update() == 1;
    }

    /** Forgets what a callback was told or is still owed. */
    public void forget(UUID callback) {
        jdbc.sql("delete from outcome where callback = ?").param(callback).update();
    }
}
