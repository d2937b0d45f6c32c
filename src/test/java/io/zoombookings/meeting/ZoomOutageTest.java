package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.FaultyWorld;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.Call;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hundred bookings while Zoom is away: it is asked now and then only, and when it is back all get their meetings. */
class ZoomOutageTest {

    private static final int WORKSPACES = 4;
    private static final int EACH = 50;

    private final FaultyWorld world = FaultyWorld.shared();
    private final RunningApplication application = world.application();
    private final List<TestWorkspace> workspaces = new ArrayList<>();

    @BeforeEach
    void connect() {
        world.clock().advanceToMorning();
        for (int i = 0; i < WORKSPACES; i++) {
            workspaces.add(application.workspace().connected());
        }
    }

    @AfterEach
    void comeBack() {
        application.sandbox().comeBack();
        application.sandbox().faults().clear();
    }

    private void book() {
        workspaces.forEach(workspace -> assertThat(workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"S-1","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"host-%1$s@clinic.example"},"guests":[{"email":"bo-%1$s@guest.example"}],
                "recurrence":{"rule":"FREQ=DAILY;COUNT=%2$d"}}}""".formatted(workspace.id(), EACH)).status()).isEqualTo(202));
    }

    private List<Call> calls() {
        return application.sandbox().ledger().calls(call -> workspaces.stream()
                .anyMatch(workspace -> workspace.zoomUser().email().equals(call.user())));
    }

    private long creates(boolean onlyWithEffect) {
        return calls().stream().filter(call -> call.operation() == Operation.CREATE && (call.effect() || !onlyWithEffect))
                .count();
    }

    /** How often work on these bookings was begun, as far as it is known to have failed. */
    private int attempts() {
        return application.bean(JdbcClient.class).sql("select sum(attempts) from occurrence where workspace_id in (:all)")
                .param("all", workspaces.stream().map(TestWorkspace::id).toList()).query(Integer.class).single();
    }

    private static List<JsonNode> meetings(TestWorkspace workspace) {
        return StreamSupport.stream(workspace.get("S-1").body().path("occurrences").spliterator(), false)
                .map(one -> one.path("meeting")).toList();
    }

    private void pass(Duration time) {
        await().atMost(time.plusSeconds(20)).pollDelay(time).until(() -> true);
    }

    private void awaitReasons(String words) {
        workspaces.forEach(workspace -> await(words).atMost(Duration.ofSeconds(30)).until(() -> meetings(workspace).stream()
                .allMatch(one -> "PENDING".equals(one.path("state").asText()) && one.path("problem").asText().contains(words))));
    }

    private void awaitMeetings() {
        await("all meetings").atMost(Duration.ofSeconds(60)).until(() -> workspaces.stream().allMatch(workspace ->
                meetings(workspace).stream().allMatch(one -> "CREATED".equals(one.path("state").asText()))));
        workspaces.forEach(workspace -> assertThat(workspace.meetings()).hasSize(EACH));
    }

    @Test
    @Tag("measurement")
    void aZoomThatCannotBeReachedIsTriedNowAndThenAndTheBacklogFlowsOff() {
        application.sandbox().goOffline();
        book();
        pass(Duration.ofSeconds(5));
        int before = attempts();
        assertThat(before).as("all in all").isLessThanOrEqualTo(80);
        awaitReasons("it is tried again");
        assertThat(attempts() - before).as("one at a time").isLessThanOrEqualTo(6);

        application.sandbox().ledger().mostAtOnce();
        application.sandbox().comeBack();
        world.clock().advance(Duration.ofSeconds(31));

        awaitMeetings();
        assertThat(application.sandbox().ledger().mostAtOnce()).as("calls at once").isLessThanOrEqualTo(128);
        assertThat(creates(false)).as("a create for each, none was sent twice").isEqualTo(WORKSPACES * EACH);
    }

    @Test
    void aZoomThatFailsIsAskedNowAndThenAndTheBacklogFlowsOff() {
        application.sandbox().faults().always(CallMatcher.api(), Fault.html(503));
        book();
        pass(Duration.ofSeconds(5));
        int before = calls().size();
        assertThat(before).as("all in all: a burst of all workers, before anything is known").isLessThanOrEqualTo(300);
        awaitReasons("HTTP status 503");
        assertThat(calls().size() - before).as("one at a time for each account").isLessThanOrEqualTo(4 * WORKSPACES);

        application.sandbox().faults().clear();
        world.clock().advance(Duration.ofSeconds(31));

        awaitMeetings();
        assertThat(creates(true)).isEqualTo(WORKSPACES * EACH);
    }
}
