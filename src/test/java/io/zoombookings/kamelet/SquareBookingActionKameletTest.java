package io.zoombookings.kamelet;

import static io.zoombookings.source.webhook.Posted.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.source.system.UnusableAnswerException;
import io.zoombookings.source.webhook.BookingSystemStub.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelet alone in a bare Camel, with the API of Square. */
class SquareBookingActionKameletTest {

    private static final String START = "2031-03-04T10:00:00Z";

    private BookingActions kamelet;

    @BeforeEach
    void start() throws Exception {
        kamelet = new BookingActions("square-booking-action",
                "?apiUrl={api}/v2&apiKey=token&hostEmail=ada@clinic.example&timeZone=Europe/Berlin");
        kamelet.api.knows("/v2/customers/CUST%201%2Fx",
                "{\"customer\":{\"id\":\"CUST 1/x\",\"given_name\":\"Bo\",\"email_address\":\"bo@guest.example\"}}");
    }

    @AfterEach
    void stop() {
        kamelet.close();
    }

    @Test
    void anAcceptedBookingIsConfirmedWithItsCustomer() throws Exception {
        JsonNode event = kamelet.event(square("booking.created", "e-1", "sq1", 0, "ACCEPTED", START));

        assertThat(event.path("event").asText()).isEqualTo("booking.confirmed");
        JsonNode booking = event.path("booking");
        assertThat(booking.path("id").asText()).isEqualTo("sq1");
        assertThat(booking.path("version").asInt(-1)).isZero();
        assertThat(booking.path("start").asText()).isEqualTo(START);
        assertThat(booking.path("durationMinutes").asInt()).isEqualTo(45);
        assertThat(booking.at("/host/email").asText()).isEqualTo("ada@clinic.example");
        assertThat(booking.at("/guests/0")).hasToString("{\"name\":\"Bo\",\"email\":\"bo@guest.example\"}");
        assertThat(kamelet.api.calls()).containsExactly(new Call("/v2/customers/CUST%201%2Fx", "Bearer token"));
    }

    @Test
    void aCustomerWithoutAddressOrNoneIsStandInForByTheHost() throws Exception {
        kamelet.api.knows("/v2/customers/CUST%201%2Fx", "{\"customer\":{\"id\":\"CUST 1/x\",\"given_name\":\"Bo\"}}");
        String known = square("booking.created", "e-7", "sq1", 0, "ACCEPTED", START);

        assertThat(kamelet.event(known).at("/booking/guests/0")).hasToString("{\"name\":\"Bo\",\"email\":\"ada@clinic.example\"}");
        assertThat(kamelet.event(known.replace("CUST 1/x", "")).at("/booking/guests/0"))
                .hasToString("{\"name\":\"Guest\",\"email\":\"ada@clinic.example\"}");
    }

    @Test
    void anUpdateHasTheNextVersion() throws Exception {
        JsonNode event = kamelet.event(square("booking.updated", "e-2", "sq1", 3, "ACCEPTED", START));

        assertThat(event.path("event").asText()).isEqualTo("booking.rescheduled");
        assertThat(event.at("/booking/version").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED_BY_CUSTOMER", "CANCELLED_BY_SELLER", "DECLINED", "NO_SHOW"})
    void anEndedBookingIsCancelledWithoutAnyCall(String status) throws Exception {
        JsonNode event = kamelet.event(square("booking.updated", "e-3", "sq1", 4, status, START));

        assertThat(event.path("event").asText()).isEqualTo("booking.cancelled");
        assertThat(event.at("/booking/version").asInt()).isEqualTo(4);
        assertThat(kamelet.api.calls()).isEmpty();
    }

    @Test
    void whatIsNotAcceptedOrNoBookingGivesNothing() throws Exception {
        assertThat(kamelet.event(square("booking.created", "e-4", "sq1", 0, "PENDING", START))).isNull();
        assertThat(kamelet.event("{\"type\":\"payment.created\",\"event_id\":\"p\",\"data\":{}}")).isNull();
    }

    @Test
    void aPageInPlaceOfACustomerIsNotTheCustomersFault() {
        kamelet.api.fail(-2);

        assertThatThrownBy(() -> kamelet.event(square("booking.created", "e-5", "sq1", 0, "ACCEPTED", START)))
                .isInstanceOf(UnusableAnswerException.class);
    }
}
