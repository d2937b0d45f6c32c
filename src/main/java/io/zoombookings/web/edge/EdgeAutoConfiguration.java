package io.zoombookings.web.edge;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What stands before the first byte is read. */
@OwnAutoConfiguration
@Import({
    EdgeConfiguration.class
})
public class EdgeAutoConfiguration {
}
