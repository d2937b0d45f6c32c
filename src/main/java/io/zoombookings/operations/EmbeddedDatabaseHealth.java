package io.zoombookings.operations;

import io.zoombookings.PatientFiles;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the process lives as far as its embedded database does: one that has closed itself, after a failure inside H2, is
 * not to be opened again by the same process, and whoever watches over it must start it again. A full disk is none of this.
 */
@Component("embeddedDatabase")
class EmbeddedDatabaseHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabaseHealth.class);
    private static final Set<Integer> CLOSED = Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    private final JdbcClient jdbc;

    EmbeddedDatabaseHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        if (PatientFiles.areWaiting()) {
            return Health.up().build();
        }
        try {
            jdbc.sql("select key_id from encryption_key").query(Long.class).list();
        } catch (DataAccessException e) {
            if (isClosed(e)) {
                LOG.error("The embedded database has closed itself: this process must be started again, and goes on from "
                        + "what is on the disk");
                return Health.down().build();
            }
        }
        return Health.up().build();
    }

    private static boolean isClosed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CLOSED.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
