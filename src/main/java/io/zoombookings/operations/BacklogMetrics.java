package io.zoombookings.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.zoombookings.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many meetings and mails wait or have failed, of all nodes: {@code zoombookings.meetings} and
 * {@code zoombookings.mails} by {@code state}. {@code due}: to be worked on now; {@code waiting}: in work, put off, or to
 * be tried again later; {@code failed}: a person must act, as long as it is not over. Counted at most every 10 seconds, and over
 * indexes, so that old bookings cost nothing; NaN while the database does not answer. Safe for several threads.
 */
@Component
class BacklogMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogMetrics.class);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final String OPEN = """
            from workspace w join occurrence o on o.workspace_id = w.id and o.start_at > :recently""";
    private static final Map<String, String> MEETINGS = Map.of(
            "due", "select count(*) from occurrence where due_at <= :now",
            "waiting", """
                    select count(*) from occurrence
                    where due_at > :now and meeting_state in ('PENDING', 'UPDATE_PENDING', 'CANCEL_PENDING')""",
            "failed", "select count(*) " + OPEN + " where o.meeting_state = 'FAILED'");
    private static final Map<String, String> MAILS = Map.of(
            "due", "select count(*) from notification where due_at <= :now",
            "waiting", "select count(*) from notification where due_at > :now and kind <> 'REMINDER'",
            "failed", "select count(distinct n.id) " + OPEN + " join notification n on n.booking = o.booking "
                    + "where n.state = 'FAILED'");

    private final JdbcClient jdbc;
    private final Clock clock;

    BacklogMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        MEETINGS.forEach((state, count) -> bind(registry, "zoombookings.meetings", "Meetings by what is to be done about them",
                state, count));
        MAILS.forEach((state, count) -> bind(registry, "zoombookings.mails", "Mails by what is to be done about them", state,
                count));
    }

    private void bind(MeterRegistry registry, String name, String description, String state, String count) {
        Gauge.builder(name, new Figure(count), Figure::value).description(description).tag("state", state)
                .strongReference(true).register(registry);
    }

    private final class Figure {

        private final String count;
        private Instant countedAt = Instant.MIN;
        private double value;

        private Figure(String count) {
            this.count = count;
        }

        private synchronized double value() {
            Instant now = clock.instant();
            if (countedAt.plus(KEPT).isAfter(now)) {
                return value;
            }
            countedAt = now;
            try {
                value = jdbc.sql(count).param("now", Sql.time(now)).param("recently", Sql.time(now.minus(Duration.ofDays(1))))
                        .query(Double.class).single();
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("Not counted: {}", e.getMessage());
                value = Double.NaN;
            }
            return value;
        }
    }
}
