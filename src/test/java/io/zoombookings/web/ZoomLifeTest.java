package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.sandbox.Delivery;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.Variation;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.sandbox.ZoomUsers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Connecting, disconnecting and what Zoom says of itself, through the browser's and Zoom's real requests. */
class ZoomLifeTest extends RunningApplication {

    /** Ends with the process, as the application that is shared with other classes. */
    private static final ZoomSandbox ZOOM = ZoomSandbox.start(0, Clock.systemUTC());
    private static final String REDIRECT_URI = "http://localhost/integrations/zoom/callback";

    @Autowired
    private JdbcClient jdbc;

    private String workspace;

    @DynamicPropertySource
    static void zoom(DynamicPropertyRegistry registry) {
        ZOOM.redirectUris(REDIRECT_URI);
        registry.add("public-url", () -> "http://localhost");
        registry.add("zoom.oauth.base-url", ZOOM::url);
        registry.add("zoom.api.base-url", ZOOM::apiUrl);
        registry.add("zoom.oauth.client-id", ZOOM::clientId);
        registry.add("zoom.oauth.client-secret", ZOOM::clientSecret);
        registry.add("zoom.webhook.secret", ZOOM::webhookSecret);
        registry.add("zoom.events.period", () -> "200");
    }

    @BeforeEach
    void newDay() {
        workspace = newWorkspace();
        ZOOM.reset();
        // Zoom has forgotten the consents of other tests: a grant that another workspace still had would be kept.
        jdbc.sql("update zoom_connection set grant_id = null, status = 'NOT_CONNECTED'").update();
        jdbc.sql("delete from zoom_grant").update();
        ZOOM.webhookTarget(URI.create("http://localhost:" + port + "/integrations/zoom/events"));
    }

    @Test
    void anAdministratorConnectsTestsAndDisconnects() {
        Browser browser = signedIn("root", "the root password");

        HttpResponse<String> toZoom = press(browser, "/connect");
        assertThat(toZoom.statusCode()).isEqualTo(302);
        assertThat(status()).isEqualTo("PENDING");
        String callback = consent(toZoom, ZoomUsers.HOST, true);
        assertThat(location(browser.get(callback))).endsWith(settings());

        assertThat(browser.get(settings()).body()).contains("Successfully connected", ZoomUsers.HOST)
                .doesNotContain(ZOOM.secretsIssued().toArray(String[]::new));
        assertThat(connection()).contains("\"status\":\"CONNECTED\"", "\"email\":\"" + ZoomUsers.HOST + "\"")
                .doesNotContain(ZOOM.secretsIssued().toArray(String[]::new));
        press(browser, "/test");
        assertThat(browser.get(settings()).body()).contains("Zoom answered just now");

        // A callback that is opened again, as from the browser's history.
        assertThat(location(browser.get(callback))).endsWith("/workspaces");
        assertThat(browser.get("/workspaces").body()).contains("does not belong to a connection");

        browser.submit(settings() + "/disconnect", settings() + "/disconnect", Map.of());
        assertThat(status()).isEqualTo("NOT_CONNECTED");
        await().untilAsserted(() -> assertThat(ZOOM.installed(ZoomUsers.HOST)).isFalse());
    }

    @Test
    void whoDeclinesIsToldAndKeepsTheOldState() {
        Browser browser = signedIn("root", "the root password");
        connect(browser, ZoomUsers.HOST);

        String callback = consent(press(browser, "/connect"), ZoomUsers.HOST, false);

        assertThat(location(browser.get(callback))).endsWith(settings());
        assertThat(browser.get(settings()).body()).contains("Permission was declined", "choose Allow");
        assertThat(status()).isEqualTo("CONNECTED");
    }

    @Test
    void anotherBrowsersCallbackIsRefused() {
        Browser victim = signedIn("root", "the root password");
        Browser attacker = signedIn("root", "the root password");
        String callback = consent(press(attacker, "/connect"), ZoomUsers.OTHER, true);
        press(victim, "/connect");

        assertThat(location(victim.get(callback))).endsWith("/workspaces");

        assertThat(status()).isEqualTo("PENDING");
        assertThat(ZOOM.ledger().count(Operation.TOKEN)).isZero();
        assertThat(location(browser().get(callback))).contains("/login");
    }

    @Test
    void anInstallationBegunAtTheMarketplaceWaitsForAClick() {
        String name = newAdministrator(workspace);
        Browser browser = signedIn(name, password(name));
        String fromZoom = path(ZOOM.addFromMarketplace(ZoomUsers.HOST));

        assertThat(location(browser.get(fromZoom))).endsWith(settings());
        assertThat(browser.get(settings()).body()).contains("To connect the workspace Clinic " + workspace, "Connect Zoom</button>");
        assertThat(ZOOM.ledger().count(Operation.TOKEN)).isZero();
        assertThat(status()).isEqualTo("NOT_CONNECTED");
        browser.get(consent(press(browser, "/connect"), ZoomUsers.HOST, true));
        assertThat(status()).isEqualTo("CONNECTED");
        assertThat(browser.get(settings()).body()).contains("Successfully connected");

        // The app is allowed by now: Zoom would ask nothing.
        browser.get(path(ZOOM.addFromMarketplace(ZoomUsers.OTHER)));
        assertThat(browser.get(settings()).body()).contains("To connect the workspace", ZoomUsers.HOST, "Reconnect</button>");

        newWorkspace();
        Browser root = signedIn("root", "the root password");
        assertThat(location(root.get(fromZoom))).endsWith("/workspaces");
        assertThat(root.get("/workspaces").body()).contains("Choose a workspace");
    }

    @Test
    void switchingTheAccountIsSaid() {
        Browser browser = signedIn("root", "the root password");
        connect(browser, ZoomUsers.HOST);
        connect(browser, ZoomUsers.OTHER);
        assertThat(browser.get(settings()).body()).contains("Successfully connected", "keep their links", ZoomUsers.OTHER);
    }

    @Test
    void othersMayNotTouchTheConnection() {
        String stranger = newAdministrator(newWorkspace());
        Browser browser = signedIn(stranger, password(stranger));
        for (String action : new String[] {"/connect", "/disconnect", "/test"}) {
            assertThat(browser.submit("/workspaces", settings() + action, Map.of()).statusCode()).isEqualTo(404);
            assertThat(signedIn("root", "the root password").postForm(settings() + action, Map.of(), null).statusCode())
                    .isEqualTo(403);
        }
        assertThat(status()).isEqualTo("NOT_CONNECTED");
    }

    @Test
    void zoomsChallengeIsAnswered() {
        long before = rows();
        assertThat(ZOOM.validates(ZOOM.sendUrlValidation())).isTrue();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void deliveriesThatAreNotZoomsAreRefusedAndNotStored() {
        for (Variation foreign : new Variation[] {Variation.otherKey(), Variation.badSignature(), Variation.unsigned(),
            Variation.changedAfterSigning()}) {
            assertThat(ZOOM.sendUrlValidation(foreign).status()).isEqualTo(401);
        }
        assertThat(ZOOM.sendUrlValidation(Variation.aged(Duration.ofMinutes(125))).status()).isEqualTo(401);
        assertThat(ZOOM.sendUrlValidation(Variation.aged(Duration.ofMinutes(-6))).status()).isEqualTo(401);
        assertThat(ZOOM.sendUrlValidation(Variation.aged(Duration.ofMinutes(115))).status()).isEqualTo(200);
        assertThat(ZOOM.sendUrlValidation(Variation.aged(Duration.ofMinutes(-4))).status()).isEqualTo(200);
        HttpResponse<String> unsigned = post("{\"event\":\"app_deauthorized\"}", null);
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(unsigned.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(post("x".repeat((1 << 20) + 1), null).statusCode()).isEqualTo(413);
        assertThat(browser().get("/integrations/zoom/events").statusCode()).isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "{", "{\"event\":null}", "{\"event\":\"\"}", "{\"event\":{}}", "{}x"})
    void hostileBodiesAreAnsweredWithAProblem(String body) {
        HttpResponse<String> answer = post(body, ZOOM.webhookSecret());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"status\":400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"app_deauthorized\"}", "{\"event\":\"app_deauthorized\",\"payload\":[1]}",
        "{\"event\":\"meeting.deleted\",\"payload\":{\"object\":{\"id\":\"x\"}}}", "{\"event\":\"meeting.deleted\"}",
        "{\"event\":\"meeting.updated\",\"payload\":{\"object\":{\"id\":99999999999999999999}}}",
        "{\"event\":\"unheard.of\",\"event_ts\":\"never\"}"})
    void eventsThatSayNothingAreStoredAndDone(String body) {
        assertThat(post(body, ZOOM.webhookSecret()).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                jdbc.sql("select count(*) from zoom_event where due_at is not null").query(Long.class).single()).isZero());
    }

    @Test
    void removalAtZoomEndsTheConnectionOnceHoweverOftenItIsTold() {
        connect(signedIn("root", "the root password"), ZoomUsers.COLLEAGUE);

        Delivery removal = ZOOM.userRemovesApp(ZoomUsers.COLLEAGUE);

        assertThat(removal.status()).isEqualTo(200);
        assertThat(removal.took()).isLessThan(Duration.ofSeconds(1));
        await().untilAsserted(() -> assertThat(status()).isEqualTo("NOT_CONNECTED"));
        assertThat(connection()).contains("removed in the Zoom account");
        connect(signedIn("root", "the root password"), ZoomUsers.COLLEAGUE);
        long before = rows();
        assertThat(ZOOM.webhooks().redeliver(removal).status()).isEqualTo(200);
        assertThat(ZOOM.webhooks().redeliverSignedAnew(removal).status()).isEqualTo(200);
        assertThat(rows()).isEqualTo(before);
        assertThat(status()).isEqualTo("CONNECTED");
    }

    @Test
    void aRemovalOfAnUnknownUserChangesNothing() {
        assertThat(ZOOM.sendDeauthorization("account", "user").status()).isEqualTo(200);
    }

    @Test
    void anEventThatCannotBeStoredIsLeftToZoomToRepeat() {
        jdbc.sql("alter table zoom_event rename to zoom_event_away").update();
        Delivery delivery;
        try {
            delivery = ZOOM.sendDeauthorization("account", "user");
            assertThat(delivery.retried()).isTrue();
        } finally {
            jdbc.sql("alter table zoom_event_away rename to zoom_event").update();
        }
        assertThat(ZOOM.webhooks().redeliver(delivery).status()).isEqualTo(200);
    }

    private HttpResponse<String> post(String body, String secret) {
        HttpRequest.Builder request = browser().request("/integrations/zoom/events")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (secret != null) {
            String timestamp = String.valueOf(System.currentTimeMillis() / 1000);
            request.header("x-zm-request-timestamp", timestamp).header("x-zm-signature",
                    Signatures.zoom(secret, timestamp, body));
        }
        return browser().send(request);
    }

    private Browser signedIn(String name, String password) {
        Browser browser = browser();
        assertThat(location(browser.signIn(name, password))).contains("/workspaces");
        return browser;
    }

    private void connect(Browser browser, String email) {
        browser.get(consent(press(browser, "/connect"), email, true));
        assertThat(status()).isEqualTo("CONNECTED");
    }

    private HttpResponse<String> press(Browser browser, String action) {
        return browser.submit(settings(), settings() + action, Map.of());
    }

    private static String consent(HttpResponse<String> toZoom, String email, boolean allow) {
        return path(ZOOM.authorize(URI.create(location(toZoom)), email, allow));
    }

    private static String path(String url) {
        assertThat(url).startsWith(REDIRECT_URI);
        return url.substring("http://localhost".length());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String settings() {
        return "/workspaces/" + workspace + "/settings/integrations/zoom";
    }

    private String connection() {
        return call("GET", "/api/workspaces/" + workspace + "/zoom-connection", ROOT, null).body();
    }

    private String status() {
        try {
            return new ObjectMapper().readTree(connection()).path("status").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long rows() {
        return jdbc.sql("select count(*) from zoom_event").query(Long.class).single();
    }
}
