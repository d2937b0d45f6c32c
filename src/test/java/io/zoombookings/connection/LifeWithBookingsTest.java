package io.zoombookings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.Browser;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.Call;
import io.zoombookings.sandbox.Delivery;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.ZoomUser;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of bookings while a connection ends, comes back, or is changed at Zoom's side; from outside. */
@Tag("database")
class LifeWithBookingsTest {

    private final RunningApplication application = RunningApplication.shared();
    private final Browser browser = new Browser(application.url());
    private TestWorkspace workspace;
    private String settings;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        settings = "/workspaces/" + workspace.id() + "/settings/integrations/zoom";
        application.sandbox().webhookTarget(URI.create(application.url() + "/integrations/zoom/events"));
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
    }

    @AfterEach
    void leave() {
        application.sandbox().webhookTarget(null);
        application.sandbox().faults().clear();
    }

    @Test
    void afterADisconnectOldLinksStayAndNewBookingsWaitForTheNextAccount() {
        JsonNode old = book("OLD", "2031-05-05T10:00:00");
        assertThat(state(old)).isEqualTo("CREATED");

        browser.submit(settings + "/disconnect", settings + "/disconnect", Map.of());

        assertThat(connection().path("status").asText()).isEqualTo("NOT_CONNECTED");
        assertThat(connection().path("problem").isNull()).isTrue();
        assertThat(application.sandbox().installed(workspace.zoomUser().email())).isFalse();
        assertThat(workspace.get("OLD").body().at("/occurrences/0/meeting")).isEqualTo(old.at("/occurrences/0/meeting"));
        assertThat(workspace.meetings()).hasSize(1);
        assertThat(state(book("LATE", "2031-05-09T10:00:00"))).isEqualTo("NOT_CONNECTED");
        assertThat(state(book("EARLY", "2031-05-06T10:00:00"))).isEqualTo("NOT_CONNECTED");
        assertThat(state(book("MIDDLE", "2031-05-07T10:00:00"))).isEqualTo("NOT_CONNECTED");
        assertThat(mail("guest-LATE", "LINK_FOLLOWS").text()).contains("link").doesNotContain("/j/");
        assertThat(mail("host-LATE", "HOST_PROBLEM").text()).contains("an administrator connects it");

        ZoomUser next = other();
        workspace.connect(next.email());

        assertThat(mail("guest-EARLY", "LINK_READY").text()).contains("/j/");
        assertThat(mail("guest-LATE", "LINK_READY").text()).contains("/j/");
        mail("host-MIDDLE", "LINK_READY");
        assertThat(application.sandbox().meetings(next.email())).hasSize(3);
        assertThat(application.sandbox().ledger().callsOf(next.email()).stream()
                .filter(call -> call.operation() == Operation.CREATE).map(Call::body)
                .map(body -> body.replaceAll("(?s).*/(\\w+)/0.*", "$1"))).containsExactlyInAnyOrder("EARLY", "MIDDLE", "LATE");
        assertThat(workspace.get("OLD").body().at("/occurrences/0/meeting")).isEqualTo(old.at("/occurrences/0/meeting"));
        assertThat(application.inbox().mailsTo(at("guest-OLD"))).hasSize(1);
    }

    @Test
    void removalAtZoomIsOneMailToEachWhoMayMendItAndBookingsWait() {
        String mine = "mine-" + workspace.id() + "@clinic.example";
        String others = "others-" + workspace.id() + "@clinic.example";
        administrator(mine, workspace.id());
        administrator(others, "default");

        Delivery removal = application.sandbox().userRemovesApp(workspace.zoomUser().email());

        await().until(() -> connection().path("status").asText().equals("NOT_CONNECTED"));
        assertThat(connection().path("problem").asText()).contains("removed", workspace.zoomUser().email(), "Connect Zoom");
        assertThat(application.inbox().awaitMail(mine, "RECONNECT_REQUIRED").text()).contains("Clinic " + workspace.id());
        application.sandbox().webhooks().redeliver(removal);
        application.sandbox().webhooks().redeliverSignedAnew(removal);
        assertThat(state(book("B-1", "2031-05-05T10:00:00"))).isEqualTo("NOT_CONNECTED");
        mail("guest-B-1", "LINK_FOLLOWS");
        assertThat(application.inbox().mailsTo(mine)).hasSize(1);
        assertThat(application.inbox().mailsTo(others)).isEmpty();
        assertThat(application.inbox().mails(mail -> "RECONNECT_REQUIRED".equals(mail.kind())
                && mail.text().contains(workspace.id()))).extracting(Mail::to)
                .containsExactlyInAnyOrder(mine, "admin@app.example");

        workspace.connect(workspace.zoomUser().email());

        assertThat(connection().path("status").asText()).isEqualTo("CONNECTED");
        assertThat(connection().path("problem").isNull()).isTrue();
        mail("guest-B-1", "LINK_READY");
    }

    @Test
    void aGrantThatIsGoneIsOneMailAndItsBannerClearsOnceItIsGivenAgain() {
        String mine = "mine-" + workspace.id() + "@clinic.example";
        administrator(mine, workspace.id());
        application.sandbox().killGrant(workspace.zoomUser().email());

        for (int i = 0; i < 3; i++) {
            workspace.post(event("B-" + i, "2031-05-0" + (i + 5) + "T10:00:00"));
        }

        for (int i = 0; i < 3; i++) {
            workspace.awaitMeeting("B-" + i, "NOT_CONNECTED");
            // Whoever was not told that the link follows gets a confirmation with it.
            mail("guest-B-" + i, "LINK_FOLLOWS");
        }
        application.inbox().awaitMail(mine, "RECONNECT_REQUIRED");
        assertThat(connection().path("status").asText()).isEqualTo("RECONNECT_REQUIRED");
        assertThat(browser.get(settings).body()).contains("Zoom no longer accepts this connection", "Reconnect required");

        workspace.connect(workspace.zoomUser().email());

        for (int i = 0; i < 3; i++) {
            mail("guest-B-" + i, "LINK_READY");
        }
        assertThat(connection().path("status").asText()).isEqualTo("CONNECTED");
        assertThat(browser.get(settings).body()).doesNotContain("Zoom no longer accepts this connection");
        assertThat(application.inbox().mailsTo(mine)).hasSize(1);
        assertThat(workspace.meetings()).hasSize(3);
    }

    @Test
    void anAccessTokenThatZoomNoLongerTakesIsRenewedWithinTheBookingThatMeetsIt() {
        application.sandbox().killAccessTokens(workspace.zoomUser().email());
        assertThat(state(book("B-1", "2031-05-05T10:00:00"))).isEqualTo("CREATED");
    }

    @Test
    void afterReconnectingTheSoonestHaveTheRestOfTheDaysAllowance() {
        browser.submit(settings + "/disconnect", settings + "/disconnect", Map.of());
        for (int day = 9; day > 4; day--) {
            assertThat(state(book("B-" + day, "2031-05-0" + day + "T10:00:00"))).isEqualTo("NOT_CONNECTED");
        }
        application.bean(JdbcClient.class).sql("insert into zoom_usage (zoom_user_id, utc_day, used) values (?, ?, 98)")
                .params(workspace.zoomUser().id(), LocalDate.now(ZoneOffset.UTC)).update();

        workspace.connect(workspace.zoomUser().email());

        workspace.awaitMeeting("B-5", "CREATED");
        workspace.awaitMeeting("B-6", "CREATED");
        for (int day = 7; day < 10; day++) {
            assertThat(workspace.await("B-" + day, view -> "PENDING".equals(state(view)))
                    .at("/occurrences/0/meeting/problem").asText()).contains("00:00 UTC");
        }
        assertThat(workspace.meetings()).hasSize(2);
        assertThat(browser.get(settings).body()).containsPattern("100</span> of <span>100");
    }

    @Test
    void whatZoomRefusedWhileTheSubscriptionWasOverIsMadeAfterReconnecting() {
        String host = workspace.zoomUser().email();
        application.sandbox().users().change(host, user -> user.withMayHost(false));
        book("B-1", "2031-05-05T10:00:00");
        workspace.awaitMeeting("B-1", "FAILED");
        assertThat(mail("host-B-1", "HOST_PROBLEM").text()).contains("not allowed meeting hosting");

        application.sandbox().users().change(host, user -> user.withMayHost(true));
        workspace.connect(host);

        String link = workspace.awaitMeeting("B-1", "CREATED").at("/occurrences/0/meeting/joinUrl").asText();
        assertThat(mail("guest-B-1", "LINK_READY").text()).contains(link);
        assertThat(workspace.meetings()).hasSize(1);
    }

    @Test
    void whatTheHostDeletesIsOnlyReportedWhereTheWorkspaceWantsThat() {
        browser.submit(settings, settings + "/defaults", Map.of("locale", "en", "passcode", ""));
        String meeting = book("B-1", "2031-05-05T10:00:00").at("/occurrences/0/meeting/id").asText();

        application.sandbox().hostDeletes(Long.parseLong(meeting));

        JsonNode view = workspace.awaitMeeting("B-1", "FAILED");
        assertThat(view.at("/occurrences/0/meeting/problem").asText()).contains(meeting, "deleted in Zoom", "Retry");
        assertThat(mail("host-B-1", "HOST_PROBLEM").text()).contains(meeting);
        workspace.connect(workspace.zoomUser().email());
        book("B-2", "2031-05-06T10:00:00");
        workspace.awaitMeeting("B-2", "CREATED");
        assertThat(workspace.get("B-1").body().at("/occurrences/0/meeting/state").asText()).isEqualTo("FAILED");
        assertThat(application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email())).isEqualTo(2);
        browser.submit("/workspaces/" + workspace.id() + "/bookings",
                "/workspaces/" + workspace.id() + "/bookings/B-1/retry", Map.of());
        workspace.awaitMeeting("B-1", "CREATED");
    }

    @Test
    void whatTheHostChangesIsPutRightAndEchoesOfOurOwnCallsAreIgnored() {
        long meeting = book("B-1", "2031-05-05T10:00:00").at("/occurrences/0/meeting/id").asLong();
        workspace.post(event("B-1", "2031-05-05T11:00:00").replace("\"version\":1", "\"version\":2"));
        await().until(() -> count(Operation.UPDATE) == 1);

        application.sandbox().hostUpdates(meeting, "{\"topic\":\"Coffee\",\"start_time\":\"2031-06-01T08:00:00Z\"}");

        await().until(() -> application.sandbox().meeting(meeting).topic().equals("Lesson"));
        assertThat(application.sandbox().meeting(meeting).start()).isEqualTo("2031-05-05T09:00:00Z");
        workspace.awaitMeeting("B-1", "CREATED");
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-1\",\"version\":3}}");
        workspace.awaitMeeting("B-1", "CANCELLED");
        await().until(() -> application.sandbox().webhooks().idle() && pending() == 0);
        assertThat(count(Operation.CREATE)).isEqualTo(1);
        assertThat(count(Operation.UPDATE)).isEqualTo(2);
        assertThat(count(Operation.DELETE)).isEqualTo(1);
        assertThat(browser.get("/workspaces/" + workspace.id() + "/audit").body())
                .contains("was changed in Zoom and is put right", "caused by a change in Zoom")
                .doesNotContain("deleted in Zoom");
    }

    @Test
    void aPasscodeThatTheHostChangesIsReadAndTold() {
        JsonNode before = book("B-1", "2031-05-05T10:00:00").at("/occurrences/0/meeting");
        long meeting = before.path("id").asLong();

        application.sandbox().hostUpdates(meeting, "{\"password\":\"Other-99\"}");

        Mail told = mail("guest-B-1", "RESCHEDULED");
        String link = application.sandbox().meeting(meeting).joinUrl();
        assertThat(link).isNotEqualTo(before.path("joinUrl").asText());
        assertThat(told.text()).contains(link, "Other-99", "Your Zoom link has changed").doesNotContain(before.path("joinUrl").asText());
        assertThat(told.html()).contains(link, "Other-99");
        JsonNode after = workspace.awaitMeeting("B-1", "CREATED").at("/occurrences/0/meeting");
        assertThat(after.path("joinUrl").asText()).isEqualTo(link);
        assertThat(after.path("passcode").asText()).isEqualTo("Other-99");
        await().until(() -> application.sandbox().webhooks().idle() && pending() == 0);
        assertThat(count(Operation.UPDATE)).isZero();
        assertThat(count(Operation.GET)).isEqualTo(1);
        assertThat(browser.get("/workspaces/" + workspace.id() + "/audit").body()).contains("was changed in Zoom and is read again");
    }

    @Test
    void aPasscodeThatTheBookingAsksForIsPutBack() {
        workspace.post(event("B-1", "2031-05-05T10:00:00").replace("\"host\":",
                "\"meeting\":{\"passcode\":\"Mine_1\"},\"host\":"), Map.of("Prefer", "wait=20"));
        long meeting = workspace.awaitMeeting("B-1", "CREATED").at("/occurrences/0/meeting/id").asLong();
        workspace.awaitMail("B-1", "CONFIRMATION", 2);

        application.sandbox().hostUpdates(meeting, "{\"password\":\"Other-99\"}");

        await().until(() -> "Mine_1".equals(application.sandbox().meeting(meeting).passcode()));
        await().until(() -> application.sandbox().webhooks().idle() && pending() == 0);
        JsonNode after = workspace.awaitMeeting("B-1", "CREATED").at("/occurrences/0/meeting");
        assertThat(after.path("joinUrl").asText()).isEqualTo(application.sandbox().meeting(meeting).joinUrl());
        assertThat(after.path("passcode").asText()).isEqualTo("Mine_1");
        assertThat(count(Operation.UPDATE)).isEqualTo(1);
    }

    private long pending() {
        return application.bean(JdbcClient.class).sql("select count(*) from zoom_event where due_at is not null").query(Long.class).single();
    }

    private int count(Operation operation) {
        return application.sandbox().ledger().count(operation, workspace.zoomUser().email());
    }

    private void administrator(String email, String where) {
        application.bean(Administrators.class).create(
                new Administrator(email, email, false, Set.of(where)), "a long enough password");
    }

    private ZoomUser other() {
        return application.sandbox().users().add(ZoomUser.of("n" + workspace.id(), "b" + workspace.id(),
                "next-" + workspace.id() + "@zoom.example", "Next", workspace.id(), Plan.BUSINESS));
    }

    private JsonNode connection() {
        return application.admin("GET", "/api/workspaces/" + workspace.id() + "/zoom-connection", null).body();
    }

    private JsonNode book(String id, String start) {
        return workspace.post(event(id, start), Map.of("Prefer", "wait=20")).body();
    }

    private String event(String id, String start) {
        return """
                {"event":"booking.confirmed","booking":{"id":"%s","version":1,"title":"Lesson","start":"%s",
                "timeZone":"Europe/Berlin","durationMinutes":30,"host":{"email":"%s"},"guests":[{"email":"%s"}]}}"""
                .formatted(id, start, at("host-" + id), at("guest-" + id));
    }

    private String at(String person) {
        return person.toLowerCase(Locale.ROOT) + "-" + workspace.id() + "@guest.example";
    }

    private Mail mail(String person, String kind) {
        return application.inbox().awaitMail(at(person), kind);
    }

    private static String state(JsonNode view) {
        return view.at("/occurrences/0/meeting/state").asText();
    }
}
