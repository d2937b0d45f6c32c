package io.zoombookings.meeting;

import io.zoombookings.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which grants must not be used for a while: Zoom limits them, or failed several times in a row. The database tells all
 * nodes; what this node has seen itself it knows at once. Safe for several threads.
 */
@Component
class ZoomBlocks {

    private static final int FAILURES_BEFORE_PAUSE = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** From this length on, waiting work is put off in one go rather than row by row. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int dailyLimit;
    private final Map<UUID, Instant> seen = new ConcurrentHashMap<>();

    ZoomBlocks(JdbcClient jdbc, Clock clock, @Value("${zoom.daily-limit-per-host:100}") int dailyLimit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dailyLimit = dailyLimit;
    }

    boolean blocked(Work work, Instant now) {
        return work.zoom().grant() != null && until(work, now).isAfter(now);
    }

    /** When the work may go on; {@code now} if nothing blocks it. */
    Instant until(Work work, Instant now) {
        UUID grant = work.zoom().grant();
        Instant until = grant == null ? null : seen.get(grant);
        return until != null && until.isAfter(now) ? until : now;
    }

    /** Zoom limits the account. */
    void limited(Work work, ZoomFailure failure) {
        block(work.zoom().grant(), failure.until(), failure.message());
    }

    /** The host's day is used up, whoever used it. */
    void hostLimited(Work work, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String user = work.zoom().zoomUserId();
        jdbc.sql("""
                insert into zoom_usage (zoom_user_id, utc_day, used) values (?, ?, 0) on conflict do nothing""")
                .params(user, today).update();
        jdbc.sql("update zoom_usage set used = ? where zoom_user_id = ? and utc_day = ? and used < ?")
                .params(dailyLimit, user, today, dailyLimit).update();
    }

    /** Several failures in a row pause the grant, so that an unreachable Zoom is not hammered. */
    void failed(Work work, ZoomFailure failure, Instant now) {
        UUID grant = work.zoom().grant();
        if (grant == null) {
            return;
        }
        jdbc.sql("update zoom_grant set failures = failures + 1 where id = ?").param(grant).update();
        int failures = jdbc.sql("select failures from zoom_grant where id = ?").param(grant).query(Integer.class)
                .optional().orElse(0);
        if (failures >= FAILURES_BEFORE_PAUSE) {
            Duration pause = Duration.ofSeconds(1L << Math.min(failures - FAILURES_BEFORE_PAUSE, 5));
            Duration capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            block(grant, now.plus(capped), failure.message());
        }
    }

    /** Zoom has answered: what came before is forgotten. */
    void answered(Work work) {
        UUID grant = work.zoom().grant();
        if (grant != null && work.zoom().failures() > 0) {
            jdbc.sql("update zoom_grant set failures = 0 where id = ? and failures > 0").param(grant).update();
        }
    }

    private void block(UUID grant, Instant until, String reason) {
        seen.merge(grant, until, (one, other) -> one.isAfter(other) ? one : other);
        int changed = jdbc.sql("""
                update zoom_grant set blocked_until = :until, blocked_reason = :reason
                where id = :grant and (blocked_until is null or blocked_until < :until)""")
                .param("until", Sql.time(until)).param("reason", reason).param("grant", grant).update();
        if (changed == 1 && Duration.between(clock.instant(), until).compareTo(LONG) > 0) {
            Instant goOn = until.plusMillis(ThreadLocalRandom.current().nextLong(1000));
            jdbc.sql("""
                    update occurrence set due_at = :until, problem = :reason
                    where lease is null and due_at < :until and workspace_id in (
                      select workspace_id from zoom_connection where grant_id = :grant)""")
                    .param("until", Sql.time(goOn)).param("reason", reason).param("grant", grant).update();
        }
    }
}
