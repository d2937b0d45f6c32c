package io.zoombookings.operations;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Routes, console, metrics, and what keeps the database going. */
@OwnAutoConfiguration
@Import({
    CamelConsole.class,
    EmbeddedDatabaseHealth.class,
    EmbeddedRestart.class,
    OwnRoutes.class,
    SchedulerConfiguration.class,
    SignatureMeters.class,
    SituationHealth.class,
    SituationMetrics.class,
    StoredJobs.class
})
public class OperationsAutoConfiguration {
}
