package io.zoombookings.notification.letter;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** How mail is worded. */
@OwnAutoConfiguration
@Import({
    LetterConfiguration.class,
    LetterWarmUp.class
})
public class LetterAutoConfiguration {
}
