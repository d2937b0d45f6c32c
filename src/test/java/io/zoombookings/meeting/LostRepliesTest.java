package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change that Zoom has made and whose reply nobody got is not known to have been made, nor not to have been. */
@Tag("database")
class LostRepliesTest {

    private static final String TEN = "2031-03-04T10:00:00Z";
    private static final String NOON = "2031-03-04T12:00:00Z";

    private final RunningApplication application = RunningApplication.shared();
    private final TestWorkspace workspace = application.workspace().connected();

    private void post(String type, int version, String start) {
        workspace.post("""
                {"event":"booking.%s","booking":{"id":"B-1","version":%d,"title":"Talk","start":"%s","durationMinutes":30,
                "host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]}}"""
                .formatted(type, version, start, workspace.id(), workspace.id()));
    }

    private Instant start() {
        return workspace.meetings().get(0).start();
    }

    @Test
    void aMoveBackAfterAMoveWhoseReplyWasLostIsMade() {
        post("confirmed", 1, TEN);
        workspace.awaitMeeting("B-1", "CREATED");
        try (var held = application.sandbox().faults().next(
                CallMatcher.on(Operation.UPDATE).of(workspace.zoomUser().email()), Fault.replyLost())) {
            post("rescheduled", 2, NOON);
            await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5)).until(() ->
                    Instant.parse(NOON).equals(start()));
            post("rescheduled", 3, TEN);
            assertThat(held.hits()).isEqualTo(1);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> Instant.parse(TEN).equals(start()));
        workspace.awaitMeeting("B-1", "CREATED");
        assertThat(workspace.meetings()).hasSize(1);
    }
}
