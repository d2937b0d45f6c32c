package io.zoombookings.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Text;
import io.zoombookings.connection.ConnectionEvents.MeetingCreated;
import io.zoombookings.connection.ConnectionEvents.MeetingDeleted;
import io.zoombookings.connection.ConnectionEvents.MeetingFields;
import io.zoombookings.connection.ConnectionEvents.MeetingUpdated;
import io.zoombookings.kamelet.ZoomEventVerification;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verified events of Zoom: stored first, each once, and worked on afterwards by whichever node gets to it. Safe for several
 * threads and nodes.
 */
@Component("zoomBookings.zoomEvents")
public class ZoomEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ZoomEvents.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int PATIENCE = 50;
    private static final int BATCH = 50;
    private static final Duration GIVEN_UP_KEPT = Duration.ofDays(30);
    /** Far longer than Zoom repeats a delivery and a signature is accepted. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Connections connections;
    private final ZoomSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;
    private final Clock clock;

    /** An event that somebody works on; the lease says whether it is still theirs. */
    public record Claim(String requestId, UUID lease) {
    }

    private record Stored(String event, byte[] body, int attempts) {
    }

    ZoomEvents(JdbcClient jdbc, Secrets secrets, Connections connections, ZoomSettings settings,
            ApplicationEventPublisher events, TransactionTemplate transactions, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.connections = connections;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Makes an event durable. The request id is not part of what Zoom signs, so the same body under another id counts as a
     * repetition too.
     *
     * @return the claim of the caller on it, or null if it was stored before
     */
    public Claim store(String requestId, String event, String body) {
        Claim claim = new Claim(requestId, UUID.randomUUID());
        int stored = jdbc.sql("""
                insert into zoom_event (request_id, event, body, digest, received_at, attempts, due_at, lease)
                values (:id, :event, :body, :digest, :now, 1, :due, :lease) on conflict do nothing""")
                .param("id", requestId).param("event", event)
                .param("body", secrets.seal(body, SealedColumn.ZOOM_EVENT_BODY.at(requestId)))
                .param("digest", ZoomEventVerification.digest(body.getBytes(StandardCharsets.UTF_8)))
                .param("now", in(Duration.ZERO)).param("due", in(LEASE)).param("lease", claim.lease())
                .update();
        return stored == 1 ? claim : null;
    }

    /** Claims what is due: stored by a node that died, or failed before. */
    public List<Claim> due() {
        return transactions.execute(transaction -> jdbc.sql("""
                select request_id from zoom_event where due_at <= :now and request_id in (
                  select request_id from zoom_event where due_at <= :now order by due_at limit :limit)
                for update skip locked""").param("now", in(Duration.ZERO)).param("limit", BATCH)
                .query(String.class).list().stream().map(this::claim).toList());
    }

    /** Does what the event says, once; what fails is due again later. */
    public void process(Claim claim) {
        try {
            transactions.executeWithoutResult(transaction -> stored(claim).ifPresent(stored -> {
                handle(stored.event(), read(claim, stored));
                jdbc.sql("update zoom_event set due_at = null, lease = null, problem = null where request_id = :id")
                        .param("id", claim.requestId()).update();
            }));
        } catch (RuntimeException e) {
            putOff(claim, e);
        }
    }

    /** Deletes what is done and old. */
    public int forget() {
        return jdbc.sql("""
                delete from zoom_event where due_at is null and received_at < :before
                  and (given_up_at is null or given_up_at < :given)""")
                .param("before", in(KEPT.negated())).param("given", in(GIVEN_UP_KEPT.negated())).update();
    }

    private Claim claim(String requestId) {
        Claim claim = new Claim(requestId, UUID.randomUUID());
        jdbc.sql("""
                update zoom_event set lease = :lease, due_at = :due, attempts = attempts + 1
                where request_id = :id""")
                .param("lease", claim.lease()).param("due", in(LEASE)).param("id", requestId).update();
        return claim;
    }

    private Optional<Stored> stored(Claim claim) {
        return jdbc.sql("""
                select event, body, attempts from zoom_event where request_id = :id and lease = :lease for update""")
                .param("id", claim.requestId()).param("lease", claim.lease())
                .query((row, n) -> new Stored(row.getString("event"), row.getBytes("body"), row.getInt("attempts")))
                .optional();
    }

    private JsonNode read(Claim claim, Stored stored) {
        try {
            return json.readTree(secrets.open(stored.body(), SealedColumn.ZOOM_EVENT_BODY.at(claim.requestId())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored event is not JSON any more");
        }
    }

    private void handle(String event, JsonNode body) {
        JsonNode payload = body.path("payload");
        switch (event) {
            case "app_deauthorized" -> deauthorized(body, payload);
            case "meeting.created" -> meetingId(payload).ifPresent(id -> events.publishEvent(new MeetingCreated(id,
                    payload.path("object").path("host_id").asText(), fields(payload.path("object")).start())));
            case "meeting.deleted" -> meetingId(payload).ifPresent(
                    id -> events.publishEvent(new MeetingDeleted(id, at(body))));
            case "meeting.updated" -> meetingId(payload).ifPresent(
                    id -> events.publishEvent(new MeetingUpdated(id, fields(payload.path("old_object")),
                            fields(payload.path("object")))));
            default -> LOG.debug("The event {} says nothing about bookings", event);
        }
    }

    private void deauthorized(JsonNode body, JsonNode payload) {
        if (!settings.clientId().equals(payload.path("client_id").asText())) {
            LOG.info("An event about another app was ignored");
            return;
        }
        Instant at = at(body);
        try {
            at = Instant.parse(payload.path("deauthorization_time").asText());
        } catch (DateTimeException e) {
            LOG.debug("The event names no time of its own; that of sending stands in");
        }
        connections.deauthorized(payload.path("account_id").asText(), payload.path("user_id").asText(), at);
    }

    /** A number in some events and a string in others. */
    private static Optional<Long> meetingId(JsonNode payload) {
        String id = payload.path("object").path("id").asText();
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private static MeetingFields fields(JsonNode object) {
        Instant start = null;
        try {
            start = object.path("start_time").isTextual() ? Instant.parse(object.path("start_time").asText()) : null;
        } catch (DateTimeException e) {
            LOG.debug("A start that is no instant says nothing");
        }
        return new MeetingFields(object.path("topic").textValue(), start,
                object.path("duration").isInt() ? object.path("duration").asInt() : null,
                object.path("join_url").textValue(), object.path("password").textValue());
    }

    private Instant at(JsonNode body) {
        long millis = body.path("event_ts").asLong(body.path("payload").path("event_ts").asLong());
        return millis > 0 ? Instant.ofEpochMilli(millis) : clock.instant();
    }

    private void putOff(Claim claim, RuntimeException e) {
        int attempts = jdbc.sql("select attempts from zoom_event where request_id = :id").param("id", claim.requestId())
                .query(Integer.class).optional().orElse(PATIENCE);
        boolean again = attempts < PATIENCE;
        if (again) {
            LOG.warn("The event {} is tried again: {}", claim.requestId(), e.getMessage());
        } else {
            LOG.error("The event {} is given up", claim.requestId(), e);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        jdbc.sql("""
                update zoom_event set due_at = :due, lease = null, problem = :problem, given_up_at = :given
                where request_id = :id and lease = :lease""")
                .param("due", again ? in(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("given", again ? null : in(Duration.ZERO), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("problem", Text.cut(Text.oneLine(String.valueOf(e.getMessage())), 900))
                .param("id", claim.requestId()).param("lease", claim.lease()).update();
    }

    private OffsetDateTime in(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
