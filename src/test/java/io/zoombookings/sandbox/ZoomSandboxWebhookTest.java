package io.zoombookings.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox's webhooks, seen by a receiver that checks them as Zoom's documentation tells it to. */
class ZoomSandboxWebhookTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T09:00:00.123456Z"));
    private final List<SandboxRequest> received = new CopyOnWriteArrayList<>();
    private volatile Function<SandboxRequest, Reply> receiver = request -> Reply.empty(204);
    private HttpServer server;
    private ZoomSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", exchange -> {
            try (exchange) {
                SandboxRequest request = SandboxRequest.read(exchange);
                received.add(request);
                Reply reply = receiver.apply(request);
                exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
                exchange.getResponseBody().write(reply.body());
            }
        });
        server.start();
        sandbox = ZoomSandbox.start(0, clock);
        sandbox.webhookTarget(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events"));
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        server.stop(0);
    }

    private boolean verified(SandboxRequest request) {
        String message = "v0:" + request.header("x-zm-request-timestamp") + ':' + request.body();
        return request.header("x-zm-signature").equals("v0=" + Webhooks.hmac(sandbox.webhookSecret(), message));
    }

    private long meeting(String topic) {
        ObjectNode body = Json.object().put("topic", topic).put("start_time", "2026-12-01T09:00:00Z");
        return SandboxClient.json(client.api(client.accessToken(ZoomUsers.HOST), "POST", "/users/me/meetings",
                body.toString())).get("id").asLong();
    }

    private JsonNode awaitEvent(String name) {
        await().until(() -> !sandbox.webhooks().deliveries(name).isEmpty());
        return Json.read(sandbox.webhooks().deliveries(name).get(0).body());
    }

    @Test
    void signsAKnownMessageAsZoomDoes() {
        assertThat(Webhooks.signature("secret", 1_739_923_528L, "{\"event\":\"x\"}"))
                .isEqualTo("v0=35da3bc542ec0176a22a4501d7f729ec0304f01472bae5bff3801eb8a49c2673");
    }

    @Test
    void sendsCompactSignedJsonWithZoomsHeaders() {
        long id = meeting("Ünïcode / \"quoted\" 😀");
        Delivery delivery = sandbox.hostUpdates(id, "{\"topic\":\"Neu – ☕\"}");

        SandboxRequest request = received.stream()
                .filter(one -> delivery.requestId().equals(one.header("x-zm-request-id"))).findFirst().orElseThrow();
        assertThat(verified(request)).isTrue();
        assertThat(request.body()).isEqualTo(delivery.body()).contains("Neu – ☕").doesNotContain("\\u", "\\/");
        assertThat(request.header("User-Agent")).isEqualTo("Zoom Marketplace/1.0a");
        assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.header("x-zm-request-timestamp")).isEqualTo("1795338000");
        assertThat(request.header("x-zm-request-id")).matches("[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}");
        assertThat(delivery.status()).isEqualTo(204);
        JsonNode event = Json.read(delivery.body());
        assertThat(event.get("event_ts").asLong()).isEqualTo(1_795_338_000_123L);
        assertThat(event.at("/payload/object").toString()).isEqualTo("{\"id\":" + id + ",\"topic\":\"Neu – ☕\"}");
        assertThat(event.at("/payload/old_object/topic").asText()).startsWith("Ünïcode");
    }

    @Test
    void echoesWhatTheApiDid() {
        long id = meeting("Mine");
        JsonNode created = awaitEvent("meeting.created");
        assertThat(created.at("/payload/object/id").isNumber()).isTrue();
        assertThat(created.at("/payload/object/creation_source").asText()).isEqualTo("open_api");
        assertThat(created.at("/payload/operator").asText()).isEqualTo(ZoomUsers.HOST);

        client.api(client.accessToken(ZoomUsers.HOST), "PATCH", "/meetings/" + id, "{\"duration\":15}");
        assertThat(awaitEvent("meeting.updated").at("/payload/object/duration").asInt()).isEqualTo(15);
        client.api(client.accessToken(ZoomUsers.HOST), "DELETE", "/meetings/" + id);
        assertThat(awaitEvent("meeting.deleted").at("/payload/object/id").asLong()).isEqualTo(id);
        await().until(sandbox.webhooks()::idle);
    }

    @Test
    void tellsWhatAHostDoesInZoom() {
        long id = meeting("Mine");
        assertThat(Json.read(sandbox.hostStarts(id).body()).at("/payload/object/id").isTextual()).isTrue();
        sandbox.hostEnds(id);
        Delivery delivery = sandbox.hostDeletes(id);

        assertThat(delivery.event()).isEqualTo("meeting.deleted");
        assertThat(sandbox.meeting(id).deletedBy()).isEqualTo("host");
        assertThat(Json.read(delivery.body()).at("/payload/account_id").asText()).isEqualTo("gVcjZnYYRLDbb_MfgHuaxg");
    }

    @Test
    void tellsThatTheAppWasRemoved() {
        JsonNode tokens = client.connect(ZoomUsers.HOST);
        Delivery delivery = sandbox.userRemovesApp(ZoomUsers.HOST);

        JsonNode payload = Json.read(delivery.body()).get("payload");
        assertThat(payload.get("user_id").asText()).isEqualTo("30R7kT7bTIKSNUFEuH_Qlg");
        assertThat(payload.get("client_id").asText()).isEqualTo(sandbox.clientId());
        assertThat(payload.get("deauthorization_time").asText()).isEqualTo("2026-11-22T09:00:00.123Z");
        assertThat(client.refresh(tokens.get("refresh_token").asText()).statusCode()).isEqualTo(400);
        assertThat(verified(received.get(0))).isTrue();
    }

    @Test
    void tellsOfOurOwnRevocationToo() {
        client.revoke(client.accessToken(ZoomUsers.HOST));

        awaitEvent("app_deauthorized");
        assertThat(sandbox.webhooks().deliveries("app_deauthorized")).hasSize(1);
    }

    @Test
    void challengesTheEndpointAndJudgesItsAnswer() {
        receiver = request -> {
            String token = Json.read(request.body()).at("/payload/plainToken").asText();
            return Reply.json(200, Json.object().put("plainToken", token)
                    .put("encryptedToken", Webhooks.hmac(sandbox.webhookSecret(), token)));
        };
        assertThat(sandbox.validates(sandbox.sendUrlValidation())).isTrue();

        receiver = request -> Reply.json(200, "{\"plainToken\":\"x\"}");
        assertThat(sandbox.validates(sandbox.sendUrlValidation())).isFalse();
        receiver = request -> Reply.empty(204);
        assertThat(sandbox.validates(sandbox.sendUrlValidation())).isFalse();
    }

    @Test
    void repeatsADeliveryUnchanged() {
        receiver = request -> Reply.empty(503);
        Delivery first = sandbox.sendDeauthorization("account", "user");
        assertThat(first.retried()).isTrue();
        clock.advance(Duration.ofMinutes(5));
        receiver = request -> Reply.empty(200);
        Delivery second = sandbox.webhooks().redeliver(first);
        assertThat(second.status()).isEqualTo(200);
        Delivery third = sandbox.webhooks().redeliverSignedAnew(first);

        assertThat(received.get(1).header("x-zm-request-id")).isEqualTo(received.get(0).header("x-zm-request-id"));
        assertThat(received.get(1).header("x-zm-signature")).isEqualTo(received.get(0).header("x-zm-signature"));
        assertThat(third.requestId()).isEqualTo(first.requestId());
        assertThat(third.timestamp()).isEqualTo(first.timestamp() + 300);
        assertThat(received).allMatch(this::verified);
    }

    @Test
    void forgesInEachWayAskedFor() {
        List<Variation> forged = List.of(Variation.badSignature(), Variation.unsigned(), Variation.otherKey(),
                Variation.changedAfterSigning());
        forged.forEach(sandbox::sendUrlValidation);
        assertThat(received).hasSize(4).noneMatch(this::verified);

        sandbox.sendUrlValidation(Variation.aged(Duration.ofHours(3)));
        assertThat(verified(received.get(4))).isTrue();
        assertThat(received.get(4).header("x-zm-request-timestamp")).isEqualTo("1795327200");
        sandbox.sendUrlValidation(Variation.requestId("same"));
        assertThat(received.get(5).header("x-zm-request-id")).isEqualTo("same");
        sandbox.webhooks().deauthorization(Variation.otherKey());
        sandbox.userRemovesApp(ZoomUsers.HOST);
        assertThat(verified(received.get(6))).isFalse();
    }

    @Test
    void reportsAReceiverThatIsNotThere() {
        server.stop(0);
        assertThat(sandbox.sendUrlValidation().status()).isZero();
        sandbox.webhookTarget(null);
        assertThat(sandbox.sendUrlValidation().reply()).isEqualTo("no webhook target");
    }
}
