package io.zoombookings.source;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Events from brokers and folders. */
@OwnAutoConfiguration
@Import({
    BookingSource.class,
    ParkedEvents.class
})
public class SourceAutoConfiguration {
}
