package io.zoombookings.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Every order in which the four events of a booking's life can arrive, with repetitions, and with pauses in which Zoom and
 * the mails catch up, ends in the same state: in the view, at Zoom, and in people's calendars. From outside; each try takes
 * all 24 orders of a life at once.
 */
@Tag("database")
class EveryOrderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningApplication application = RunningApplication.shared();

    /** What a life comes to, however it arrives. */
    private enum Life {
        CANCELLED("confirmed", "rescheduled", "rescheduled", "cancelled"),
        MADE_AGAIN("confirmed", "cancelled", "confirmed", "rescheduled");

        private final List<String> events;

        Life(String... events) {
            this.events = List.of(events);
        }

        boolean ends() {
            return this == CANCELLED;
        }

        /** How often it needs a meeting at most. */
        int meetings() {
            return ends() ? 1 : 2;
        }

        Instant start(int version) {
            return Instant.parse("2031-03-04T09:00:00Z").plus(Duration.ofDays(version));
        }
    }

    /** @param pause whether Zoom has caught up before the next one arrives */
    private record Arrival(int version, boolean sameId, boolean pause) {
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void everyOrderEndsInTheSameState(@ForAll Random random) {
        Map<Life, TestWorkspace> workspaces = Map.of(Life.CANCELLED, application.workspace().connected(),
                Life.MADE_AGAIN, application.workspace().connected());
        List<Runnable> lanes = new ArrayList<>();
        workspaces.forEach((life, workspace) -> orders().forEach(order -> {
            List<Arrival> arrivals = arrivals(order, random);
            lanes.add(() -> arrivals.forEach(arrival -> send(workspace, life, order, arrival)));
        }));

        all(lanes);

        workspaces.forEach((life, workspace) -> {
            for (List<Integer> order : orders()) {
                await(workspace.id() + " " + order).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                        .untilAsserted(() -> check(workspace, life, order));
            }
            assertThat(application.sandbox().ledger().count(Operation.CREATE, workspace.zoomUser().email()))
                    .isEqualTo(ever(workspace).size());
        });
    }

    private static List<List<Integer>> orders() {
        List<List<Integer>> orders = List.of(List.of());
        for (int version = 1; version <= 4; version++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                for (int place = 0; place <= order.size(); place++) {
                    List<Integer> next = new ArrayList<>(order);
                    next.add(place, version);
                    longer.add(next);
                }
            }
            orders = longer;
        }
        return orders;
    }

    /** The order with up to three of its events once more, after their first arrival. */
    private static List<Arrival> arrivals(List<Integer> order, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        order.forEach(version -> arrivals.add(new Arrival(version, true, random.nextInt(3) == 0)));
        for (int i = random.nextInt(4); i > 0; i--) {
            int first = random.nextInt(arrivals.size());
            int again = first + 1 + random.nextInt(arrivals.size() - first);
            arrivals.add(again, new Arrival(arrivals.get(first).version(), random.nextBoolean(), random.nextInt(3) == 0));
        }
        return arrivals;
    }

    private static String id(List<Integer> order) {
        return "B-" + order.get(0) + order.get(1) + order.get(2) + order.get(3);
    }

    private static String person(String role, TestWorkspace workspace, List<Integer> order) {
        return role + id(order) + "-" + workspace.id() + "@guest.example";
    }

    private static void send(TestWorkspace workspace, Life life, List<Integer> order, Arrival arrival) {
        int version = arrival.version();
        String type = life.events.get(version - 1);
        String eventId = arrival.sameId() ? "\"eventId\":\"" + id(order) + "-" + version + "\"," : "";
        String content = type.equals("cancelled") ? "" : """
                ,"title":"Title %d","start":"%s","durationMinutes":%d,"host":{"email":"%s"},"guests":[{"email":"%s"}]"""
                .formatted(version, life.start(version), 10 * version, person("ada", workspace, order),
                        person("bo", workspace, order));
        assertThat(workspace.post("{\"event\":\"booking.%s\",%s\"booking\":{\"id\":\"%s\",\"version\":%d%s}}"
                .formatted(type, eventId, id(order), version, content),
                arrival.pause() ? Map.of("Prefer", "wait=5") : Map.of()).status()).isIn(200, 202);
    }

    private static void all(List<Runnable> lanes) {
        ExecutorService pool = Executors.newFixedThreadPool(12);
        try {
            List<? extends Future<?>> running = lanes.stream().map(pool::submit).toList();
            for (Future<?> lane : running) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("An event was not accepted", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void check(TestWorkspace workspace, Life life, List<Integer> order) {
        JsonNode view = workspace.get(id(order)).body();
        assertThat(view.path("status").asText()).isEqualTo(life.ends() ? "CANCELLED" : "CONFIRMED");
        assertThat(view.path("version").asInt()).isEqualTo(4);
        assertThat(view.path("title").asText()).isEqualTo("Title " + (life.ends() ? 3 : 4));
        assertThat(view.path("occurrences")).hasSize(1);
        JsonNode one = view.at("/occurrences/0");
        assertThat(one.path("start").asText()).isEqualTo(life.start(life.ends() ? 3 : 4).toString());
        assertThat(one.path("durationMinutes").asInt()).isEqualTo(life.ends() ? 30 : 40);
        assertThat(one.at("/meeting/state").asText()).isEqualTo(life.ends() ? "CANCELLED" : "CREATED");
        assertThat(one.path("notifications")).allSatisfy(mail -> assertThat(mail.path("state").asText())
                .isEqualTo("REMINDER".equals(mail.path("kind").asText()) ? "PENDING" : "SENT"));
        checkZoom(workspace, life, order, one);
        for (String role : List.of("ada", "bo")) {
            checkCalendar(person(role, workspace, order), life, one);
        }
    }

    private List<SandboxMeeting> ever(TestWorkspace workspace) {
        return application.sandbox().allMeetings().stream()
                .filter(meeting -> meeting.host().email().equals(workspace.zoomUser().email())).toList();
    }

    /** One meeting or none; and there never were two at once. */
    private void checkZoom(TestWorkspace workspace, Life life, List<Integer> order, JsonNode one) {
        List<SandboxMeeting> ever = ever(workspace).stream().filter(meeting -> meeting.agendaFirstLine()
                .equals("Booking " + workspace.id() + "/" + id(order) + "/0"))
                .sorted(Comparator.comparing(SandboxMeeting::createdAt)).toList();
        assertThat(ever.size()).isLessThanOrEqualTo(life.meetings());
        for (int i = 1; i < ever.size(); i++) {
            assertThat(ever.get(i - 1).deletedAt()).isBeforeOrEqualTo(ever.get(i).createdAt());
        }
        List<SandboxMeeting> live = ever.stream().filter(SandboxMeeting::live).toList();
        assertThat(live).hasSize(life.ends() ? 0 : 1).allSatisfy(meeting -> {
            assertThat(one.at("/meeting/id").asText()).isEqualTo(String.valueOf(meeting.id()));
            assertThat(one.at("/meeting/joinUrl").asText()).isEqualTo(meeting.joinUrl());
            assertThat(meeting.start()).isEqualTo(life.start(4));
            assertThat(meeting.topic()).isEqualTo("Title 4");
            assertThat(meeting.duration()).isEqualTo(40);
        });
    }

    /** What a calendar shows of the mails: of one event the highest SEQUENCE, whatever arrived last. */
    private void checkCalendar(String person, Life life, JsonNode one) {
        List<Mail> mails = application.inbox().mailsTo(person);
        List<ICalendar> calendars = mails.stream().map(mail -> Biweekly.parse(mail.calendar()).first())
                .sorted(Comparator.comparing(calendar -> event(calendar).getSequence().getValue())).toList();
        assertThat(mails).extracting(Mail::messageId).doesNotHaveDuplicates();
        assertThat(calendars).extracting(calendar -> event(calendar).getSequence().getValue()).doesNotHaveDuplicates();
        assertThat(calendars.stream().map(calendar -> event(calendar).getUid().getValue()).distinct().count())
                .isLessThanOrEqualTo(1);
        if (life.ends() && mails.isEmpty()) {
            return;
        }
        assertThat(mails).isNotEmpty();
        ICalendar last = calendars.get(calendars.size() - 1);
        assertThat(last.getMethod().isCancel()).isEqualTo(life.ends());
        if (!life.ends()) {
            assertThat(event(last).getDateStart().getValue().toInstant()).isEqualTo(life.start(4));
            assertThat(event(last).getSummary().getValue()).isEqualTo("Title 4");
            assertThat(event(last).getUrl().getValue()).isEqualTo(one.at("/meeting/joinUrl").asText());
        }
    }

    private static VEvent event(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }
}
