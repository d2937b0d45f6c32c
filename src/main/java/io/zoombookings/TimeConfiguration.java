package io.zoombookings;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Time is a bean, so that a test can set it. */
@OwnAutoConfiguration
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock zoomBookingsClock() {
        return Clock.systemUTC();
    }
}
