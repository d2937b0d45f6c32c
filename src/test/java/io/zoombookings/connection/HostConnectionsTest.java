package io.zoombookings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.Browser;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import io.zoombookings.meeting.Drift;
import io.zoombookings.meeting.MeetingListing;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.SandboxMeeting;
import io.zoombookings.sandbox.ZoomUser;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members of staff host under their own Zoom users, from a link to the end of their connection. */
class HostConnectionsTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;
    private ZoomUser ada;
    private String host;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
        host = "ada-" + workspace.id() + "@clinic.example";
        ada = application.sandbox().users().add(ZoomUser.of("ada" + workspace.id(), "b" + workspace.id(),
                "ada-" + workspace.id() + "@zoom.example", "Ada", "K", Plan.PRO));
    }

    private String hosts() {
        return "/api/workspaces/" + workspace.id() + "/hosts";
    }

    private String invitation() {
        Answer answer = application.admin("POST", hosts() + "/" + host + "/invitation", null);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("url").asText();
    }

    /** Follows a link as somebody without an account here, and says yes to Zoom. @return the page at the end */
    private String follow(String link, ZoomUser user) {
        Browser browser = new Browser(application.url());
        String consent = Browser.location(browser.get(link));
        return browser.get(application.sandbox().authorize(URI.create(consent), user.email(), true)).body();
    }

    private JsonNode book(String id, String email, String start) {
        return workspace.post("""
                {"event":"booking.rescheduled","booking":{"id":"%s","title":"Talk","start":"%s","durationMinutes":30,
                "host":{"email":"%s"},"guests":[{"email":"bo@guest.example"}]}}""".formatted(id, start, email),
                Map.of("Prefer", "wait=20")).body();
    }

    private JsonNode shown() {
        for (JsonNode one : application.admin("GET", hosts(), null).body()) {
            if (one.path("email").asText().equals(host)) {
                return one;
            }
        }
        return null;
    }

    private static String zoomUser(JsonNode view) {
        return view.at("/occurrences/0/meeting/host/zoomUser").asText();
    }

    private SandboxMeeting meeting(JsonNode view) {
        return application.sandbox().meeting(view.at("/occurrences/0/meeting/id").asLong());
    }

    @Test
    void aLinkConnectsOnceAndTheHostsMeetingsAreMadeUnderTheirOwnZoomUser() {
        JsonNode before = book("B-0", host, "2031-03-04T09:00:00Z");
        assertThat(zoomUser(before)).isEqualTo(workspace.zoomUser().email());
        assertThat(shown().path("connection").asText()).isEqualTo("default");
        String link = invitation();
        assertThat(follow(link, ada)).contains("Successfully connected", ada.email());

        JsonNode own = book("B-1", host.toUpperCase(Locale.ROOT), "2031-03-05T09:00:00Z");
        JsonNode other = book("B-2", "cy@clinic.example", "2031-03-05T09:00:00Z");
        assertThat(zoomUser(own)).isEqualTo(ada.email());
        assertThat(meeting(own).host().email()).isEqualTo(ada.email());
        assertThat(zoomUser(other)).isEqualTo(workspace.zoomUser().email());
        assertThat(shown().path("connection").asText()).isEqualTo("own");
        assertThat(shown().path("zoomUser").asText()).isEqualTo(ada.email());
        assertThat(shown().path("usedToday").asInt()).isPositive();
        assertThat(new Browser(application.url()).get(link).statusCode()).isEqualTo(404);

        // What there was stays where it is; a change moves it, and takes the old one away.
        assertThat(meeting(before).live()).isTrue();
        JsonNode moved = book("B-0", host, "2031-03-06T09:00:00Z");
        assertThat(zoomUser(moved)).isEqualTo(ada.email());
        assertThat(meeting(before).live()).isFalse();
        assertThat(meeting(moved).live()).isTrue();
    }

    @Test
    void aHostWhoIsDisconnectedHostsUnderTheWorkspacesZoomUserAgain() {
        follow(invitation(), ada);
        JsonNode own = book("B-1", host, "2031-03-05T09:00:00Z");
        assertThat(application.admin("DELETE", hosts() + "/" + host, null).status()).isEqualTo(204);

        assertThat(zoomUser(book("B-2", host, "2031-03-06T09:00:00Z"))).isEqualTo(workspace.zoomUser().email());
        assertThat(meeting(own).live()).isTrue();
        assertThat(shown().path("connection").asText()).isEqualTo("default");
    }

    @Test
    void anAdministratorChoosesAmongTheZoomUsersOfTheWorkspace() {
        follow(invitation(), ada);
        String put = "[{\"email\":\"cy@clinic.example\",\"zoomUser\":\"%s\"}]";
        assertThat(application.admin("PUT", hosts(), put.formatted(ada.email())).status()).isEqualTo(200);
        assertThat(zoomUser(book("B-1", "cy@clinic.example", "2031-03-05T09:00:00Z"))).isEqualTo(ada.email());

        Answer wrong = application.admin("PUT", hosts(), put.formatted("nobody@zoom.example"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().at("/errors/0/pointer").asText()).isEqualTo("/0/zoomUser");
        assertThat(application.admin("PUT", hosts(), "[{\"email\":\"cy@clinic.example\",\"connection\":\"default\"}]").status())
                .isEqualTo(200);
        assertThat(zoomUser(book("B-2", "cy@clinic.example", "2031-03-06T09:00:00Z"))).isEqualTo(workspace.zoomUser().email());
    }

    @Test
    void aHostWhoRemovesTheAppAtZoomLosesNothingButTheOwnZoomUser() {
        follow(invitation(), ada);
        application.sandbox().userRemovesApp(ada.email());
        application.bean(Connections.class).deauthorized(ada.accountId(), ada.id(), application.bean(Clock.class).instant());

        assertThat(zoomUser(book("B-2", host, "2031-03-06T09:00:00Z"))).isEqualTo(workspace.zoomUser().email());
        assertThat(shown().path("problem").asText()).contains(ada.email());
    }

    @Test
    void everyNightEachZoomUsersOwnMeetingsAreCompared() {
        follow(invitation(), ada);
        book("B-1", host, "2031-03-05T09:00:00Z");
        book("B-2", "cy@clinic.example", "2031-03-06T09:00:00Z");
        Drift drift = application.bean(Drift.class);
        List<MeetingListing> listings = drift.listings().stream().filter(one -> one.workspace().equals(workspace.id())).toList();
        assertThat(listings).extracting(MeetingListing::zoomUser).containsExactly(workspace.zoomUser().id(), ada.id());
        assertThat(listings).extracting(MeetingListing::connection)
                .containsExactly(workspace.id(), workspace.id() + "/" + ada.id());

        // A list of hers without her meeting: Zoom is asked about that one, and not about the other user's.
        drift.repair(listings.get(1));
        await().untilAsserted(() ->
                assertThat(application.sandbox().ledger().count(Operation.UPDATE, ada.email())).isEqualTo(1));
        assertThat(application.sandbox().ledger().count(Operation.UPDATE, workspace.zoomUser().email())).isZero();
    }
}
