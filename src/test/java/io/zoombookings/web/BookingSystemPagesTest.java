package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.source.webhook.Posted;
import io.zoombookings.source.webhook.WebhookSource;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Booking systems that post webhooks of their own, set up by people. */
@Tag("database")
class BookingSystemPagesTest extends RunningApplication {

    private static final String SECRET = "the-s3cret-of-both";

    private Browser browser;
    private String workspace;
    private String page;

    @BeforeEach
    void signIn() {
        browser = browser();
        browser.signIn("root", "the root password");
        workspace = newWorkspace();
        page = "/workspaces/" + workspace + "/settings/integrations/booking-systems";
    }

    private HttpResponse<String> save(WebhookSource source, String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return browser.submit(page, page + "/" + source.id(), form);
    }

    /** A webhook as the booking system posts it. */
    private int post(WebhookSource source, String secret, String body) {
        String address = "/api/workspaces/" + workspace + "/webhooks/" + source.id();
        HttpRequest.Builder request = browser().request(address).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Posted.signed(source, secret, "http://localhost:8080" + address, body, Clock.systemUTC()).forEach(request::header);
        return browser().send(request).statusCode();
    }

    private static String calcom(String uid) {
        return Posted.calcom("BOOKING_CREATED", "2031-01-01T09:00:00Z", uid, null, "2031-03-04T10:00:00Z",
                "2031-03-04T10:30:00Z", "bo@guest.example");
    }

    @Test
    void aSystemIsSetUpChangedAndRemoved() {
        assertThat(post(WebhookSource.CALCOM, SECRET, calcom("uidA"))).isEqualTo(404);

        HttpResponse<String> saved = save(WebhookSource.CALCOM, "secret", SECRET);

        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith(page);
        assertThat(browser.get(page).body()).contains("Cal.com is saved.", "Remove Cal.com",
                "/api/workspaces/" + workspace + "/webhooks/calcom</code>").doesNotContain(SECRET);
        assertThat(post(WebhookSource.CALCOM, SECRET, calcom("uidA"))).isEqualTo(200);
        assertThat(post(WebhookSource.CALCOM, "another", calcom("uidB"))).isEqualTo(401);

        save(WebhookSource.CALCOM, "secret", "");
        assertThat(post(WebhookSource.CALCOM, SECRET, calcom("uidC"))).as("empty: the secret stays").isEqualTo(200);
        save(WebhookSource.CALCOM, "secret", "another");
        assertThat(post(WebhookSource.CALCOM, "another", calcom("uidD"))).isEqualTo(200);

        browser.submit(page, page + "/calcom/remove", Map.of());
        assertThat(post(WebhookSource.CALCOM, "another", calcom("uidE"))).isEqualTo(404);
        assertThat(browser.get(page).body()).doesNotContain("Remove Cal.com");
        assertThat(browser.get("/workspaces/" + workspace + "/audit").body())
                .contains("webhook.changed", "webhook.removed").doesNotContain(SECRET);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsSaved() {
        HttpResponse<String> refused = save(WebhookSource.SQUARE, "secret", SECRET, "apiKey", "", "hostEmail", "nobody",
                "timeZone", "Mars/\"<b>");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Square is not saved", "Access token is required for Square.",
                "Host’s email address must be an email address.", "Time zone is not the IANA id of a known time zone.",
                "value=\"nobody\"", "Mars/&quot;&lt;b&gt;").doesNotContain(SECRET);
        assertThat(browser.get(page).body()).doesNotContain("Remove Square", "nobody");
    }

    @Test
    void aStoredKeyIsNotSentToAnotherAddress() {
        String[] square = {"secret", SECRET, "apiKey", "token-1", "hostEmail", "ada@clinic.example", "apiUrl", ""};
        assertThat(save(WebhookSource.SQUARE, square).statusCode()).isEqualTo(302);
        square[1] = "";
        square[3] = "";
        assertThat(save(WebhookSource.SQUARE, square).statusCode()).isEqualTo(302);
        square[7] = "https://elsewhere.example";

        HttpResponse<String> refused = save(WebhookSource.SQUARE, square);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Access token is required for Square.");
        square[3] = "token-2";
        assertThat(save(WebhookSource.SQUARE, square).statusCode()).isEqualTo(302);
        assertThat(browser.get(page).body()).contains("value=\"https://elsewhere.example\"").doesNotContain("token-2");
    }

    @Test
    void anAdministratorOfOneWorkspaceMayNotHaveNeighboursCalled() {
        String name = newAdministrator(workspace);
        browser = browser();
        browser.signIn(name, password(name));

        HttpResponse<String> refused = save(WebhookSource.EASYAPPOINTMENTS, "secret", SECRET, "apiKey", "token",
                "apiUrl", "http://127.0.0.1:8081/index.php");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Address of the installation ");
        assertThat(browser.postForm(page + "/nothing", Map.of(), null).statusCode()).isIn(403, 404);
        assertThat(browser.submit(page, page + "/nothing", Map.of()).statusCode()).isEqualTo(404);
    }
}
