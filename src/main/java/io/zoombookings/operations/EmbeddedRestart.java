package io.zoombookings.operations;

import io.zoombookings.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The embedded database belongs to one process: leases that it holds at the start are those of a process that is no more,
 * and their work goes on at once.
 */
@Component
class EmbeddedRestart implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRestart.class);
    private static final List<String> TABLES = List.of("occurrence", "notification", "outcome", "zoom_event",
            "booking_webhook_event");

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Clock clock;

    EmbeddedRestart(JdbcClient jdbc, DataSource database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.getMetaData().getURL().startsWith("jdbc:h2:file:")) {
                return;
            }
        }
        for (String table : TABLES) {
            int rows = jdbc.sql("update " + table + " set lease = null, due_at = ? where lease is not null")
                    .param(Sql.time(clock.instant())).update();
            if (rows > 0) {
                LOG.info("{} of {} were in work when the process ended, and go on", rows, table);
            }
        }
    }
}
