package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zoombookings.Browser;
import io.zoombookings.RunningApplication;
import io.zoombookings.Sql;
import io.zoombookings.TestWorkspace;
import io.zoombookings.booking.DoorRequest;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.situation.Situations;
import io.zoombookings.source.ParkedEvents;
import io.zoombookings.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was given up is listed with its reason, read on request, replayed and discarded. */
@Tag("database")
class ParkedPagesTest {

    private final RunningApplication application = RunningApplication.shared();
    private final JdbcClient jdbc = application.bean(JdbcClient.class);
    private final Secrets secrets = application.bean(Secrets.class);
    private final TestWorkspace workspace = application.workspace();
    private final String page = "/workspaces/" + workspace.id() + "/parked";
    private final Browser browser = new Browser(application.url());

    @BeforeEach
    void signIn() {
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
    }

    private Object now() {
        return Sql.time(application.bean(Clock.class).instant());
    }

    private String act(String kind, Object id, String act) {
        return browser.submit(page, page + "/" + kind + "/" + id + "/" + act, Map.of()).body();
    }

    private long parked() {
        application.bean(Situations.class).readAgain();
        return application.bean(Situations.class).now().parked(workspace.id(), false);
    }

    private boolean isAudited(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where workspace_id = ? and action = ? and subject = ?")
                .params(workspace.id(), action, subject).query(Integer.class).single() == 1;
    }

    @Test
    void aMessageIsReadReplayedOnceItsWorkspaceIsThereAndGone() {
        String other = "later-" + workspace.id();
        String body = """
                {"event":"booking.confirmed","workspace":"%s","booking":{"id":"P-1","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}"""
                .formatted(other);
        application.bean(ParkedEvents.class).park(new DoorRequest(null, body.getBytes(StandardCharsets.UTF_8), null, Map.of(), null, 0),
                "There is no workspace " + other);
        String id = jdbc.sql("select id from parked_event where workspace = ?").param(other).query(UUID.class).single().toString();
        assertThat(browser.get(page).body()).contains("There is no workspace " + other).doesNotContain("bo@guest.example");
        assertThat(act("message", id, "body")).contains("bo@guest.example");
        assertThat(isAudited("parked.read", "message " + id)).isTrue();

        act("message", id, "replay");
        assertThat(browser.get(page).body()).contains("It stays here: There is no workspace with the id", id);

        application.bean(Workspaces.class).create(other, "Later");
        assertThat(browser.get(page).body()).as("it is the other workspace's now").doesNotContain(id);
        String theirs = "/workspaces/" + other + "/parked";
        assertThat(browser.get(theirs).body()).contains(id, "<span class=\"count\">1</span>");
        browser.submit(theirs, theirs + "/message/" + id + "/replay", Map.of());
        assertThat(browser.get(theirs).body()).contains("Nothing is parked.").doesNotContain("class=\"count\"");
        assertThat(browser.get("/workspaces/" + other + "/bookings/P-1").statusCode()).isEqualTo(200);
    }

    @Test
    void aWebhookIsWorkedOnAgainOrDiscarded() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into booking_webhook_event (id, workspace_id, source, subject, delivery, body, received_at, state, problem,
                  attempts) values (?, ?, 'calcom', 'uid-1', ?, ?, ?, 'FAILED', 'The time zone is not known', 3)""")
                .params(id, workspace.id(), id.toString(), secrets.seal("{\"uid\":\"Zoë\"}", SealedColumn.WEBHOOK_BODY.at(id)), now())
                .update();
        assertThat(parked()).isEqualTo(1);
        assertThat(browser.get(page).body()).contains("The time zone is not known", "calcom", "uid-1");
        assertThat(act("webhook", id, "body")).contains("&quot;uid&quot;");

        act("webhook", id, "replay");
        await().untilAsserted(() -> assertThat(browser.get(page).body()).contains("The booking system is not set up any more"));

        act("webhook", id, "discard");
        assertThat(browser.get(page).body()).contains("It is discarded.", "Nothing is parked.");
        assertThat(parked()).isZero();
        assertThat(isAudited("parked.discarded", "webhook " + id)).isTrue();
    }

    @Test
    void anEventOfZoomIsWorkedOnAgain() {
        String id = "request-" + workspace.id();
        jdbc.sql("""
                insert into zoom_event (request_id, event, body, digest, received_at, attempts, problem, given_up_at)
                values (?, 'meeting.ended', ?, ?, ?, 50, 'Something went wrong', ?)""")
                .params(id, secrets.seal("{\"payload\":{}}", SealedColumn.ZOOM_EVENT_BODY.at(id)), id, now(), now()).update();
        assertThat(browser.get(page).body()).contains("Something went wrong", "meeting.ended");
        assertThat(act("zoom-event", id, "body")).contains("payload");

        act("zoom-event", id, "replay");
        await().until(() -> jdbc.sql("select count(*) from zoom_event where request_id = ? and due_at is null").param(id)
                .query(Integer.class).single() == 1);
        assertThat(browser.get(page).body()).doesNotContain(id);
    }

    @Test
    void anOutcomeIsDeliveredAgainAndAllAreDiscarded() {
        workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"P-2","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}""");
        for (int i = 0; i < 2; i++) {
            jdbc.sql("""
                    insert into outcome (id, workspace_id, booking, type, target, state, attempts, created_at, failed_at, problem)
                    select ?, workspace_id, id, 'meeting.created', 'CALLBACK', 'FAILED', 9, ?, ?, 'It answered 410' from booking
                    where workspace_id = ?""").params(UUID.randomUUID(), now(), now(), workspace.id()).update();
        }
        UUID id = jdbc.sql("select id from outcome where workspace_id = ? and state = 'FAILED' limit 1").param(workspace.id())
                .query(UUID.class).single();
        assertThat(parked()).isEqualTo(2);
        assertThat(act("outcome", id, "body")).contains("P-2", "It answered 410", "meeting.created");

        act("outcome", id, "replay");
        assertThat(parked()).isEqualTo(1);
        await("nobody listens any more").until(() -> jdbc.sql("select count(*) from outcome where id = ?").param(id)
                .query(Integer.class).single() == 0);
        browser.submit(page, page + "/all", Map.of("act", "discard"));
        assertThat(browser.get(page).body()).contains("All are discarded.", "Nothing is parked.");
    }
}
