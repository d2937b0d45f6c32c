package io.zoombookings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.Browser;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.connection.HostLoad.Slot;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.workspace.WorkspaceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a Zoom user's plan does not run is said before it happens, everywhere where somebody looks. */
class HostLoadTest {

    private static final Instant NINE = Instant.parse("2031-03-04T09:00:00Z");

    private static Slot slot(int minutesAfterNine, int minutes) {
        return new Slot(NINE.plusSeconds(minutesAfterNine * 60L), minutes);
    }

    @Test
    void countsWhatIsAtOneTimeAndNotWhatFollows() {
        assertThat(HostLoad.most(slot(0, 30), List.of())).isEqualTo(1);
        assertThat(HostLoad.most(slot(0, 30), List.of(slot(30, 30), slot(-30, 30)))).isEqualTo(1);
        assertThat(HostLoad.most(slot(0, 30), List.of(slot(0, 30)))).isEqualTo(2);
        assertThat(HostLoad.most(slot(0, 60), List.of(slot(0, 20), slot(30, 20)))).isEqualTo(2);
        assertThat(HostLoad.most(slot(0, 60), List.of(slot(-10, 40), slot(20, 40), slot(29, 2)))).isEqualTo(4);
    }

    @Test
    void aBasicUserRunsOneALicensedOneWhatTheWorkspaceSays() {
        WorkspaceSettings two = new WorkspaceSettings(null, null, null, null, null, null, null, null, null, 2);
        assertThat(HostLoad.atOnce(1, two)).isEqualTo(1);
        assertThat(HostLoad.atOnce(2, two)).isEqualTo(2);
        assertThat(HostLoad.atOnce(null, WorkspaceSettings.DEFAULTS)).isEqualTo(1);
    }

    @Test
    void anOverlapIsInViewPagesMailAndMetricUntilOneOfTheMeetingsGoes() {
        RunningApplication application = RunningApplication.shared();
        TestWorkspace workspace = application.workspace().connected();
        Instant start = application.bean(Clock.class).instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
        String host = "cy-" + workspace.id() + "@clinic.example";

        JsonNode first = book(workspace, "B-1", host, start, 30);
        JsonNode next = book(workspace, "B-2", host, start.plusSeconds(1800), 30);
        assertThat(warnings(first)).isEmpty();
        assertThat(warnings(next)).isEmpty();
        JsonNode over = book(workspace, "B-3", host, start.plusSeconds(900), 30);

        assertThat(warnings(over)).singleElement().satisfies(warning -> {
            assertThat(warning.path("code").asText()).isEqualTo("HOST_OVERLAP");
            assertThat(warning.path("detail").asText()).contains(workspace.zoomUser().email(), "2 Zoom meetings", "1 at once");
        });
        assertThat(warnings(workspace.get("B-1").body())).hasSize(1);
        await().untilAsserted(() -> assertThat(application.inbox().mails(one -> one.to().contains(host))).anySatisfy(mail ->
                assertThat(mail.text()).contains("2 Zoom meetings at this time")));
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        for (String page : List.of("", "/hosts", "/bookings/B-3")) {
            assertThat(browser.get("/workspaces/" + workspace.id() + page).body()).as(page).contains("2 Zoom meetings at this time");
        }
        assertThat(application.bean(HostLoad.class).upcoming(workspace.id())).singleElement().satisfies(one ->
                assertThat(one.count()).isEqualTo(3));

        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-3\"}}", Map.of("Prefer", "wait=20"));
        assertThat(warnings(workspace.get("B-1").body())).isEmpty();
    }

    @Test
    void aBasicUsersMeetingOfMoreThanFortyMinutesIsWarnedOf() {
        RunningApplication application = RunningApplication.shared();
        TestWorkspace workspace = application.workspace().connected("f", Plan.FREE);
        Instant start = application.bean(Clock.class).instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);

        assertThat(warnings(book(workspace, "B-1", "cy@clinic.example", start, 40))).isEmpty();
        assertThat(warnings(book(workspace, "B-2", "cy@clinic.example", start.plus(Duration.ofHours(2)), 41)))
                .extracting(warning -> warning.path("code").asText()).containsExactly("PLAN_MINUTES");
    }

    private static JsonNode warnings(JsonNode view) {
        assertThat(view.at("/occurrences/0/meeting").has("warnings")).isTrue();
        return view.at("/occurrences/0/meeting/warnings");
    }

    private static JsonNode book(TestWorkspace workspace, String id, String host, Instant start, int minutes) {
        return workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"%s","durationMinutes":%d,
                "host":{"email":"%s"},"guests":[{"email":"bo@guest.example"}]}}""".formatted(id, start, minutes, host),
                Map.of("Prefer", "wait=20")).body();
    }
}
