package io.zoombookings.booking.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads the bytes that a booking system sent, on whatever transport, into a checked booking event. Accepts the plain
 * JSON of the published schema, and CloudEvents 1.0 around it, structured and binary. Pure and safe for several threads;
 * the schema is compiled once, when the reader is made.
 */
@Component
public class BookingEventReader {

    /** Larger bodies are refused; over HTTP the door says so before (413). */
    public static final int MAX_BYTES = 1024 * 1024;

    private final BookingEventSchema schema = new BookingEventSchema();

    /**
     * @param contentType may be null, as on brokers
     * @param headers     of the message, their names in any case; only those of a CloudEvent ({@code ce-id}, …) count
     * @throws InvalidBookingEventException if the event is refused; it names every wrong field
     */
    public BookingEvent read(byte[] body, String contentType, Map<String, String> headers) {
        if (body.length > MAX_BYTES) {
            throw new InvalidBookingEventException("The body has more than " + MAX_BYTES + " bytes.", List.of());
        }
        Problems problems = new Problems();
        DroppedNulls dropped = new DroppedNulls();
        JsonNode json = EventJson.parse(body, problems, dropped);
        if (!(json instanceof ObjectNode object)) {
            throw new InvalidBookingEventException("The body must be one JSON object.", List.of());
        }
        ObjectNode event = object;
        if (CloudEvent.isStructured(json, contentType)) {
            event = CloudEvent.ofStructured(json, problems);
        } else {
            CloudEvent.ofBinary(event, headers, problems);
        }
        schema.validate(event, problems);
        ObjectNode whole = event;
        dropped.whileThere(() -> schema.refuseUnknownNulls(whole, problems));
        BookingEvent read = read(event, problems);
        problems.throwIfAny();
        return read;
    }

    private static BookingEvent read(ObjectNode event, Problems problems) {
        Fields fields = new Fields(event, "", problems);
        Fields bookingFields = fields.object("booking");
        BookingEventType type = BookingEventType.ofWireName(fields.text("event")).orElse(null);
        String occurrence = bookingFields.text("occurrence");
        if (occurrence != null && type == BookingEventType.CONFIRMED) {
            problems.add("/booking/occurrence", "names an instance on a reschedule or a cancellation only");
        }
        if (!bookingFields.node().isObject()) {
            problems.throwIfAny();
        }
        Booking booking = new BookingFields(bookingFields, type != BookingEventType.CANCELLED, occurrence).read();
        return new BookingEvent(type, fields.text("eventId"), instant(fields.text("occurredAt")),
                fields.text("workspace"), bookingFields.text("id"), bookingFields.whole("version"), occurrence, booking,
                fields.text("reason"));
    }

    /** In microseconds, as databases keep it: what is stored must compare equal to what was read. */
    private static Instant instant(String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
