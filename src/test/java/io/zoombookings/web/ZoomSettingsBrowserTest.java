package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.ZoomUsers;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator clicks and sees, in the system's Chromium, against the running application and the sandbox. */
class ZoomSettingsBrowserTest {

    private static Chromium chromium;

    private final io.zoombookings.RunningApplication application = io.zoombookings.RunningApplication.shared();
    /** The cookies of a person who has signed in, or null. */
    private static String signedIn;

    private final List<String> outside = new ArrayList<>();
    private TestWorkspace workspace;
    private BrowserContext session;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void signIn() {
        workspace = application.workspace();
        begin();
    }

    @AfterEach
    void leave() {
        session.close();
        application.sandbox().faults().clear();
    }

    private void begin() {
        begin(new Browser.NewContextOptions());
    }

    private void begin(Browser.NewContextOptions screen) {
        session = chromium.browser().newContext(screen.setStorageState(signedIn));
        session.setDefaultTimeout(10_000);
        page = session.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(application.url()) && !request.url().startsWith(application.sandbox().url())
                    && !request.url().startsWith("data:")) {
                outside.add(request.url());
            }
        });
        if (signedIn == null) {
            page.navigate(application.url() + "/login");
            page.getByLabel("User name").fill(io.zoombookings.RunningApplication.ADMIN);
            page.getByLabel("Password").fill(io.zoombookings.RunningApplication.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
            signedIn = session.storageState();
        }
        settings();
    }

    private void settings() {
        page.navigate(application.url() + "/workspaces/" + workspace.id() + "/settings/integrations/zoom");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    private void consent(String email, String decision) {
        page.locator("input[name=user][value='" + email + "']").check();
        press(decision);
    }

    private void connect(String email) {
        press("Connect Zoom");
        consent(email, "Allow");
    }

    private Locator status() {
        return page.locator("#connection .status");
    }

    private String alert() {
        return page.getByRole(AriaRole.ALERT).innerText();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 375"})
    void connectsTestsAndDisconnectsOnEveryScreenWithoutJavaScript(ColorScheme scheme, int width) {
        String screen = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        session.close();
        begin(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800).setJavaScriptEnabled(false));
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");

        connect(ZoomUsers.HOST);

        assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Successfully connected");
        assertThat(status().innerText()).isEqualToIgnoringCase("Connected");
        assertThat(page.locator("#connection").innerText()).contains(ZoomUsers.HOST);
        picture("connected-" + screen);
        press("Test connection");
        assertThat(page.getByRole(AriaRole.STATUS).first().innerText()).isNotBlank();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Disconnect").setExact(true)).click();
        assertThat(page.locator("main").innerText()).contains("Disconnect Zoom?", "links");
        picture("disconnect-" + screen);
        press("Disconnect");
        picture("disconnected-" + screen);
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");
        assertThat(outside).isEmpty();
    }

    @Test
    void leavesEverythingAsItWasWhenConsentIsDeclined() {
        press("Connect Zoom");
        consent(ZoomUsers.HOST, "Decline");

        assertThat(alert()).contains("declined", "Next step");
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");
        screenshot("declined");
    }

    @Test
    void aDeclineThatZoomDoesNotTellLeavesItPendingAndConnectingAgainHelps() {
        press("Connect Zoom");
        settings();

        assertThat(status().innerText()).isEqualToIgnoringCase("Pending");
        assertThat(page.locator("#connection").innerText()).contains("Wait 30 seconds", "Connect Zoom");
        screenshot("pending");
        connect(ZoomUsers.HOST);
        assertThat(status().innerText()).isEqualToIgnoringCase("Connected");
    }

    @Test
    void anInvalidRedirectUrlIsZoomsPageAndOursSaysWhatToRegister() {
        application.sandbox().redirectUris("https://elsewhere.example/callback");
        try {
            press("Connect Zoom");
            assertThat(page.locator("body").innerText()).containsIgnoringCase("Invalid redirect");
        } finally {
            application.sandbox().redirectUris(application.url() + "/integrations/zoom/callback");
        }
        settings();
        page.getByText("“Invalid redirect URL” (4,700)").click();
        assertThat(page.locator("#help").innerText()).contains(application.url() + "/integrations/zoom/callback");
        screenshot("invalid-redirect");
    }

    @Test
    void aRestrictedAccountIsSentToZoomsSupport() {
        application.sandbox().faults().next(CallMatcher.on(Operation.USER_ME), Fault.reply(200, "application/json",
                "{\"id\":\"u\",\"account_id\":\"a\",\"email\":\"x@y.example\",\"status\":\"inactive\"}"));

        connect(ZoomUsers.HOST);

        assertThat(alert()).contains("Zoom account restricted", "x@y.example", "Contact Zoom support");
        screenshot("restricted");
    }

    @Test
    void anAppThatZoomDoesNotKnowIsAMatterOfTheOperator() {
        application.sandbox().settings().appDisabled(true);
        try {
            connect(ZoomUsers.HOST);

            assertThat(alert()).contains("Zoom does not know this application", "ZOOM_CLIENT_SECRET", "Next step");
            screenshot("app-unknown");
        } finally {
            application.sandbox().settings().appDisabled(false);
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
        page.keyboard().press("Enter");
        for (int i = 0; i < 20 && !"Connect Zoom".equals(page.evaluate("document.activeElement.textContent")); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        page.locator("input[name=user][value='" + ZoomUsers.HOST + "']").waitFor();
    }

    @Test
    void saysWhatToDoWhenTheAuthorizationFails() {
        application.sandbox().faults().next(CallMatcher.on(Operation.TOKEN),
                Fault.reply(400, "application/json", "{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}"));

        connect(ZoomUsers.HOST);

        assertThat(alert()).contains("Authorization failed", "Next step", "good standing");
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");
        screenshot("authorization-failed");
    }

    @Test
    void saysThatZoomDoesNotAnswerWhenItDoesNot() {
        application.sandbox().faults().next(CallMatcher.on(Operation.TOKEN), Fault.html(502));

        connect(ZoomUsers.HOST);

        assertThat(alert()).contains("Zoom does not answer", "Next step");
        screenshot("no-answer");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        application.sandbox().settings().withholdScopes("meeting:delete:meeting");
        try {
            connect(ZoomUsers.HOST);

            assertThat(alert()).contains("Permission missing", "meeting:delete:meeting", "Next step");
            assertThat(page.locator("#permissions tr", new Page.LocatorOptions().setHasText("Missing")).innerText())
                    .contains("Delete these meetings");
            screenshot("permission-missing");
        } finally {
            application.sandbox().settings().withholdScopes();
        }
    }

    @Test
    void whoConnectedTheWrongAccountSeesItAndSwitches() {
        connect(ZoomUsers.HOST);
        assertThat(page.locator("#connection").innerText()).contains(ZoomUsers.HOST, "To switch to another Zoom account");

        press("Reconnect");
        consent(ZoomUsers.COLLEAGUE, "Allow");

        assertThat(status().innerText()).isEqualToIgnoringCase("Connected");
        assertThat(page.locator("#connection").innerText()).contains(ZoomUsers.COLLEAGUE).doesNotContain(ZoomUsers.HOST);
        assertThat(page.locator("main").innerText()).contains("meetings made in " + ZoomUsers.HOST + " keep their links");
        screenshot("switched");
    }

    @Test
    void asksToReconnectOnceTheGrantIsGoneAndIsGoodAgainAfterwards() {
        workspace.connected();
        application.sandbox().killGrant(workspace.zoomUser().email());
        settings();
        press("Test connection");
        settings();
        assertThat(status().innerText()).containsIgnoringCase("reconnect");
        screenshot("reconnect-required");

        press("Reconnect");
        consent(workspace.zoomUser().email(), "Allow");

        assertThat(status().innerText()).isEqualToIgnoringCase("Connected");
    }

    @Test
    void refusesAnAnswerThatBelongsToAnotherBrowser() {
        press("Connect Zoom");
        String consent = page.url();
        String back = application.sandbox().authorize(URI.create(consent), ZoomUsers.HOST, true);
        session.close();
        signedIn = null;
        begin();

        page.navigate(back);

        assertThat(alert()).contains("Authorization failed", "Next step");
        settings();
        assertThat(status().innerText()).isNotEqualToIgnoringCase("Connected");
    }

    @Test
    void showsWhatBecameOfABooking() {
        workspace.connected();
        workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"B-1","version":1,"title":"Intro <b>consultation</b>",
                "start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,
                "host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}""",
                Map.of("Prefer", "wait=10"));

        page.navigate(application.url() + "/workspaces/" + workspace.id() + "/bookings");

        assertThat(page.locator("main").innerText()).contains("Intro <b>consultation</b>", "B-1", "Created")
                .doesNotContain("pwd=");
        screenshot("bookings");
    }

    /** A picture that is kept, of a page that axe has nothing against. */
    private void screenshot(String name) {
        picture(name);
        assertThat(Chromium.violations(page)).as(name).isEmpty();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", "zoom", name + ".png")));
    }
}
