package io.zoombookings.source.webhook;

import static io.zoombookings.source.webhook.Posted.acuity;
import static io.zoombookings.source.webhook.Posted.square;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.Operation;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Webhooks whose details are read from the booking system, which does not always answer. */
@ExtendWith(OutputCaptureExtension.class)
class FetchedWebhookRouteTest {

    private static final String CUSTOMER = "/v2/customers/CUST%201%2Fx";
    private static final String START = "2031-03-04T10:00:00Z";

    private final RunningApplication application = RunningApplication.shared();
    private final BookingSystemStub api = new BookingSystemStub();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        api.knows(CUSTOMER, "{\"customer\":{\"id\":\"x\",\"given_name\":\"Bo\",\"email_address\":\"bo@guest.example\"}}");
        api.knows("/api/v1/customers/12", "{\"id\":12,\"firstName\":\"Bo\",\"email\":\"bo@guest.example\"}");
        api.knows("/api/v1/providers/3", "{\"id\":3,\"firstName\":\"Ada\",\"email\":\"ada@clinic.example\"}");
        api.knows("/api/v1/services/4", "{\"id\":4,\"name\":\"Haircut\"}");
        appointment("2031-03-04T14:00:00-0700", false);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private void appointment(String datetime, boolean canceled) {
        api.knows("/appointments/54", """
                {"id":54,"firstName":"Bo","lastName":"Li","email":"bo@guest.example","datetime":"%s","duration":"45",
                "type":"Consultation","timezone":"America/Denver","canceled":%s}""".formatted(datetime, canceled));
    }

    private WebhookDoor door(WebhookSource source) {
        return new WebhookDoor(application, workspace, source).setUp(api);
    }

    private static String easy(String action, String start, String status) {
        return Posted.easyAppointments(action, "\"17\"", "2031-08-31 " + start, "2031-08-31 18:00:00", status, "");
    }

    private int count(Operation operation) {
        return application.sandbox().ledger().count(operation, workspace.zoomUser().email());
    }

    @Test
    void anAppointmentOfEasyAppointmentsLivesOnItsProvidersClock() {
        WebhookDoor easy = door(WebhookSource.EASYAPPOINTMENTS);
        String id = "easyappointments-17";

        easy.accepts(easy("appointment_save", "14:00:00", "Booked"));
        JsonNode view = workspace.awaitMail(id, "CONFIRMATION", 2);
        assertThat(view.path("title").asText()).isEqualTo("Haircut");
        assertThat(view.at("/occurrences/0/start").asText()).isEqualTo("2031-08-31T12:00:00Z");
        easy.accepts(easy("appointment_save", "14:00:00", "Booked"));
        easy.accepts(easy("appointment_save", "15:00:00", "Booked"));
        easy.accepts(easy("appointment_save", "14:00:00", "Booked"));
        easy.awaitDone();
        assertThat(workspace.get(id).body().at("/occurrences/0/start").asText()).isEqualTo("2031-08-31T12:00:00Z");
        easy.accepts(easy("appointment_save", "14:00:00", "Cancelled"));
        workspace.awaitMeeting(id, "CANCELLED");
        easy.accepts(easy("appointment_save", "16:00:00", "Booked"));
        workspace.awaitMeeting(id, "CREATED");
        easy.accepts(easy("appointment_delete", "16:00:00", "Booked"));
        workspace.awaitMeeting(id, "CANCELLED");
        assertThat(count(Operation.CREATE)).isEqualTo(2);
        assertThat(workspace.meetings()).isEmpty();
        assertThat(api.calls()).extracting(BookingSystemStub.Call::authorization).containsOnly("Bearer " + WebhookDoor.SECRET);
    }

    @Test
    void anAppointmentOfAcuityIsReadAsItIsNow() {
        WebhookDoor acuity = door(WebhookSource.ACUITY);

        acuity.accepts(acuity("scheduled", "54"));
        JsonNode view = workspace.awaitMail("acuity-54", "CONFIRMATION", 2);
        assertThat(view.at("/occurrences/0/start").asText()).isEqualTo("2031-03-04T21:00:00Z");
        assertThat(view.at("/occurrences/0/durationMinutes").asInt()).isEqualTo(45);
        for (String day : List.of("05", "06", "05")) {
            appointment("2031-03-" + day + "T14:00:00-0700", false);
            acuity.accepts(acuity("rescheduled", "54"));
            acuity.awaitDone();
            assertThat(workspace.get("acuity-54").body().at("/occurrences/0/start").asText())
                    .isEqualTo("2031-03-" + day + "T21:00:00Z");
        }
        acuity.accepts(acuity("canceled", "54"));
        workspace.awaitMeeting("acuity-54", "CANCELLED");
        appointment("2031-03-05T14:00:00-0700", true);
        acuity.accepts(acuity("scheduled", "54"));
        acuity.accepts(acuity("changed", "54"));
        acuity.awaitDone();

        assertThat(workspace.get("acuity-54").body().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(count(Operation.CREATE)).isEqualTo(1);
        assertThat(workspace.meetings()).isEmpty();
    }

    private void client(int id, String name, int group) {
        api.knows("/appointments/" + id, """
                {"id":%d,"firstName":"%s","email":"%s@guest.example","datetime":"2031-03-04T14:00:00-0700","duration":"45",
                "type":"Yoga","timezone":"America/Denver","canceled":false,"classID":%d}""".formatted(id, name, name, group));
    }

    @Test
    void aClassOfAcuityIsOneMeetingOfAllItsClients() {
        WebhookDoor acuity = door(WebhookSource.ACUITY);
        client(61, "bo", 9);
        client(62, "cy", 9);

        acuity.accepts(acuity("scheduled", "61"));
        acuity.accepts(acuity("scheduled", "62"));
        acuity.awaitDone();
        assertThat(acuity.guests("acuity-class-9")).containsExactly("bo@guest.example", "cy@guest.example");
        client(62, "cy", 10);
        acuity.accepts(acuity("rescheduled", "62"));
        acuity.awaitDone();
        assertThat(acuity.guests("acuity-class-9")).containsExactly("bo@guest.example");
        assertThat(acuity.guests("acuity-class-10")).containsExactly("cy@guest.example");
        client(62, "cy", 9);
        acuity.accepts(acuity("rescheduled", "62"));
        // Of two appointments either may be worked on first: a class that is empty for a moment would get a new meeting.
        acuity.awaitDone();
        acuity.accepts(acuity("canceled", "61"));
        acuity.awaitDone();

        assertThat(acuity.confirmed()).containsExactly("acuity-class-9");
        assertThat(acuity.guests("acuity-class-9")).containsExactly("cy@guest.example");
        assertThat(count(Operation.CREATE)).isEqualTo(2);
        acuity.accepts(acuity("canceled", "62"));
        acuity.awaitDone();
        assertThat(acuity.confirmed()).isEmpty();
        assertThat(workspace.meetings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"021", "102", "210"})
    void squaresVersionsDecideInAnyOrder(String order) {
        WebhookDoor square = door(WebhookSource.SQUARE);
        List<String> story = List.of(square("booking.created", "e-0", "sq1", 0, "ACCEPTED", START),
                square("booking.updated", "e-1", "sq1", 1, "ACCEPTED", "2031-03-05T10:00:00Z"),
                square("booking.updated", "e-2", "sq1", 2, "CANCELLED_BY_CUSTOMER", "2031-03-05T10:00:00Z"));

        order.chars().forEach(index -> {
            square.accepts(story.get(index - '0'));
            square.accepts(story.get(index - '0'));
            square.awaitDone();
        });

        assertThat(workspace.get("sq1").body().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(workspace.meetings()).isEmpty();
        assertThat(square.stored()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"503,Square answers 503", "-2,Square answers something that is not JSON"})
    void whatCannotBeReadNowIsReadLater(int failing, String problem, CapturedOutput log) {
        WebhookDoor square = door(WebhookSource.SQUARE);
        api.fail(failing);

        square.accepts(square("booking.created", "e-1", "sq1", 1, "ACCEPTED", START));
        JsonNode waiting = square.await(one -> one.path("stuck").size() > 0);
        square.accepts(square("booking.created", "e-2", "sq2", 1, "ACCEPTED", START));
        square.accepts(square("booking.created", "e-3", "sq3", 1, "ACCEPTED", START));
        assertThat(waiting.at("/stuck/0/problem").asText()).isEqualTo(problem);
        assertThat(waiting.at("/stuck/0/state").asText()).isEqualTo("PENDING");
        api.fail(0);

        workspace.awaitMeeting("sq1", "CREATED");
        workspace.awaitMeeting("sq2", "CREATED");
        workspace.awaitMeeting("sq3", "CREATED");
        assertThat(square.await(one -> one.path("pending").asInt() == 0).path("stuck")).isEmpty();
        assertThat(api.calls(CUSTOMER)).isBetween(4L, 6L);
        assertThat(log.getAll()).doesNotContain("bo@guest.example", WebhookDoor.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"401,Square refuses the credentials (401)",
        "302,Square answers with a redirect (302)", "404,Square answers that there is no such customer (404)"})
    void whatNoRepetitionMendsFailsWithAReasonAndIsTriedAgainWithNewSettings(int failing, String problem) {
        WebhookDoor square = door(WebhookSource.SQUARE);
        String created = square("booking.created", "e-1", "sq1", 1, "ACCEPTED", START);
        api.fail(failing);

        square.accepts(created);
        JsonNode failed = square.await(one -> one.path("failed").asInt() == 1);
        assertThat(failed.at("/stuck/0/problem").asText()).startsWith(problem);
        assertThat(failed.at("/stuck/0/booking").asText()).isEqualTo("sq1");
        assertThat(api.calls()).hasSize(1);
        api.fail(0);
        assertThat(square.put(api.url(), "another-key").status()).isEqualTo(204);

        workspace.awaitMeeting("sq1", "CREATED");
        assertThat(api.calls()).hasSize(2).last().extracting(BookingSystemStub.Call::authorization)
                .isEqualTo("Bearer another-key");
        assertThat(square.overview().path("failed").asInt()).isZero();
    }

    @Test
    @Tag("database")
    void aDeliveryThatIsSentAgainAfterItFailedIsAnotherTry() {
        WebhookDoor square = door(WebhookSource.SQUARE);
        String created = square("booking.created", "e-1", "sq1", 1, "ACCEPTED", START);
        api.fail(401);
        square.accepts(created);
        square.await(one -> one.path("failed").asInt() == 1);
        api.fail(0);

        square.accepts(created);

        workspace.awaitMeeting("sq1", "CREATED");
        assertThat(square.stored()).isEqualTo(1);
    }

    @Test
    @Tag("database")
    void laterWebhooksOfABookingWaitBehindEarlierOnesAndThoseOfOthersDoNot() {
        WebhookDoor easy = door(WebhookSource.EASYAPPOINTMENTS);
        api.fail(-1);
        easy.accepts(easy("appointment_save", "14:00:00", "Booked"));
        easy.await(one -> api.calls().size() == 1);
        api.fail(0);

        easy.accepts(easy("appointment_save", "15:00:00", "Booked"));
        easy.accepts(easy("appointment_save", "16:00:00", "Booked"));
        WebhookDoor square = door(WebhookSource.SQUARE);
        square.accepts(square("booking.created", "e-9", "sq9", 1, "ACCEPTED", START));
        workspace.awaitMeeting("sq9", "CREATED");
        assertThat(easy.overview().path("pending").asInt()).isEqualTo(3);
        api.release();

        easy.awaitDone();
        assertThat(workspace.get("easyappointments-17").body().at("/occurrences/0/start").asText())
                .isEqualTo("2031-08-31T14:00:00Z");
        assertThat(workspace.meetings()).hasSize(2);
    }

    @Test
    void aSystemThatAnswersWithoutEndHoldsNobodyUpAndIsCutOff() {
        WebhookDoor square = door(WebhookSource.SQUARE);
        WebhookDoor calcom = new WebhookDoor(application, workspace, WebhookSource.CALCOM).setUp(null);
        api.fail(-3);

        square.accepts(square("booking.created", "e-1", "sq1", 1, "ACCEPTED", START));
        square.await(one -> api.calls().size() == 1);
        calcom.accepts(Posted.calcom("BOOKING_CREATED", "2031-01-01T09:00:00Z", "a", null, START, "2031-03-04T10:30:00Z",
                "bo@guest.example"));

        workspace.awaitMeeting("a", "CREATED");
        assertThat(square.overview().path("pending").asInt()).isEqualTo(1);
        assertThat(square.await(one -> one.path("stuck").size() == 1).at("/stuck/0/problem").asText())
                .startsWith("Square cannot be reached");
    }

    @Test
    @Tag("database")
    void whatWaitsWhenItsSystemIsRemovedFailsAndGoesOnWhenItIsBack() {
        WebhookDoor square = door(WebhookSource.SQUARE);
        api.fail(503);
        square.accepts(square("booking.created", "e-1", "sq1", 1, "ACCEPTED", START));
        square.await(one -> one.path("stuck").size() == 1);
        api.fail(0);
        assertThat(application.admin("DELETE", square.path(), null).status()).isEqualTo(204);
        Awaitility.await().atMost(WebhookDoor.PATIENCE).until(() -> square.jdbc()
                .sql("select state from booking_webhook_event where workspace_id = ?").param(workspace.id())
                .query(String.class).single(), "FAILED"::equals);

        square.setUp(api);

        workspace.awaitMeeting("sq1", "CREATED");
    }
}
