package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application as it starts with nothing of Zoom configured. */
class NoWebhookSecretTest extends RunningApplication {

    @Test
    void withoutItsSecretThereIsNoEventEndpoint() {
        assertThat(browser().send(browser().request("/integrations/zoom/events")
                .POST(HttpRequest.BodyPublishers.ofString("{\"event\":\"app_deauthorized\"}"))).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAZoomAppTheConnectionSaysWhatIsMissing() {
        assertThat(call("GET", "/api/workspaces/default/zoom-connection", ROOT, null).body())
                .contains("\"status\":\"NOT_CONFIGURED\"", "ZOOM_CLIENT_ID");
        Browser browser = browser();
        browser.signIn("root", "the root password");
        String settings = "/workspaces/default/settings/integrations/zoom";
        assertThat(browser.submit("/workspaces", settings + "/connect", Map.of()).headers()
                .firstValue("Location").orElseThrow()).endsWith(settings);
        assertThat(browser.get(settings).body()).contains("Zoom is not set up");
    }
}
