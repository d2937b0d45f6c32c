package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.Bookings;
import io.zoombookings.booking.event.BookingEventReader;
import io.zoombookings.source.webhook.WebhookSettings;
import io.zoombookings.source.webhook.WebhookSource;
import io.zoombookings.source.webhook.WebhookSources;
import io.zoombookings.web.BookingOverview.MailRow;
import io.zoombookings.web.BookingOverview.OccurrenceRow;
import io.zoombookings.web.BookingOverview.Row;
import io.zoombookings.workspace.Audit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Every page in the browser: wide and narrow, light and dark; judged by axe, kept as pictures under target. */
@Import(PageLooksTest.SampleBookings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"zoom.oauth.client-id=client", "zoom.oauth.client-secret=secret"})
class PageLooksTest extends RunningApplication {

    private static final Path PICTURES = Path.of("target", "screenshots", "pages");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    // Not a @Configuration: a scan of the whole application, as the demo does it, must not find this.
    static class SampleBookings {
        @Bean
        @Primary
        BookingOverview sampleBookings() {
            return (workspace, filter, after) -> new BookingOverview.Page(List.of(
                    new Row("B-1001", "Intro consultation", "ada@clinic.example", List.of("Bo Li"), 0, "CONFIRMED",
                            List.of(new OccurrenceRow("0", NOW, "CREATED", 83320363126L, null)), 0,
                            List.of(new MailRow("CONFIRMATION", "SENT", 2, null), new MailRow("REMINDER", "PENDING", 1, null))),
                    new Row("B-1002-" + "x".repeat(60), "A title that goes on and on ".repeat(8), "bo@clinic.example",
                            List.of("Zoë Grün", "Al", "Cy"), 9, "CONFIRMED", List.of(
                                    new OccurrenceRow("0", NOW, "FAILED", null,
                                            "Zoom refuses the alternative host co@clinic.example: it is not a licensed"
                                                    + " user of the account. Remove it from the booking or the settings."),
                                    new OccurrenceRow("1", NOW.plusSeconds(604800), "UPDATE_PENDING", 83320363127L,
                                            "Zoom's 100 changes of today are used up; it goes on at 00:00 UTC.")), 12,
                            List.of(new MailRow("LINK_FOLLOWS", "SENT", 1, null),
                                    new MailRow("HOST_PROBLEM", "FAILED", 1, "The mail server refused it: 550 No such user"))),
                    new Row("B-1003", null, null, List.of(), 0, "CANCELLED", List.of(), 0, List.of())), "next");
        }
    }

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Audit audit;
    @Autowired
    private WebhookSources sources;
    @Autowired
    private Bookings bookings;
    @Autowired
    private BookingEventReader events;
    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private void connect(String workspace, String status, String problem, UUID grant) {
        jdbc.sql("""
                insert into zoom_connection (workspace_id, grant_id, status, problem, connected_by, connected_at)
                values (:workspace, :grant, :status, :problem, 'root', :now)""")
                .param("workspace", workspace).param("grant", grant).param("status", status).param("problem", problem)
                .param("now", Sql.time(NOW)).update();
    }

    private UUID grant(String scopes) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into zoom_grant (id, zoom_user_id, account_id, email, display_name, plan, scopes, access_token,
                  refresh_token, expires_at, refresh_due_at, token_version, connected_at, failures)
                values (:id, :user, 'gVcjZnYYRLDbb_MfgHuaxg', 'jane.dev@example.com', 'Jane Dev', 2, :scopes, :none, :none,
                  :later, :later, 1, :now, 0)""")
                .param("id", id).param("user", id.toString()).param("scopes", scopes).param("none", new byte[0])
                .param("now", Sql.time(NOW)).param("later", Sql.time(NOW.plusSeconds(3600))).update();
        jdbc.sql("insert into zoom_usage (zoom_user_id, utc_day, used) values (:user, :day, 93)")
                .param("user", id.toString()).param("day", LocalDate.now(ZoneOffset.UTC)).update();
        return id;
    }

    @Test
    void whatIsNotAccessibleIsFound() {
        Page page = chromium.browser().newPage();
        page.setContent("<html lang=en><title>x</title><main><h1>x</h1><img src='data:,'>"
                + "<p style='color:#999;background:#aaa'>faint</p></main>");
        assertThat(Chromium.violations(page)).anyMatch(one -> one.startsWith("image-alt "))
                .anyMatch(one -> one.startsWith("color-contrast ")).hasSize(2);
        assertThat(Chromium.violations(page, "color-contrast")).hasSize(1);
        page.close();
    }

    @Test
    void everyPageIsAccessibleAndFitsEveryScreen() {
        String all = "user:read:user meeting:write:meeting meeting:update:meeting meeting:delete:meeting "
                + "meeting:read:meeting meeting:read:list_meetings";
        workspaces.create("berlin", "Clinic Berlin");
        workspaces.create("hamburg", "Clinic Hamburg");
        workspaces.create("wien", "Praxis Wien");
        UUID shared = grant(all);
        connect("berlin", "CONNECTED", null, shared);
        connect("hamburg", "CONNECTED", null, shared);
        connect("wien", "RECONNECT_REQUIRED", "Zoom has ended the permission (invalid_grant).",
                grant("user:read:user meeting:write:meeting"));
        apiKeys.create("berlin", "booking website", "root");
        apiKeys.revoke("berlin", apiKeys.create("berlin", "old website", "root").id());
        for (int i = 0; i < 60; i++) {
            audit.record("berlin", "root", "settings.changed", "meeting defaults " + i, "waiting room true");
        }
        sources.put("berlin", WebhookSource.SQUARE, new WebhookSettings("secret", null, null, "token", "Europe/Berlin",
                "ada@clinic.example"), true);
        jdbc.sql("""
                insert into booking_webhook_event (id, workspace_id, source, subject, delivery, body, received_at, state,
                  problem, attempts) values (:id, 'berlin', 'square', 'zkras0xv0xwswx', 'e-1', :none, :now, 'FAILED',
                  'Square refuses the credentials (401): set them anew, and what failed is tried again', 1)""")
                .param("id", Ids.next()).param("none", new byte[0]).param("now", Sql.time(NOW)).update();
        Instant soon = Instant.now().truncatedTo(ChronoUnit.HOURS);
        for (int i = 1; i <= 9; i++) {
            bookings.accept("berlin", events.read("""
                    {"event":"booking.confirmed","eventId":"e-%1$d","booking":{"id":"B-%1$d","title":"Intro consultation",
                    "start":"%2$s","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example"},
                    "guests":[{"name":"Bo Li","email":"bo@guest.example"}]}}""".formatted(i,
                    soon.plus(Duration.ofHours(i * i * 3L))).getBytes(StandardCharsets.UTF_8), "application/json", Map.of()));
        }
        newAdministrator("berlin", "wien");
        List<String> wrong = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            int width = scheme == ColorScheme.LIGHT ? 1280 : 375;
            try (BrowserContext context = chromium.browser().newContext(new com.microsoft.playwright.Browser
                    .NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800))) {
                wrong.addAll(walk(context.newPage(), scheme.name().toLowerCase(Locale.ROOT) + "-" + width, width));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> walk(Page page, String variant, int width) {
        List<String> wrong = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                wrong.add(variant + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port + "/") && !request.url().startsWith("data:")) {
                wrong.add(variant + " asks for " + request.url());
            }
        });
        String base = "http://localhost:" + port;
        page.navigate(base + "/login");
        wrong.addAll(judge(page, "login", variant, width));
        page.fill("#username", "root");
        page.fill("#password", "the root password");
        page.click("button.primary");
        String settings = "/settings/integrations/zoom";
        for (String[] one : new String[][] {
            {"workspaces", "/workspaces"}, {"zoom-connected", "/workspaces/berlin" + settings},
            {"zoom-reconnect", "/workspaces/wien" + settings}, {"zoom-not-connected", "/workspaces/default" + settings},
            {"disconnect", "/workspaces/berlin" + settings + "/disconnect"}, {"bookings", "/workspaces/berlin/bookings"},
            {"overview", "/workspaces/berlin"}, {"overview-first", "/workspaces/wien"},
            {"booking", "/workspaces/berlin/bookings/B-1"},
            {"booking-systems", "/workspaces/berlin/settings/integrations/booking-systems"},
            {"audit", "/workspaces/berlin/audit"}, {"audit-all", "/audit?text=root"}, {"administrators", "/administrators"},
            {"administrator", "/administrators/change?username=root"},
            {"account", "/account"}, {"not-found", "/nothing"}, {"logout", "/logout"}}) {
            int status = page.navigate(base + one[1]).status();
            if (status != (one[0].equals("not-found") ? 404 : 200)) {
                wrong.add(one[0] + " answers " + status);
            }
            wrong.addAll(judge(page, one[0], variant, width));
        }
        page.navigate(base + "/workspaces/hamburg" + settings);
        page.fill("#keyName", "calendar");
        page.click("text=Create key");
        wrong.addAll(judge(page, "new-key", variant, width));
        return wrong;
    }

    private List<String> judge(Page page, String name, String variant, int width) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + variant + ".png")));
        List<String> wrong = new ArrayList<>();
        Chromium.violations(page).forEach(one -> wrong.add(name + " " + variant + ": " + one));
        int needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (needed > width) {
            wrong.add(name + " " + variant + ": needs " + needed + " of " + width + " pixels");
        }
        return wrong;
    }
}
