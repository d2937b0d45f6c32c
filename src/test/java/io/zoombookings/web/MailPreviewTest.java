package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zoombookings.notification.letter.SampleLetters;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailPreviewTest extends RunningApplication {

    private Browser signedIn() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        return browser;
    }

    @Test
    void everyMailIsShownInItsParts() {
        Browser browser = signedIn();
        String index = browser.get("/mail-preview").body();
        assertThat(index).doesNotContain("not used");
        for (SampleLetters.Sample sample : SampleLetters.all()) {
            String path = "/mail-preview/" + sample.kind() + "/" + sample.role() + "/de";
            assertThat(index).contains("href=\"" + path + "\"");
            HttpResponse<String> page = browser.get(path + "?series=true");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("Kern Clinic", "src=\"" + path + "/html?series=true\"")
                    .doesNotContain(" style=", "th:");
            HttpResponse<String> html = browser.get(path + "/html?series=true");
            assertThat(html.statusCode()).isEqualTo(200);
            assertThat(html.body()).startsWith("<!DOCTYPE html>").contains("lang=\"de\"");
        }
    }

    @Test
    void theMailInItsFrameCanDoNothing() {
        Browser browser = signedIn();
        String path = "/mail-preview/CONFIRMATION/GUEST/en";

        assertThat(browser.get(path + "/html").headers().allValues("Content-Security-Policy")).containsExactly(
                "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        assertThat(browser.get(path).headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("frame-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(browser.get(path).body()).contains("<iframe class=\"mail\" sandbox=\"\"", "METHOD:REQUEST",
                "Join Zoom meeting");
    }

    @Test
    void theFrameShowsTheMail() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(1280, 900)).newPage();
            List<String> wrong = new ArrayList<>();
            page.onConsoleMessage(message -> wrong.add(message.text()));
            page.navigate("http://localhost:" + port + "/login");
            page.fill("#username", "root");
            page.fill("#password", "the root password");
            page.click("button.primary");
            for (String path : new String[] {"/mail-preview", "/mail-preview/CONFIRMATION/GUEST/en"}) {
                page.navigate("http://localhost:" + port + path);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(
                        Path.of("target", "screenshots", "pages", path.substring(1).replace('/', '-') + ".png")));
                Chromium.violations(page).forEach(one -> wrong.add(path + ": " + one));
            }
            assertThat(page.frameLocator("iframe").locator("h1").textContent())
                    .isEqualTo("Your appointment is confirmed");
            assertThat(page.frameLocator("iframe").locator("h1").isVisible()).isTrue();
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void whatThereIsNotIsNotFound() {
        Browser browser = signedIn();
        for (String path : new String[] {"/nothing/GUEST/en", "/CONFIRMATION/ADMIN/en", "/CONFIRMATION/guests/en",
            "/CONFIRMATION/GUEST/tlh", "/RECONNECT_REQUIRED/GUEST/en/html"}) {
            assertThat(browser.get("/mail-preview" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void onlyAdministratorsSeeIt() {
        assertThat(browser().get("/mail-preview").headers().firstValue("Location")).hasValueSatisfying(location ->
                assertThat(location).contains("/login"));
        assertThat(browser().get("/mail-preview/CONFIRMATION/GUEST/en/html").statusCode()).isEqualTo(302);
    }
}
