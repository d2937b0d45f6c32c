package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.SandboxMeeting;
import io.zoombookings.sandbox.ZoomUser;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting can begin, whoever hosts the booking, and people know how. */
class BeginningTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private JsonNode book(String host, String meeting) {
        return workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"B-1","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"%s"},"guests":[{"email":"bo-%s@guest.example"}],"meeting":{%s}}}"""
                .formatted(host, workspace.id(), meeting), Map.of("Prefer", "wait=20")).body();
    }

    private SandboxMeeting made(JsonNode view) {
        return application.sandbox().meeting(view.at("/occurrences/0/meeting/id").asLong());
    }

    private String host() {
        return "ada-" + workspace.id() + "@clinic.example";
    }

    @Test
    void guestsMayComeInWhereTheHostIsNotTheZoomUserAndTheHostIsToldSo() {
        JsonNode view = book(host(), "\"aiSummary\":\"on\"");

        assertThat(view.at("/occurrences/0/meeting/host/zoomUser").asText()).isEqualTo(workspace.zoomUser().email());
        assertThat(made(view).settings().path("join_before_host").asBoolean()).isTrue();
        assertThat(made(view).settings().path("auto_start_meeting_summary").asBoolean()).isTrue();
        Mail mail = application.inbox().awaitMail(host(), "CONFIRMATION");
        assertThat(mail.text()).contains("belongs to the Zoom user " + workspace.zoomUser().email(), "before the host",
                "+1 646 558 8656 (US)");
        assertThat(application.inbox().awaitMail("bo-" + workspace.id() + "@guest.example", "CONFIRMATION").text())
                .contains("+49 69 7104 9922 (DE)").doesNotContain(workspace.zoomUser().email());
    }

    @Test
    void theZoomUserStartsAsTheAccountHasItAndABookingMaySaySomethingElse() {
        JsonNode view = book(workspace.zoomUser().email(), "");
        assertThat(made(view).settings().path("join_before_host").asBoolean()).isFalse();
        assertThat(application.inbox().awaitMail(workspace.zoomUser().email(), "CONFIRMATION").text())
                .doesNotContain("belongs to the Zoom user");

        workspace.post("""
                {"event":"booking.rescheduled","booking":{"id":"B-1","title":"Talk","start":"2031-03-05T09:00:00Z",
                "durationMinutes":30,"host":{"email":"%s"},"guests":[{"email":"bo@guest.example"}],
                "meeting":{"joinBeforeHost":true,"joinBeforeHostMinutes":10}}}""".formatted(workspace.zoomUser().email()),
                Map.of("Prefer", "wait=20"));
        assertThat(made(view).settings().path("join_before_host").asBoolean()).isTrue();
        assertThat(made(view).settings().path("jbh_time").asInt()).isEqualTo(10);
    }

    @Test
    void anAlternativeHostThatZoomRefusesCostsThatNameOnly() {
        ZoomUser colleague = application.sandbox().users().add(ZoomUser.of("c" + workspace.id(), workspace.zoomUser().accountId(),
                "co-" + workspace.id() + "@zoom.example", "Co", "L", Plan.PRO));

        JsonNode view = book(host(), "\"alternativeHosts\":[\"%s\",\"nobody@zoom.example\"]".formatted(colleague.email()));

        assertThat(view.at("/occurrences/0/meeting/state").asText()).isEqualTo("CREATED");
        assertThat(made(view).settings().path("alternative_hosts").asText()).isEqualTo(colleague.email());
        assertThat(view.at("/occurrences/0/meeting/warnings")).singleElement().satisfies(warning -> {
            assertThat(warning.path("code").asText()).isEqualTo("ALTERNATIVE_HOST_REFUSED");
            assertThat(warning.path("detail").asText()).contains("nobody@zoom.example", "is not a licensed user of this account.");
        });
        assertThat(application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email())).isEqualTo(2);
        assertThat(application.inbox().awaitMail(host(), "CONFIRMATION").text()).contains("nobody@zoom.example is no alternative host");
    }
}
