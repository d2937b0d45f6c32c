package io.zoombookings.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.Checker.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The checker's question to a door other than HTTP: a history comes in out of order, in part twice, and nothing is lost. */
public final class DoorCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WORKSPACES = 2;

    private DoorCheck() {
    }

    /**
     * Feeds a history, each event with the time at which it happened, so that the order of arrival means nothing, and
     * waits until all that follows from it is as it must be.
     *
     * @param application one without reminders, whose door it is
     * @param door        takes an event, which names its workspace
     */
    public static void nothingIsLostOrMadeTwice(RunningApplication application, String name, long seed,
            Consumer<String> door) {
        List<TestWorkspace> workspaces = new ArrayList<>();
        for (int i = 0; i < WORKSPACES; i++) {
            workspaces.add(application.workspace().connected());
        }
        History history = History.of(seed, WORKSPACES, Profile.isLong() ? 60 : 12, 5);
        List<String> events = new ArrayList<>();
        history.lanes().forEach(lane -> lane.events().forEach(event ->
                events.add(dated(event, workspaces.get(lane.workspace()).id()))));
        Collections.shuffle(events, new Random(seed));

        events.forEach(door);
        Verdict verdict = new Checker(history, workspaces, application.sandbox()::liveMeetings,
                application.inbox()::mails).await(Duration.ofSeconds(90));

        Summary.add(name + ", seed " + seed, events.size(), 0, 0, verdict);
        assertThat(verdict.good()).as("%s, seed %d: %s", name, seed, verdict).isTrue();
    }

    private static String dated(String event, String workspace) {
        try {
            ObjectNode dated = (ObjectNode) JSON.readTree(event);
            String id = dated.path("eventId").asText();
            int number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
            return dated.put("occurredAt", FIRST.plusSeconds(number).toString()).put("workspace", workspace).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
