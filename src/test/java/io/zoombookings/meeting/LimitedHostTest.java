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
import io.zoombookings.sandbox.Fault.RetryAfter;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.RateLimits.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A host's hundred changes a day, an account's day and its second: how far they reach, and that it goes on afterwards. */
class LimitedHostTest {

    private final FaultyWorld world = FaultyWorld.shared();
    private final RunningApplication application = world.application();
    private final TestWorkspace workspace = application.workspace().connected();

    @BeforeEach
    void begin() {
        world.clock().advanceToMorning();
    }

    @AfterEach
    void lift() {
        application.sandbox().faults().clear();
        application.sandbox().limits().headers(Headers.MISLEADING);
        application.sandbox().limits().perSecond(false);
        application.sandbox().limits().hostPerDay(100);
    }

    private static String event(String id, TestWorkspace workspace, String start, String more) {
        return """
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"%s",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]%s}}"""
                .formatted(id, start, workspace.id(), workspace.id(), more);
    }

    private static List<JsonNode> meetings(JsonNode view, String state) {
        return StreamSupport.stream(view.path("occurrences").spliterator(), false).map(one -> one.path("meeting"))
                .filter(one -> state.equals(one.path("state").asText())).toList();
    }

    private List<Call> creates(TestWorkspace of) {
        return application.sandbox().ledger().calls(call -> call.operation() == Operation.CREATE
                && of.zoomUser().email().equals(call.user()));
    }

    private long mails(String person, String kind) {
        return world.smtp().mailsTo(person + "-" + workspace.id() + "@" + (person.equals("bo") ? "guest" : "clinic")
                + ".example", kind).size();
    }

    @Test
    void aSeriesLongerThanTheDayGetsItsSoonestMeetingsTodayAndTheRestAfterMidnight() {
        workspace.post(event("S-1", workspace, "2031-03-04T09:00:00Z", ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=120\"}"));

        JsonNode today = workspace.await("S-1", view -> meetings(view, "CREATED").size() == 100 && meetings(view, "PENDING")
                .stream().allMatch(one -> one.path("problem").asText().contains("it goes on at 00:00 UTC")));
        for (int i = 0; i < 120; i++) {
            assertThat(today.at("/occurrences/" + i + "/meeting/state").asText()).isEqualTo(i < 100 ? "CREATED" : "PENDING");
        }
        await().until(() -> mails("bo", "CONFIRMATION") + mails("bo", "LINK_FOLLOWS") == 2
                && mails("host", "CONFIRMATION") + mails("host", "HOST_PROBLEM") == 2);
        assertThat(creates(workspace)).as("no call beyond the limit").hasSize(100).allMatch(call -> call.status() == 201);

        world.clock().advanceTo(world.clock().midnight().minusSeconds(60));
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
        assertThat(creates(workspace)).hasSize(100);
        world.clock().advanceTo(world.clock().midnight().plusSeconds(30));

        workspace.await("S-1", view -> meetings(view, "CREATED").size() == 120);
        await().until(() -> mails("bo", "LINK_READY") == 1 && mails("host", "LINK_READY") == 1);
        assertThat(creates(workspace)).hasSize(120);
        assertThat(world.smtp().mailsTo("bo-" + workspace.id() + "@guest.example")).hasSize(3);
        assertThat(world.smtp().mailsTo("host-" + workspace.id() + "@clinic.example")).hasSize(3);
    }

    @Test
    void afterMidnightTheSoonestOfWhatWaitedGoesFirst() {
        application.sandbox().limits().usedToday(workspace.zoomUser(), 100);
        for (int i = 0; i < 30; i++) {
            workspace.post(event("B-" + i, workspace, "2031-03-%02dT09:00:00Z".formatted(30 - i), ""));
            workspace.await("B-" + i, view -> view.at("/occurrences/0/meeting/problem").asText().contains("00:00 UTC"));
        }
        assertThat(creates(workspace)).as("one refusal is enough to know").hasSize(1);

        // Of the new day ninety are taken already, by another node.
        application.bean(JdbcClient.class).sql("insert into zoom_usage (zoom_user_id, utc_day, used) values (?, ?, 90)")
                .params(workspace.zoomUser().id(), LocalDate.ofInstant(world.clock().midnight(), ZoneOffset.UTC)).update();
        world.clock().advanceTo(world.clock().midnight().plusSeconds(1));

        await().until(() -> workspace.meetings().size() >= 10);
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
        assertThat(creates(workspace)).hasSize(11);
        assertThat(workspace.meetings()).allMatch(meeting -> meeting.start().isBefore(Instant.parse("2031-03-11T00:00:00Z")));
    }

    @Test
    void anUnhelpfulRefusalIsUnderstoodWithAndWithoutHeaders() {
        for (Headers headers : Headers.values()) {
            TestWorkspace one = application.workspace().connected();
            application.sandbox().limits().headers(headers);
            application.sandbox().limits().usedToday(one.zoomUser(), 100);
            one.post(event("B-1", one, "2031-03-04T09:00:00Z", ""));
            one.await("B-1", view -> view.at("/occurrences/0/meeting/problem").asText().contains("it goes on at 00:00 UTC"));
            one.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-1\"}}");
            one.awaitMeeting("B-1", "CANCELLED");
            one.post(event("B-2", one, "2031-03-04T09:00:00Z", ""));
            one.await("B-2", view -> view.at("/occurrences/0/meeting/problem").asText().contains("it goes on at 00:00 UTC"));
            assertThat(creates(one)).as("%s", headers).hasSize(1);
        }
    }

    @Test
    @Tag("measurement")
    void theDayIsSharedByNodesAndOutlivesThem() {
        TestWorkspace one = application.workspace().connected();
        application.sandbox().limits().hostPerDay(1000);
        one.post(event("S-1", one, "2031-03-04T09:00:00Z", ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=95\"}"));
        one.await("S-1", view -> meetings(view, "CREATED").size() == 95);
        RunningApplication second = application.beside();
        try {
            TestWorkspace there = one.at(second);
            there.post(event("S-2", one, "2031-04-04T09:00:00Z", ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=3\"}"));
            one.post(event("S-3", one, "2031-05-04T09:00:00Z", ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=4\"}"));
            there.await("S-2", view -> meetings(view, "CREATED").size() == 3);
            one.await("S-3", view -> meetings(view, "CREATED").size() == 2 && meetings(view, "PENDING").stream()
                    .allMatch(meeting -> meeting.path("problem").asText().contains("00:00 UTC")));
            there.post(event("B-4", one, "2031-03-04T11:00:00Z", ""));
            there.await("B-4", view -> view.at("/occurrences/0/meeting/problem").asText().contains("00:00 UTC"));
            assertThat(creates(one)).hasSize(100);
        } finally {
            second.stop();
        }
    }

    @Test
    void theCallsOfAllWorkspacesOfAnAccountFitIntoItsSecond() {
        TestWorkspace one = application.workspace().connected("busy", Plan.FREE);
        TestWorkspace sameGrant = application.workspace().connectedLike(one);
        TestWorkspace colleague = application.workspace().connected("busy", Plan.FREE);
        application.sandbox().limits().perSecond(true);

        List.of(one, sameGrant, colleague).forEach(each -> each.post(event("S-1", each, "2031-03-04T09:00:00Z",
                ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=3\"}")));

        List.of(one, sameGrant, colleague).forEach(each -> each.await("S-1", view -> meetings(view, "CREATED").size() == 3));
        List<Call> creates = application.sandbox().ledger().calls(call -> call.operation() == Operation.CREATE
                && List.of(one.zoomUser().email(), colleague.zoomUser().email()).contains(call.user()));
        assertThat(creates).filteredOn(Call::effect).hasSize(9);
        assertThat(creates).as("calls that were refused").filteredOn(call -> call.status() == 429).hasSizeBetween(1, 18);
        assertThat(application.sandbox().ledger().callsOf(one.zoomUser().email()))
                .as("nothing is looked up after a refusal").noneMatch(call -> call.operation() == Operation.LIST);
    }

    @Test
    void anAccountsDayEndsWhenZoomSaysInWhateverFormAndElseAtMidnight() {
        Instant now = world.clock().instant();
        Instant until = now.plus(Duration.ofHours(1));
        String daily = "You have reached the maximum daily rate limit for this API.";
        Map<TestWorkspace, Fault> refused = new LinkedHashMap<>();
        for (RetryAfter form : List.of(RetryAfter.INSTANT, RetryAfter.DATE, RetryAfter.SECONDS)) {
            refused.put(application.workspace().connected("hour" + form, Plan.PRO), Fault.tooManyToday(form, now, until));
        }
        List<TestWorkspace> told = List.copyOf(refused.keySet());
        refused.put(application.workspace().connected("silent", Plan.PRO), Fault.tooManyToday(RetryAfter.NONE, now, until));
        refused.put(application.workspace().connected("garbled", Plan.PRO), Fault.tooMany(daily, "in a while, perhaps"));
        refused.forEach((one, fault) -> {
            application.sandbox().faults().next(CallMatcher.on(Operation.CREATE).of(one.zoomUser().email()), fault);
            one.post(event("B-1", one, "2031-03-04T09:00:00Z", ""));
            one.await("B-1", view -> view.at("/occurrences/0/meeting/problem").asText().contains("daily limit"));
        });

        world.clock().advance(Duration.ofMinutes(55));
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
        refused.keySet().forEach(one -> assertThat(creates(one)).as(one.zoomUser().accountId()).hasSize(1));
        world.clock().advanceTo(until.plusSeconds(1));
        told.forEach(one -> one.awaitMeeting("B-1", "CREATED"));
        world.clock().advanceTo(world.clock().midnight().plusSeconds(1));
        refused.keySet().forEach(one -> {
            one.awaitMeeting("B-1", "CREATED");
            assertThat(creates(one)).as(one.zoomUser().accountId()).hasSize(2);
        });
    }
}
