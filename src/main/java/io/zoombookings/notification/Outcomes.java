package io.zoombookings.notification;

import io.zoombookings.Ids;
import io.zoombookings.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox of outcomes that booking systems are owed. Safe for several threads and nodes. */
@Component
public class Outcomes {

    private final JdbcClient jdbc;
    private final boolean result;

    Outcomes(JdbcClient jdbc, @Value("${booking.result-uri:}") String resultUri) {
        this.jdbc = jdbc;
        this.result = !resultUri.isBlank();
    }

    /**
     * Writes an outcome for each target that is set; in the caller's transaction.
     *
     * @param type {@code meeting.created} and the like; null: nothing to tell
     */
    public void add(String workspace, UUID booking, String type, Instant now) {
        if (type == null) {
            return;
        }
        if (result) {
            insert(workspace, booking, type, "RESULT", now);
        }
        boolean callback = jdbc.sql("select 1 from workspace where id = ? and callback_url is not null")
                .param(workspace).query(Integer.class).optional().isPresent();
        if (callback) {
            insert(workspace, booking, type, "CALLBACK", now);
        }
    }

    private void insert(String workspace, UUID booking, String type, String target, Instant now) {
        jdbc.sql("""
                insert into outcome (id, workspace_id, booking, type, target, state, attempts, due_at, created_at)
                values (?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)""")
                .params(Ids.next(), workspace, booking, type, target, Sql.time(now), Sql.time(now)).update();
    }
}
