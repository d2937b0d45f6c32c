package io.zoombookings.outcome;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What booking systems are told. */
@OwnAutoConfiguration
@Import({
    CallbackClient.class,
    FailedDeliveries.class,
    OutcomeDeliveries.class,
    OutcomeFormat.class,
    OutcomeLanes.class,
    OutcomeLog.class
})
public class OutcomeAutoConfiguration {
}
