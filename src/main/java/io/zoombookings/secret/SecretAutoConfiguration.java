package io.zoombookings.secret;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureBefore;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What is sealed at rest. Before Spring Boot asks how to reach the database: the embedded one has a key of ours. */
@OwnAutoConfiguration
@AutoConfigureBefore(DataSourceAutoConfiguration.class)
@Import({
    EmbeddedDatabaseConfiguration.class,
    SealedColumns.class,
    SecretsConfiguration.class
})
public class SecretAutoConfiguration {
}
