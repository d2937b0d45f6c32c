package io.zoombookings.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zoom's rate limits at the sandbox. */
class ZoomSandboxLimitsTest {

    private static final String HOST_LIMIT = "{\"code\":429,\"message\":\"You have exceeded the daily rate limit (100) "
            + "of Meeting Create/Update API requests permitted for this particular user. You may resume these requests "
            + "at GMT 00:00:00.\"}";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T23:30:00Z"));
    private ZoomSandbox sandbox;
    private SandboxClient client;
    private String token;

    @BeforeEach
    void start() {
        sandbox = ZoomSandbox.start(0, clock);
        sandbox.settings().expiresIn(7 * 86_400);
        client = new SandboxClient(sandbox);
        token = client.accessToken(ZoomUsers.HOST);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> create(String accessToken) {
        return client.api(accessToken, "POST", "/users/me/meetings", "{\"start_time\":\"2026-12-01T09:00:00Z\"}");
    }

    @Test
    void allowsAHostAHundredCreatesAndUpdatesADay() {
        for (int i = 0; i < 50; i++) {
            long id = SandboxClient.json(create(token)).get("id").asLong();
            assertThat(client.api(token, "PATCH", "/meetings/" + id, "{\"duration\":20}").statusCode()).isEqualTo(204);
        }
        HttpResponse<String> refused = create(token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo(HOST_LIMIT);
        assertThat(refused.headers().firstValue("x-ratelimit-category")).contains("Light");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        long id = sandbox.liveMeetings().get(0).id();
        assertThat(client.api(token, "PATCH", "/meetings/" + id, "{}").statusCode()).isEqualTo(429);
        assertThat(client.api(token, "DELETE", "/meetings/" + id).statusCode()).isEqualTo(204);
        assertThat(client.api(token, "GET", "/users/me/meetings").statusCode()).isEqualTo(200);
        assertThat(create(client.accessToken(ZoomUsers.COLLEAGUE)).statusCode()).isEqualTo(201);

        clock.advance(Duration.ofMinutes(30));
        assertThat(create(token).statusCode()).isEqualTo(201);
        assertThat(sandbox.limits().usedToday(sandbox.users().byEmail(ZoomUsers.HOST))).isEqualTo(1);
    }

    @Test
    void saysWhenToComeBackInTheFormAskedFor() {
        sandbox.limits().hostPerDay(0);
        sandbox.limits().headers(RateLimits.Headers.DOCUMENTED);
        assertThat(create(token).headers().firstValue("Retry-After")).contains("2026-11-23T00:00:00Z");
        assertThat(create(token).headers().firstValue("X-RateLimit-Type")).contains("Daily-limit");
        sandbox.limits().retryAfter(Fault.RetryAfter.SECONDS);
        assertThat(create(token).headers().firstValue("Retry-After")).contains("1800");
        sandbox.limits().retryAfter(Fault.RetryAfter.DATE);
        assertThat(create(token).headers().firstValue("Retry-After")).contains("Mon, 23 Nov 2026 00:00:00 GMT");
        sandbox.limits().headers(RateLimits.Headers.NONE);
        assertThat(create(token).headers().firstValue("x-ratelimit-category")).isEmpty();
    }

    @Test
    void limitsTheAccountPerSecondByPlanAndLabel() {
        sandbox.limits().perSecond(true);
        String free = client.accessToken(ZoomUsers.OTHER);
        assertThat(create(free).statusCode()).isEqualTo(201);
        assertThat(create(free).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = create(free);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"code\":429,\"message\":\"You have reached the maximum per-second rate "
                + "limit for this API. Try again later.\"}");
        assertThat(client.api(free, "GET", "/users/me").statusCode()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(create(free).statusCode()).isEqualTo(201);
    }

    @Test
    void sharesTheLimitPerSecondAmongTheUsersOfAnAccount() {
        sandbox.limits().perSecond(true);
        String colleague = client.accessToken(ZoomUsers.COLLEAGUE);
        for (int i = 0; i < 10; i++) {
            assertThat(create(token).statusCode()).isEqualTo(201);
            assertThat(create(colleague).statusCode()).isEqualTo(201);
        }
        assertThat(create(token).statusCode()).isEqualTo(429);
        assertThat(create(colleague).statusCode()).isEqualTo(429);
    }

    @Test
    void limitsAFreeAccountPerDay() {
        sandbox.limits().accountPerDay(true);
        String free = client.accessToken(ZoomUsers.OTHER);
        for (int i = 0; i < 2000; i++) {
            assertThat(client.api(free, "GET", "/users/me/meetings").statusCode()).isEqualTo(200);
        }
        assertThat(client.api(free, "GET", "/users/me/meetings").body()).isEqualTo("{\"code\":429,\"message\":\"You "
                + "have reached the maximum daily rate limit for this API. Refer to the response header for details on "
                + "when you can make another request.\"}");
    }
}
