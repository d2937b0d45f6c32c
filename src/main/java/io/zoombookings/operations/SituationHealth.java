package io.zoombookings.operations;

import io.zoombookings.situation.Situation;
import io.zoombookings.situation.Situation.Connection;
import io.zoombookings.situation.Situation.Queue;
import io.zoombookings.situation.Situation.Trouble;
import io.zoombookings.situation.Situations;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Health by component: what is away is DEGRADED, not DOWN, since bookings are taken all the same and go on by themselves;
 * restarting the process would not help.
 */
@Configuration(proxyBeanMethods = false)
class SituationHealth {

    static final Status DEGRADED = new Status("DEGRADED");
    /** The embedded database stops to write on a full disk; before that somebody has time to make room. */
    private static final long LEAST_DISK = 200L << 20;

    /** Connections that need a person, and Zoom itself. */
    @Bean("zoomHealthIndicator")
    HealthIndicator zoomHealth(Situations situations) {
        return () -> of(situations, now -> {
            List<String> problems = new ArrayList<>();
            for (Connection one : now.brokenConnections()) {
                problems.add(one.workspace() + ": " + one.problem());
            }
            now.zoomTroubles().forEach(one -> problems.add(sentence(one)));
            return problems;
        });
    }

    /** The mail server; not where the host application looks at its own under this name. */
    @ConditionalOnProperty(name = "management.health.mail.enabled", havingValue = "false")
    @Bean("mailHealthIndicator")
    HealthIndicator mailHealth(Situations situations) {
        return () -> of(situations, now -> now.mailTroubles().stream().map(SituationHealth::sentence).toList());
    }

    /** Work that is due for longer than it should be. */
    @Bean("backlogHealthIndicator")
    HealthIndicator backlogHealth(Situations situations) {
        return () -> of(situations, now -> now.lateQueues().stream().map(queue -> late(now, queue)).toList());
    }

    /** Room where the embedded database and the key set lie. */
    @Bean("diskHealthIndicator")
    HealthIndicator diskHealth(@Value("${data.dir:./data}") Path directory) {
        return () -> {
            try {
                Path existing = directory.toAbsolutePath();
                while (!Files.exists(existing)) {
                    existing = existing.getParent();
                }
                FileStore store = Files.getFileStore(existing);
                long free = store.getUsableSpace();
                return (free < LEAST_DISK ? Health.status(DEGRADED).withDetail("problem",
                        "There is little room left where DATA_DIR lies: make some before the embedded database stops")
                        : Health.up()).withDetail("freeBytes", free).build();
            } catch (IOException e) {
                return Health.unknown().withDetail("problem", "The disk of DATA_DIR cannot be looked at").build();
            }
        };
    }

    private static Health of(Situations situations, Function<Situation, List<String>> problems) {
        try {
            List<String> found = problems.apply(situations.now());
            return found.isEmpty() ? Health.up().build()
                    : Health.status(DEGRADED).withDetail("problems", found).build();
        } catch (DataAccessException | TransactionException e) {
            return Health.unknown().withDetail("problem", "The database does not answer").build();
        }
    }

    private static String sentence(Trouble one) {
        return one.workspace() + ": " + one.count() + (one.subject() == Situation.Subject.MAIL ? " mail" : " meeting")
                + (one.count() == 1 ? " waits. " : "s wait. ") + one.sentence();
    }

    private static String late(Situation now, Queue queue) {
        return "%d of kind %s are due, the oldest for %d s".formatted(queue.due(), queue.kind(),
                queue.age(now.at()).toSeconds());
    }
}
