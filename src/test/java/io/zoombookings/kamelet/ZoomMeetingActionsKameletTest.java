package io.zoombookings.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.sandbox.Call;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.SandboxClient;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.sandbox.ZoomUser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Zoom Kamelets alone: a bare Camel, each way to sign, and Zoom. */
class ZoomMeetingActionsKameletTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "kamelet@zoom.example";
    private static final String COLLEAGUE = "k.colleague+x@zoom.example";
    private static final String MEETING =
            "{\"topic\":\"Gespräch\",\"type\":2,\"start_time\":\"2031-03-04T09:00:00Z\",\"duration\":30}";

    private static ZoomSandbox sandbox;
    private static CamelContext camel;
    private static ProducerTemplate calls;

    @BeforeAll
    static void start() throws Exception {
        sandbox = ZoomSandbox.start(0, Clock.systemUTC());
        sandbox.users().add(ZoomUser.of("uk", "ak", USER, "Kamelet", "User", Plan.BUSINESS));
        sandbox.users().add(ZoomUser.of("uc", "ak", COLLEAGUE, "Kamelet", "Colleague", Plan.BUSINESS));
        String token = new SandboxClient(sandbox).accessToken(USER);
        camel = new DefaultCamelContext();
        Properties secrets = new Properties();
        secrets.put("account", "ak");
        secrets.put("client", sandbox.serverClientId());
        secrets.put("secret", sandbox.serverClientSecret());
        camel.getPropertiesComponent().setInitialProperties(secrets);
        HttpClientConfigurer signing = client -> client.addRequestInterceptorFirst(
                (request, entity, context) -> request.setHeader("Authorization", "Bearer " + token));
        camel.getRegistry().bind("mySigning", HttpClientConfigurer.class, signing);
        String zoom = "?baseUrl=" + sandbox.apiUrl() + "&oauthUrl=" + sandbox.url();
        String server = zoom + "&accountId={{account}}&clientId={{client}}&clientSecret={{secret}}";
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String verb : List.of("create", "get", "list", "update", "delete")) {
                    from("direct:" + verb).to("kamelet:zoom-meeting-" + verb + "-action" + zoom + "&authorization=mySigning");
                }
                from("direct:create-for").to("kamelet:zoom-meeting-create-action" + server + "&userId=${header.for}");
                from("direct:list-for").to("kamelet:zoom-meeting-list-action" + server + "&userId=${header.for}&pageSize=1");
                from("direct:told-apart")
                        .onException(ZoomApiException.class).onWhen(simple("${exception.code} == 3001")).handled(true)
                        .setBody(simple("gone: ${exception.sentence}")).end()
                        .to("kamelet:zoom-meeting-get-action" + zoom + "&authorization=mySigning");
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

    @AfterEach
    void forget() {
        sandbox.reset();
    }

    private static Exchange call(String route, Object body, Map<String, Object> headers) {
        return calls.request("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private static JsonNode json(Exchange done) throws Exception {
        if (done.getException() != null) {
            throw done.getException();
        }
        assertThat(done.getMessage().getBody()).isInstanceOf(String.class);
        return JSON.readTree(done.getMessage().getBody(String.class));
    }

    private static long create(Object meeting) throws Exception {
        return json(call("create", meeting, Map.of())).path("id").asLong();
    }

    private static ZoomApiException refusal(Exchange failed) {
        return (ZoomApiException) failed.getException();
    }

    @Test
    void createsReadsChangesListsAndDeletesAMeeting() throws Exception {
        Exchange created = call("create", MEETING, Map.of());
        long number = json(created).path("id").asLong();

        assertThat(created.getMessage().getHeader("ZoomMeetingId")).isEqualTo(String.valueOf(number));
        assertThat(json(call("get", number, Map.of())).path("topic").asText()).isEqualTo("Gespräch");
        assertThat(call("update", "{\"topic\":\"Later\"}", created.getMessage().getHeaders()).getException()).isNull();
        assertThat(json(call("get", number, Map.of())).path("topic").asText()).isEqualTo("Later");
        assertThat(json(call("list", null, Map.of())).at("/meetings/0/topic").asText()).isEqualTo("Later");
        assertThat(call("delete", number, Map.of()).getMessage().getBody()).isNull();
        assertThat(sandbox.liveMeetings()).isEmpty();
    }

    @Test
    void takesTextBytesStreamsAndMaps() throws Exception {
        Map<String, Object> map = new LinkedHashMap<>(Map.of("topic", "Gespräch", "type", 2,
                "start_time", "2031-03-04T09:00:00Z", "duration", 30));
        byte[] bytes = MEETING.getBytes(StandardCharsets.UTF_8);
        for (Object form : List.of(MEETING, bytes, new ByteArrayInputStream(bytes), map)) {
            assertThat(sandbox.meeting(create(form)).topic()).isEqualTo("Gespräch");
        }
    }

    @Test
    void leavesTheCallersHeadersAloneAndTellsZoomNone() throws Exception {
        Map<String, Object> headers = Map.of("CamelFileName", "booking.json", "Authorization", "of the caller",
                "CamelHttpUri", "http://localhost:1/", "CamelHttpQuery", "x=1", "workspace", "clinic", "Cookie", "a=b");

        Exchange created = call("create", MEETING, headers);

        json(created);
        assertThat(created.getMessage().getHeaders()).containsAllEntriesOf(headers).doesNotContainKeys("CamelHttpPath",
                "CamelHttpMethod", "CamelHttpResponseCode", "X-Zoom-Connection", "Content-Type", "Accept");
        assertThat(created.getVariables()).isEmpty();
        Call call = sandbox.ledger().calls(Operation.CREATE).get(0);
        assertThat(call.query()).isEmpty();
        Exchange failed = call("get", 99999999999L, headers);
        assertThat(failed.getMessage().getHeaders()).containsAllEntriesOf(headers).doesNotContainKey("CamelHttpPath");
        assertThat(call("get", "no number", headers).getMessage().getHeaders()).containsAllEntriesOf(headers);
    }

    @Test
    void readsAListPageByPageByItsReplysHeader() throws Exception {
        long first = create(MEETING);
        long second = create(MEETING.replace("03-04", "03-05"));
        Exchange page = call("list-for", null, Map.of("for", USER));
        assertThat(json(page).at("/meetings/0/id").asLong()).isEqualTo(first);

        Exchange next = call("list-for", null, page.getMessage().getHeaders());

        assertThat(json(next).at("/meetings/0/id").asLong()).isEqualTo(second);
        assertThat(next.getMessage().getHeader("ZoomNextPageToken")).isNull();
    }

    @Test
    void aServerToServerAppHostsForTheUserWhoIsNamed() throws Exception {
        json(call("create-for", MEETING, Map.of("for", COLLEAGUE)));
        json(call("create-for", MEETING, Map.of("for", USER)));

        assertThat(sandbox.meetings(COLLEAGUE)).hasSize(1);
        assertThat(sandbox.meetings(USER)).hasSize(1);
        assertThat(sandbox.ledger().count(Operation.TOKEN)).isLessThanOrEqualTo(1);
        ZoomApiException unknown = refusal(call("create-for", MEETING, Map.of("for", "other@zoom.example")));
        assertThat(unknown.getStatusCode()).isEqualTo(404);
        assertThat(unknown.getCode()).isEqualTo(1001);
        assertThat(call("create-for", MEETING, Map.of()).getException()).hasMessageContaining("userId is empty");
    }

    @Test
    void deletingWhatIsGoneIsSuccess() throws Exception {
        long number = create(MEETING);

        assertThat(call("delete", number, Map.of()).getException()).isNull();
        assertThat(call("delete", number, Map.of()).getException()).isNull();

        assertThat(sandbox.liveMeetings()).isEmpty();
    }

    @Test
    void handsZoomsRefusalToItsCallerInZoomsWords() {
        ZoomApiException gone = refusal(call("get", 99999999999L, Map.of()));

        assertThat(gone).isInstanceOf(HttpOperationFailedException.class)
                .hasMessage("Zoom answered with HTTP status 404, code 3001: Meeting does not exist: 99999999999.");
        assertThat(gone.getSentence()).isEqualTo("Meeting does not exist: 99999999999.");
        ZoomApiException wrong = refusal(call("create", "{\"duration\":\"long\"}", Map.of()));
        assertThat(wrong.getStatusCode()).isEqualTo(400);
        assertThat(wrong.getFields()).containsExactly("duration");
        assertThat(calls.requestBody("direct:told-apart", 99999999999L)).isEqualTo("gone: Meeting does not exist: 99999999999.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../users/me", "12", "123456789/x"})
    void asksZoomNothingForWhatIsNoMeeting(String number) {
        assertThat(call("get", number, Map.of()).getException()).hasMessageContaining("meetingId");
        assertThat(sandbox.ledger().calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', accountId; clientId and clientSecret", "?accountId=ak, accountId; clientId and clientSecret",
        "?authorization=nobody, HttpClientConfigurer bean nobody"})
    void doesNotStartWhereNothingSigns(String options, String why) throws Exception {
        CamelContext other = new DefaultCamelContext();
        try {
            other.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:unsigned").to("kamelet:zoom-meeting-get-action" + options);
                }
            });
            assertThatThrownBy(other::start).hasStackTraceContaining(why.replace(';', ','));
        } finally {
            other.stop();
        }
    }
}
