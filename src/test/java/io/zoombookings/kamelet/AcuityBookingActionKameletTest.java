package io.zoombookings.kamelet;

import static io.zoombookings.source.webhook.Posted.acuity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.source.system.WebhookUnreadableException;
import io.zoombookings.source.webhook.BookingSystemStub.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Kamelet alone in a bare Camel, with the API of Acuity. */
class AcuityBookingActionKameletTest {

    static final String APPOINTMENT = """
            {"id":54,"firstName":"Bo","lastName":"Li","email":"bo@guest.example","datetime":"2031-03-04T14:00:00-0700",
            "duration":"45","type":"Consultation","calendar":"Ada","calendarID":7,"timezone":"America/Denver","canceled":false,
            "notes":"Pays late, do not tell","formsText":"Intake: allergies","forms":[{"id":1,"name":"Intake","values":[
            {"name":"Allergies","value":"nuts"}]}]}""";

    private BookingActions kamelet;

    @BeforeEach
    void start() throws Exception {
        kamelet = new BookingActions("acuity-booking-action",
                "?apiUrl={api}&apiUser=4711&apiKey=RAW(s3cret)&hostEmail=ada@clinic.example&hosts=RAW(5=cy@clinic.example, Room B=di@clinic.example)");
        kamelet.api.knows("/appointments/54", APPOINTMENT);
    }

    @AfterEach
    void stop() {
        kamelet.close();
    }

    @Test
    void anAppointmentIsReadAndConfirmed() throws Exception {
        JsonNode event = kamelet.event(acuity("scheduled", "54"));

        assertThat(event.path("event").asText()).isEqualTo("booking.confirmed");
        JsonNode booking = event.path("booking");
        assertThat(booking.path("id").asText()).isEqualTo("acuity-54");
        assertThat(booking.path("title").asText()).isEqualTo("Consultation");
        assertThat(booking.path("start").asText()).isEqualTo("2031-03-04T14:00:00-07:00");
        assertThat(booking.path("durationMinutes").asInt()).isEqualTo(45);
        assertThat(booking.path("timeZone").asText()).isEqualTo("America/Denver");
        assertThat(booking.at("/host/email").asText()).isEqualTo("ada@clinic.example");
        assertThat(booking.at("/guests/0/name").asText()).isEqualTo("Bo Li");
        assertThat(kamelet.api.calls()).containsExactly(new Call("/appointments/54", "Basic "
                + Base64.getEncoder().encodeToString("4711:s3cret".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theCalendarSaysWhoHosts() throws Exception {
        kamelet.api.knows("/appointments/55", APPOINTMENT.replace("\"calendarID\":7", "\"calendarID\":5"));
        kamelet.api.knows("/appointments/56", APPOINTMENT.replace("\"calendar\":\"Ada\"", "\"calendar\":\"room b\""));

        assertThat(kamelet.event(acuity("scheduled", "54")).at("/booking/host/email").asText()).isEqualTo("ada@clinic.example");
        assertThat(kamelet.event(acuity("scheduled", "55")).at("/booking/host/email").asText()).isEqualTo("cy@clinic.example");
        assertThat(kamelet.event(acuity("scheduled", "56")).at("/booking/host/email").asText()).isEqualTo("di@clinic.example");
    }

    @Test
    void aClassHasOneSlotAndAClientWithoutAddressTheHostsMail() throws Exception {
        kamelet.api.knows("/appointments/54", APPOINTMENT.replace("\"canceled\":false", "\"canceled\":false,\"classID\":91")
                .replace("bo@guest.example", ""));

        JsonNode booking = kamelet.event(acuity("scheduled", "54")).path("booking");
        assertThat(booking.at("/metadata/slot").asText()).isEqualTo("acuity-class-91");
        assertThat(booking.at("/metadata/person").asText()).isEqualTo("acuity-54");
        assertThat(booking.at("/guests/0")).hasToString("{\"name\":\"Bo Li\",\"email\":\"ada@clinic.example\"}");
    }

    @Test
    void whatStaffAndIntakeFormsSayStaysInAcuity() throws Exception {
        assertThat(kamelet.event(acuity("scheduled", "54")).toString()).doesNotContain("notes", "late", "llergies", "nuts");
    }

    @Test
    void whatHappensOnceToAnAppointmentHasAnEventIdAndChangesHaveNone() throws Exception {
        assertThat(kamelet.event(acuity("scheduled", "54")).has("eventId")).isTrue();
        assertThat(kamelet.event(acuity("canceled", "54")).has("eventId")).isTrue();
        for (String action : new String[] {"rescheduled", "changed"}) {
            JsonNode event = kamelet.event(acuity(action, "54"));
            assertThat(event.path("event").asText()).isEqualTo("booking.rescheduled");
            assertThat(event.has("eventId")).isFalse();
        }
    }

    @Test
    void anAppointmentIsCancelledByTheWebhookOrByWhatIsRead() throws Exception {
        assertThat(kamelet.event(acuity("canceled", "54")).path("event").asText()).isEqualTo("booking.cancelled");
        assertThat(kamelet.api.calls()).isEmpty();
        kamelet.api.knows("/appointments/54", APPOINTMENT.replace("false", "true"));
        assertThat(kamelet.event(acuity("changed", "54")).path("event").asText()).isEqualTo("booking.cancelled");
    }

    @Test
    void whatIsNoBookingGivesNothingAndWhatIsNoIdFails() throws Exception {
        assertThat(kamelet.event(acuity("order.completed", "54"))).isNull();
        for (String id : new String[] {"", "../me", "5%2F4", "x"}) {
            assertThatThrownBy(() -> kamelet.event(acuity("scheduled", id))).isInstanceOf(WebhookUnreadableException.class);
        }
        assertThat(kamelet.api.calls()).isEmpty();
    }

    @Test
    void leavesNoSecretInTheExchangeThatItFinishes() {
        Exchange done = kamelet.exchange(acuity("scheduled", "54"));

        assertThat(done.getVariables()).isEmpty();
        assertThat(done.getMessage().getHeaders()).isEmpty();
    }

    @Test
    void anAppointmentThatIsNotThereFails() {
        assertThatThrownBy(() -> kamelet.event(acuity("scheduled", "55"))).isInstanceOf(WebhookUnreadableException.class)
                .hasMessageContaining("no such appointment");
    }
}
