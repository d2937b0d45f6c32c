package io.zoombookings.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.ZoomUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator clicks and sees, in the system's Chromium, against the running application and the sandbox. */
class PagesBrowserTest {

    private static Chromium chromium;

    private final RunningApplication application = RunningApplication.shared();
    private final List<String> outside = new ArrayList<>();
    private TestWorkspace workspace;
    private BrowserContext session;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        if (Chromium.installed().isEmpty() && !Chromium.required()) {
            org.slf4j.LoggerFactory.getLogger(PagesBrowserTest.class)
                    .warn("There is no Chromium on this machine: the browser tests are left out");
        }
        assumeTrue(Chromium.required() || Chromium.installed().isPresent(), "there is no Chromium on this machine");
        chromium = Chromium.open();
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
        begin(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void leave() {
        session.close();
        application.sandbox().faults().clear();
    }

    private void begin(int width, ColorScheme colours) {
        session = chromium.session(width, colours);
        page = session.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(application.url()) && !request.url().startsWith(application.sandbox().url())
                    && !request.url().startsWith("data:")) {
                outside.add(request.url());
            }
        });
        page.navigate(application.url() + "/login");
        page.getByLabel("User name").fill(RunningApplication.ADMIN);
        page.getByLabel("Password").fill(RunningApplication.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
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

    @Test
    void connectsTestsAndDisconnects() {
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");

        connect(ZoomUsers.HOST);

        assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Successfully connected");
        assertThat(status().innerText()).isEqualToIgnoringCase("Connected");
        assertThat(page.locator("#connection").innerText()).contains(ZoomUsers.HOST);
        press("Test connection");
        assertThat(page.getByRole(AriaRole.STATUS).first().innerText()).isNotBlank();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Disconnect").setExact(true)).click();
        assertThat(page.locator("main").innerText()).contains("Disconnect Zoom?", "links");
        Chromium.screenshot(page, "disconnect");
        press("Disconnect");
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");
        assertThat(outside).isEmpty();
    }

    @Test
    void leavesEverythingAsItWasWhenConsentIsDeclined() {
        press("Connect Zoom");
        consent(ZoomUsers.HOST, "Decline");

        assertThat(alert()).contains("declined", "Next step");
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");
        Chromium.screenshot(page, "declined");
    }

    @Test
    void saysWhatToDoWhenTheAuthorizationFails() {
        application.sandbox().faults().next(CallMatcher.on(Operation.TOKEN),
                Fault.reply(400, "application/json", "{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}"));

        connect(ZoomUsers.HOST);

        assertThat(alert()).contains("Authorization failed", "Next step");
        assertThat(status().innerText()).isEqualToIgnoringCase("Not connected");
    }

    @Test
    void saysThatZoomDoesNotAnswerWhenItDoesNot() {
        application.sandbox().faults().next(CallMatcher.on(Operation.TOKEN), Fault.html(502));

        connect(ZoomUsers.HOST);

        assertThat(alert()).contains("Zoom does not answer");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        application.sandbox().settings().withholdScopes("meeting:delete:meeting");
        try {
            connect(ZoomUsers.HOST);

            assertThat(alert()).contains("Permission missing", "meeting:delete:meeting");
        } finally {
            application.sandbox().settings().withholdScopes();
        }
    }

    @Test
    void switchesToAnotherAccountAndSaysWhichOneItIs() {
        connect(ZoomUsers.HOST);

        press("Reconnect");
        consent(ZoomUsers.COLLEAGUE, "Allow");

        assertThat(status().innerText()).isEqualToIgnoringCase("Connected");
        assertThat(page.locator("#connection").innerText()).contains(ZoomUsers.COLLEAGUE).doesNotContain(ZoomUsers.HOST);
    }

    @Test
    void asksToReconnectOnceTheGrantIsGoneAndIsGoodAgainAfterwards() {
        workspace.connected();
        application.sandbox().killGrant(workspace.zoomUser().email());
        settings();
        press("Test connection");
        settings();
        assertThat(status().innerText()).containsIgnoringCase("reconnect");
        Chromium.screenshot(page, "reconnect-required");

        press("Reconnect");
        consent(workspace.zoomUser().email(), "Allow");

        assertThat(status().innerText()).isEqualToIgnoringCase("Connected");
    }

    @Test
    void refusesAnAnswerThatBelongsToAnotherBrowser() {
        press("Connect Zoom");
        String consent = page.url();
        String back = application.sandbox().authorize(java.net.URI.create(consent), ZoomUsers.HOST, true);
        session.close();
        begin(1280, ColorScheme.LIGHT);

        page.navigate(back);

        assertThat(alert()).contains("Authorization failed", "Next step");
        settings();
        assertThat(status().innerText()).isNotEqualToIgnoringCase("Connected");
    }

    @ParameterizedTest
    @CsvSource({"390, LIGHT", "390, DARK", "1280, LIGHT", "1280, DARK"})
    void pagesAreFitForEveryoneAtEveryWidthInLightAndDark(int width, ColorScheme colours) {
        workspace.connected();
        workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"B-1","version":1,"title":"Intro consultation",
                "start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,
                "host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}""",
                Map.of("Prefer", "wait=10"));
        session.close();
        begin(width, colours);
        String suffix = "-" + width + "-" + colours.name().toLowerCase();
        Map<String, String> pages = Map.of(
                "settings", "/workspaces/" + workspace.id() + "/settings/integrations/zoom",
                "bookings", "/workspaces/" + workspace.id() + "/bookings",
                "audit", "/workspaces/" + workspace.id() + "/audit",
                "workspaces", "/workspaces", "account", "/account", "mails", "/mail-preview");
        pages.forEach((name, path) -> {
            int status = page.navigate(application.url() + path).status();
            Chromium.screenshot(page, name + suffix);
            assertThat(status).as(path).isEqualTo(200);
            assertThat(Chromium.barriers(page)).as(path).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                    .as(path + " fits " + width).isTrue();
        });
        assertThat(outside).isEmpty();
    }
}
