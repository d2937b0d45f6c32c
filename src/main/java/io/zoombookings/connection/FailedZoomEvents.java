package io.zoombookings.connection;

import io.zoombookings.Sql;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events of Zoom that were given up; of no single workspace. Safe for several threads and nodes. */
@Component
public class FailedZoomEvents {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    /** @param id Zoom's of the request */
    public record Failed(String id, Instant at, String event, String problem) {
    }

    FailedZoomEvents(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The newest 200, newest first. */
    public List<Failed> list() {
        return jdbc.sql("""
                select request_id, given_up_at, event, problem from zoom_event where given_up_at > ?
                order by given_up_at desc, request_id limit ?""").params(Sql.time(Instant.EPOCH), MOST)
                .query((row, number) -> new Failed(row.getString("request_id"), Sql.instant(row, "given_up_at"),
                        row.getString("event"), row.getString("problem"))).list();
    }

    /** As it came in, if it is there. */
    public Optional<String> body(String id) {
        return jdbc.sql("select body from zoom_event where request_id = ? and given_up_at is not null").param(id)
                .query((row, number) -> row.getBytes(1)).optional()
                .map(sealed -> secrets.open(sealed, SealedColumn.ZOOM_EVENT_BODY.at(id)));
    }

    /** @return false if it is not there any more */
    public boolean replay(String id) {
        return jdbc.sql("""
                update zoom_event set attempts = 0, due_at = ?, problem = null, given_up_at = null
                where request_id = ? and given_up_at is not null""").params(Sql.time(clock.instant()), id).update() == 1;
    }

    /** Its row stays for a while, so that a repetition is known. @return false if it is not there any more */
    public boolean discard(String id) {
        return jdbc.sql("""
                update zoom_event set problem = null, given_up_at = null
                where request_id = ? and given_up_at is not null""").param(id).update() == 1;
    }
}
