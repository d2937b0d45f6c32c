package io.zoombookings.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A broker that is away keeps only its own route from working. */
@Tag("database")
class BrokerAwayTest {

    @Test
    void theHttpDoorIsOpenWhileNoRabbitMqAnswers() {
        try (RunningApplication application = RunningApplication.start(Map.of(
                "booking.source-uri", "spring-rabbitmq:bookings?queues=bookings", "spring.rabbitmq.host", "127.0.0.1",
                "spring.rabbitmq.port", "1"))) {
            TestWorkspace workspace = application.workspace();
            assertThat(workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-1\"}}").status()).isEqualTo(202);
        }
    }
}
