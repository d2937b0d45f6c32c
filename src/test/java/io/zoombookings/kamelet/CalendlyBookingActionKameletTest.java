package io.zoombookings.kamelet;

import static io.zoombookings.source.webhook.Posted.calendly;
import static io.zoombookings.source.webhook.Posted.invitee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.source.system.WebhookUnreadableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Kamelet alone in a bare Camel. */
class CalendlyBookingActionKameletTest {

    private static final String AT = "2031-01-01T09:00:00.123456Z";
    private static final String START = "2031-03-04T10:00:00.000000Z";
    private static final String NEW = "\"rescheduled\":false,\"old_invitee\":null,\"new_invitee\":null";

    private BookingActions kamelet;

    @BeforeEach
    void start() throws Exception {
        kamelet = new BookingActions("calendly-booking-action", "");
    }

    @AfterEach
    void stop() {
        kamelet.close();
    }

    @Test
    void anInviteeIsABookingOfTheScheduledEvent() throws Exception {
        JsonNode event = kamelet.event(calendly("invitee.created", AT, "E1", "bo", START, "null", NEW));

        assertThat(event.path("event").asText()).isEqualTo("booking.confirmed");
        assertThat(event.path("occurredAt").asText()).isEqualTo(AT);
        assertThat(event.at("/booking/id").asText()).isEqualTo("E1");
        assertThat(event.at("/booking/title").asText()).isEqualTo("Talk");
        assertThat(event.at("/booking/start").asText()).isEqualTo("2031-03-04T10:00:00Z");
        assertThat(event.at("/booking/end").asText()).isEqualTo("2031-03-04T10:30:00Z");
        assertThat(event.at("/booking/host/email").asText()).isEqualTo("ada@clinic.example");
        assertThat(event.at("/booking/guests/0")).hasToString("{\"name\":\"bo\",\"email\":\"bo@guest.example\","
                + "\"timeZone\":\"Asia/Shanghai\"}");
        assertThat(event.at("/booking/metadata/invitee").asText()).isEqualTo(invitee("E1", "bo"));
    }

    @Test
    void bothHalvesOfARescheduleNameEachOther() throws Exception {
        JsonNode gone = kamelet.event(calendly("invitee.canceled", AT, "E1", "bo", START, "null",
                "\"rescheduled\":true,\"new_invitee\":\"" + invitee("E2", "bo2") + "\",\"cancellation\":{\"reason\":\"later\"}"));
        JsonNode come = kamelet.event(calendly("invitee.created", AT, "E2", "bo2", START, "null",
                "\"rescheduled\":false,\"old_invitee\":\"" + invitee("E1", "bo") + "\""));

        assertThat(gone.path("event").asText()).isEqualTo("booking.cancelled");
        assertThat(gone.path("reason").asText()).isEqualTo("later");
        assertThat(gone.at("/booking/metadata/newInvitee")).isEqualTo(come.at("/booking/metadata/invitee"));
        assertThat(come.at("/booking/metadata/oldInvitee")).isEqualTo(gone.at("/booking/metadata/invitee"));
    }

    @Test
    void whatIsNoBookingGivesNothing() throws Exception {
        assertThat(kamelet.event("{\"event\":\"routing_form_submission.created\",\"payload\":{}}")).isNull();
        assertThat(kamelet.event(calendly("invitee_no_show.created", AT, "E1", "bo", START, "null", NEW))).isNull();
    }

    @Test
    void aMeetingThatCalendlyMadeIsNotMadeAgain() throws Exception {
        assertThat(kamelet.event(calendly("invitee.created", AT, "E1", "bo", START,
                "{\"type\":\"zoom\",\"status\":\"pushed\",\"join_url\":\"https://zoom.example/j/1\"}", NEW))).isNull();
        assertThat(kamelet.event(calendly("invitee.created", AT, "E1", "bo", START,
                "{\"type\":\"physical\",\"location\":\"Room 1\"}", NEW))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"type\":\"zoom\",\"status\":\"processing\"}', ",
        "'{\"type\":\"zoom\",\"status\":\"failed\"}', zoom",
        "'{\"type\":\"physical\",\"location\":\"Room 1\"}', in-person",
        "'{\"type\":\"outbound_call\",\"location\":\"+1 555 0100\"}', phone",
        "'{\"type\":\"google_conference\",\"status\":\"pushed\",\"join_url\":\"https://meet.example/a\"}', other-video",
        "'{\"type\":\"custom\",\"location\":\"We talk on Zoom\"}', zoom",
        "'{\"type\":\"ask_invitee\",\"location\":\"at my place\"}', custom",
    })
    void tellsWhereItTakesPlaceAndIsSilentWhereCalendlyMakesTheMeeting(String location, String place) throws Exception {
        JsonNode event = kamelet.event(calendly("invitee.created", AT, "E1", "bo", START, location, NEW));

        assertThat(event == null ? null : event.at("/booking/metadata/location").textValue()).isEqualTo(place);
        assertThat(event == null).isEqualTo(place == null);
    }

    @Test
    void guestsOtherHostsAndAnswersAreNotLost() throws Exception {
        JsonNode event = kamelet.event(calendly("invitee.created", AT, "E1", "bo", START,
                "null,\"event_guests\":[{\"email\":\"di@guest.example\"}]", NEW + """
                ,"questions_and_answers":[{"question":"Topic","answer":"Taxes","position":0},{"question":"More","answer":""}]""")
                .replace("\"user_name\":\"Ada Kern\"}", "\"user_name\":\"Ada Kern\"},{\"user_email\":\"cy@clinic.example\"}"));

        assertThat(event.at("/booking/guests").findValuesAsText("email"))
                .containsExactly("bo@guest.example", "di@guest.example", "cy@clinic.example");
        assertThat(event.at("/booking/notes").asText()).isEqualTo("Topic: Taxes");
    }

    @Test
    void whatIsNoWebhookFails() {
        assertThatThrownBy(() -> kamelet.event("{\"event\":\"invitee.created\",\"created_at\":\"" + AT + "\",\"payload\":{}}"))
                .isInstanceOf(WebhookUnreadableException.class);
    }
}
