package io.zoombookings.migration;

import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Our tables, made and migrated before anything reads them, with a history of their own: the application that we are in may
 * have migrations, and a {@code Flyway}, too. A migration runs while nodes of the former version work: one that gets into a
 * deadlock with them is undone and repeated.
 */
public final class Schema implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final int ATTEMPTS = 10;
    /** PostgreSQL: deadlock detected, lock not available. */
    private static final Set<String> IN_THE_WAY = Set.of("40P01", "55P03");

    private final Flyway flyway;

    /**
     * @param table of the history
     * @param shared whether other tables than ours may be there before the first of ours is
     */
    Schema(DataSource database, String[] locations, String table, boolean shared) {
        flyway = Flyway.configure(Schema.class.getClassLoader()).dataSource(database).locations(locations).table(table)
                .baselineOnMigrate(shared).baselineVersion("0").load();
    }

    @Override
    public void afterPropertiesSet() {
        migrate();
    }

    /** How many migrations were run now. */
    public int migrate() {
        return migrate(1);
    }

    private int migrate(int attempt) {
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            if (attempt == ATTEMPTS || !isInTheWay(e)) {
                throw e;
            }
            LOG.warn("The migration of the database met other nodes at work (attempt {} of {}) and is repeated", attempt,
                    ATTEMPTS);
            return migrate(attempt + 1);
        }
    }

    private static boolean isInTheWay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && IN_THE_WAY.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
