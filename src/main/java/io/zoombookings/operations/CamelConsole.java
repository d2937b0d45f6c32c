package io.zoombookings.operations;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The Camel console under {@code /actuator/camel}, with the consoles that operators need. Named one by one: those that show
 * message bodies, variables or properties, or send messages, are no operator's business here; those that show endpoints as
 * they were written show passwords in them; and looking for all of them makes Camel unpack every jar of the application at
 * start.
 */
@Component
@ConditionalOnProperty(name = "operations.camel-console", havingValue = "true", matchIfMissing = true)
class CamelConsole implements CamelContextConfiguration {

    private static final List<String> CONSOLES = List.of("blocked", "consumer", "context",
            "event", "gc", "health", "inflight", "internal-tasks", "jvm", "kafka", "memory", "micrometer", "platform-http",
            "processor", "producer", "quartz", "rest", "route", "route-controller",
            "route-group", "service", "thread", "top", "zoom-bookings");

    @Override
    public void beforeApplicationStart(CamelContext context) {
        DevConsoleRegistry registry = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        registry.setEnabled(true);
        for (String id : CONSOLES) {
            DevConsole console = registry.resolveById(id);
            if (console != null) {
                registry.register(console);
            }
        }
    }

    /** Not before the start, at which Camel would look for all of them. */
    @Override
    public void afterApplicationStart(CamelContext context) {
        context.setDevConsole(true);
    }
}
