package io.zoombookings.situation;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.situation.Situation.Connection;
import io.zoombookings.situation.Situation.GivenUp;
import io.zoombookings.situation.Situation.Queue;
import io.zoombookings.situation.Situation.Subject;
import io.zoombookings.situation.Situation.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads how everything stands, of all nodes: by indexes over what is open, so that old bookings cost nothing, and at most
 * every five seconds. Safe for several threads.
 */
@Component
public class Situations {

    private static final Duration KEPT = Duration.ofSeconds(5);
    /** Mail that could not be sent is tried again within 40 seconds; what is due later is a reminder. */
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration RECENT = Duration.ofDays(1);

    private static final String CONNECTIONS = """
            select c.workspace_id, c.status, c.problem, g.blocked_until
            from zoom_connection c left join zoom_grant g on g.id = c.grant_id order by c.workspace_id""";
    private static final String MEETINGS_WAITING = """
            select workspace_id, problem_kind, min(problem) as sentence, count(*) as rows, min(due_at) as next,
              min(start_at) as soonest
            from occurrence where due_at > :ever and problem is not null group by workspace_id, problem_kind""";
    private static final String MEETINGS_FAILED = """
            select o.workspace_id, o.problem_kind, min(o.problem) as sentence, count(*) as rows,
              cast(null as timestamp with time zone) as next, min(o.start_at) as soonest
            from workspace w join occurrence o on o.workspace_id = w.id
              and o.meeting_state in ('FAILED', 'NOT_CONNECTED') and o.start_at > :recently
            where o.problem is not null group by o.workspace_id, o.problem_kind""";
    private static final String MAILS_WAITING = """
            select workspace_id, problem_kind, min(problem) as sentence, count(*) as rows, min(due_at) as next,
              cast(null as timestamp with time zone) as soonest
            from notification where due_at > :ever and due_at <= :soon and problem is not null
            group by workspace_id, problem_kind""";
    private static final String MAILS_FAILED = """
            select n.workspace_id, n.problem_kind, min(n.problem) as sentence, count(distinct n.id) as rows,
              cast(null as timestamp with time zone) as next, min(o.start_at) as soonest
            from workspace w join occurrence o on o.workspace_id = w.id and o.start_at > :recently
            join notification n on n.booking = o.booking
            where n.state = 'FAILED' group by n.workspace_id, n.problem_kind""";
    private static final Map<String, String> QUEUES = Map.of("meeting", "occurrence", "mail", "notification",
            "outcome", "outcome", "webhook", "booking_webhook_event", "zoom-event", "zoom_event");
    private static final String GIVEN_UP = """
            select w.id as workspace, 'message' as kind, count(*) as rows from parked_event p
              left join workspace w on w.id = p.workspace where p.replayed_at is null group by w.id
            union all select workspace_id, 'webhook', count(*) from booking_webhook_event where state = 'FAILED'
              group by workspace_id
            union all select cast(null as varchar), 'zoom-event', count(*) from zoom_event where given_up_at > :ever
              having count(*) > 0
            union all select workspace_id, 'outcome', count(*) from outcome where failed_at > :ever and state = 'FAILED'
              group by workspace_id""";
    private static final String UPCOMING = """
            select count(*) from workspace w join occurrence o on o.workspace_id = w.id and o.start_at > :now
              and o.start_at <= :upcoming
            where o.status = 'CONFIRMED' and o.zoom_meeting_id is null""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignatureRefusals refusals;
    private Situation last;

    Situations(JdbcClient jdbc, Clock clock, SignatureRefusals refusals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.refusals = refusals;
    }

    /**
     * How everything stands, at most five seconds ago.
     *
     * @throws DataAccessException  if the database does not answer
     * @throws TransactionException if the database does not answer
     */
    public synchronized Situation now() {
        Instant now = clock.instant();
        if (last == null || last.at().plus(KEPT).isBefore(now) || last.at().isAfter(now)) {
            last = read(now);
        }
        return last;
    }

    /** Somebody has changed something and looks what became of it. */
    public synchronized void readAgain() {
        last = null;
    }

    /** The kinds of work that are counted. */
    public static List<String> kinds() {
        return QUEUES.keySet().stream().sorted().toList();
    }

    private Situation read(Instant now) {
        List<Connection> connections = jdbc.sql(CONNECTIONS).query((row, number) -> new Connection(row.getString(1),
                row.getString(2), row.getString(3), after(now, Sql.instant(row, "blocked_until")))).list();
        List<Trouble> troubles = new ArrayList<>();
        troubles.addAll(troubles(MEETINGS_WAITING, Subject.MEETING, false, now));
        troubles.addAll(troubles(MEETINGS_FAILED, Subject.MEETING, true, now));
        troubles.addAll(troubles(MAILS_WAITING, Subject.MAIL, false, now));
        troubles.addAll(troubles(MAILS_FAILED, Subject.MAIL, true, now));
        troubles.sort(Comparator.comparing(Trouble::soonest, Comparator.nullsLast(Comparator.naturalOrder())));
        List<Queue> queues = kinds().stream().map(kind -> jdbc.sql(
                "select count(*) as rows, min(due_at) as oldest from " + QUEUES.get(kind) + " where due_at <= :now")
                .param("now", Sql.time(now)).query((row, number) ->
                        new Queue(kind, row.getLong("rows"), Sql.instant(row, "oldest"))).single()).toList();
        List<GivenUp> givenUp = jdbc.sql(GIVEN_UP).param("ever", Sql.time(Instant.EPOCH)).query((row, number) ->
                new GivenUp(row.getString("workspace"), row.getString("kind"), row.getLong("rows"))).list();
        long upcoming = jdbc.sql(UPCOMING).param("now", Sql.time(now))
                .param("upcoming", Sql.time(now.plus(Situation.UPCOMING))).query(Long.class).single();
        return new Situation(now, connections, List.copyOf(troubles), queues, givenUp, refusals.doors(now), upcoming);
    }

    private List<Trouble> troubles(String select, Subject subject, boolean failed, Instant now) {
        return jdbc.sql(select).param("ever", Sql.time(Instant.EPOCH)).param("soon", Sql.time(now.plus(SOON)))
                .param("recently", Sql.time(now.minus(RECENT)))
                .query((row, number) -> trouble(row, subject, failed)).list();
    }

    private static Trouble trouble(ResultSet row, Subject subject, boolean failed) throws SQLException {
        String kind = row.getString("problem_kind");
        return new Trouble(row.getString("workspace_id"), subject, failed, code(kind), row.getString("sentence"),
                row.getLong("rows"), Sql.instant(row, "next"), Sql.instant(row, "soonest"));
    }

    /** What the former version has stored has no kind. */
    private static String code(String kind) {
        for (Cause.Kind one : Cause.Kind.values()) {
            if (one.name().equals(kind)) {
                return one.code();
            }
        }
        return Cause.Kind.OTHER.code();
    }

    private static Instant after(Instant now, Instant time) {
        return time != null && time.isAfter(now) ? time : null;
    }
}
