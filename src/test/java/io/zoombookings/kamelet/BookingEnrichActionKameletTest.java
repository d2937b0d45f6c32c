package io.zoombookings.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.Operation;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Kamelet alone in a bare Camel, against the running application. */
class BookingEnrichActionKameletTest {

    private final RunningApplication application = RunningApplication.shared();
    private final ObjectMapper json = new ObjectMapper();
    private TestWorkspace workspace;
    private CamelContext camel;
    private ProducerTemplate calls;

    @BeforeEach
    void start() throws Exception {
        workspace = application.workspace().connected();
        camel = new DefaultCamelContext();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:enrich").to("kamelet:booking-enrich-action?url=" + application.url() + "&workspace="
                        + workspace.id() + "&apiKey=RAW(" + workspace.apiKey() + ")");
            }
        });
        camel.start();
        calls = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private static String booking(String id, String more) {
        return """
                {"id":"%s","version":1,"title":"Gespräch","start":"2031-03-04T10:00:00Z","durationMinutes":30,
                "host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]%s}""".formatted(id, more);
    }

    private int created() {
        return application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email());
    }

    @Test
    void givesABookingItsMeeting() throws Exception {
        String given = booking("E-1", ",\"meeting\":{\"waitingRoom\":true}");

        JsonNode enriched = json.readTree(calls.requestBody("direct:enrich", given, String.class));

        assertThat(enriched.path("title").asText()).isEqualTo("Gespräch");
        assertThat(enriched.at("/host/email").asText()).isEqualTo("ada@clinic.example");
        assertThat(enriched.at("/meeting/state").asText()).isEqualTo("CREATED");
        assertThat(enriched.at("/meeting/joinUrl").asText()).startsWith("http");
        assertThat(enriched.has("occurrences")).isFalse();
    }

    @Test
    void theSameBookingAgainGetsTheSameMeeting() {
        String first = calls.requestBody("direct:enrich", booking("E-2", ""), String.class);
        String second = calls.requestBody("direct:enrich", booking("E-2", ""), String.class);

        assertThat(second).isEqualTo(first);
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void takesAWholeEventAsAMapAndGivesAMapBack() throws Exception {
        Map<?, ?> event = json.readValue("{\"event\":\"booking.confirmed\",\"eventId\":\"x\",\"booking\":"
                + booking("E-3", "") + "}", Map.class);

        Exchange enriched = calls.request("direct:enrich", exchange -> exchange.getMessage().setBody(event));

        Map<?, ?> booking = enriched.getMessage().getBody(Map.class);
        assertThat(booking.get("id")).isEqualTo("E-3");
        assertThat(((Map<?, ?>) booking.get("meeting")).get("joinUrl")).asString().startsWith("http");
        assertThat(enriched.getVariables()).isEmpty();
        assertThat(enriched.getMessage().getHeaders().toString()).doesNotContain(workspace.apiKey());
    }

    @Test
    void givesEachOccurrenceOfASeriesItsOwnMeeting() throws Exception {
        String series = booking("E-4", ",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=3\"}");

        JsonNode enriched = json.readTree(calls.requestBody("direct:enrich", series, String.class));

        List<String> links = enriched.path("occurrences").findValuesAsText("joinUrl");
        assertThat(links).hasSize(3).doesNotHaveDuplicates();
        assertThat(enriched.at("/meeting/joinUrl").asText()).isEqualTo(links.get(0));
    }

    @Test
    void handsARefusalToItsCaller() {
        assertThatThrownBy(() -> calls.requestBody("direct:enrich", "{\"id\":\"E-5\"}", String.class))
                .hasCauseInstanceOf(HttpOperationFailedException.class).cause().extracting("statusCode").isEqualTo(400);
    }
}
