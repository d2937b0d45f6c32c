package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.issuer.OidcServer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.zoombookings.RunningApplication;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Administrators of an OpenID Connect issuer, in the browser, against Spring Authorization Server. */
class OidcSignInTest {

    private static RunningApplication application;
    private static OidcServer server;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        application = RunningApplication.prepared(Map.of("admin.username", "root"));
        server = OidcServer.start(application.url() + "/login/oauth2/code/oidc");
        application.properties().put("admin.oidc.issuer-uri", server.issuer());
        application.properties().put("admin.oidc.client-id", OidcServer.CLIENT);
        application.properties().put("admin.oidc.client-secret", OidcServer.SECRET);
        application.start();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
            server.stop();
            chromium.close();
        }
    }

    private static void signIn(Page page, String name) {
        page.navigate(application.url() + "/workspaces/default/bookings");
        page.getByText("Sign in with 127.0.0.1").click();
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(OidcServer.password(name));
        page.locator("button[type=submit]").click();
    }

    @Test
    void aPersonOfAllWorkspacesEntersThePageThatWasAskedForAndEverythingElse() {
        try (BrowserContext browser = chromium.browser().newContext()) {
            Page page = browser.newPage();
            signIn(page, "olga");
            assertThat(page.url()).isEqualTo(application.url() + "/workspaces/default/bookings");
            assertThat(page.navigate(application.url() + "/administrators").status()).isEqualTo(200);
            assertThat(page.content()).contains("olga@people.example");
            assertThat(browser.cookies()).noneMatch(cookie -> cookie.value.contains("olga"));
        }
    }

    @Test
    void aPersonOfSomeEntersThoseThatExist() {
        try (BrowserContext browser = chromium.browser().newContext()) {
            Page page = browser.newPage();
            signIn(page, "wanda");
            assertThat(page.navigate(application.url() + "/workspaces/default/bookings").status()).isEqualTo(200);
            assertThat(page.navigate(application.url() + "/administrators").status()).isEqualTo(403);
            assertThat(page.navigate(application.url() + "/account").status()).isEqualTo(200);
            assertThat(page.content()).contains("wanda").doesNotContain("Change the password");
        }
    }

    @Test
    void whomTheIssuerGivesNothingAndWhoHasThePasswordOfAnotherComesNotIn() {
        for (String name : new String[] {"nora", "root"}) {
            try (BrowserContext browser = chromium.browser().newContext()) {
                Page page = browser.newPage();
                signIn(page, name);
                assertThat(page.url()).startsWith(application.url() + "/login");
                assertThat(page.content()).contains("may not enter");
                assertThat(page.navigate(application.url() + "/workspaces").url()).endsWith("/login");
            }
        }
    }

    @Test
    void thePasswordFormGoesOnBesideItAndNobodyOfTheIssuerHasOne() {
        Browser browser = new Browser(Integer.parseInt(application.url().replaceFirst(".*:", "")));
        assertThat(browser.signIn("olga", "").headers().firstValue("Location")).contains("/login?error");
        assertThat(browser.signIn("root", RunningApplication.PASSWORD).headers().firstValue("Location")).contains("/workspaces");
        assertThat(browser().get("/login/oauth2/code/oidc?code=stolen&state=invented").headers().firstValue("Location")
                .orElse("")).contains("/login?oidc=failed");
    }

    private static Browser browser() {
        return new Browser(Integer.parseInt(application.url().replaceFirst(".*:", "")));
    }
}
