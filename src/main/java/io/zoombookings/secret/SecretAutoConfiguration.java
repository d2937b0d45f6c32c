package io.zoombookings.secret;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What is sealed at rest. */
@OwnAutoConfiguration
@Import({
    EmbeddedDatabaseConfiguration.class,
    SealedColumns.class,
    SecretsConfiguration.class
})
public class SecretAutoConfiguration {
}
