package io.zoombookings.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.SandboxClient;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.sandbox.ZoomUser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Zoom Kamelets alone: a bare Camel, the user's own way to sign, and Zoom. */
class ZoomMeetingActionsKameletTest {

    private static final String USER = "kamelet@zoom.example";

    private static ZoomSandbox sandbox;
    private static CamelContext camel;
    private static ProducerTemplate calls;

    @BeforeAll
    static void start() throws Exception {
        sandbox = ZoomSandbox.start(0, Clock.systemUTC());
        sandbox.users().add(ZoomUser.of("uk", "ak", USER, "Kamelet", "User", Plan.BUSINESS));
        String token = new SandboxClient(sandbox).accessToken(USER);
        camel = new DefaultCamelContext();
        HttpClientConfigurer signing = client -> client.addRequestInterceptorFirst(
                (request, entity, context) -> request.setHeader("Authorization", "Bearer " + token));
        camel.getRegistry().bind("mySigning", HttpClientConfigurer.class, signing);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String verb : List.of("create", "get", "list", "update", "delete")) {
                    String meeting = verb.equals("update") ? "&meetingId=${header.number}" : "";
                    from("direct:" + verb).to("kamelet:zoom-meeting-" + verb + "-action?baseUrl=" + sandbox.apiUrl()
                            + "&connection=mine&authorization=mySigning" + meeting);
                }
            }
        });
        camel.start();
        calls = camel.createProducerTemplate();
    }

    @AfterAll
    static void stop() {
        camel.stop();
        sandbox.close();
    }

    private static long create(String topic) {
        Map<?, ?> meeting = calls.requestBody("direct:create",
                Map.of("topic", topic, "type", 2, "start_time", "2031-03-04T09:00:00Z", "duration", 30), Map.class);
        return ((Number) meeting.get("id")).longValue();
    }

    private static Object topic(long number) {
        return calls.requestBody("direct:get", number, Map.class).get("topic");
    }

    @Test
    void createsReadsChangesListsAndDeletesAMeeting() {
        long number = create("Gespräch");

        assertThat(topic(number)).isEqualTo("Gespräch");
        calls.requestBodyAndHeader("direct:update", Map.of("topic", "Later"), "number", number);
        assertThat(topic(number)).isEqualTo("Later");
        assertThat((List<?>) calls.requestBody("direct:list", "", Map.class).get("meetings"))
                .anySatisfy(one -> assertThat(((Map<?, ?>) one).get("topic")).isEqualTo("Later"));
        calls.requestBody("direct:delete", number);
        assertThat(sandbox.liveMeetings()).isEmpty();
    }

    @Test
    void deletingWhatIsGoneIsSuccess() {
        long number = create("Twice");

        calls.requestBody("direct:delete", number);
        calls.requestBody("direct:delete", number);

        assertThat(sandbox.liveMeetings()).isEmpty();
    }

    @Test
    void handsZoomsRefusalToItsCaller() {
        assertThatThrownBy(() -> calls.requestBody("direct:get", 99999999999L, Map.class))
                .isInstanceOf(CamelExecutionException.class).hasCauseInstanceOf(HttpOperationFailedException.class)
                .cause().extracting("statusCode").isEqualTo(404);
    }
}
