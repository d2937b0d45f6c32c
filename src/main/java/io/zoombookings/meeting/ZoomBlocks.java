package io.zoombookings.meeting;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which Zoom accounts must not be asked for a while: Zoom limits them, or failed several times in a row. What concerns
 * all nodes is in the database, what this node has seen itself it knows at once. Safe for several threads.
 */
@Component
class ZoomBlocks {

    /** From this length on, waiting work is put off, and told why, in one go rather than row by row. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WaitingWork waiting;
    private final int most;
    private final AccountGate zoom;
    private final Map<String, AccountGate> gates = new ConcurrentHashMap<>();

    ZoomBlocks(JdbcClient jdbc, Clock clock, WaitingWork waiting, @Value("${meeting.sync.concurrency:128}") int concurrency) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.waiting = waiting;
        this.most = concurrency * 2;
        this.zoom = new AccountGate(most);
    }

    /** Whether Zoom is to be asked anything at all now. */
    boolean isReachable(Instant now) {
        return !zoom.until(now).isAfter(now);
    }

    /** The accounts that are not to be asked now. */
    Set<String> shut(Instant now) {
        return gates.entrySet().stream().filter(gate -> gate.getValue().until(now).isAfter(now)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Whether the work may be claimed now. If not, it stays due; but work of an account that is limited for long is
     * claimed to be put off with its reason.
     */
    boolean admits(Work work, Instant now) {
        if (work.zoom().accountId() == null || !work.asksZoom()) {
            return true;
        }
        AccountGate gate = gate(work);
        gate.learn(work.zoom().blockedUntil(), work.zoom().blockedReason(), work.zoom().failures());
        return isLong(now, gate.limitedUntil())
                || !gate.until(now).isAfter(now) && zoom.pass(now) && gate.pass(now);
    }

    /** Whether work that was claimed must not be done now. */
    boolean blocked(Work work, Instant now) {
        return work.zoom().accountId() != null && work.asksZoom() && (gate(work).closed(now) || zoom.closed(now));
    }

    /** When work that is blocked may go on; {@code now} if nothing blocks it. */
    Instant until(Work work, Instant now) {
        Instant account = gate(work).until(now);
        Instant any = zoom.until(now);
        return account.isAfter(any) ? account : any;
    }

    Cause reason(Work work) {
        return zoom.closed(clock.instant()) ? zoom.reason() : gate(work).reason();
    }

    /**
     * Zoom limits the account.
     *
     * @return until when
     */
    Instant limited(Work work, ZoomFailure failure, Instant now) {
        String account = work.zoom().accountId();
        answered(work);
        if (!isLong(now, failure.until())) {
            return gate(work).tooFast(now, failure.until(), failure.cause());
        }
        gate(work).limit(failure.until(), failure.cause());
        int changed = jdbc.sql("""
                update zoom_grant set blocked_until = :until, blocked_reason = :reason, blocked_kind = :kind,
                  blocked_arguments = :arguments
                where account_id = :account and (blocked_until is null or blocked_until < :before)""")
                .param("until", Sql.time(failure.until())).param("reason", failure.cause().sentence())
                .param("kind", Cause.kind(failure.cause())).param("arguments", Cause.arguments(failure.cause()))
                .param("account", account)
                .param("before", Sql.time(failure.until().minus(LONG))).update();
        if (changed > 0) {
            waiting.putOffAccount(account, failure.until(), failure.cause());
        }
        return failure.until();
    }

    /** Several failures in a row pause the account, or all of them where nothing of Zoom can be reached. */
    void failed(Work work, ZoomFailure failure, Instant now) {
        boolean unreachable = failure.kind() == ZoomFailure.Kind.UNREACHABLE;
        AccountGate gate = unreachable ? zoom : gate(work);
        Duration pause = gate.failed(now, failure.cause());
        if (pause.isZero()) {
            return;
        }
        String account = unreachable ? null : work.zoom().accountId();
        if (account != null) {
            jdbc.sql("update zoom_grant set failures = ? where account_id = ?").params(gate.failures(), account).update();
        }
        if (isLong(now, now.plus(pause))) {
            waiting.explain(account, now, failure.cause());
        }
    }

    /** Zoom has answered, whatever it said. */
    void answered(Work work) {
        zoom.answered();
        forget(work);
        gate(work).answered();
    }

    /** Zoom has done what it was asked. */
    void done(Work work) {
        zoom.done();
        forget(work);
        gate(work).done();
    }

    private void forget(Work work) {
        if (gate(work).failures() > 0 || work.zoom().failures() > 0) {
            jdbc.sql("update zoom_grant set failures = 0 where account_id = ? and failures > 0")
                    .param(work.zoom().accountId()).update();
        }
    }

    /** Work that fails without a connection is nobody's. */
    private AccountGate gate(Work work) {
        String account = work.zoom().accountId();
        return account == null ? new AccountGate(most)
                : gates.computeIfAbsent(account, unknown -> new AccountGate(most));
    }

    private static boolean isLong(Instant now, Instant until) {
        return until.isAfter(now.plus(LONG));
    }
}
