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
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Zoom's limits of an account, from outside: what is asked of Zoom, what people are told, what others notice of it. */
@Tag("database")
class RateLimitsTest {

    private static final String DAILY = "You have reached the maximum daily rate limit for this API. Refer to the response "
            + "header for details on when you can make another request.";

    private final RunningApplication application = RunningApplication.shared();
    private final String account = "account-" + UUID.randomUUID();

    @AfterEach
    void lift() {
        application.sandbox().faults().clear();
    }

    private static String event(String id, TestWorkspace workspace, String more) {
        return """
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo-%s@guest.example"}]%s}}"""
                .formatted(id, workspace.id(), workspace.id(), more);
    }

    private static void book(TestWorkspace workspace, String id) {
        assertThat(workspace.post(event(id, workspace, "")).status()).isEqualTo(202);
    }

    private static List<JsonNode> meetings(JsonNode view) {
        return StreamSupport.stream(view.path("occurrences").spliterator(), false).map(one -> one.path("meeting")).toList();
    }

    private List<Call> creates(TestWorkspace... workspaces) {
        List<String> users = List.of(workspaces).stream().map(one -> one.zoomUser().email()).toList();
        return application.sandbox().ledger().calls(call -> call.operation() == Operation.CREATE && users.contains(call.user()));
    }

    private static JsonNode awaitPutOff(TestWorkspace workspace, String id, String reason) {
        return workspace.await(id, view -> meetings(view).stream().allMatch(
                one -> "PENDING".equals(one.path("state").asText()) && one.path("problem").asText().contains(reason)));
    }

    @Test
    void aDailyLimitOfTheAccountHoldsAllItsHostsUntilZoomSaysAndNobodyElse() {
        TestWorkspace limited = application.workspace().connected(account, Plan.PRO);
        TestWorkspace colleague = application.workspace().connected(account, Plan.PRO);
        TestWorkspace other = application.workspace().connected();
        Instant now = Instant.now();
        Instant until = now.plusSeconds(3);
        application.sandbox().faults().next(CallMatcher.on(Operation.CREATE).of(limited.zoomUser().email()),
                Fault.tooManyToday(RetryAfter.INSTANT, now, until));

        book(limited, "B-1");
        awaitPutOff(limited, "B-1", "daily limit");
        book(colleague, "B-2");
        awaitPutOff(colleague, "B-2", "daily limit");
        assertThat(creates(limited, colleague)).hasSize(1);
        book(other, "B-3");
        other.awaitMeeting("B-3", "CREATED");

        limited.awaitMeeting("B-1", "CREATED");
        colleague.awaitMeeting("B-2", "CREATED");
        assertThat(creates(limited, colleague)).hasSize(3);
        assertThat(creates(limited, colleague).subList(1, 3)).noneMatch(call -> call.time().isBefore(until));
    }

    @Test
    void tellsAtOnceThatTheLinkFollowsAndTheHostWhy() {
        TestWorkspace limited = application.workspace().connected(account, Plan.PRO);
        Instant now = Instant.now();
        application.sandbox().faults().always(CallMatcher.on(Operation.CREATE).of(limited.zoomUser().email()),
                Fault.tooMany(DAILY, RetryAfter.DATE, now, now.plus(Duration.ofHours(1))));

        for (String id : List.of("B-1", "B-2")) {
            book(limited, id);

            JsonNode view = awaitPutOff(limited, id, "daily limit");
            limited.awaitMail(id, "LINK_FOLLOWS", 1);
            limited.awaitMail(id, "HOST_PROBLEM", 1);
            assertThat(view.at("/occurrences/0/meeting/problem").asText()).contains("it goes on at");
        }
        assertThat(creates(limited)).hasSize(1);
        assertThat(application.inbox().awaitMail("host-" + limited.id() + "@clinic.example", "HOST_PROBLEM").text())
                .contains("daily limit of this account is used up");
    }

    @Test
    void aChangeThatIsPutOffSaysSoToo() {
        TestWorkspace limited = application.workspace().connected(account, Plan.PRO);
        book(limited, "B-1");
        limited.awaitMeeting("B-1", "CREATED");
        Instant now = Instant.now();
        application.sandbox().faults().always(CallMatcher.on(Operation.UPDATE).of(limited.zoomUser().email()),
                Fault.tooMany(DAILY, RetryAfter.SECONDS, now, now.plus(Duration.ofHours(1))));

        limited.post(event("B-1", limited, "").replace("confirmed", "rescheduled").replace("09:00", "11:00"));

        JsonNode view = limited.awaitMeeting("B-1", "UPDATE_PENDING");
        limited.await("B-1", late -> late.at("/occurrences/0/meeting/problem").asText().contains("daily limit"));
        assertThat(view.at("/occurrences/0/meeting/joinUrl").asText()).startsWith("http");
    }

    @Test
    void whatWaitsForALimitedAccountIsPutOffInOneGoAndCostsOthersNothing() {
        TestWorkspace limited = application.workspace().connected(account, Plan.PRO);
        TestWorkspace other = application.workspace().connected();
        Instant now = Instant.now();
        application.sandbox().faults().always(CallMatcher.on(Operation.CREATE).of(limited.zoomUser().email()),
                Fault.tooManyToday(RetryAfter.INSTANT, now, now.plus(Duration.ofHours(1))));

        limited.post(event("S-1", limited, ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=300\"}"));
        assertThat(other.post(event("B-1", other, ""), Map.of("Prefer", "wait=10")).status()).isEqualTo(200);

        awaitPutOff(limited, "S-1", "daily limit");
        int asked = creates(limited).size();
        assertThat(asked).as("calls before the limit was known").isLessThanOrEqualTo(96);
        for (int i = 2; i < 6; i++) {
            assertThat(other.post(event("B-" + i, other, ""), Map.of("Prefer", "wait=10")).status()).isEqualTo(200);
        }
        await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
        assertThat(creates(limited)).as("calls after that").hasSize(asked);
        assertThat(application.inbox().mailsTo("bo-" + limited.id() + "@guest.example")).hasSize(1);
    }
}
