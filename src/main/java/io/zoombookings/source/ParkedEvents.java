package io.zoombookings.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Sql;
import io.zoombookings.Text;
import io.zoombookings.booking.DoorRequest;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages that no repetition can make a booking event, out of their queue's way and not lost: sealed, since they may hold
 * anything, until an administrator replays or deletes them. Safe for several threads and nodes.
 */
@Component("zoomBookings.parkedEvents")
public class ParkedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);
    private static final int MOST = 200;
    private static final String SELECT =
            "select id, received_at, source, workspace, problem, replayed_at from parked_event";
    private static final String WAITING = " p where replayed_at is null and (workspace = :workspace or :stray and "
            + "not exists (select 1 from workspace w where w.id = p.workspace))";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;
    private final ObjectMapper json;
    private final String source;
    private final Duration retention;

    ParkedEvents(JdbcClient jdbc, Secrets secrets, Clock clock, ObjectMapper json,
            @Value("${booking.source-uri:}") String sourceUri,
            @Value("${booking.retention:0d}") Duration retention) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.json = json;
        this.retention = retention;
        this.source = Text.cut(sourceUri.replaceFirst("\\?.*", ""), 490);
    }

    /** Keeps the message; the same one, delivered again because its acknowledgement was lost, is kept once. */
    public void park(DoorRequest message, String problem) {
        String stored = write(message);
        UUID id = UUID.nameUUIDFromBytes(stored.getBytes(StandardCharsets.UTF_8));
        int rows = jdbc.sql("""
                insert into parked_event (id, received_at, source, workspace, body, problem)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, Sql.time(clock.instant()), source,
                        Text.cut(Text.oneLine(workspace(message)), 190),
                        secrets.seal(stored, SealedColumn.PARKED_EVENT_BODY.at(id)),
                        Text.cut(Text.oneLine(problem), 1900)).update();
        if (rows == 1) {
            LOG.warn("A message of {} is no booking event and was parked: /api/parked-events/{}. {}", source, id,
                    Text.cut(Text.oneLine(problem), 300));
        }
    }

    /** The newest 200, newest first. */
    public List<ParkedEvent> list() {
        return jdbc.sql(SELECT + " order by received_at desc, id limit " + MOST)
                .query((row, number) -> parked(row)).list();
    }

    /**
     * The newest 200 that wait for an administrator of this workspace, newest first.
     *
     * @param stray also those to workspaces that there are not
     */
    public List<ParkedEvent> waiting(String workspace, boolean stray) {
        return jdbc.sql(SELECT + WAITING + " order by received_at desc, id limit " + MOST).param("workspace", workspace)
                .param("stray", stray).query((row, number) -> parked(row)).list();
    }

    /** The message as it came in, if it is one that waits for an administrator of this workspace. */
    public Optional<DoorRequest> waiting(String workspace, boolean stray, UUID id) {
        return jdbc.sql("select id from parked_event" + WAITING + " and id = :id").param("workspace", workspace)
                .param("stray", stray).param("id", id).query(UUID.class).optional().flatMap(this::message);
    }

    public Optional<ParkedEvent> get(UUID id) {
        return jdbc.sql(SELECT + " where id = ?").param(id)
                .query((row, number) -> parked(row)).optional();
    }

    /** The message as it came in, if it is there. */
    public Optional<DoorRequest> message(UUID id) {
        return jdbc.sql("select body from parked_event where id = ?").param(id)
                .query((row, number) -> row.getBytes(1)).optional()
                .map(sealed -> read(secrets.open(sealed, SealedColumn.PARKED_EVENT_BODY.at(id))));
    }

    public void replayed(UUID id) {
        jdbc.sql("update parked_event set replayed_at = ? where id = ?").params(Sql.time(clock.instant()), id).update();
    }

    /** @return false if it is not there */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from parked_event where id = ?").param(id).update() == 1;
    }

    /** Deletes what is older than personal data may be. */
    public void eraseOld() {
        if (!retention.isZero() && !retention.isNegative()) {
            jdbc.sql("delete from parked_event where received_at < ?")
                    .param(Sql.time(clock.instant().minus(retention))).update();
        }
    }

    /**
     * Deletes the messages to a workspace that hold this address.
     *
     * @return how many
     */
    public int erase(String workspace, String email) {
        String address = email.toLowerCase(Locale.ROOT);
        return (int) jdbc.sql("select id from parked_event").query(UUID.class).list().stream()
                .filter(id -> message(id).filter(message -> workspace.equals(workspace(message))
                        && body(message).toLowerCase(Locale.ROOT).contains(address)).isPresent())
                .filter(this::delete).count();
    }

    /** As far as the message says. */
    private String workspace(DoorRequest message) {
        if (message.workspace() != null) {
            return message.workspace();
        }
        try {
            return json.readTree(message.body()).path("workspace").asText(Workspaces.DEFAULT);
        } catch (IOException e) {
            return Workspaces.DEFAULT;
        }
    }

    private static String body(DoorRequest message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    private static ParkedEvent parked(ResultSet row) throws SQLException {
        return new ParkedEvent(row.getObject("id", UUID.class), Sql.instant(row, "received_at"),
                row.getString("source"), row.getString("workspace"), row.getString("problem"),
                Sql.instant(row, "replayed_at"));
    }

    private String write(DoorRequest message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private DoorRequest read(String stored) {
        try {
            return json.readValue(stored, DoorRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A parked message cannot be read", e);
        }
    }
}
