package io.zoombookings.kamelet;

import static io.zoombookings.source.webhook.Posted.easyAppointments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.source.system.WebhookUnreadableException;
import io.zoombookings.source.webhook.BookingSystemStub.Call;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Kamelet alone in a bare Camel, with the API of an installation. */
class EasyappointmentsBookingActionKameletTest {

    private static final String SAVED = easyAppointments("appointment_save", "\"17\"", "2031-08-31 14:00:00",
            "2031-08-31 14:45:00", "Booked", "");

    private BookingActions kamelet;

    private void start(String options) throws Exception {
        kamelet = new BookingActions("easyappointments-booking-action", options);
        kamelet.api.knows("/api/v1/customers/12", """
                {"id":12,"firstName":"Bo","lastName":"Li","email":"bo@guest.example","timezone":"Asia/Shanghai",
                "language":"german"}""");
        kamelet.api.knows("/api/v1/providers/3", """
                {"id":3,"firstName":"Ada","lastName":"Kern","email":"ada@clinic.example","timezone":"America/New_York"}""");
        kamelet.api.knows("/api/v1/services/4", "{\"id\":4,\"name\":\"Haircut\"}");
    }

    @AfterEach
    void stop() {
        kamelet.close();
    }

    @Test
    void aSavedAppointmentIsConfirmedWithWhatTheApiAdds() throws Exception {
        start("?apiUrl={api}/&apiKey=RAW(to+ken)&timeZone=Europe/Berlin");

        JsonNode event = kamelet.event(SAVED);

        assertThat(event.path("event").asText()).isEqualTo("booking.confirmed");
        JsonNode booking = event.path("booking");
        assertThat(booking.path("id").asText()).isEqualTo("easyappointments-17");
        assertThat(booking.path("title").asText()).isEqualTo("Haircut");
        assertThat(booking.path("start").asText()).isEqualTo("2031-08-31T14:00");
        assertThat(booking.path("end").asText()).isEqualTo("2031-08-31T14:45");
        assertThat(booking.path("timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(booking.at("/host/email").asText()).isEqualTo("ada@clinic.example");
        assertThat(booking.at("/guests/0")).hasToString("{\"name\":\"Bo Li\",\"email\":\"bo@guest.example\","
                + "\"locale\":\"de\",\"timeZone\":\"Asia/Shanghai\"}");
        assertThat(kamelet.api.calls()).extracting(Call::path)
                .containsExactly("/api/v1/customers/12", "/api/v1/providers/3", "/api/v1/services/4");
        assertThat(kamelet.api.calls()).extracting(Call::authorization).containsOnly("Bearer to+ken");
    }

    @Test
    void aDraftIsNoBookingYetAndARoomIsInPerson() throws Exception {
        start("?apiUrl={api}/&apiKey=RAW(to+ken)&timeZone=Europe/Berlin");
        kamelet.api.knows("/api/v1/services/4", "{\"id\":4,\"name\":\"Haircut\",\"location\":\"Main Street 1\"}");
        kamelet.api.knows("/api/v1/customers/12", "{\"id\":12,\"firstName\":\"Bo\",\"email\":\"\"}");

        assertThat(kamelet.event(SAVED.replace("Booked", "Draft"))).isNull();
        JsonNode booking = kamelet.event(SAVED).path("booking");
        assertThat(booking.at("/metadata/location").asText()).isEqualTo("in-person");
        assertThat(booking.at("/guests/0/email").asText()).isEqualTo("ada@clinic.example");
    }

    @Test
    void withoutAZoneTheProvidersOwnCountsAndAnAddressMayNameTheApi() throws Exception {
        start("?apiUrl={api}/api/v1&apiKey=token");

        assertThat(kamelet.event(SAVED).at("/booking/timeZone").asText()).isEqualTo("America/New_York");
    }

    @Test
    void aServiceThatIsGoneLeavesAPlainTitle() throws Exception {
        start("?apiUrl={api}&apiKey=token");

        assertThat(kamelet.event(SAVED.replace("\"id_services\":\"4\"", "\"id_services\":5")).at("/booking/title").asText())
                .isEqualTo("Appointment");
    }

    @Test
    void aDeletedOrCancelledAppointmentIsCancelledWithoutAnyCall() throws Exception {
        start("?apiUrl={api}&apiKey=token");

        for (String webhook : new String[] {SAVED.replace("_save", "_delete"), SAVED.replace("Booked", "Cancelled")}) {
            JsonNode event = kamelet.event(webhook);
            assertThat(event.path("event").asText()).isEqualTo("booking.cancelled");
            assertThat(event.at("/booking/id").asText()).isEqualTo("easyappointments-17");
        }
        assertThat(kamelet.event(SAVED.replace("appointment_save", "customer_save"))).isNull();
        assertThat(kamelet.api.calls()).isEmpty();
    }

    @Test
    void onlyTheTimeOfAChangeTellsARepetitionFromAChangeBack() throws Exception {
        start("?apiUrl={api}&apiKey=token");

        assertThat(kamelet.event(SAVED).has("eventId")).isFalse();
        String dated = easyAppointments("appointment_save", "17", "2031-08-31 14:00:00", "2031-08-31 14:45:00", "Booked",
                "\"update_datetime\":\"2031-01-01 10:00:00\",");
        assertThat(kamelet.event(dated).path("eventId")).isEqualTo(kamelet.event(dated).path("eventId"));
        assertThat(kamelet.event(dated).path("eventId"))
                .isNotEqualTo(kamelet.event(dated.replace("10:00:00\",", "10:00:01\",")).path("eventId"));
    }

    @Test
    void noIdOfAWebhookLeadsElsewhere() throws Exception {
        start("?apiUrl={api}&apiKey=token");

        for (String id : new String[] {"../../admin", "1?x=", "-1", "1e3", ""}) {
            assertThatThrownBy(() -> kamelet.event(SAVED.replace("\"12\"", "\"" + id + "\"")))
                    .isInstanceOf(WebhookUnreadableException.class);
        }
        assertThat(kamelet.api.calls()).isEmpty();
    }

    @Test
    void handsAFailureToItsCallerWithoutTheToken() throws Exception {
        start("?apiUrl={api}&apiKey=very-secret");

        assertThatThrownBy(() -> kamelet.event(SAVED.replace("\"12\"", "99"))).isInstanceOf(WebhookUnreadableException.class)
                .hasMessageContaining("no such customer");
        for (int status : new int[] {500, 401, 302}) {
            kamelet.api.fail(status);
            Exchange failed = kamelet.exchange(SAVED);
            assertThat(failed.getException()).rootCause().isInstanceOf(HttpOperationFailedException.class)
                    .extracting("statusCode").isEqualTo(status);
            assertThat(failed.getException().toString()).doesNotContain("very-secret");
        }
        assertThat(kamelet.api.calls("/elsewhere")).isZero();
    }
}
