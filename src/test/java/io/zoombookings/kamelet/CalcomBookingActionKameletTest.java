package io.zoombookings.kamelet;

import static io.zoombookings.source.webhook.Posted.calcom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.source.system.WebhookUnreadableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelet alone in a bare Camel. */
class CalcomBookingActionKameletTest {

    private BookingActions kamelet;

    @BeforeEach
    void start() throws Exception {
        kamelet = new BookingActions("calcom-booking-action", "");
    }

    @AfterEach
    void stop() {
        kamelet.close();
    }

    private static String created(String at, String start, String end) {
        return calcom("BOOKING_CREATED", at, "uidA", null, start, end, "bo@guest.example");
    }

    @Test
    void aCreatedBookingIsConfirmed() throws Exception {
        JsonNode event = kamelet.event(created("2031-01-01T09:00:00.000Z", "2031-03-04T10:00:00Z", "2031-03-04T10:30:00Z"));

        assertThat(event.path("event").asText()).isEqualTo("booking.confirmed");
        assertThat(event.path("occurredAt").asText()).isEqualTo("2031-01-01T09:00:00Z");
        JsonNode booking = event.path("booking");
        assertThat(booking.path("id").asText()).isEqualTo("uidA");
        assertThat(booking.path("title").asText()).isEqualTo("Talk");
        assertThat(booking.path("start").asText()).isEqualTo("2031-03-04T10:00:00Z");
        assertThat(booking.path("end").asText()).isEqualTo("2031-03-04T10:30:00Z");
        assertThat(booking.path("timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(booking.path("host")).hasToString("{\"name\":\"Ada Kern\",\"email\":\"ada@clinic.example\","
                + "\"locale\":\"de\",\"timeZone\":\"Europe/Berlin\"}");
        assertThat(booking.at("/guests/0")).hasToString("{\"name\":\"bo\",\"email\":\"bo@guest.example\","
                + "\"locale\":\"en\",\"timeZone\":\"Asia/Shanghai\"}");
    }

    @Test
    void allSpellingsOfAnInstantAreTheSameEvent() throws Exception {
        JsonNode zulu = kamelet.event(created("2031-01-01T09:00:00Z", "2031-03-04T10:00:00Z", "2031-03-04T10:30:00Z"));

        assertThat(kamelet.event(created("2031-01-01T09:00:00+00:00", "2031-03-04T10:00:00.000Z",
                "2031-03-04T11:30:00+01:00"))).isEqualTo(zulu);
    }

    @Test
    void aRescheduledBookingKeepsTheIdThatItHad() throws Exception {
        JsonNode event = kamelet.event(calcom("BOOKING_RESCHEDULED", "2031-01-02T09:00:00Z", "uidB", "uidA",
                "2031-03-05T10:00:00Z", "2031-03-05T10:30:00Z", "bo@guest.example"));

        assertThat(event.path("event").asText()).isEqualTo("booking.rescheduled");
        assertThat(event.at("/booking/id").asText()).isEqualTo("uidA");
        assertThat(event.at("/booking/metadata/uid").asText()).isEqualTo("uidB");
    }

    @Test
    void aCancellationHasItsReasonAndNeedsNoDetails() throws Exception {
        assertThat(kamelet.event(calcom("BOOKING_CANCELLED", "2031-01-02T09:00:00Z", "uidA", null, "2031-03-05T10:00:00Z",
                "2031-03-05T10:30:00Z", "bo@guest.example")).path("reason").asText()).isEqualTo("ill");
        JsonNode bare = kamelet.event("""
                {"triggerEvent":"BOOKING_CANCELLED","createdAt":"2031-01-02T09:00:00Z","payload":{"uid":"uidA"}}""");
        assertThat(bare.path("event").asText()).isEqualTo("booking.cancelled");
        assertThat(bare.at("/booking/id").asText()).isEqualTo("uidA");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"location\":\"integrations:zoom\"', zoom",
        "'\"location\":\"integrations:daily\"', ",
        "'\"location\":\"integrations:google:meet\"', other-video",
        "'\"location\":\"Main Street 1\"', in-person",
        "'\"location\":\"Zoom\"', zoom",
        "'\"location\":\"Main Street 1\",\"responses\":{\"location\":{\"value\":{\"value\":\"inPerson\"}}}', in-person",
        "'\"location\":\"+49 30 123456\"', phone",
        "'\"location\":\"a place\",\"responses\":{\"location\":{\"value\":{\"value\":\"somewhereElse\"}}}', custom",
        "'\"location\":\"https://rooms.example/1\"', link",
    })
    void tellsWhereItTakesPlace(String location, String place) throws Exception {
        JsonNode event = kamelet.event(created("2031-01-01T09:00:00Z", "2031-03-04T10:00:00Z", "2031-03-04T10:30:00Z")
                .replace("\"location\":\"integrations:none\"", location));

        assertThat(event.at("/booking/metadata/location").textValue()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"location\":\"integrations:zoom\",\"videoCallData\":{\"type\":\"zoom_video\",\"url\":\"https://x.zoom.us/j/1\"}",
        "\"location\":\"https://us02web.zoom.us/j/1?pwd=x\""})
    void aMeetingThatCalcomMadeIsNotMadeAgain(String location) throws Exception {
        assertThat(kamelet.event(created("2031-01-01T09:00:00Z", "2031-03-04T10:00:00Z", "2031-03-04T10:30:00Z")
                .replace("\"location\":\"integrations:none\"", location))).isNull();
    }

    @Test
    void aTeamThatHostsTogetherGetsTheLinkToo() throws Exception {
        JsonNode event = kamelet.event(created("2031-01-01T09:00:00Z", "2031-03-04T10:00:00Z", "2031-03-04T10:30:00Z")
                .replace("\"location\"", """
                        "team":{"name":"T","members":[{"name":"Cy","email":"Cy@clinic.example","timeZone":"Europe/Berlin",
                        "language":{"locale":"de"}},{"name":"Ada","email":"ada@clinic.example"}]},"location\""""));

        assertThat(event.at("/booking/guests").findValuesAsText("email")).containsExactly("bo@guest.example", "Cy@clinic.example");
        assertThat(event.at("/booking/metadata/team").asText()).isEqualTo("cy@clinic.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOKING_REQUESTED", "BOOKING_REJECTED", "BOOKING_PAYMENT_INITIATED", "MEETING_STARTED",
        "MEETING_ENDED", "PING"})
    void whatIsNoBookingGivesNothing(String trigger) throws Exception {
        assertThat(kamelet.event(calcom(trigger, "2031-01-02T09:00:00Z", "uidA", null, "2031-03-05T10:00:00Z",
                "2031-03-05T10:30:00Z", "bo@guest.example"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no", "{\"triggerEvent\":\"BOOKING_CREATED\",\"createdAt\":\"2031-01-01T00:00:00Z\"}",
        "{\"triggerEvent\":\"BOOKING_CREATED\",\"createdAt\":\"now\",\"payload\":{\"uid\":\"a\"}}",
        "{\"triggerEvent\":\"BOOKING_CREATED\",\"createdAt\":\"2031-01-01T00:00:00Z\",\"payload\":{\"uid\":\"../x\"}}"})
    void whatIsNoWebhookFails(String body) {
        assertThatThrownBy(() -> kamelet.event(body)).isInstanceOf(WebhookUnreadableException.class);
    }
}
