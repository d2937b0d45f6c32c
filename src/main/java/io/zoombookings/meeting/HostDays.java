package io.zoombookings.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The creates and updates that Zoom allows a meeting host on a UTC day, and how many of them are taken. A request is taken
 * with its claim, before it is sent, so that two nodes never both send the last one; what does not count is given back.
 *
 * <p>As long as the day leaves a host {@value #PLENTY} or more, a node takes some in advance and claims from those: else
 * each claim of a host would wait until the one before is committed. Of a limit as Zoom's is each single request is counted.
 * What a node has taken in advance and does not need, or loses with its process, remains counted. Safe for several threads
 * and nodes.
 */
@Component
class HostDays {

    private static final int PLENTY = 1000;
    private static final int MOST_IN_ADVANCE = 64;
    private static final int SHARE_IN_ADVANCE = 16;

    /** Requests of a host's day that this node has taken and not claimed. */
    private record Advance(LocalDate day, int left) {
    }

    private final JdbcClient jdbc;
    private final int limit;
    private final Map<String, Advance> advances = new ConcurrentHashMap<>();
    /** Until when Zoom takes no more of a host, by its own word. */
    private final Map<String, Instant> refused = new ConcurrentHashMap<>();

    HostDays(JdbcClient jdbc, @Value("${zoom.daily-limit-per-host:100}") int limit) {
        this.jdbc = jdbc;
        this.limit = limit;
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    static Instant dayEnd(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean isLeft(int used) {
        return used < limit;
    }

    /**
     * Takes what the work needs, the first one first, in the caller's transaction; what the day does not suffice for is
     * deferred. Work whose last claim ran out has what it needs from that one.
     */
    List<Work> take(List<Work> works, Instant now) {
        LocalDate day = day(now);
        Map<String, Integer> left = new TreeMap<>();
        works.stream().filter(HostDays::needs).forEach(work -> left.merge(work.zoom().zoomUserId(), 1, Integer::sum));
        // In the order of the hosts, so that no two claims wait for each other.
        left.replaceAll((host, count) -> take(host, day, count));
        return works.stream().map(work -> !needs(work) ? work
                : left.merge(work.zoom().zoomUserId(), -1, Integer::sum) >= 0 ? work.taking(day) : work.deferred()).toList();
    }

    /** Gives back what was taken for a request that does not count; in the caller's transaction. */
    void giveBack(Work work) {
        String host = work.zoom().zoomUserId();
        if (work.taken() == null || dayEnd(work.taken()).equals(refused.get(host))) {
            return;
        }
        if (advances.containsKey(host)) {
            afterCommit(() -> add(host, work.taken(), 1));
        } else {
            jdbc.sql("update zoom_usage set used = used - 1 where zoom_user_id = ? and utc_day = ? and used > 0")
                    .params(host, work.taken()).update();
        }
    }

    /** Zoom takes no more of the host before the instant, whoever used it up; at the end of the day a new one begins. */
    void refused(Work work, Instant until, Instant now) {
        String host = work.zoom().zoomUserId();
        LocalDate day = day(now);
        refused.put(host, until);
        advances.remove(host);
        if (until.equals(dayEnd(day))) {
            open(host, day);
            jdbc.sql("update zoom_usage set used = ? where zoom_user_id = ? and utc_day = ? and used < ?")
                    .params(limit, host, day, limit).update();
        }
    }

    /** Whether Zoom has said that it does not take what the work would send. */
    boolean isRefused(Work work, Instant now) {
        return (work.action() == MeetingAction.CREATE || work.action() == MeetingAction.UPDATE)
                && refused.getOrDefault(work.zoom().zoomUserId(), now).isAfter(now);
    }

    /** When work that is deferred may go on. */
    Instant until(Work work, Instant now) {
        Instant until = refused.getOrDefault(work.zoom().zoomUserId(), now);
        return until.isAfter(now) ? until : dayEnd(day(now));
    }

    private static boolean needs(Work work) {
        return (work.action() == MeetingAction.CREATE || work.action() == MeetingAction.UPDATE) && !work.zoom().claimLost();
    }

    private int take(String host, LocalDate day, int count) {
        if (takeInAdvance(host, day, count)) {
            return count;
        }
        String take = "update zoom_usage set used = used + ? where zoom_user_id = ? and utc_day = ? and used <= ?";
        int advance = Math.min(MOST_IN_ADVANCE, limit / SHARE_IN_ADVANCE);
        if (limit - count - advance >= PLENTY
                && jdbc.sql(take).params(count + advance, host, day, limit - count - advance - PLENTY).update() == 1) {
            afterCommit(() -> add(host, day, advance));
            return count;
        }
        if (jdbc.sql(take).params(count, host, day, limit - count).update() == 1) {
            return count;
        }
        open(host, day);
        int used = jdbc.sql("select used from zoom_usage where zoom_user_id = ? and utc_day = ? for update")
                .params(host, day).query(Integer.class).single();
        int taken = Math.min(count, Math.max(0, limit - used));
        jdbc.sql(take).params(taken, host, day, limit).update();
        return taken;
    }

    /** What a transaction takes from it that is rolled back remains counted. */
    private boolean takeInAdvance(String host, LocalDate day, int count) {
        boolean[] enough = new boolean[1];
        advances.computeIfPresent(host, (name, advance) -> {
            enough[0] = advance.day().equals(day) && advance.left() >= count;
            return enough[0] ? new Advance(day, advance.left() - count) : advance;
        });
        return enough[0];
    }

    private void add(String host, LocalDate day, int count) {
        advances.compute(host, (name, advance) -> advance == null || advance.day().isBefore(day) ? new Advance(day, count)
                : advance.day().equals(day) ? new Advance(day, advance.left() + count) : advance);
    }

    /** What may be rolled back is not there to be taken. */
    private static void afterCommit(Runnable step) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                step.run();
            }
        });
    }

    private void open(String host, LocalDate day) {
        jdbc.sql("insert into zoom_usage (zoom_user_id, utc_day, used) values (?, ?, 0) on conflict do nothing")
                .params(host, day).update();
    }
}
