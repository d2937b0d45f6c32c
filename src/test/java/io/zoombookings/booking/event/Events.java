package io.zoombookings.booking.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Booking events as JSON, to be changed field by field. */
final class Events {

    static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    static final BookingEventReader READER = new BookingEventReader();

    private static final String FULL = """
            {
              "event": "booking.confirmed",
              "eventId": "7b0e2f5c-1",
              "occurredAt": "2026-11-22T09:00:00Z",
              "workspace": "default",
              "booking": {
                "id": "B-1001",
                "version": 1,
                "title": "Intro consultation",
                "notes": "Bring last year's report",
                "start": "2026-12-01T10:00:00",
                "timeZone": "Europe/Berlin",
                "durationMinutes": 30,
                "host": {"name": "Ada Kern", "email": "ada@clinic.example", "locale": "de", "timeZone": "Europe/Berlin"},
                "guests": [{"name": "Bo Li", "email": "bo@guest.example", "locale": "en", "timeZone": "Asia/Shanghai"}],
                "recurrence": {"rule": "FREQ=WEEKLY;COUNT=4"},
                "meeting": {"waitingRoom": true, "passcode": "optional", "autoRecording": "none",
                  "alternativeHosts": ["co@clinic.example"]},
                "metadata": {"b": "2", "a": "1"}
              },
              "reason": "only on a cancellation"
            }
            """;

    private Events() {
    }

    /** Every field that an event can have at once. */
    static ObjectNode full() {
        return tree(FULL);
    }

    /** A single booking, nothing optional. */
    static ObjectNode small() {
        ObjectNode event = full();
        event.remove(java.util.List.of("eventId", "occurredAt", "workspace", "reason"));
        booking(event).remove(java.util.List.of("version", "notes", "recurrence", "meeting", "metadata"));
        return event;
    }

    /** A cancellation that names the booking and nothing else. */
    static ObjectNode cancellation() {
        return tree("{\"event\": \"booking.cancelled\", \"booking\": {\"id\": \"B-1001\"}}");
    }

    static ObjectNode booking(ObjectNode event) {
        return (ObjectNode) event.get("booking");
    }

    /** Sets the field at {@code pointer} to the JSON {@code value}; null removes it; {@code -} appends to a list. */
    static ObjectNode with(ObjectNode event, String pointer, String value) {
        int cut = pointer.lastIndexOf('/');
        String name = pointer.substring(cut + 1).replace("~1", "/").replace("~0", "~");
        JsonNode parent = event.at(pointer.substring(0, cut));
        if (parent instanceof ArrayNode list) {
            JsonNode entry = parse(value);
            if (name.equals("-")) {
                list.add(entry);
            } else {
                list.set(Integer.parseInt(name), entry);
            }
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, parse(value));
        }
        return event;
    }

    static BookingEvent read(JsonNode event) {
        return read(event.toString());
    }

    static BookingEvent read(String event) {
        return READER.read(event.getBytes(StandardCharsets.UTF_8), "application/json", Map.of());
    }

    static ObjectNode tree(String json) {
        return (ObjectNode) parse(json);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
