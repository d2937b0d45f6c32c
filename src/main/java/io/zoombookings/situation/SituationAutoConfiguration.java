package io.zoombookings.situation;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** How things stand. */
@OwnAutoConfiguration
@Import({
    SignatureRefusals.class,
    Situations.class
})
public class SituationAutoConfiguration {
}
