package io.zoombookings.booking.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * CloudEvents 1.0 around a booking event: structured (the event is {@code data}) or binary (attributes in headers).
 * {@code id} becomes the event id, {@code type} the event, {@code time} occurredAt where the data has none.
 */
final class CloudEvent {

    private static final String SPEC_VERSION = "1.0";
    /** HTTP and JMS, Kafka, AMQP: how each binding names the headers. */
    private static final List<String> HEADER_PREFIXES = List.of("ce-", "ce_", "cloudevents:", "cloudevents_");

    private CloudEvent() {
    }

    static boolean isStructured(JsonNode body, String contentType) {
        return contentType != null && contentType.strip().toLowerCase(Locale.ROOT)
                .startsWith("application/cloudevents+json") || body.has("specversion");
    }

    /** The event in it, its pointers from now on below {@code /data}. */
    static ObjectNode ofStructured(JsonNode body, Problems problems) {
        Optional<String> id = attribute(body, "id", problems);
        Optional<String> type = attribute(body, "type", problems);
        if (!body.path("specversion").asText().equals(SPEC_VERSION)) {
            problems.add("/specversion", "must be " + SPEC_VERSION);
        }
        if (type.isPresent() && BookingEventType.ofWireName(type.get()).isEmpty()) {
            problems.add("/type", "must be one of " + BookingEventType.WIRE_NAMES);
        }
        if (!body.path("data").isObject()) {
            problems.add("/data", "must be an object");
        }
        String time = body.path("time").asText(null);
        if (time != null && !BookingEventSchema.isInstant(time)) {
            problems.add("/time", "must be a date-time with an offset");
        }
        problems.throwIfAny();
        problems.below("/data");
        ObjectNode event = (ObjectNode) body.get("data");
        merge(event, id.orElseThrow(), type.orElseThrow(), time, problems);
        return event;
    }

    private static Optional<String> attribute(JsonNode body, String name, Problems problems) {
        JsonNode value = body.path(name);
        if (!value.isTextual() || value.textValue().isEmpty() || value.textValue().length() > 200) {
            problems.add("/" + name, value.isMissingNode() ? "is required" : "must be text of 1 to 200 characters");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** Takes what the headers say into the event; changes nothing if they are not those of a CloudEvent. */
    static void ofBinary(ObjectNode event, Map<String, String> headers, Problems problems) {
        String specVersion = header(headers, "specversion");
        String id = header(headers, "id");
        String type = header(headers, "type");
        if (specVersion == null && (id == null || type == null)) {
            return;
        }
        if (specVersion != null && !specVersion.equals(SPEC_VERSION)) {
            throw new InvalidBookingEventException(
                    "The header ce-specversion must be " + SPEC_VERSION + ".", List.of());
        }
        if (id == null || id.isEmpty() || id.length() > 200) {
            throw new InvalidBookingEventException("The header ce-id must have 1 to 200 characters.", List.of());
        }
        if (type == null || BookingEventType.ofWireName(type).isEmpty()) {
            throw new InvalidBookingEventException(
                    "The header ce-type must be one of " + BookingEventType.WIRE_NAMES + ".", List.of());
        }
        String time = header(headers, "time");
        if (time != null && !BookingEventSchema.isInstant(time)) {
            throw new InvalidBookingEventException("The header ce-time must be a date-time with an offset.", List.of());
        }
        merge(event, id, type, time, problems);
    }

    private static void merge(ObjectNode event, String id, String type, String time, Problems problems) {
        JsonNode said = event.path("event");
        if (said.isMissingNode()) {
            event.put("event", type);
        } else if (!said.asText().equals(type)) {
            problems.add("/event", "is not the type of the CloudEvent around it");
        }
        event.put("eventId", id);
        if (time != null && !event.has("occurredAt")) {
            event.put("occurredAt", time);
        }
    }

    private static String header(Map<String, String> headers, String attribute) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (header.getValue() != null && name.endsWith(attribute)
                    && HEADER_PREFIXES.contains(name.substring(0, name.length() - attribute.length()))) {
                return decode(header.getValue());
            }
        }
        return null;
    }

    /** Header values are percent-encoded (CloudEvents HTTP binding, section 3.1.3.2). */
    private static String decode(String value) {
        try {
            return value.indexOf('%') < 0
                    ? value : URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
