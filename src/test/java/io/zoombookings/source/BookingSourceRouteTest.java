package io.zoombookings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.DoorCheck;
import io.zoombookings.sandbox.Operation;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Booking events from a real JMS broker over a real socket. */
class BookingSourceRouteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedActiveMQ broker;
    private static ActiveMQConnectionFactory connections;
    private static RunningApplication application;

    private TestWorkspace workspace;

    @BeforeAll
    static void start() throws Exception {
        broker = new EmbeddedActiveMQ().setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false)
                .setSecurityEnabled(false).setJMXManagementEnabled(false)
                // What is given back once is lost: nothing may be given back.
                .addAddressSetting("#", new AddressSettings().setMaxDeliveryAttempts(1))
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:0"));
        broker.start();
        String url = "tcp://127.0.0.1:" + broker.getActiveMQServer().getRemotingService().getAcceptor("tcp").getActualPort();
        connections = new ActiveMQConnectionFactory(url);
        application = RunningApplication.start(Map.of("spring.artemis.broker-url", url,
                "booking.source-uri", "jms:queue:bookings?concurrentConsumers=2",
                "spring.datasource.hikari.connection-timeout", 300, "reminder.offsets", "none"));
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
        connections.close();
        broker.stop();
    }

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private static void send(String body, Map<String, String> properties) {
        try (JMSContext context = connections.createContext()) {
            JMSProducer producer = context.createProducer();
            properties.forEach(producer::setProperty);
            producer.send(context.createQueue("bookings"), body);
        }
    }

    private static void awaitAcknowledged() {
        Queue queue = broker.getActiveMQServer().locateQueue(SimpleString.of("bookings"));
        await().atMost(PATIENCE).until(() -> queue.getMessageCount() == 0 && queue.getDeliveringCount() == 0);
    }

    private int created() {
        return application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email());
    }

    private JsonNode awaitParked(String problem) {
        return await().atMost(PATIENCE).until(() -> SourceEvents.parked(application).stream()
                .filter(one -> one.path("problem").asText().contains(problem)).findAny().orElse(null), one -> one != null);
    }

    @Test
    void givesABookingOfTheQueueItsMeeting() {
        send(SourceEvents.confirmed(workspace.id(), "S-1", 1), Map.of());

        JsonNode view = workspace.awaitMail("S-1", "CONFIRMATION", 2);

        assertThat(view.path("title").asText()).isEqualTo("Gespräch");
        assertThat(workspace.meetings()).hasSize(1);
        awaitAcknowledged();
    }

    @Test
    void aHeaderNamesTheWorkspaceBeforeTheEventDoes() {
        send(SourceEvents.confirmed("elsewhere", "S-2", 1), Map.of("workspace", workspace.id()));

        workspace.awaitMeeting("S-2", "CREATED");
    }

    /** CVE-2026-40453: Camel's filter of headers knows its own only as it writes them itself. */
    @Test
    void aMessageChoosesNoMethodAndNoEndpointHoweverItsHeadersAreSpelt() {
        send(SourceEvents.confirmed(workspace.id(), "S-20", 1), Map.of("CAmelBeanMethodName", "toString",
                "CamelBeanMethodName", "toString", "cAMELToEndpoint", "mock:elsewhere", "CaMelHttpUri", "http://192.0.2.1/",
                "CAMELFileName", "../elsewhere"));

        workspace.awaitMeeting("S-20", "CREATED");
        assertThat(workspace.meetings()).hasSize(1);
        awaitAcknowledged();
    }

    @Test
    void takesCloudEventsWithTheirHeaders() {
        String booking = SourceEvents.confirmed(workspace.id(), "S-3", 1)
                .replaceFirst("\"event\":\"booking.confirmed\",\"eventId\":\"S-3-1\",", "");
        send(booking, Map.of("ce_specversion", "1.0", "ce_id", "S-3-x", "ce_type", "booking.confirmed",
                "ce_source", "/shop", "contentType", "application/json"));

        workspace.awaitMeeting("S-3", "CREATED");
    }

    @Test
    void makesNothingTwiceOfWhatIsDeliveredAgain() {
        for (int i = 0; i < 3; i++) {
            send(SourceEvents.confirmed(workspace.id(), "S-4", 1), Map.of());
            send(SourceEvents.confirmed(workspace.id(), "S-4", 1).replaceFirst("\"eventId\":\"S-4-1\",", ""), Map.of());
        }

        workspace.awaitMail("S-4", "CONFIRMATION", 2);
        awaitAcknowledged();
        assertThat(created()).isEqualTo(1);
        assertThat(workspace.meetings()).hasSize(1);
    }

    @Test
    void parksWhatIsNoEventOutOfTheWayOfTheOthers() {
        String poison = "{\"event\":\"booking.confirmed\",\"booking\":{\"id\":\"" + workspace.id() + "\"}}";
        send(poison, Map.of("workspace", workspace.id()));
        send("not JSON " + workspace.id(), Map.of("workspace", workspace.id()));
        send(SourceEvents.confirmed(workspace.id(), "S-5", 1), Map.of());

        workspace.awaitMeeting("S-5", "CREATED");
        awaitAcknowledged();
        JsonNode parked = awaitParked("/booking/title");
        assertThat(parked.path("workspace").asText()).isEqualTo(workspace.id());
        assertThat(parked.path("source").asText()).isEqualTo("jms:queue:bookings");
        Answer shown = application.admin("GET", "/api/parked-events/" + parked.path("id").asText(), null);
        assertThat(shown.body().path("body").asText()).isEqualTo(poison);
        byte[] stored = application.bean(JdbcClient.class).sql("select body from parked_event where id = ?")
                .param(UUID.fromString(parked.path("id").asText())).query((row, number) -> row.getBytes(1)).single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(workspace.id());
        Answer replay = application.admin("POST", "/api/parked-events/" + parked.path("id").asText() + "/replay", "{}");
        assertThat(replay.status()).isEqualTo(422);
    }

    @Test
    void replaysAParkedEventAfterItsReasonIsGone() {
        String late = "late-" + workspace.id().substring(0, 8);
        send(SourceEvents.confirmed(late, "S-6", 1), Map.of());
        JsonNode parked = awaitParked("There is no workspace");
        String path = "/api/parked-events/" + parked.path("id").asText();
        String key = application.admin("POST", "/api/workspaces", "{\"id\":\"" + late + "\"}").body().path("apiKey").asText();

        Answer replayed = application.admin("POST", path + "/replay", "{}");

        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.body().path("bookingId").asText()).isEqualTo("S-6");
        await().atMost(PATIENCE).until(() -> "NOT_CONNECTED".equals(application.call("GET",
                "/api/workspaces/" + late + "/bookings/S-6", null, Map.of("Authorization", "Bearer " + key))
                .body().at("/occurrences/0/meeting/state").asText()));
        assertThat(SourceEvents.parked(application)).filteredOn(one -> path.endsWith(one.path("id").asText()))
                .allSatisfy(one -> assertThat(one.path("replayedAt").isNull()).isFalse());
        assertThat(application.admin("DELETE", path, null).status()).isEqualTo(204);
        assertThat(application.admin("GET", path, null).status()).isEqualTo(404);
    }

    @Test
    void parkedEventsAreForAdministratorsOnly() {
        assertThat(application.call("GET", "/api/parked-events", null, Map.of()).status()).isEqualTo(401);
        assertThat(application.call("GET", "/api/parked-events", null,
                Map.of("Authorization", "Bearer " + workspace.apiKey())).status()).isEqualTo(403);
    }

    @Test
    void nothingIsLostOrMadeTwiceInWhateverOrderItComes() {
        DoorCheck.nothingIsLostOrMadeTwice(application, "JMS", 601, event -> send(event, Map.of()));
        awaitAcknowledged();
    }

    @Test
    void aMessageWaitsWithItsBrokerWhileTheDatabaseIsAway() throws SQLException {
        Deque<Connection> all = takeAllConnections();
        try {
            send(SourceEvents.confirmed(workspace.id(), "S-7", 1), Map.of());
            // Longer than it takes to give up and park it.
            awaitWaiting(Duration.ofSeconds(5));
        } finally {
            while (!all.isEmpty()) {
                all.pop().close();
            }
        }

        workspace.awaitMeeting("S-7", "CREATED");
        awaitAcknowledged();
        assertThat(SourceEvents.parked(application)).noneMatch(one -> one.path("problem").asText().contains("processed"));
    }

    @Test
    void aMessageThatFailsForItselfIsParkedOnceTheDatabaseTakesIt() {
        JdbcClient jdbc = application.bean(JdbcClient.class);
        send(SourceEvents.confirmed(workspace.id(), "S-8", 1), Map.of());
        workspace.awaitMail("S-8", "CONFIRMATION", 2);
        jdbc.sql("update booking set state = 'unreadable' where booking_id = 'S-8'").update();
        jdbc.sql("alter table parked_event rename to parked_event_away").update();
        try {
            send(SourceEvents.confirmed(workspace.id(), "S-8", 2), Map.of("workspace", workspace.id()));
            awaitWaiting(Duration.ofSeconds(4));
        } finally {
            jdbc.sql("alter table parked_event_away rename to parked_event").update();
        }

        JsonNode parked = awaitParked("It could not be processed");
        assertThat(parked.path("workspace").asText()).isEqualTo(workspace.id());
        awaitAcknowledged();
    }

    /** The one message of the queue is neither acknowledged nor given back, which would be its end. */
    private static void awaitWaiting(Duration time) {
        Queue queue = broker.getActiveMQServer().locateQueue(SimpleString.of("bookings"));
        await().atMost(PATIENCE).until(() -> queue.getDeliveringCount() == 1);
        await().during(time).atMost(PATIENCE).until(() -> queue.getMessageCount() == 1);
    }

    private static Deque<Connection> takeAllConnections() throws SQLException {
        Deque<Connection> all = new ArrayDeque<>();
        try {
            while (true) {
                all.push(application.bean(DataSource.class).getConnection());
            }
        } catch (SQLTransientConnectionException none) {
            return all;
        }
    }
}
