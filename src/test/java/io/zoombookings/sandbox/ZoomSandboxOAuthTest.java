package io.zoombookings.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent, tokens and revocation at the sandbox against what is known of Zoom's. */
class ZoomSandboxOAuthTest {

    private static final String INVALID_TOKEN = "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}";
    private static final String INVALID_CODE =
            "{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T09:00:00Z"));
    private ZoomSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = ZoomSandbox.start(0, clock);
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static void assertError(HttpResponse<String> response, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(400);
    }

    private int statusWith(String accessToken) {
        return client.api(accessToken, "GET", "/users/me").statusCode();
    }

    @Test
    void showsPermissionsAndAccountsOnAPlainPage() {
        String page = client.send(HttpRequest.newBuilder(client.authorizeUrl())).body();

        assertThat(page).contains("Create a meeting for you", "value=\"host@zoom.example\"", "value=\"allow\"",
                "value=\"decline\"").doesNotContain("<script");
    }

    @Test
    void sendsTheUserBackWithCodeAndState() {
        URI location = URI.create(sandbox.authorize(client.authorizeUrl(), ZoomUsers.HOST, true));

        assertThat(location.toString()).startsWith(SandboxClient.REDIRECT + '?');
        assertThat(SandboxClient.query(location)).containsOnlyKeys("code", "state").containsEntry("state", "s t/1");
        assertThat(SandboxClient.query(location).get("code")).endsWith("_30R7kT7bTIKSNUFEuH_Qlg");
    }

    @Test
    void exchangesACodeOnceWithinFiveMinutes() {
        String code = client.code(ZoomUsers.HOST);
        JsonNode tokens = SandboxClient.json(client.exchange(code));
        assertThat(tokens.get("token_type").asText()).isEqualTo("bearer");
        assertThat(tokens.get("expires_in").isInt()).isTrue();
        assertThat(tokens.get("expires_in").asInt()).isEqualTo(3599);
        assertThat(tokens.get("scope").asText()).isEqualTo("meeting:delete:meeting meeting:read:list_meetings "
                + "meeting:read:meeting meeting:update:meeting meeting:write:meeting user:read:user");
        assertThat(tokens.get("api_url").asText()).isEqualTo(sandbox.url());
        assertThat(statusWith(tokens.get("access_token").asText())).isEqualTo(200);

        assertError(client.exchange(code), INVALID_CODE);
        String late = client.code(ZoomUsers.HOST);
        clock.advance(Duration.ofMinutes(5));
        assertError(client.exchange(late), INVALID_CODE);
        assertError(client.exchange("made-up"), INVALID_CODE);
    }

    @Test
    void bindsTheCodeToVerifierAndRedirectUri() {
        Map<String, String> fields = new HashMap<>(Map.of("grant_type", "authorization_code", "code",
                client.code(ZoomUsers.HOST), "redirect_uri", SandboxClient.REDIRECT, "code_verifier",
                "x".repeat(43)));
        assertError(client.token(fields), INVALID_CODE);

        fields.put("code", client.code(ZoomUsers.HOST));
        fields.remove("code_verifier");
        assertError(client.token(fields), INVALID_CODE);

        fields.put("code", client.code(ZoomUsers.HOST));
        fields.put("code_verifier", SandboxClient.VERIFIER);
        fields.put("redirect_uri", SandboxClient.REDIRECT + '/');
        assertError(client.token(fields), "{\"reason\":\"Redirect URI mismatch.\",\"error\":\"invalid_request\"}");
    }

    @Test
    void showsErrorsOfTheRequestWithoutRedirecting() {
        HttpResponse<String> redirect = client.send(HttpRequest.newBuilder(
                client.authorizeUrl(sandbox.clientId(), SandboxClient.REDIRECT.replace("zoom", "Zoom"))));
        assertError(redirect, "{\"status\":false,\"errorCode\":4700,\"errorMessage\":\"Invalid redirect url\","
                + "\"result\":null}");
        HttpResponse<String> stranger = client.send(HttpRequest.newBuilder(
                client.authorizeUrl("someone", SandboxClient.REDIRECT)));
        assertError(stranger, "{\"status\":false,\"errorCode\":4702,\"errorMessage\":\"Invalid client\","
                + "\"result\":null}");
        HttpResponse<String> implicit = client.send(HttpRequest.newBuilder(URI.create(
                client.authorizeUrl().toString().replace("response_type=code", "response_type=token"))));
        assertThat(implicit.statusCode()).isEqualTo(400);
    }

    @Test
    void sendsBackWhoDeclinesOrNot() {
        assertThat(sandbox.authorize(client.authorizeUrl(), ZoomUsers.HOST, false))
                .isEqualTo(SandboxClient.REDIRECT + "?error=access_denied&state=s+t%2F1");

        sandbox.settings().declineWithoutCallback(true);
        assertThatThrownBy(() -> sandbox.authorize(client.authorizeUrl(), ZoomUsers.HOST, false))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("The app is not told");
    }

    @Test
    void keepsUsersWithoutApprovalOrGoodStandingOut() {
        assertThatThrownBy(() -> sandbox.authorize(client.authorizeUrl(), ZoomUsers.UNAPPROVED, true))
                .hasMessageContaining("pre-approved");
        assertThatThrownBy(() -> sandbox.authorize(client.authorizeUrl(), ZoomUsers.RESTRICTED, true))
                .hasMessageContaining("restricted");
    }

    @Test
    void rotatesBothTokens() {
        JsonNode first = client.connect(ZoomUsers.HOST);
        JsonNode second = SandboxClient.json(client.refresh(first.get("refresh_token").asText()));

        assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
        assertThat(statusWith(second.get("access_token").asText())).isEqualTo(200);
        assertThat(statusWith(first.get("access_token").asText())).isEqualTo(401);
        assertError(client.refresh(first.get("refresh_token").asText()), INVALID_TOKEN);
        assertThat(statusWith(second.get("access_token").asText())).isEqualTo(200);
        assertThat(sandbox.liveGrants(ZoomUsers.HOST)).isEqualTo(1);
    }

    @Test
    void letsTheFormerAccessTokenLiveWhereItIsToldTo() {
        sandbox.settings().oldAccessTokenDiesAtRefresh(false);
        JsonNode first = client.connect(ZoomUsers.HOST);
        client.refresh(first.get("refresh_token").asText());

        assertThat(statusWith(first.get("access_token").asText())).isEqualTo(200);
    }

    @Test
    void refreshesOnceForTwentyCallersWithTheSameToken() throws Exception {
        String refreshToken = client.connect(ZoomUsers.HOST).get("refresh_token").asText();
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            Callable<Integer> refresh = () -> client.refresh(refreshToken).statusCode();
            int good = 0;
            for (Future<Integer> status : callers.invokeAll(Collections.nCopies(20, refresh))) {
                good += status.get() == 200 ? 1 : 0;
            }
            assertThat(good).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void killsEarlierTokensOfAUserWithANewConsent() {
        JsonNode first = client.connect(ZoomUsers.HOST);
        JsonNode other = client.connect(ZoomUsers.OTHER);
        JsonNode second = client.connect(ZoomUsers.HOST);

        assertThat(statusWith(first.get("access_token").asText())).isEqualTo(401);
        assertError(client.refresh(first.get("refresh_token").asText()), INVALID_TOKEN);
        assertThat(statusWith(second.get("access_token").asText())).isEqualTo(200);
        assertThat(statusWith(other.get("access_token").asText())).isEqualTo(200);
    }

    @Test
    void tellsExpiredFromUnknownTokens() {
        JsonNode tokens = client.connect(ZoomUsers.HOST);
        clock.advance(Duration.ofSeconds(3599));

        assertThat(client.api(tokens.get("access_token").asText(), "GET", "/users/me").body())
                .isEqualTo("{\"code\":124,\"message\":\"Access token is expired.\"}");
        assertThat(client.api("unknown", "GET", "/users/me").body())
                .isEqualTo("{\"code\":124,\"message\":\"Invalid access token.\"}");
        assertThat(client.refresh(tokens.get("refresh_token").asText()).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(90));
        assertError(client.refresh(tokens.get("refresh_token").asText()), INVALID_TOKEN);
    }

    @Test
    void refusesTokensInTheQuery() {
        String token = client.accessToken(ZoomUsers.HOST);

        HttpResponse<String> refused = client.api(token, "GET", "/users/me?access_token=" + token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("this access token is not supported as query parameter string.");
    }

    @Test
    void refusesWrongClientsAndGrants() {
        assertError(client.post("/oauth/token", Map.of("grant_type", "refresh_token"), "wrong"),
                "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
        assertError(client.token(Map.of("grant_type", "account_credentials")),
                "{\"reason\":\"unsupported grant type\",\"error\":\"unsupported_grant_type\"}");
        sandbox.settings().appDisabled(true);
        assertThat(client.token(Map.of("grant_type", "refresh_token")).body()).contains("invalid_client");
    }

    @Test
    void namesMissingScopes() {
        sandbox.settings().withholdScopes("meeting:write:meeting");
        JsonNode tokens = client.connect(ZoomUsers.HOST);
        assertThat(tokens.get("scope").asText()).doesNotContain("meeting:write:meeting");

        assertError(client.api(tokens.get("access_token").asText(), "POST", "/users/me/meetings", "{}"),
                "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:"
                        + "[meeting:write:meeting, meeting:write:meeting:admin].\"}");
        sandbox.settings().missingScopeCode(104);
        assertThat(client.api(tokens.get("access_token").asText(), "POST", "/users/me/meetings", "{}").body())
                .startsWith("{\"code\":104,");
    }

    @Test
    void grantsFewerScopesToARequestThatNamesFewer() {
        URI fewer = URI.create(client.authorizeUrl() + "&scope=user:read:user%20meeting:write:meeting");
        String code = SandboxClient.query(URI.create(sandbox.authorize(fewer, ZoomUsers.HOST, true))).get("code");
        assertThat(SandboxClient.json(client.exchange(code)).get("scope").asText())
                .isEqualTo("meeting:write:meeting user:read:user");

        URI more = URI.create(client.authorizeUrl() + "&scope=recording:read");
        assertThat(client.send(HttpRequest.newBuilder(more)).statusCode()).isEqualTo(400);
    }

    @Test
    void knowsClassicScopes() {
        sandbox.settings().scopes(SandboxSettings.CLASSIC_SCOPES);
        String token = client.accessToken(ZoomUsers.HOST);

        assertThat(client.api(token, "POST", "/users/me/meetings", "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void endsTheWholeGrantWhenItIsRevoked() {
        JsonNode tokens = client.connect(ZoomUsers.HOST);
        HttpResponse<String> revoked = client.revoke(tokens.get("access_token").asText());

        assertThat(revoked.body()).isEqualTo("{\"status\":\"success\"}");
        assertThat(statusWith(tokens.get("access_token").asText())).isEqualTo(401);
        assertError(client.refresh(tokens.get("refresh_token").asText()), INVALID_TOKEN);
        assertThat(sandbox.installed(ZoomUsers.HOST)).isFalse();
        assertThat(client.revoke(tokens.get("access_token").asText()).statusCode()).isEqualTo(400);
    }

    @Test
    void startsAtTheMarketplaceWithoutState() {
        URI location = URI.create(sandbox.addFromMarketplace(ZoomUsers.HOST));

        assertThat(SandboxClient.query(location)).containsOnlyKeys("code");
        assertThat(client.token(Map.of("grant_type", "authorization_code", "redirect_uri", SandboxClient.REDIRECT,
                "code", SandboxClient.query(location).get("code"))).statusCode()).isEqualTo(200);
    }

    @Test
    void recordsCallsWithoutSecrets() {
        JsonNode tokens = client.connect(ZoomUsers.HOST);
        client.refresh(tokens.get("refresh_token").asText());

        String ledger = sandbox.ledger().calls().toString();
        assertThat(sandbox.secretsIssued()).hasSize(5).noneMatch(ledger::contains);
        assertThat(ledger).doesNotContain(sandbox.clientSecret());
        assertThat(sandbox.ledger().count("POST", "/oauth/token")).isEqualTo(2);
        assertThat(sandbox.ledger().calls(Operation.TOKEN)).allMatch(
                call -> call.effect() && ZoomUsers.HOST.equals(call.user()));
    }
}
