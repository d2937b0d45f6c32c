package io.zoombookings.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.meeting.Drift;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people change in Zoom behind the application's back is found at night and put right. */
@Tag("database")
class DriftTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private SandboxMeeting booked(String id) {
        workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"ada-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]}}"""
                .formatted(id, workspace.id(), workspace.id()), Map.of("Prefer", "wait=20"));
        JsonNode view = workspace.awaitMail(id, "CONFIRMATION", 2);
        return application.sandbox().meeting(view.at("/occurrences/0/meeting/id").asLong());
    }

    private void night() {
        ProducerTemplate routes = application.bean(ProducerTemplate.class);
        application.bean(Drift.class).listings().stream().filter(one -> one.workspace().equals(workspace.id()))
                .forEach(one -> routes.sendBody("direct:housekeeping-compare", one));
    }

    private String findings() {
        return String.join("\n", application.bean(JdbcClient.class).sql("""
                select subject || ': ' || detail from audit_entry where workspace_id = ? and action = 'meeting.drift'""")
                .param(workspace.id()).query(String.class).list());
    }

    @Test
    void leavesAloneWhatIsAsItShouldBe() {
        booked("B-1");
        int before = application.sandbox().ledger().callsOf(workspace.zoomUser().email()).size();

        night();

        assertThat(findings()).isEmpty();
        assertThat(application.sandbox().ledger().callsOf(workspace.zoomUser().email())).hasSize(before + 1);
    }

    @Test
    void putsRightWhatTheHostChanged() {
        SandboxMeeting meeting = booked("B-2");
        application.sandbox().hostUpdates(meeting.id(), "{\"topic\":\"Party\",\"start_time\":\"2031-03-05T09:00:00Z\"}");

        night();

        Arena.until("put right", () -> application.sandbox().meeting(meeting.id()).topic().equals("Talk"));
        assertThat(application.sandbox().meeting(meeting.id()).start()).isEqualTo(Instant.parse("2031-03-04T09:00:00Z"));
        assertThat(findings()).contains("B-2/0: Zoom meeting " + meeting.id() + " was changed");
    }

    @Test
    void readsAgainTheLinkThatTheHostChanged() {
        SandboxMeeting meeting = booked("B-5");
        application.sandbox().hostUpdates(meeting.id(), "{\"password\":\"Other-99\"}");

        night();

        JsonNode view = workspace.awaitMail("B-5", "RESCHEDULED", 2);
        assertThat(view.at("/occurrences/0/meeting/passcode").asText()).isEqualTo("Other-99");
        assertThat(view.at("/occurrences/0/meeting/joinUrl").asText())
                .isEqualTo(application.sandbox().meeting(meeting.id()).joinUrl()).isNotEqualTo(meeting.joinUrl());
        assertThat(application.sandbox().ledger().count(Operation.UPDATE, workspace.zoomUser().email())).isZero();
    }

    @Test
    void makesAgainWhatTheHostDeletedAndTellsTheNewLink() {
        SandboxMeeting meeting = booked("B-3");
        application.sandbox().hostDeletes(meeting.id());

        night();

        Arena.until("made again", () -> workspace.meetings().size() == 1);
        JsonNode view = workspace.awaitMail("B-3", "RESCHEDULED", 2);
        assertThat(view.at("/occurrences/0/meeting/id").asLong()).isNotEqualTo(meeting.id());
        assertThat(findings()).contains("does not list its meeting " + meeting.id());
    }

    @Test
    void deletesASurplusMeetingOfABookingButNotOneThatItDoesNotKnow() {
        SandboxMeeting meeting = booked("B-4");
        String fields = "{\"topic\":\"Talk\",\"start_time\":\"2031-03-04T09:00:00Z\",\"duration\":30,\"agenda\":\"%s\"}";
        SandboxMeeting surplus = application.sandbox().hostCreates(workspace.zoomUser().email(),
                fields.formatted("Booking " + workspace.id() + "/B-4/0"));
        SandboxMeeting unknown = application.sandbox().hostCreates(workspace.zoomUser().email(),
                fields.formatted("Booking " + workspace.id() + "/B-99/0"));

        night();

        Arena.until("deleted", () -> !application.sandbox().meeting(surplus.id()).live());
        assertThat(workspace.meetings()).extracting(SandboxMeeting::id).containsExactlyInAnyOrder(meeting.id(), unknown.id());
        assertThat(findings()).contains("Zoom meeting " + surplus.id() + " is surplus")
                .contains("Zoom meeting " + unknown.id() + " belongs to a booking that is not known here");
        assertThat(application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email())).isEqualTo(1);
    }
}
