package io.zoombookings.source.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.Bookings;
import io.zoombookings.booking.DoorReply;
import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.booking.event.BookingEventReader;
import io.zoombookings.booking.event.BookingEventType;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.source.system.WebhookIdentity;
import io.zoombookings.source.system.WebhookUnreadableException;
import io.zoombookings.source.webhook.WebhookSources.SetUp;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Webhooks of booking systems: verified and stored first, and worked on afterwards by whichever node gets to it, as often as it
 * takes. Safe for several threads and nodes.
 */
@Component("zoomBookings.bookingWebhooks")
public class BookingWebhooks {

    private static final Logger LOG = LoggerFactory.getLogger(BookingWebhooks.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Until the one before it is looked for again; finishing that one wakes it sooner. */
    private static final Duration BEHIND = Duration.ofSeconds(2);
    private static final Duration OTHER_HALF_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration DONE_KEPT = Duration.ofDays(7);
    private static final Duration FAILED_KEPT = Duration.ofDays(90);
    private static final int BATCH = 50;
    private static final String PATH = "/api/workspaces/%s/webhooks/%s";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final WebhookSources sources;
    private final WebhookSeats seats;
    private final Bookings bookings;
    private final BookingEventReader reader;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;
    private final Clock clock;
    private final WebhookSignatures signatures;
    private final String publicUrl;
    private final Duration retention;

    BookingWebhooks(JdbcClient jdbc, Secrets secrets, WebhookSources sources, WebhookSeats seats, Bookings bookings,
            BookingEventReader reader, TransactionTemplate transactions, ObjectMapper json, Clock clock, @Value("${public-url}") String publicUrl,
            @Value("${booking.retention:0d}") Duration retention) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.sources = sources;
        this.seats = seats;
        this.bookings = bookings;
        this.reader = reader;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.signatures = new WebhookSignatures(clock);
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.retention = retention;
    }

    /** The address to register at the booking system. */
    public String address(String workspace, String source) {
        return publicUrl + PATH.formatted(workspace, source);
    }

    /** Verifies a request by its raw body and makes it durable; nothing is stored of one that is not signed. */
    public WebhookReceipt receive(String workspace, String source, byte[] body, Map<String, Object> headers) {
        byte[] raw = body == null ? new byte[0] : body;
        Optional<WebhookSource> known = WebhookSource.of(source);
        Optional<SetUp> setUp = known.flatMap(one -> sources.find(workspace, one));
        if (setUp.isEmpty()) {
            return refused(404, "Not Found", "There is nothing at this address, or nothing that you may see.");
        }
        if (!signatures.verify(known.get(), setUp.get().settings(), raw, headers, address(workspace, source))) {
            return refused(401, "Unauthorized", "The signature is not one of " + known.get().title()
                    + " for this body and the secret that is set.");
        }
        Optional<WebhookIdentity> identity;
        try {
            identity = known.get().system().identify(raw);
        } catch (WebhookUnreadableException e) {
            return refused(400, "Bad Request", e.getMessage() + ".");
        }
        return new WebhookReceipt(identity.map(one -> store(workspace, source, one, raw)).orElse(null),
                new DoorReply(200, null, null, null, null, ""));
    }

    /** Claims what is due: stored by a node that died, or not finished before. */
    public List<WebhookClaim> due() {
        return transactions.execute(transaction -> jdbc.sql("""
                select id from booking_webhook_event where due_at <= :now and id in (
                  select e.id from booking_webhook_event e where e.due_at <= :now and not exists (
                    select 1 from booking_webhook w where w.workspace_id = e.workspace_id and w.source = e.source
                      and w.blocked_until > :now)
                  order by e.due_at limit :limit)
                for update skip locked""")
                .param("now", Sql.time(clock.instant())).param("limit", BATCH)
                .query(UUID.class).list().stream().map(this::claim).toList());
    }

    /** @return the work of a claim; null if it is somebody else's by now, or has to wait */
    public WebhookWork begin(WebhookClaim claim) {
        return transactions.execute(transaction -> {
            Optional<WebhookWork> work = read(claim);
            if (work.isEmpty()) {
                return null;
            }
            Instant wait = waits(work.get());
            if (wait != null) {
                end(work.get(), "PENDING", null, wait);
                return null;
            }
            return work.get();
        });
    }

    /**
     * What follows for bookings.
     *
     * @param event JSON of what the system's Kamelet makes of the webhook, or null
     */
    public Translated bookings(WebhookWork work, String event) {
        List<BookingEvent> events = new ArrayList<>();
        String skipped = null;
        for (BookingEvent each : event == null ? List.<BookingEvent>of() : events(work, event)) {
            String why = each.type() == BookingEventType.CANCELLED ? null
                    : ForZoom.whyNot(work.knownSource(), work.settings(), each.booking());
            if (why == null) {
                events.add(each);
            } else {
                skipped = why;
                if (bookings.isConfirmed(work.workspace(), each.bookingId())) {
                    events.add(each.cancelledBecause(why));
                }
            }
        }
        return new Translated(events, skipped);
    }

    private List<BookingEvent> events(WebhookWork work, String event) {
        BookingEvent alone = reader.read(event.getBytes(StandardCharsets.UTF_8), null, Map.of());
        ObjectNode parsed = parse(event);
        if (work.knownSource().order() == WebhookSource.Order.BY_SEAT || seats.isSeat(work, parsed)) {
            return seats.take(work, parsed);
        }
        return List.of(alone.eventId() != null ? alone : alone.withEventId(work.source() + ":" + work.id()));
    }

    /** The webhook has had its effect, or leads to no meeting for this reason. */
    public void finish(WebhookWork work, String skipped) {
        transactions.executeWithoutResult(transaction -> {
            end(work, skipped == null ? "DONE" : "SKIPPED", skipped, null);
            boolean back = jdbc.sql("""
                    update booking_webhook set failures = 0, blocked_until = null where id = ? and failures > 0""")
                    .param(work.system()).update() == 1;
            wake(work, back ? null : work.subject());
        });
    }

    /** The webhook has not had its effect: it is due again, or failed until somebody mends the cause. */
    public void failed(WebhookWork work, Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebhookWaitsException waits) {
                end(work, "PENDING", waits.getMessage(), clock.instant().plus(OTHER_HALF_PAUSE));
                return;
            }
        }
        if (work == null) {
            LOG.warn("A webhook could not be read and is due again when its claim ends: {}", exception.getClass().getSimpleName());
            return;
        }
        WebhookFailure failure = WebhookFailure.of(work.knownSource(), exception);
        Instant now = clock.instant();
        boolean late = work.receivedAt().plus(PATIENCE).isBefore(now);
        if (failure.kind() == WebhookFailure.Kind.FINAL || late) {
            LOG.warn("A webhook of {} for the workspace {} is given up: {}", work.knownSource().title(), work.workspace(),
                    failure.problem());
            transactions.executeWithoutResult(transaction -> {
                end(work, "FAILED", failure.problem(), null);
                wake(work, work.subject());
            });
        } else if (failure.kind() == WebhookFailure.Kind.SYSTEM) {
            LOG.info("A webhook of {} for the workspace {} waits: {}", work.knownSource().title(), work.workspace(),
                    failure.problem());
            transactions.executeWithoutResult(transaction -> end(work, "PENDING", failure.problem(),
                    block(work.system(), failure.pause(), now)));
        } else {
            LOG.warn("A webhook of {} for the workspace {} is tried again: {}", work.knownSource().title(), work.workspace(),
                    failure.problem(), failure.kind() == WebhookFailure.Kind.UNKNOWN ? exception : null);
            int attempts = jdbc.sql("select attempts from booking_webhook_event where id = ?").param(work.id())
                    .query(Integer.class).optional().orElse(0);
            end(work, "PENDING", failure.problem(), now.plus(pause(attempts)));
        }
    }

    /** Deletes what is done, or was given up long ago; and whom it was about where that is kept for a time only. */
    public int forget() {
        Instant now = clock.instant();
        if (!retention.isZero() && !retention.isNegative()) {
            seats.forget(now.minus(retention));
        }
        return jdbc.sql("""
                delete from booking_webhook_event
                where state = 'DONE' and received_at < :done or state in ('FAILED', 'SKIPPED') and received_at < :failed""")
                .param("done", Sql.time(now.minus(DONE_KEPT))).param("failed", Sql.time(now.minus(FAILED_KEPT))).update();
    }

    /** A repetition changes nothing, unless the first delivery had failed: then it is another try. */
    private WebhookClaim store(String workspace, String source, WebhookIdentity identity, byte[] body) {
        WebhookClaim claim = new WebhookClaim(Ids.next(), UUID.randomUUID());
        String delivery = identity.delivery() == null ? claim.id().toString() : identity.delivery();
        Instant now = clock.instant();
        int stored = jdbc.sql("""
                insert into booking_webhook_event (id, workspace_id, source, subject, delivery, body, received_at, state,
                  attempts, due_at, lease)
                values (:id, :workspace, :source, :subject, :delivery, :body, :now, 'PENDING', 1, :due, :lease)
                on conflict do nothing""")
                .param("id", claim.id()).param("workspace", workspace).param("source", source)
                .param("subject", identity.subject()).param("delivery", delivery)
                .param("body", secrets.seal(new String(body, StandardCharsets.ISO_8859_1),
                        SealedColumn.WEBHOOK_BODY.at(claim.id())))
                .param("now", Sql.time(now)).param("due", Sql.time(now.plus(LEASE))).param("lease", claim.lease()).update();
        if (stored == 0) {
            jdbc.sql("""
                    update booking_webhook_event set state = 'PENDING', attempts = 0, due_at = :now
                    where workspace_id = :workspace and source = :source and delivery = :delivery and state = 'FAILED'""")
                    .param("now", Sql.time(now)).param("workspace", workspace).param("source", source)
                    .param("delivery", delivery).update();
        }
        return stored == 1 ? claim : null;
    }

    private WebhookClaim claim(UUID id) {
        WebhookClaim claim = new WebhookClaim(id, UUID.randomUUID());
        jdbc.sql("update booking_webhook_event set lease = :lease, due_at = :due, attempts = attempts + 1 where id = :id")
                .param("lease", claim.lease()).param("due", Sql.time(clock.instant().plus(LEASE))).param("id", id).update();
        return claim;
    }

    private Optional<WebhookWork> read(WebhookClaim claim) {
        Optional<WebhookWork> stored = jdbc.sql("""
                select workspace_id, source, subject, body, received_at from booking_webhook_event
                where id = ? and lease = ? for update""")
                .params(claim.id(), claim.lease())
                .query((row, n) -> new WebhookWork(claim.id(), claim.lease(), row.getString("workspace_id"),
                        row.getString("source"), null, row.getString("subject"),
                        secrets.open(row.getBytes("body"), SealedColumn.WEBHOOK_BODY.at(claim.id()))
                                .getBytes(StandardCharsets.ISO_8859_1), Sql.instant(row, "received_at"), null, false)).optional();
        Optional<SetUp> setUp = stored.flatMap(work -> sources.find(work.workspace(), work.knownSource()));
        if (stored.isPresent() && setUp.isEmpty()) {
            end(stored.get(), "FAILED", "The booking system is not set up any more", null);
            return Optional.empty();
        }
        return stored.map(work -> new WebhookWork(work.id(), work.lease(), work.workspace(), work.source(), setUp.get().id(),
                work.subject(), work.body(), work.receivedAt(), setUp.get().settings(), setUp.get().trusted()));
    }

    /** Until when the work has to wait, for the booking system or for an earlier webhook about the same booking; or null. */
    private Instant waits(WebhookWork work) {
        Instant now = clock.instant();
        if (work.knownSource().order() == WebhookSource.Order.BY_ARRIVAL && isBehind(work)) {
            return now.plus(BEHIND);
        }
        return isTroubled(work.system()) ? waitsForSystem(work.system(), now) : null;
    }

    private boolean isTroubled(UUID system) {
        return jdbc.sql("select failures from booking_webhook where id = ?").param(system).query(Integer.class).optional()
                .orElse(0) > 0;
    }

    /** While the system is in trouble one at a time may try. The lock keeps whoever waits from missing the end of that. */
    private Instant waitsForSystem(UUID system, Instant now) {
        Instant blocked = jdbc.sql("select blocked_until from booking_webhook where id = ? for update").param(system)
                .query((row, n) -> Sql.instant(row, "blocked_until")).list().stream().filter(Objects::nonNull)
                .findFirst().orElse(null);
        if (blocked == null || blocked.isAfter(now)) {
            return blocked;
        }
        jdbc.sql("update booking_webhook set blocked_until = ? where id = ?")
                .params(Sql.time(now.plus(LONGEST_PAUSE)), system).update();
        return null;
    }

    private boolean isBehind(WebhookWork work) {
        return jdbc.sql("""
                select 1 from booking_webhook_event e
                where workspace_id = :workspace and source = :source and subject = :subject and state = 'PENDING'
                  and arrival < (select arrival from booking_webhook_event where id = :id) limit 1""")
                .param("workspace", work.workspace()).param("source", work.source()).param("subject", work.subject())
                .param("id", work.id()).query(Integer.class).optional().isPresent();
    }

    /** Leaves the booking system alone for a while. @return until when */
    private Instant block(UUID system, Duration asked, Instant now) {
        int failures = jdbc.sql("select failures from booking_webhook where id = ? for update").param(system)
                .query(Integer.class).optional().orElse(0);
        Duration pause = asked.compareTo(pause(failures)) > 0 ? asked : pause(failures);
        Instant until = now.plus(pause);
        jdbc.sql("update booking_webhook set failures = ?, blocked_until = ? where id = ?")
                .params(failures + 1, Sql.time(until), system).update();
        return until;
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Only if the lease is still ours. */
    private void end(WebhookWork work, String state, String problem, Instant due) {
        jdbc.sql("""
                update booking_webhook_event set state = :state, problem = :problem, due_at = :due, lease = null
                where id = :id and lease = :lease""")
                .param("state", state).param("problem", problem, Types.VARCHAR)
                .param("due", Sql.time(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", work.id()).param("lease", work.lease()).update();
    }

    /**
     * What waited for this webhook is due.
     *
     * @param subject null: all that wait for this booking system
     */
    private void wake(WebhookWork work, String subject) {
        jdbc.sql("""
                update booking_webhook_event set due_at = :now
                where workspace_id = :workspace and source = :source and state = 'PENDING' and lease is null
                  and due_at > :now and (cast(:subject as varchar) is null or subject = :subject)""")
                .param("now", Sql.time(clock.instant())).param("workspace", work.workspace())
                .param("source", work.source()).param("subject", subject, Types.VARCHAR).update();
    }

    private ObjectNode parse(String event) {
        try {
            return (ObjectNode) json.readTree(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private WebhookReceipt refused(int status, String title, String detail) {
        ObjectNode problem = json.createObjectNode().put("type", "about:blank").put("title", title)
                .put("status", status).put("detail", detail);
        return new WebhookReceipt(null, new DoorReply(status, "application/problem+json", null, null, null, problem.toString()));
    }
}
