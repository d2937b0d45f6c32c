package io.zoombookings.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sandbox's Server-to-Server app against what is known of Zoom's. */
class ZoomSandboxServerToServerTest {

    private static final String ACCOUNT = "gVcjZnYYRLDbb_MfgHuaxg";
    private static final String MEETING = "{\"topic\":\"Talk\",\"type\":2,\"start_time\":\"2031-03-04T09:00:00Z\",\"duration\":30}";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final ZoomSandbox sandbox = ZoomSandbox.start(0, clock);
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> token(String grant, String account) {
        return client.post("/oauth/token", Map.of("grant_type", grant, "account_id", account), sandbox.serverClientId(),
                sandbox.serverClientSecret());
    }

    private String token() {
        return Json.read(token("account_credentials", ACCOUNT).body()).path("access_token").asText();
    }

    private int status(String token, String method, String path) {
        return client.api(token, method, path).statusCode();
    }

    @Test
    void givesATokenForAnHourAndNoOtherWithIt() {
        JsonNode reply = Json.read(token("account_credentials", ACCOUNT).body());

        assertThat(reply.fieldNames()).toIterable()
                .containsExactly("access_token", "token_type", "expires_in", "scope", "api_url");
        assertThat(reply.path("expires_in").intValue()).isEqualTo(3600);
        assertThat(reply.path("scope").asText()).contains("meeting:write:meeting:admin");
        String token = reply.path("access_token").asText();
        String other = token();
        assertThat(status(token, "GET", "/users/host@zoom.example")).isEqualTo(200);
        assertThat(status(other, "GET", "/users/host@zoom.example")).isEqualTo(200);
        clock.advance(Duration.ofSeconds(3601));
        assertThat(status(token, "GET", "/users/host@zoom.example")).isEqualTo(401);
    }

    @Test
    void grantsNothingElseToThisAppAndThisToNoOther() {
        assertThat(token("authorization_code", ACCOUNT).body()).contains("unsupported_grant_type");
        assertThat(token("account_credentials", "unknown").statusCode()).isEqualTo(400);
        assertThat(client.token(Map.of("grant_type", "account_credentials", "account_id", ACCOUNT)).body())
                .contains("unsupported_grant_type");
        assertThat(client.post("/oauth/token", Map.of("grant_type", "account_credentials", "account_id", ACCOUNT),
                sandbox.serverClientId(), "wrong").body()).contains("invalid_client");
    }

    @Test
    void hostsForTheUsersOfItsAccountAlone() {
        String token = token();
        HttpResponse<String> created = client.api(token, "POST", "/users/colleague@zoom.example/meetings", MEETING);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(sandbox.meetings("colleague@zoom.example")).hasSize(1);
        assertThat(client.api(token, "POST", "/users/other@zoom.example/meetings", MEETING).body()).contains("1001");
        long foreign = Json.read(client.api(client.accessToken("other@zoom.example"), "POST", "/users/me/meetings", MEETING)
                .body()).path("id").asLong();
        assertThat(client.api(token, "GET", "/meetings/" + foreign).body()).contains("3001");
        assertThat(status(token, "DELETE", "/meetings/" + Json.read(created.body()).path("id").asLong())).isEqualTo(204);
        assertThat(status(token, "GET", "/users/me")).isEqualTo(200);
        sandbox.settings().accountKnowsMe(false);
        assertThat(status(token, "GET", "/users/me")).isEqualTo(404);
    }

    @Test
    void missesItsScopesAsAnyOther() {
        sandbox.settings().accountScopes(List.of("user:read:user:admin"));

        assertThat(client.api(token(), "POST", "/users/host@zoom.example/meetings", MEETING).body())
                .contains("does not contain scopes:[meeting:write:meeting:admin]");
    }
}
