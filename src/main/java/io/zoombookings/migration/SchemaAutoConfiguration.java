package io.zoombookings.migration;

import io.zoombookings.OwnAutoConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigureBefore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Our migrations, beside those of the application that we are in. */
@OwnAutoConfiguration
@AutoConfigureBefore(FlywayAutoConfiguration.class)
public class SchemaAutoConfiguration {

    @Bean
    Schema zoomBookingsSchema(DataSource database,
            @Value("${zoom-bookings.flyway.locations:classpath:io/zoombookings/migration}") String[] locations,
            @Value("${zoom-bookings.flyway.table:zoom_bookings_schema_history}") String table,
            @Value("${zoom-bookings.guest:true}") boolean guest) {
        return new Schema(database, locations, table, guest);
    }

    /** Flyway came with us: an application that has no migration gets no history, and its database is not looked at. */
    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy zoomBookingsFlywayStrategy() {
        return flyway -> {
            if (hasMigrations(flyway)) {
                flyway.migrate();
            }
        };
    }

    private static boolean hasMigrations(Flyway flyway) {
        return flyway.getConfiguration().getJavaMigrations().length > 0
                || Arrays.stream(flyway.getConfiguration().getLocations()).anyMatch(SchemaAutoConfiguration::isSomethingAt);
    }

    private static boolean isSomethingAt(Location location) {
        try {
            return !location.isClassPath() || new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + location.getRootPath() + "/**/*.*").length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
