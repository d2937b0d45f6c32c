package io.zoombookings.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each switch makes exactly the calls fail that it is meant for, in the way it says, with or without effect. */
class ZoomSandboxFaultTest {

    private static final String MEETING = "{\"topic\":\"T\",\"start_time\":\"2030-12-01T09:00:00Z\"}";
    private static final Duration SHORT = Duration.ofMillis(300);

    private ZoomSandbox sandbox;
    private SandboxClient client;
    private String token;

    @BeforeEach
    void start() {
        sandbox = ZoomSandbox.start(0, Clock.systemUTC());
        client = new SandboxClient(sandbox);
        token = client.accessToken(ZoomUsers.HOST);
        sandbox.ledger().reset();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> create() {
        return client.api(token, "POST", "/users/me/meetings", MEETING);
    }

    private void nextCreate(Fault fault) {
        sandbox.faults().next(CallMatcher.on(Operation.CREATE), fault);
    }

    private void assertMeetings(int live) {
        assertThat(sandbox.liveMeetings()).hasSize(live);
        assertThat(sandbox.ledger().effects(Operation.CREATE)).isEqualTo(live);
    }

    @Test
    void answersErrorsOfEachKindWithoutEffect() {
        Instant now = Instant.parse("2026-11-22T09:00:00Z");
        Instant until = now.plusSeconds(90);
        Map<Fault, String> faults = Map.of(
                Fault.status(500), "500 application/json;charset=UTF-8",
                Fault.html(502), "502 text/html",
                Fault.xml(503), "503 application/xml;charset=UTF-8",
                Fault.unavailable("7"), "503 application/json;charset=UTF-8 7",
                Fault.tooManyPerSecond(), "429 application/json;charset=UTF-8",
                Fault.tooManyToday(Fault.RetryAfter.INSTANT, now, until),
                "429 application/json;charset=UTF-8 2026-11-22T09:01:30Z",
                Fault.tooManyToday(Fault.RetryAfter.DATE, now, until),
                "429 application/json;charset=UTF-8 Sun, 22 Nov 2026 09:01:30 GMT",
                Fault.tooManyToday(Fault.RetryAfter.SECONDS, now, until), "429 application/json;charset=UTF-8 90",
                Fault.hostLimitToday(), "429 application/json;charset=UTF-8",
                Fault.missingScopes("meeting:write:meeting"), "400 application/json;charset=UTF-8");
        faults.forEach((fault, seen) -> {
            nextCreate(fault);
            HttpResponse<String> response = create();
            assertThat(response.statusCode() + " " + response.headers().firstValue("Content-Type").orElse("")
                    + response.headers().firstValue("Retry-After").map(value -> " " + value).orElse(""))
                    .isEqualTo(seen);
        });
        assertMeetings(0);
        assertThat(create().statusCode()).isEqualTo(201);
        assertThat(sandbox.ledger().count(Operation.CREATE)).isEqualTo(faults.size() + 1);
    }

    @Test
    void takesEffectFirstWhereItIsToldTo() {
        nextCreate(Fault.html(502).afterEffect());

        assertThat(create().statusCode()).isEqualTo(502);
        assertMeetings(1);
    }

    @Test
    void dropsTheConnectionBeforeOrAfterTheEffect() {
        nextCreate(Fault.dropped());
        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertMeetings(0);

        nextCreate(Fault.replyLost());
        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertMeetings(1);
        assertThat(sandbox.ledger().calls()).extracting(Call::status).containsExactly(0, 0);
    }

    @Test
    void losesTheReplyOfARefreshThatRotated() {
        JsonNode tokens = client.connect(ZoomUsers.HOST);
        sandbox.faults().next(CallMatcher.on(Operation.TOKEN), Fault.replyLost());

        assertThatThrownBy(() -> client.refresh(tokens.get("refresh_token").asText()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(client.refresh(tokens.get("refresh_token").asText()).statusCode()).isEqualTo(400);
    }

    @Test
    void claimsThatAGrantIsGoneThatIsNot() {
        JsonNode tokens = client.connect(ZoomUsers.HOST);
        sandbox.faults().next(CallMatcher.on(Operation.TOKEN).of(ZoomUsers.HOST), Fault.invalidGrant());

        assertThat(client.refresh(tokens.get("refresh_token").asText()).body()).contains("invalid_grant");
        assertThat(client.refresh(tokens.get("refresh_token").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void hangsWithoutEffectOrTakesItLateOrAnswersLate() {
        HttpRequest.Builder impatient = client.request(token, "POST", "/users/me/meetings", MEETING)
                .header("Accept", "application/json").timeout(SHORT);
        nextCreate(Fault.hangs(Duration.ofSeconds(30)));
        assertTimesOut(impatient);
        assertMeetings(0);

        nextCreate(Fault.late(SHORT.multipliedBy(3)));
        assertTimesOut(impatient);
        assertMeetings(0);
        await().untilAsserted(() -> assertMeetings(1));

        nextCreate(Fault.answersLate(Duration.ofSeconds(30)));
        assertTimesOut(impatient);
        assertMeetings(2);
    }

    private void assertTimesOut(HttpRequest.Builder request) {
        assertThatThrownBy(() -> client.send(request)).hasCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void sendsBytesSlowly() {
        nextCreate(Fault.slowBytes(SHORT));
        long before = System.nanoTime();

        assertThat(SandboxClient.json(create()).get("id").asLong()).isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(SHORT.multipliedBy(9).dividedBy(10));
    }

    @Test
    void spoilsTheBodyAfterTheEffect() {
        nextCreate(Fault.truncatedJson());
        HttpResponse<String> truncated = create();
        assertThat(truncated.statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> Json.read(truncated.body())).isInstanceOf(IllegalArgumentException.class);

        nextCreate(Fault.cutOff());
        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);

        nextCreate(Fault.wrongContentType());
        assertThat(create().headers().firstValue("Content-Type")).contains("text/html");

        nextCreate(Fault.emptyBody());
        HttpResponse<String> empty = create();
        assertThat(empty.statusCode()).isEqualTo(201);
        assertThat(empty.body()).isEmpty();
        assertMeetings(4);
    }

    @Test
    void distortsListings() {
        create();
        sandbox.faults().next(CallMatcher.on(Operation.LIST), Fault.duplicatesInListing());
        assertThat(listed()).hasSize(2).allMatch(id -> id == sandbox.liveMeetings().get(0).id());

        sandbox.faults().next(CallMatcher.on(Operation.LIST), Fault.listingLags(Instant.EPOCH));
        assertThat(listed()).isEmpty();
        sandbox.faults().next(CallMatcher.on(Operation.LIST), Fault.listingHides(meeting -> true));
        assertThat(listed()).isEmpty();
        assertThat(listed()).hasSize(1);
    }

    private List<Long> listed() {
        return SandboxClient.json(client.api(token, "GET", "/users/me/meetings")).findValues("id").stream()
                .map(JsonNode::asLong).toList();
    }

    @Test
    void hitsOnlyTheCallsItIsMeantFor() {
        String other = client.accessToken(ZoomUsers.OTHER);
        Faults.Rule rule = sandbox.faults().next(CallMatcher.on(Operation.CREATE, Operation.LIST).of(ZoomUsers.OTHER)
                .where(call -> !call.body().contains("spared")), 2, Fault.unauthorized());

        assertThat(create().statusCode()).isEqualTo(201);
        assertThat(client.api(other, "GET", "/users/me").statusCode()).isEqualTo(200);
        assertThat(client.api(other, "POST", "/users/me/meetings", "{\"topic\":\"spared\"}").statusCode())
                .isEqualTo(201);
        assertThat(client.api(other, "POST", "/users/me/meetings", MEETING).statusCode()).isEqualTo(401);
        assertThat(client.api(other, "GET", "/users/me/meetings").statusCode()).isEqualTo(401);
        assertThat(client.api(other, "POST", "/users/me/meetings", MEETING).statusCode()).isEqualTo(201);
        assertThat(rule.hits()).isEqualTo(2);
    }

    @Test
    void failsAlwaysUntilItIsCleared() {
        Faults.Rule rule = sandbox.faults().always(CallMatcher.api(), Fault.status(500));
        assertThat(create().statusCode()).isEqualTo(500);
        assertThat(create().statusCode()).isEqualTo(500);
        rule.close();
        assertThat(create().statusCode()).isEqualTo(201);

        sandbox.faults().always(CallMatcher.any(), Fault.status(500));
        assertThat(client.refresh("any").statusCode()).isEqualTo(500);
        sandbox.faults().clear();
        assertThat(client.refresh("any").statusCode()).isEqualTo(400);
    }

    @Test
    void delaysEveryCall() {
        sandbox.faults().delay(SHORT);
        long before = System.nanoTime();
        create();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(SHORT.multipliedBy(9).dividedBy(10));
    }

    @Test
    void goesAwayAndComesBackOnTheSamePort() {
        sandbox.goOffline();
        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);

        sandbox.comeBack();
        assertThat(create().statusCode()).isEqualTo(201);
        assertThat(client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/"))).statusCode()).isEqualTo(200);
    }
}
