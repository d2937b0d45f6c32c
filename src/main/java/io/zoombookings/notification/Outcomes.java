package io.zoombookings.notification;

import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.workspace.Callbacks;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox of outcomes that booking systems are owed. Safe for several threads and nodes. */
@Component("zoomBookings.outcomes")
public class Outcomes {

    private final JdbcClient jdbc;
    private final Callbacks callbacks;
    private final boolean result;
    private final AtomicBoolean written = new AtomicBoolean();

    Outcomes(JdbcClient jdbc, Callbacks callbacks, @Value("${booking.result-uri:}") String resultUri) {
        this.jdbc = jdbc;
        this.callbacks = callbacks;
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
            insert(workspace, booking, type, "RESULT", null, now);
        }
        callbacks.wanting(workspace, type).forEach(one -> insert(workspace, booking, type, "HOOK", one, now));
        boolean callback = jdbc.sql("select 1 from workspace where id = ? and callback_url is not null")
                .param(workspace).query(Integer.class).optional().isPresent();
        if (callback) {
            insert(workspace, booking, type, "CALLBACK", null, now);
        }
    }

    /** Whether outcomes were written since this was asked last: they are looked for at once. */
    public boolean isNew() {
        return written.getAndSet(false);
    }

    private void insert(String workspace, UUID booking, String type, String target, UUID callback, Instant now) {
        jdbc.sql("""
                insert into outcome (id, workspace_id, booking, type, target, state, attempts, due_at, created_at,
                  callback)
                values (:id, :workspace, :booking, :type, :target, 'PENDING', 0, :now, :now, :callback)""")
                .param("id", Ids.next()).param("workspace", workspace).param("booking", booking).param("type", type)
                .param("target", target).param("now", Sql.time(now)).param("callback", callback, Types.OTHER).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                written.set(true);
            }
        });
    }
}
