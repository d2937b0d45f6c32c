package io.zoombookings.operations;

import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A migration runs while nodes of the former version work: one that gets into a deadlock with them is undone and repeated. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationConfiguration.class);
    private static final int ATTEMPTS = 10;
    /** PostgreSQL: deadlock detected, lock not available. */
    private static final Set<String> IN_THE_WAY = Set.of("40P01", "55P03");

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy migrationBesideOtherNodes() {
        return flyway -> migrate(flyway, 1);
    }

    private static void migrate(Flyway flyway, int attempt) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (attempt == ATTEMPTS || !isInTheWay(e)) {
                throw e;
            }
            LOG.warn("The migration of the database met other nodes at work (attempt {} of {}) and is repeated", attempt,
                    ATTEMPTS);
            migrate(flyway, attempt + 1);
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
