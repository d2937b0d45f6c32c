package io.zoombookings.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.outcome.CallbackReceiver.Received;
import io.zoombookings.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What booking systems are told, seen from their end. */
@Tag("database")
class OutcomeDeliveryRouteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path results;
    private static RunningApplication application;
    private static CallbackReceiver receiver;

    private final ObjectMapper json = new ObjectMapper();
    private TestWorkspace workspace;
    private String path;
    private String secret;

    @BeforeAll
    static void start() {
        receiver = new CallbackReceiver();
        application = RunningApplication.start(Map.of("booking.callback.allow-private", "true",
                "booking.result-uri", "file:" + results + "?fileName=$simple{header.workspace}/$simple{exchangeId}.json",
                "outcome.delivery.first-backoff", "50ms", "outcome.delivery.period", "100"));
    }

    @AfterAll
    static void stop() {
        application.close();
        receiver.close();
    }

    @BeforeEach
    void setCallback() {
        workspace = application.workspace().connected();
        path = "/" + workspace.id();
        secret = callback(workspace, receiver.url(path));
    }

    private static String callback(TestWorkspace workspace, String url) {
        return application.admin("PUT", "/api/workspaces/" + workspace.id() + "/callback", "{\"url\":\"" + url + "\"}")
                .body().path("secret").asText();
    }

    private static String event(TestWorkspace workspace, String type, String booking, int version, String start) {
        return """
                {"event":"booking.%s","booking":{"id":"%s","version":%d,"title":"Gespräch","start":"%s",
                "durationMinutes":30,"host":{"email":"ada@%s.example"},"guests":[{"email":"bo@%s.example"}],
                "metadata":{"order":"4711"}}}"""
                .formatted(type, booking, version, start, workspace.id(), workspace.id());
    }

    private void confirm(String booking) {
        workspace.post(event(workspace, "confirmed", booking, 1, "2031-03-04T10:00:00Z"));
    }

    private List<String> types() {
        return receiver.received(path).stream().map(one -> read(one.body()).path("type").asText()).toList();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String signature(Received received) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = received.header("webhook-id") + "." + received.header("webhook-timestamp") + "." + received.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> states(String workspaceId, RunningApplication where) {
        return where.bean(JdbcClient.class).sql("select state from outcome where workspace_id = ? and target = 'CALLBACK'")
                .param(workspaceId).query(String.class).list();
    }

    @Test
    void postsWhatBecameOfABookingSigned() throws Exception {
        confirm("O-1");

        await().atMost(PATIENCE).until(() -> !receiver.received(path).isEmpty());
        Received received = receiver.received(path).get(0);
        assertThat(received.header("webhook-signature")).isEqualTo(signature(received));
        assertThat(Long.parseLong(received.header("webhook-timestamp")))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
        assertThat(received.header("Content-Type")).isEqualTo("application/json");
        assertThat(received.headers().keySet()).noneMatch(name -> name.toLowerCase().startsWith("camel"));
        JsonNode body = read(received.body());
        assertThat(body.path("type").asText()).isEqualTo("meeting.created");
        assertThat(body.path("booking").path("id").asText()).isEqualTo("O-1");
        assertThat(body.at("/booking/title").asText()).isEqualTo("Gespräch");
        assertThat(body.at("/booking/metadata/order").asText()).isEqualTo("4711");
        assertThat(body.at("/booking/occurrences/0/start").asText()).isEqualTo("2031-03-04T10:00:00Z");
        assertThat(body.at("/booking/occurrences/0/meeting/joinUrl").asText()).startsWith("http");
    }

    @Test
    void tellsEachChangeOnce() {
        confirm("O-2");
        workspace.awaitMeeting("O-2", "CREATED");
        workspace.post(event(workspace, "rescheduled", "O-2", 2, "2031-03-05T10:00:00Z"));
        workspace.awaitMeeting("O-2", "CREATED");
        await().atMost(PATIENCE).until(() -> types().size() == 2);
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"O-2\",\"version\":3}}");
        workspace.awaitMeeting("O-2", "CANCELLED");

        await().atMost(PATIENCE).until(() -> types().size() == 3);
        await().during(Duration.ofMillis(500)).until(() -> types()
                .equals(List.of("meeting.created", "meeting.updated", "meeting.cancelled")));
    }

    @Test
    void tellsThatThereWillBeNoMeeting() {
        TestWorkspace unconnected = application.workspace();
        callback(unconnected, receiver.url("/" + unconnected.id()));

        unconnected.post(event(unconnected, "confirmed", "O-3", 1, "2031-03-04T10:00:00Z"));

        await().atMost(PATIENCE).until(() -> receiver.received("/" + unconnected.id()).size() == 1);
        JsonNode body = read(receiver.received("/" + unconnected.id()).get(0).body());
        assertThat(body.path("type").asText()).isEqualTo("meeting.failed");
        assertThat(body.at("/booking/occurrences/0/meeting/state").asText()).isEqualTo("NOT_CONNECTED");
    }

    @Test
    void repeatsUnderTheSameIdUntilItIsTaken() throws Exception {
        receiver.answer(path, count -> new int[] {500, 302, 429, 200}[Math.min(count, 4) - 1]);

        confirm("O-4");

        await().atMost(PATIENCE).until(() -> states(workspace.id(), application).contains("SENT"));
        List<Received> all = receiver.received(path);
        assertThat(all).hasSize(4);
        assertThat(new HashSet<>(all.stream().map(one -> one.header("webhook-id")).toList())).hasSize(1);
        for (Received one : all) {
            assertThat(one.header("webhook-signature")).isEqualTo(signature(one));
        }
        assertThat(receiver.received("/elsewhere")).isEmpty();
    }

    @Test
    void givesUpOnACallbackThatIsGone() {
        receiver.answer(path, count -> 410);

        confirm("O-5");

        await().atMost(PATIENCE).until(() -> states(workspace.id(), application).contains("FAILED"));
        assertThat(receiver.received(path)).hasSize(1);
    }

    @Test
    void givesUpAfterADay() {
        receiver.answer(path, count -> {
            if (count == 1) {
                application.bean(JdbcClient.class).sql("update outcome set created_at = ? where workspace_id = ?")
                        .params(OffsetDateTime.now().minusDays(1), workspace.id()).update();
            }
            return 503;
        });

        confirm("O-6");

        await().atMost(PATIENCE).until(() -> states(workspace.id(), application).contains("FAILED"));
        assertThat(receiver.received(path).size()).isBetween(1, 2);
    }

    @Test
    void oneWhoNeverAnswersHoldsUpNobodyElse() {
        TestWorkspace other = application.workspace().connected();
        callback(other, receiver.url("/" + other.id()));
        receiver.answer(path, count -> 0);
        for (int i = 0; i < 40; i++) {
            confirm("O-7-" + i);
        }
        await().atMost(PATIENCE).until(() -> receiver.received(path).size() >= 2);

        other.post(event(other, "confirmed", "O-7", 1, "2031-03-04T10:00:00Z"));

        await().atMost(PATIENCE).until(() -> receiver.received("/" + other.id()).size() == 1);
        // One after the other they would have taken 40 times 10 seconds.
        assertThat(receiver.received(path).size()).isLessThan(40);
    }

    @Test
    void givesTheOperatorsEndpointEveryOutcome() throws IOException {
        confirm("O-8");

        Path folder = results.resolve(workspace.id());
        await().atMost(PATIENCE).until(() -> files(folder).size() == 1);
        JsonNode body = read(Files.readString(files(folder).get(0)));
        assertThat(body.path("type").asText()).isEqualTo("meeting.created");
        assertThat(body.at("/booking/title").asText()).isEqualTo("Gespräch");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    @Test
    void callsNoPrivateAddressWhateverItsName() throws UnknownHostException {
        RunningApplication guarded = RunningApplication.shared();
        TestWorkspace unlucky = guarded.workspace().connected();
        String name = InetAddress.getLocalHost().getHostName();
        // Past the check of the address as text, as after a change of the name's records.
        guarded.bean(Workspaces.class).setCallback(unlucky.id(), receiver.url(path).replace("127.0.0.1", name));

        unlucky.post(event(unlucky, "confirmed", "O-9", 1, "2031-03-04T10:00:00Z"));

        await().atMost(PATIENCE).until(() -> states(unlucky.id(), guarded).contains("FAILED"));
        assertThat(receiver.received(path)).isEmpty();
    }

    private JsonNode callbacks(String method, String rest, String body) {
        return application.admin(method, "/api/workspaces/" + workspace.id() + "/callbacks" + rest, body).body();
    }

    @Test
    void furtherCallbacksHearWhatTheyWantWithASecretOfTheirOwn() throws Exception {
        JsonNode all = callbacks("POST", "", "{\"url\":\"" + receiver.url(path + "/all") + "\"}");
        JsonNode some = callbacks("POST", "", "{\"url\":\"" + receiver.url(path + "/some")
                + "\",\"events\":[\"meeting.cancelled\"]}");
        receiver.answer(path + "/all", count -> count == 1 ? 500 : 204);
        confirm("O-70");
        await().atMost(PATIENCE).until(() -> receiver.received(path + "/all").size() == 2 && !types().isEmpty());
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"O-70\"}}");
        await().atMost(PATIENCE).until(() -> receiver.received(path + "/some").size() == 1
                && receiver.received(path + "/all").size() == 3);

        assertThat(read(receiver.received(path + "/some").get(0).body()).path("type").asText()).isEqualTo("meeting.cancelled");
        secret = all.path("secret").asText();
        Received received = receiver.received(path + "/all").get(1);
        assertThat(received.header("webhook-signature")).isEqualTo(signature(received));
        assertThat(received.header("webhook-id")).isEqualTo(receiver.received(path + "/all").get(0).header("webhook-id"));
        await().atMost(PATIENCE).until(() -> !callbacks("GET", "/" + all.path("id").asText() + "/deliveries", null).toString()
                .contains("PENDING"));
        JsonNode log = callbacks("GET", "/" + all.path("id").asText() + "/deliveries", null);
        assertThat(log.findValuesAsText("type")).containsExactly("meeting.cancelled", "meeting.created");
        assertThat(log.at("/1/id").asText()).isEqualTo(received.header("webhook-id"));
        assertThat(log.at("/1/attempts/0/problem").asText()).contains("500");
        assertThat(log.at("/1/attempts/1/problem").isNull()).isTrue();
        assertThat(callbacks("GET", "", null).toString()).contains(some.path("id").asText()).doesNotContain("whsec_");
    }

    @Test
    void aCallbackIsSentToAgainAndItsFormerSecretSignsForAWhile() throws Exception {
        JsonNode one = callbacks("POST", "", "{\"url\":\"" + receiver.url(path + "/again") + "\"}");
        String id = one.path("id").asText();
        confirm("O-71");
        await().atMost(PATIENCE).until(() -> callbacks("GET", "/" + id + "/deliveries", null).toString().contains("SENT"));
        JsonNode renewed = callbacks("POST", "/" + id + "/secret", null);
        String delivery = callbacks("GET", "/" + id + "/deliveries", null).at("/0/id").asText();

        callbacks("POST", "/" + id + "/deliveries/" + delivery + "/retry", null);

        await().atMost(PATIENCE).until(() -> receiver.received(path + "/again").size() == 2);
        Received received = receiver.received(path + "/again").get(1);
        secret = renewed.path("secret").asText();
        String now = signature(received);
        secret = one.path("secret").asText();
        assertThat(received.header("webhook-signature")).isEqualTo(now + " " + signature(received));
        JsonNode moved = callbacks("PUT", "/" + id, "{\"url\":\"" + receiver.url(path + "/moved") + "\"}");
        assertThat(moved.path("secret").asText()).startsWith("whsec_").isNotIn(secret, renewed.path("secret").asText());
        assertThat(moved.path("formerSecretUntil").isNull()).isTrue();
        assertThat(application.admin("DELETE", "/api/workspaces/" + workspace.id() + "/callbacks/" + id, null).status())
                .isEqualTo(204);
        assertThat(callbacks("GET", "", null)).isEmpty();
        assertThat(application.admin("PUT", "/api/workspaces/" + workspace.id() + "/callbacks/" + id,
                "{\"url\":\"" + receiver.url(path) + "\",\"events\":[\"x\"]}").body().at("/errors/0/pointer").asText())
                .isEqualTo("/events");
    }
}
