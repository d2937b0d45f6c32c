package io.zoombookings.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.booking.BookingView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The form in which outcomes leave: {@code plain}, or as CloudEvents 1.0, {@code cloudevents-structured} or
 * {@code cloudevents-binary}. Beside it goes what deduplicates, routes and orders them: a receiver sees the outcomes of one
 * booking under one key. Safe for several threads.
 */
@Component
class OutcomeFormat {

    private static final String JSON = "application/json";
    private static final Set<String> QUEUES = Set.of("jms", "amqp", "activemq", "activemq6", "spring-rabbitmq");

    private final ObjectMapper json;
    private final boolean structured;
    private final boolean binary;
    private final String scheme;
    private final boolean routed;

    /** What is written of an outcome: the body, its type, and headers. */
    record Written(String body, String contentType, Map<String, String> headers) {
    }

    private record Envelope(String type, BookingView booking) {
    }

    OutcomeFormat(ObjectMapper json, @Value("${booking.outcome-format:plain}") String format,
            @Value("${booking.result-uri:}") String resultUri) {
        if (!Set.of("plain", "cloudevents-structured", "cloudevents-binary").contains(format)) {
            throw new IllegalArgumentException(
                    "booking.outcome-format must be plain, cloudevents-structured or cloudevents-binary");
        }
        this.json = json;
        this.structured = format.endsWith("structured");
        this.binary = format.endsWith("binary");
        this.scheme = resultUri.substring(0, Math.max(0, resultUri.indexOf(':')));
        this.routed = resultUri.contains("routingKey=");
    }

    Written write(Outcome outcome, BookingView booking) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", outcome.id().toString());
        attributes.put("source", "/api/workspaces/" + outcome.workspace());
        attributes.put("type", outcome.type());
        attributes.put("subject", booking.id());
        attributes.put("time", outcome.createdAt().toString());
        Map<String, String> headers = new LinkedHashMap<>();
        if (outcome.target() == OutcomeTarget.RESULT) {
            String key = outcome.workspace() + "/" + booking.id();
            headers.put("workspace", outcome.workspace());
            headers.put("outcomeId", outcome.id().toString());
            headers.put("bookingKey", key);
            headers.putAll(keys(key));
        }
        if (structured) {
            Map<String, Object> event = new LinkedHashMap<>(attributes);
            event.put("datacontenttype", JSON);
            event.put("data", booking);
            return new Written(text(event), "application/cloudevents+json", headers);
        }
        if (binary) {
            String prefix = outcome.target() != OutcomeTarget.RESULT ? "ce-" : QUEUES.contains(scheme) ? "cloudEvents_"
                    : scheme.equals("kafka") ? "ce_" : "ce-";
            attributes.forEach((name, value) -> headers.put(prefix + name, value));
            return new Written(text(booking), JSON, headers);
        }
        return new Written(text(new Envelope(outcome.type(), booking)), JSON, headers);
    }

    /** By which a broker keeps the messages of one booking together, in its own words. */
    private Map<String, String> keys(String key) {
        return switch (scheme) {
            case "kafka" -> Map.of("kafka.KEY", key);
            case "jms", "amqp", "activemq", "activemq6" -> Map.of("JMSXGroupID", key);
            case "spring-rabbitmq" -> routed ? Map.of() : Map.of("CamelSpringRabbitmqRoutingOverrideKey", key);
            default -> Map.of();
        };
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
