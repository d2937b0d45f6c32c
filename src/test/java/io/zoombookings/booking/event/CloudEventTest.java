package io.zoombookings.booking.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {

    private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";
    private static final Map<String, String> BINARY = Map.of("ce-specversion", "1.0", "ce-id", "evt-1",
            "ce-type", "booking.cancelled", "ce-source", "/bookings", "ce-time", "2026-11-22T08:00:00Z");

    @Test
    void readsAStructuredEvent() {
        BookingEvent event = structured(envelope());

        assertThat(event.eventId()).isEqualTo("evt-1");
        assertThat(event.type()).isEqualTo(BookingEventType.CANCELLED);
        assertThat(event.occurredAt()).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(event.booking().title()).isEqualTo("Intro consultation");
    }

    @Test
    void readsAStructuredEventWhereTheBrokerLostTheContentType() {
        assertThat(Events.READER.read(bytes(envelope()), null, Map.of()).eventId()).isEqualTo("evt-1");
    }

    @Test
    void takesTheIdOfTheCloudEventAndTheTimeOfTheData() {
        ObjectNode envelope = Events.with(envelope(), "/data/eventId", "\"inner\"");
        Events.with(envelope, "/data/occurredAt", "\"2026-11-22T07:00:00Z\"");
        Events.with(envelope, "/data/event", "\"booking.cancelled\"");

        assertThat(structured(envelope).eventId()).isEqualTo("evt-1");
        assertThat(structured(envelope).occurredAt()).isEqualTo("2026-11-22T07:00:00Z");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "gone", value = {
        "/id | gone | /id | is required",
        "/id | 7 | /id | must be text of 1 to 200 characters",
        "/type | gone | /type | is required",
        "/type | \"com.example.booked\" | /type "
            + "| must be one of booking.confirmed, booking.rescheduled, booking.cancelled",
        "/specversion | \"0.3\" | /specversion | must be 1.0",
        "/time | \"now\" | /time | must be a date-time with an offset",
        "/data | gone | /data | must be an object",
        "/data/event | \"booking.confirmed\" | /data/event | is not the type of the CloudEvent around it",
        "/data/booking/id | gone | /data/booking/id | is required",
        "/data/booking/timeZone | \"Europe/Bonn\" | /data/booking/timeZone "
            + "| is not the IANA id of a known time zone",
        "/data/booking/title | \"\\u0000\" | /data/booking/title | must not contain NUL or half a surrogate pair",
    })
    void refusesAWrongFieldOfAStructuredEvent(String field, String value, String pointer, String detail) {
        ObjectNode envelope = Events.with(envelope(), field, value);

        assertThat(catchThrowableOfType(InvalidBookingEventException.class, () -> structured(envelope)).problems())
                .containsExactly(new FieldProblem(pointer, detail));
    }

    @Test
    void ignoresExtensionsOfTheEnvelope() {
        assertThat(structured(Events.with(envelope(), "/traceparent", "\"00-1-2-01\"")).eventId()).isEqualTo("evt-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-", "CE-", "Ce_", "cloudEvents:", "cloudEvents_"})
    void readsABinaryEventByTheHeadersOfEachBinding(String prefix) {
        Map<String, String> headers = new HashMap<>();
        BINARY.forEach((name, value) -> headers.put(prefix + name.substring(3), value));

        BookingEvent event = Events.READER.read(bytes(data()), "application/json", headers);

        assertThat(event.eventId()).isEqualTo("evt-1");
        assertThat(event.type()).isEqualTo(BookingEventType.CANCELLED);
        assertThat(event.occurredAt()).isEqualTo("2026-11-22T08:00:00Z");
    }

    @Test
    void decodesHeadersOfABinaryEvent() {
        assertThat(binary("ce-id", "caf%C3%A9+%22").eventId()).isEqualTo("caf\u00e9+\"");
        assertThat(binary("ce-id", "100%").eventId()).isEqualTo("100%");
    }

    @ParameterizedTest
    @CsvSource({"ce-specversion, 0.3", "ce-id, ''", "ce-id,", "ce-type, booked", "ce-type,", "ce-time, now"})
    void namesTheWrongHeaderOfABinaryEvent(String header, String value) {
        assertThatThrownBy(() -> binary(header, value))
                .isInstanceOf(InvalidBookingEventException.class).hasMessageContaining("The header " + header + " must");
    }

    @Test
    void refusesABinaryEventWhoseDataSaysOtherwise() {
        ObjectNode data = Events.with(data(), "/event", "\"booking.confirmed\"");

        assertThat(catchThrowableOfType(InvalidBookingEventException.class,
                () -> Events.READER.read(bytes(data), null, BINARY)).problems())
                .extracting(FieldProblem::pointer).isEqualTo(List.of("/event"));
    }

    @Test
    void knowsABinaryEventByItsSpecVersionOrByIdAndType() {
        Map<String, String> unversioned = Map.of("ce-id", "evt-1", "ce-type", "booking.confirmed");
        assertThat(Events.READER.read(bytes(Events.full()), null, unversioned).eventId()).isEqualTo("evt-1");

        assertThat(Events.READER.read(bytes(Events.full()), null, Map.of("ce-id", "evt-1")).eventId())
                .isEqualTo("7b0e2f5c-1");
        assertThat(Events.READER.read(bytes(Events.full()), null, Map.of("ce-type", "booking.cancelled")).type())
                .isEqualTo(BookingEventType.CONFIRMED);
    }

    @Test
    void readsAPlainEventPastOtherHeaders() {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "service-id", "7", "id", "8", "type", "9");

        assertThat(Events.READER.read(bytes(Events.full()), "application/json", headers).eventId())
                .isEqualTo("7b0e2f5c-1");
    }

    private static BookingEvent structured(ObjectNode envelope) {
        return Events.READER.read(bytes(envelope), STRUCTURED, Map.of());
    }

    private static BookingEvent binary(String header, String value) {
        Map<String, String> headers = new HashMap<>(BINARY);
        headers.put(header, value);
        return Events.READER.read(bytes(data()), "application/json", headers);
    }

    private static ObjectNode envelope() {
        ObjectNode envelope = Events.tree("""
                {"specversion": "1.0", "id": "evt-1", "source": "/bookings", "type": "booking.cancelled",
                 "time": "2026-11-22T08:00:00Z", "datacontenttype": "application/json"}""");
        envelope.set("data", data());
        return envelope;
    }

    private static ObjectNode data() {
        return Events.with(Events.small(), "/event", null);
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
