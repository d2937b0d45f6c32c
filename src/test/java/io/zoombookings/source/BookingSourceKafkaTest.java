package io.zoombookings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.DoorCheck;
import io.zoombookings.sandbox.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Booking events from a real Kafka broker: offsets follow what is durable. */
class BookingSourceKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition("bookings", 0);

    @Test
    void readsTheTopicFromItsBeginningCommitsWhatIsDurableAndLosesNothing() throws Exception {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "bookings");
        broker.afterPropertiesSet();
        Map<String, Object> client = Map.of("bootstrap.servers", broker.getBrokersAsString());
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(client, new StringSerializer(),
                new StringSerializer()); Admin admin = Admin.create(client)) {
            send(producer, "default", SourceEvents.confirmed("ignored", "K-1", 1));
            try (RunningApplication application = RunningApplication.start(Map.of(
                    "camel.component.kafka.brokers", broker.getBrokersAsString(),
                    "booking.source-uri", "kafka:bookings", "reminder.offsets", "none"))) {
                await().atMost(PATIENCE).until(() -> application.admin("GET",
                        "/api/workspaces/default/bookings/K-1", null).status() == 200);
                TestWorkspace workspace = application.workspace().connected();

                send(producer, workspace.id(), "poison");
                for (int i = 0; i < 3; i++) {
                    send(producer, workspace.id(), SourceEvents.confirmed("ignored", "K-2", 1));
                }

                workspace.awaitMeeting("K-2", "CREATED");
                await().atMost(PATIENCE).until(() -> committed(admin) == 5);
                assertThat(application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email())).isEqualTo(1);
                DoorCheck.nothingIsLostOrMadeTwice(application, "Kafka", 602, event -> send(producer, null, event));
                assertThat(SourceEvents.parked(application)).hasSize(1);
            }
        } finally {
            broker.destroy();
        }
    }

    /** @param workspace for the header, or null for none */
    private static void send(KafkaProducer<String, String> producer, String workspace, String event) {
        ProducerRecord<String, String> message = new ProducerRecord<>("bookings", event);
        if (workspace != null) {
            message.headers().add("workspace", workspace.getBytes(StandardCharsets.UTF_8));
        }
        producer.send(message);
    }

    private static long committed(Admin admin) throws InterruptedException, ExecutionException {
        OffsetAndMetadata offset = admin.listConsumerGroupOffsets("camel-zoom-bookings")
                .partitionsToOffsetAndMetadata().get().get(PARTITION);
        return offset == null ? 0 : offset.offset();
    }
}
