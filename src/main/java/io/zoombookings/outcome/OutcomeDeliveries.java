package io.zoombookings.outcome;

import io.zoombookings.Ids;
import io.zoombookings.Jitter;
import io.zoombookings.Sql;
import io.zoombookings.Text;
import io.zoombookings.booking.BookingViews;
import io.zoombookings.workspace.Callbacks;
import io.zoombookings.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivers outcomes: claims what is due, writes each as it is to be sent, and notes how it went. The route outcome-delivery
 * calls it around its conversation with the receiver. Safe for several threads and nodes.
 */
@Component("zoomBookings.outcomeDeliveries")
public class OutcomeDeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeDeliveries.class);
    /** Longer than the longest conversation with a receiver. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** So long a callback is tried; the result endpoint is the operator's own and is tried for ever. */
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(15);
    /** The operator's own endpoint gets what waited soon after it is back. */
    private static final Duration LONGEST_RESULT_BACKOFF = Duration.ofSeconds(45);
    /** A callback that fails so often no longer holds back the later ones of its booking. */
    private static final int IN_ORDER = 4;

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;
    private final BookingViews views;
    private final Workspaces workspaces;
    private final Callbacks callbacks;
    private final OutcomeLog log;
    private final OutcomeFormat format;
    private final OutcomeLanes lanes;
    private final Duration firstBackoff;

    private volatile boolean moreDue;

    OutcomeDeliveries(NamedParameterJdbcTemplate jdbc, Clock clock, BookingViews views, Workspaces workspaces,
            Callbacks callbacks, OutcomeLog log,
            OutcomeFormat format, OutcomeLanes lanes,
            @Value("${outcome.delivery.first-backoff:2s}") Duration firstBackoff) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.views = views;
        this.workspaces = workspaces;
        this.callbacks = callbacks;
        this.log = log;
        this.format = format;
        this.lanes = lanes;
        this.firstBackoff = firstBackoff;
    }

    /** Claims what is due, as much as this node and each receiver has room for, one receiver after the other. */
    @Transactional
    public List<Outcome> due() {
        int room = lanes.room();
        if (room == 0) {
            return List.of();
        }
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        List<UUID> next = next(room, now);
        // A lane that is as full as it may be is looked at again by whoever delivers the next one.
        moreDue = !next.isEmpty();
        // The due time is compared once more with the row as it is when it is locked: another node may have claimed it.
        List<Outcome> claimed = next.isEmpty() ? List.of() : jdbc.query("""
                select id, workspace_id, booking, type, target, callback, attempts, created_at from outcome
                where id in (:ids) and due_at <= :now for update skip locked""",
                new MapSqlParameterSource("ids", next).addValue("now", Sql.time(now)),
                (row, number) -> claimed(row, until));
        claimed.forEach(outcome -> jdbc.update("""
                update outcome set lease = :lease, due_at = :until, attempts = attempts + 1 where id = :id""",
                key(outcome).addValue("until", Sql.time(until))));
        claimed.forEach(lanes::begin);
        return claimed;
    }

    /** Whether the last look found something: there may be more, for which there is room by now. */
    public boolean isMoreDue() {
        return moreDue;
    }

    /** By index alone, however much waits: a first look at the lanes, then at the next outcomes of each, in turn. */
    private List<UUID> next(int room, Instant now) {
        Set<String> closed = lanes.closed();
        MapSqlParameterSource parameters = new MapSqlParameterSource("now", Sql.time(now)).addValue("room", room)
                .addValue("inOrder", IN_ORDER).addValue("closed", closed.isEmpty() ? Set.of("") : closed);
        List<Deque<UUID>> waiting = new ArrayList<>();
        for (OutcomeTarget target : OutcomeTarget.values()) {
            if (target == OutcomeTarget.HOOK) {
                waiting.addAll(hooks(parameters));
                continue;
            }
            boolean callback = target == OutcomeTarget.CALLBACK;
            if (!callback && !lanes.resultOpen()) {
                continue;
            }
            parameters.addValue("target", target.name()).addValue("width", callback ? OutcomeLanes.CALLBACK_WIDTH : room);
            jdbc.queryForList("""
                    select w.id from workspace w where (:target = 'RESULT' or w.id not in (:closed))
                      and exists (select 1 from outcome o where o.workspace_id = w.id and o.target = :target and o.due_at <= :now)
                    order by random() limit :room""", parameters, String.class).forEach(workspace ->
                            waiting.add(new ArrayDeque<>(jdbc.queryForList("""
                    select o.id from outcome o where o.workspace_id = :workspace and o.target = :target and o.due_at <= :now
                      and not exists (select 1 from outcome e where e.booking = o.booking and e.target = o.target
                        and e.state = 'PENDING' and e.id < o.id and (e.target = 'RESULT' or e.attempts < :inOrder))
                    order by o.due_at, o.id limit :width""", parameters.addValue("workspace", workspace), UUID.class))));
        }
        Collections.shuffle(waiting);
        List<UUID> next = new ArrayList<>();
        while (next.size() < room && waiting.stream().anyMatch(lane -> !lane.isEmpty())) {
            waiting.stream().map(Deque::poll).filter(Objects::nonNull).limit(room - next.size()).forEach(next::add);
        }
        return next;
    }

    /** The same for callbacks beside the one of the workspace, each a lane of its own. */
    private List<Deque<UUID>> hooks(MapSqlParameterSource parameters) {
        parameters.addValue("width", OutcomeLanes.CALLBACK_WIDTH);
        return jdbc.queryForList("""
                select c.id from callback c where cast(c.id as varchar) not in (:closed)
                  and exists (select 1 from outcome o where o.callback = c.id and o.due_at <= :now)
                order by random() limit :room""", parameters, UUID.class).stream().<Deque<UUID>>map(callback ->
                        new ArrayDeque<>(jdbc.queryForList("""
                select o.id from outcome o where o.callback = :callback and o.due_at <= :now
                  and not exists (select 1 from outcome e where e.booking = o.booking and e.callback = o.callback
                    and e.state = 'PENDING' and e.id < o.id and e.attempts < :inOrder)
                order by o.due_at, o.id limit :width""", parameters.addValue("callback", callback), UUID.class))).toList();
    }

    /** The outcome with the booking as it is now; without body if nobody waits for it any more. */
    public OutcomeMessage write(Outcome outcome) {
        Callbacks.Signing callback = switch (outcome.target()) {
            case RESULT -> null;
            case CALLBACK -> workspaces.callback(outcome.workspace())
                    .map(one -> new Callbacks.Signing(one.url(), List.of(one.secret()))).orElse(null);
            case HOOK -> callbacks.signing(outcome.callback()).orElse(null);
        };
        if (outcome.target() != OutcomeTarget.RESULT && callback == null) {
            return new OutcomeMessage(outcome, null, null, Map.of(), null, null, null);
        }
        OutcomeFormat.Written written = format.write(outcome, views.get(outcome.booking()));
        if (callback == null) {
            return new OutcomeMessage(outcome, written.body(), written.contentType(), written.headers(), null, null, null);
        }
        long timestamp = clock.instant().getEpochSecond();
        return new OutcomeMessage(outcome, written.body(), written.contentType(), written.headers(), callback.url(),
                String.valueOf(timestamp),
                callback.secrets().stream().map(secret -> WebhookSignature.of(secret, outcome.id().toString(), timestamp,
                        written.body())).collect(Collectors.joining(" ")));
    }

    /** Puts the message's own headers on the one that is sent. */
    public void putOn(OutcomeMessage message, Map<String, Object> headers) {
        headers.putAll(message.headers());
    }

    /** The receiver has it. */
    public void delivered(Outcome outcome) {
        lanes.answered(outcome);
        log.record(outcome, null);
        end(outcome, "update outcome set state = 'SENT', due_at = null, lease = null, problem = null", key(outcome));
    }

    /** There is no receiver any more. */
    public void dropped(Outcome outcome) {
        end(outcome, "delete from outcome", key(outcome));
    }

    /** The receiver, or the way to it, failed: it is due again, or given up. */
    public void failed(Outcome outcome, Exception cause) {
        lanes.failed(outcome);
        OutcomeFailure failure = OutcomeFailure.of(outcome.target(), cause);
        LOG.info("Outcome {} of {}: {}", outcome.id(), outcome.workspace(), failure.message());
        Instant next = clock.instant().plus(pause(outcome, failure.pause()));
        log.record(outcome, Text.cut(failure.message(), 900));
        boolean over = outcome.target() != OutcomeTarget.RESULT && next.isAfter(outcome.createdAt().plus(PATIENCE));
        boolean given = failure.refused() || over;
        end(outcome, "update outcome set state = :state, due_at = :due, failed_at = :failedAt, lease = null, problem = :problem",
                key(outcome).addValue("state", given ? "FAILED" : "PENDING")
                        .addValue("due", given ? null : Sql.time(next))
                        .addValue("failedAt", given ? Sql.time(clock.instant()) : null)
                        .addValue("problem", Text.cut(failure.message(), 900)));
    }

    private void end(Outcome outcome, String change, MapSqlParameterSource parameters) {
        try {
            jdbc.update(change + " where id = :id and lease = :lease", parameters);
        } finally {
            lanes.end(outcome);
        }
    }

    private Duration pause(Outcome outcome, Duration asked) {
        Duration longest = outcome.target() == OutcomeTarget.RESULT ? LONGEST_RESULT_BACKOFF : LONGEST_BACKOFF;
        Duration full = firstBackoff.multipliedBy(1L << Math.min(outcome.attempts() - 1, 12));
        long most = Math.min(full.toMillis(), longest.toMillis());
        Duration pause = Duration.ofMillis(most / 2).plus(Jitter.upTo(Duration.ofMillis(most / 2), clock.instant()));
        return pause.compareTo(asked) < 0 ? asked : pause;
    }

    private static Outcome claimed(ResultSet row, Instant until) throws SQLException {
        return new Outcome(row.getObject("id", UUID.class), row.getString("workspace_id"),
                row.getObject("booking", UUID.class), row.getString("type"),
                OutcomeTarget.valueOf(row.getString("target")), row.getObject("callback", UUID.class), row.getInt("attempts") + 1,
                Sql.instant(row, "created_at"), Ids.next(), until);
    }

    private static MapSqlParameterSource key(Outcome outcome) {
        return new MapSqlParameterSource("id", outcome.id()).addValue("lease", outcome.lease());
    }
}
