package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.Call;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Fault.RetryAfter;
import io.zoombookings.sandbox.Faults;
import io.zoombookings.sandbox.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A Zoom that does what it was asked long after nobody waits for its reply: every confirmed date has one meeting in the end,
 * the one that people were told, and a cancelled one has none.
 */
@Tag("database")
class LateEffectsTest {

    private static final String TEN = "2031-03-04T10:00:00Z";
    private static final String NOON = "2031-03-04T12:00:00Z";
    private static final String TWO = "2031-03-04T14:00:00Z";
    /** After it has taken effect a surplus meeting is to be gone within five minutes; here is some time to delete it. */
    private static final Duration SOON = Duration.ofSeconds(270);

    private final RunningApplication application = RunningApplication.ageing();
    private final TestWorkspace workspace = application.workspace().connected();

    @AfterEach
    void lift() {
        application.sandbox().webhookTarget(null);
        application.sandbox().faults().clear();
    }

    private void post(String type, int version, String start) {
        workspace.post("""
                {"event":"booking.%s","booking":{"id":"B-1","version":%d,"title":"Talk","start":"%s","durationMinutes":30,
                "host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]}}"""
                .formatted(type, version, start, workspace.id(), workspace.id()));
    }

    private Faults.Rule next(Operation operation, Fault fault) {
        return application.sandbox().faults().next(
                CallMatcher.on(operation).of(workspace.zoomUser().email()), fault);
    }

    /** No further create does anything: only what comes late can become the occurrence's meeting. */
    private void refuseMore() {
        application.sandbox().faults().always(CallMatcher.on(Operation.CREATE).of(workspace.zoomUser().email()),
                Fault.status(503));
    }

    private static Fault after(int seconds) {
        return Fault.takesEffectAfter(Duration.ofSeconds(seconds));
    }

    private void pass(Duration time) {
        application.clock().advance(time);
    }

    private List<Call> calls(Operation operation) {
        return application.sandbox().ledger().calls(call -> call.operation() == operation
                && workspace.zoomUser().email().equals(call.user()));
    }

    private void awaitEffects(Operation operation, int count) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5)).until(() ->
                calls(operation).stream().filter(Call::effect).count() == count);
    }

    /** And then passes over all pauses of failures before. */
    private void awaitTheFirstToLand() {
        pass(Duration.ofSeconds(13));
        awaitEffects(Operation.CREATE, 1);
        pass(Duration.ofSeconds(60));
    }

    private static void awaitHit(Faults.Rule rule) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(2)).until(() -> rule.hits() == 1);
    }

    private static String link(JsonNode view) {
        return view.at("/occurrences/0/meeting/joinUrl").asText();
    }

    /** The one meeting at Zoom is the one that people were told, and they were told no other. */
    private void awaitOnly(JsonNode told) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(workspace.meetings()).extracting(meeting -> meeting.joinUrl()).containsExactly(link(told));
            assertThat(link(workspace.get("B-1").body())).isEqualTo(link(told));
        });
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(workspace.get("B-1").body().at("/occurrences/0/notifications"))
                        .filteredOn(mail -> "SENT".equals(mail.path("state").asText())
                                && !"LINK_FOLLOWS".equals(mail.path("kind").asText()))
                        .extracting(mail -> mail.path("kind").asText()).hasSize(2).containsAnyOf("CONFIRMATION", "LINK_READY")
                        .isSubsetOf("CONFIRMATION", "LINK_READY"));
    }

    @Test
    void aCreateThatLandsAfterAnotherOneWasFoundIsDeleted() {
        next(Operation.CREATE, after(300));
        var second = next(Operation.CREATE, after(12));
        refuseMore();
        post("confirmed", 1, TEN);
        awaitHit(second);
        awaitTheFirstToLand();
        JsonNode told = workspace.awaitMeeting("B-1", "CREATED");
        assertThat(workspace.meetings()).hasSize(1);

        pass(Duration.ofSeconds(300));
        awaitEffects(Operation.CREATE, 2);
        pass(SOON);

        awaitOnly(told);
    }

    @Test
    void threeCreatesThatLandOneAfterTheOtherLeaveTheOneThatWasTold() {
        next(Operation.CREATE, after(900));
        next(Operation.CREATE, after(300));
        var third = next(Operation.CREATE, after(12));
        refuseMore();
        post("confirmed", 1, TEN);
        awaitHit(third);
        awaitTheFirstToLand();
        JsonNode told = workspace.awaitMeeting("B-1", "CREATED");

        for (int landed = 2; landed <= 3; landed++) {
            pass(Duration.ofSeconds(300));
            awaitEffects(Operation.CREATE, landed);
            pass(SOON);
            awaitOnly(told);
        }
    }

    @Test
    void aCreateThatLandsAfterTheCancellationWasSettledIsDeleted() {
        var lost = next(Operation.CREATE, after(45));
        post("confirmed", 1, TEN);
        awaitHit(lost);
        post("cancelled", 2, TEN);
        workspace.awaitMeeting("B-1", "CANCELLED");

        pass(Duration.ofSeconds(46));
        awaitEffects(Operation.CREATE, 1);
        pass(SOON);

        await().atMost(Duration.ofSeconds(20)).until(() -> workspace.meetings().isEmpty());
        workspace.awaitMeeting("B-1", "CANCELLED");
    }

    @Test
    void whatFailsAfterTheLookUpForgetsNothing() {
        Instant now = application.clock().instant();
        next(Operation.CREATE, Fault.replyLost());
        next(Operation.GET, Fault.tooMany("Slow down", RetryAfter.NONE, now, now.plusSeconds(1)));
        next(Operation.GET, Fault.unauthorized().after(Duration.ZERO));
        post("confirmed", 1, TEN);

        JsonNode told = workspace.awaitMeeting("B-1", "CREATED");

        awaitOnly(told);
        assertThat(calls(Operation.CREATE)).hasSize(1);
    }

    @Test
    void aSurplusMeetingWhoseDeletionFailsIsNotForgotten() {
        next(Operation.CREATE, after(45));
        post("confirmed", 1, TEN);
        JsonNode told = workspace.awaitMeeting("B-1", "CREATED");
        var refused = next(Operation.DELETE, Fault.tooMany("Slow down", RetryAfter.SECONDS, application.clock().instant(),
                application.clock().instant().plusSeconds(3)));
        pass(Duration.ofSeconds(46));
        awaitEffects(Operation.CREATE, 2);
        pass(SOON);

        awaitHit(refused);
        assertThat(workspace.get("B-1").body().at("/occurrences/0/meeting/state").asText()).isEqualTo("CREATED");
        pass(Duration.ofSeconds(4));
        awaitOnly(told);
    }

    @Test
    void zoomsEventMakesItGoneAtOnceAndAnEchoCostsNothing() {
        application.sandbox().webhookTarget(URI.create(application.url() + "/integrations/zoom/events"));
        next(Operation.CREATE, after(45));
        post("confirmed", 1, TEN);
        JsonNode told = workspace.awaitMeeting("B-1", "CREATED");
        int looks = calls(Operation.LIST).size();

        pass(Duration.ofSeconds(46));
        awaitEffects(Operation.CREATE, 2);

        awaitOnly(told);
        assertThat(calls(Operation.LIST).size() - looks).as("looks").isBetween(1, 3);
    }

    @Test
    void whereEveryReplyComesNothingIsLookedUp() {
        application.sandbox().webhookTarget(URI.create(application.url() + "/integrations/zoom/events"));
        post("confirmed", 1, TEN);
        workspace.awaitMeeting("B-1", "CREATED");
        post("rescheduled", 2, NOON);
        workspace.await("B-1", view -> NOON.equals(view.at("/occurrences/0/start").asText()));
        workspace.awaitMeeting("B-1", "CREATED");
        await().until(() -> application.sandbox().webhooks().idle());

        pass(Duration.ofHours(1));
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
        assertThat(calls(Operation.LIST)).isEmpty();
        assertThat(calls(Operation.GET)).isEmpty();
    }

    @Test
    void looksEndWhenNothingCanLandAnyMore() {
        next(Operation.CREATE, Fault.replyLost());
        post("confirmed", 1, TEN);
        JsonNode told = workspace.awaitMeeting("B-1", "CREATED");

        pass(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(20)).until(() -> calls(Operation.LIST).size() == 2);
        pass(Duration.ofHours(1));
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
        assertThat(calls(Operation.LIST)).hasSize(2);
        awaitOnly(told);
    }

    @Test
    void anUpdateThatLandsAfterALaterOneIsPutRight() {
        post("confirmed", 1, TEN);
        workspace.awaitMeeting("B-1", "CREATED");
        var late = next(Operation.UPDATE, after(45));
        post("rescheduled", 2, NOON);
        awaitHit(late);
        post("rescheduled", 3, TWO);
        await().atMost(Duration.ofSeconds(20)).until(() -> workspace.meetings().get(0).start().equals(Instant.parse(TWO)));

        pass(Duration.ofSeconds(46));
        await().atMost(Duration.ofSeconds(20)).until(() -> workspace.meetings().get(0).start().equals(Instant.parse(NOON)));
        pass(SOON);

        await().atMost(Duration.ofSeconds(20)).until(() -> workspace.meetings().get(0).start().equals(Instant.parse(TWO)));
        workspace.awaitMeeting("B-1", "CREATED");
    }

    /** It has seen two meetings; meanwhile the told one is gone, and another worker has adopted the other one. */
    @Test
    void aWorkerThatSleptBeyondItsLeaseDeletesNothing() {
        next(Operation.CREATE, after(45));
        post("confirmed", 1, TEN);
        workspace.awaitMeeting("B-1", "CREATED");
        long told = workspace.meetings().get(0).id();
        pass(Duration.ofSeconds(46));
        awaitEffects(Operation.CREATE, 2);
        long other = workspace.meetings().stream().map(meeting -> meeting.id()).filter(id -> id != told).findFirst().orElseThrow();
        var slow = next(Operation.LIST, Fault.answersLate(Duration.ofSeconds(6)));
        pass(SOON);
        awaitHit(slow);

        application.sandbox().hostDeletes(told);
        pass(Duration.ofSeconds(61));
        workspace.await("B-1", view -> String.valueOf(other).equals(view.at("/occurrences/0/meeting/id").asText()));
        await().atMost(Duration.ofSeconds(20)).until(() -> calls(Operation.LIST).stream().noneMatch(call -> call.status() < 0));
        await().atMost(Duration.ofSeconds(20)).until(() -> application.bean(CamelContext.class).getInflightRepository()
                .size("meeting-sync") == 0);

        assertThat(workspace.meetings()).extracting(meeting -> meeting.id()).containsExactly(other);
    }
}
