package io.zoombookings.source.webhook;

import io.zoombookings.Sql;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Webhooks that were given up, for the people who decide what becomes of them. Safe for several threads and nodes. */
@Component
public class FailedWebhooks {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    /** @param subject the booking system's id of the booking */
    public record Failed(UUID id, Instant at, String source, String subject, String problem) {
    }

    FailedWebhooks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The newest 200 of a workspace, newest first. */
    public List<Failed> list(String workspace) {
        return jdbc.sql("""
                select id, received_at, source, subject, problem from booking_webhook_event
                where state = 'FAILED' and workspace_id = ? order by received_at desc, id limit ?""").params(workspace, MOST)
                .query((row, number) -> new Failed(row.getObject("id", UUID.class), Sql.instant(row, "received_at"),
                        row.getString("source"), row.getString("subject"), row.getString("problem"))).list();
    }

    /** As it came in, if it is there. */
    public Optional<String> body(String workspace, UUID id) {
        return jdbc.sql("select body from booking_webhook_event where id = ? and workspace_id = ? and state = 'FAILED'")
                .params(id, workspace).query((row, number) -> row.getBytes(1)).optional()
                .map(sealed -> new String(secrets.open(sealed, SealedColumn.WEBHOOK_BODY.at(id))
                        .getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** It is worked on once more, and again for as long as one that comes in now. @return false if it is not there any more */
    public boolean replay(String workspace, UUID id) {
        return jdbc.sql("""
                update booking_webhook_event set state = 'PENDING', attempts = 0, due_at = :now, received_at = :now
                where id = :id and workspace_id = :workspace and state = 'FAILED'""").param("now", Sql.time(clock.instant()))
                .param("id", id).param("workspace", workspace).update() == 1;
    }

    /** Its row stays for a while, so that a repetition is known. @return false if it is not there any more */
    public boolean discard(String workspace, UUID id) {
        return jdbc.sql("""
                update booking_webhook_event set state = 'SKIPPED', problem = 'An administrator discarded it'
                where id = ? and workspace_id = ? and state = 'FAILED'""").params(id, workspace).update() == 1;
    }
}
