package io.zoombookings.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zoombookings.booking.BookingView;
import io.zoombookings.outcome.OutcomeFormat.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The forms in which an outcome leaves, and by what its receiver orders and deduplicates it. */
class OutcomeFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final BookingView BOOKING = new BookingView("B-1", "clinic", "CONFIRMED", 1L, "Talk", Map.of(), List.of());

    private static Outcome outcome(OutcomeTarget target) {
        return new Outcome(ID, "clinic", UUID.randomUUID(), "meeting.created", target, null, 1,
                Instant.parse("2026-11-22T09:00:00Z"), UUID.randomUUID(), Instant.MAX);
    }

    private static Written written(String format, String uri, OutcomeTarget target) {
        return new OutcomeFormat(JSON, format, uri).write(outcome(target), BOOKING);
    }

    private static Written written(String format, String uri) {
        return written(format, uri, OutcomeTarget.RESULT);
    }

    @Test
    void theFormOfTodayIsTheDefault() throws Exception {
        Written plain = written("plain", "kafka:outcomes");

        assertThat(plain.contentType()).isEqualTo("application/json");
        assertThat(JSON.readTree(plain.body()).fieldNames()).toIterable().containsExactly("type", "booking");
        assertThat(plain.headers()).containsOnly(Map.entry("workspace", "clinic"), Map.entry("outcomeId", ID.toString()),
                Map.entry("bookingKey", "clinic/B-1"), Map.entry("kafka.KEY", "clinic/B-1"));
    }

    @Test
    void aStructuredCloudEventHoldsTheBookingAsItsData() throws Exception {
        Written event = written("cloudevents-structured", "", OutcomeTarget.CALLBACK);

        JsonNode body = JSON.readTree(event.body());
        assertThat(event.contentType()).isEqualTo("application/cloudevents+json");
        assertThat(body.fieldNames()).toIterable().containsExactly("specversion", "id", "source", "type", "subject", "time",
                "datacontenttype", "data");
        assertThat(body.path("id").asText()).isEqualTo(ID.toString());
        assertThat(body.path("source").asText()).isEqualTo("/api/workspaces/clinic");
        assertThat(body.path("type").asText()).isEqualTo("meeting.created");
        assertThat(body.path("subject").asText()).isEqualTo("B-1");
        assertThat(body.at("/data/id").asText()).isEqualTo("B-1");
        assertThat(event.headers()).isEmpty();
    }

    @Test
    void aBinaryCloudEventHasItsAttributesBesideItAsTheTransportNamesThem() throws Exception {
        Map<String, String> names = Map.of("kafka:outcomes", "ce_", "jms:queue:outcomes", "cloudEvents_",
                "spring-rabbitmq:outcomes", "cloudEvents_", "file:outcomes", "ce-");
        for (Map.Entry<String, String> transport : names.entrySet()) {
            Written event = written("cloudevents-binary", transport.getKey());
            assertThat(JSON.readTree(event.body()).path("id").asText()).isEqualTo("B-1");
            assertThat(event.contentType()).isEqualTo("application/json");
            for (String attribute : List.of("specversion", "id", "source", "type", "subject", "time")) {
                assertThat(event.headers()).containsKey(transport.getValue() + attribute);
            }
        }
        assertThat(written("cloudevents-binary", "", OutcomeTarget.CALLBACK).headers()).containsEntry("ce-type", "meeting.created")
                .doesNotContainKey("workspace");
    }

    @Test
    void brokersKeepTheOutcomesOfABookingTogether() {
        assertThat(written("plain", "jms:queue:outcomes").headers()).containsEntry("JMSXGroupID", "clinic/B-1");
        assertThat(written("plain", "amqp:topic:outcomes").headers()).containsEntry("JMSXGroupID", "clinic/B-1");
        assertThat(written("plain", "spring-rabbitmq:outcomes").headers())
                .containsEntry("CamelSpringRabbitmqRoutingOverrideKey", "clinic/B-1");
        assertThat(written("plain", "spring-rabbitmq:outcomes?routingKey=mine").headers())
                .doesNotContainKey("CamelSpringRabbitmqRoutingOverrideKey");
    }

    @Test
    void anUnknownFormIsNamedAtTheStart() {
        assertThatThrownBy(() -> new OutcomeFormat(JSON, "cloudevents", "")).hasMessageContaining("booking.outcome-format");
    }
}
