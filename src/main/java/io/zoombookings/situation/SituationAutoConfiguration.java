package io.zoombookings.situation;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** How things stand. */
@OwnAutoConfiguration
@Import({
    Situations.class
})
public class SituationAutoConfiguration {
}
