package io.zoombookings.meeting;

import static org.awaitility.Awaitility.await;

import io.zoombookings.Browser;
import io.zoombookings.RunningApplication;
import io.zoombookings.Sql;
import io.zoombookings.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Zoom is connected between the claim of an occurrence that had to wait for it, and the end of that claim. */
@Tag("database")
class ClaimedWhileConnectingTest {

    private final RunningApplication application = RunningApplication.shared();
    private final TestWorkspace workspace = application.workspace().connected();
    private final MeetingSync sync = application.bean(MeetingSync.class);

    @Test
    void itGetsItsMeeting() {
        String settings = "/workspaces/" + workspace.id() + "/settings/integrations/zoom";
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        browser.submit(settings + "/disconnect", settings + "/disconnect", Map.of());
        workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"B-1","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]}}""".formatted(workspace.id(), workspace.id()));
        workspace.awaitMeeting("B-1", "NOT_CONNECTED");
        Work claimed = claim();

        workspace.connect(workspace.zoomUser().email());
        sync.settle(claimed);

        workspace.awaitMeeting("B-1", "CREATED");
    }

    private Work claim() {
        AtomicReference<Work> claimed = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> {
            application.bean(JdbcClient.class).sql("update occurrence set due_at = ? where workspace_id = ? and lease is null")
                    .params(Sql.time(Instant.now().minusSeconds(1)), workspace.id()).update();
            List<Work> due = sync.due();
            due.stream().filter(work -> work.workspace().equals(workspace.id())).forEach(claimed::set);
            due.stream().filter(work -> work != claimed.get()).forEach(work -> sync.settle(work.with(MeetingAction.RELEASE)));
            return claimed.get() != null;
        });
        return claimed.get();
    }
}
