package io.zoombookings.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zoombookings.MovableClock;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Fault.RetryAfter;
import io.zoombookings.sandbox.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast a link arrives while another workspace is limited for an hour and ten thousand of its bookings are due, beside
 * an idle application in the same process that is asked in turn. The figures are in target/fairness.txt.
 */
@Tag("measurement")
class FairnessTest {

    private static final int DUE = 10_000;
    private static final int PAIRS = 150;
    private static final Path FIGURES = Path.of("target", "fairness.txt");

    private static final MovableClock CLOCK = new MovableClock();

    private static RunningApplication idle;
    private static RunningApplication busy;
    private static TestWorkspace alone;
    private static TestWorkspace other;
    private static TestWorkspace limited;
    private static int bookings;

    @BeforeAll
    static void start() {
        Map<String, Object> properties = Map.of("reminder.offsets", "none", "zoom.daily-limit-per-host", 1_000_000);
        idle = RunningApplication.start(properties);
        busy = RunningApplication.start(properties, CLOCK);
        List.of(idle, busy).forEach(one -> one.sandbox().limits().hostPerDay(1_000_000));
        alone = idle.workspace().connected();
        other = busy.workspace().connected();
        limited = busy.workspace().connected();
        compare(100);
    }

    @AfterAll
    static void stop() {
        idle.close();
        busy.close();
    }

    private static String event(String id, TestWorkspace workspace) {
        return """
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"host-%s@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}"""
                .formatted(id, workspace.id());
    }

    /** Milliseconds from the event to the link. */
    private static double link(TestWorkspace workspace) {
        String event = event("B-" + bookings++, workspace);
        long begin = System.nanoTime();
        int status = workspace.post(event, Map.of("Prefer", "wait=30")).status();
        double millis = (System.nanoTime() - begin) / 1e6;
        assertThat(status).isEqualTo(200);
        return millis;
    }

    /** Asks both in turn: sorted times of the idle one and of the busy one. */
    private static double[][] compare(int pairs) {
        double[][] times = new double[2][pairs];
        for (int i = 0; i < pairs; i++) {
            boolean swapped = i % 2 == 0;
            times[swapped ? 1 : 0][i] = link(swapped ? other : alone);
            times[swapped ? 0 : 1][i] = link(swapped ? alone : other);
        }
        Arrays.sort(times[0]);
        Arrays.sort(times[1]);
        return times;
    }

    /** Writes both medians down, and compares them. */
    private static void measure(String what) throws IOException {
        double[][] times = compare(PAIRS);
        write(what, times);
        double first = times[0][PAIRS / 2];
        assertThat(times[1][PAIRS / 2]).as("%s, idle %.1f ms", what, first).isLessThanOrEqualTo(Math.max(first * 1.2, first + 50));
    }

    private static void write(String what, double[][] times) throws IOException {
        double first = times[0][PAIRS / 2];
        double second = times[1][PAIRS / 2];
        Files.writeString(FIGURES, "%-10s %-46s median %6.1f ms idle, %6.1f ms busy, ratio %.2f; 95%% %6.1f and %6.1f ms%n"
                .formatted(System.getProperty("test.database", "h2"), what, first, second, second / first,
                        times[0][PAIRS * 95 / 100], times[1][PAIRS * 95 / 100]),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** As the door leaves them, but in seconds rather than minutes: copies of one that came through the door. */
    private static void fill() {
        limited.post(event("B-copy", limited));
        limited.awaitMeeting("B-copy", "CREATED");
        JdbcClient jdbc = busy.bean(JdbcClient.class);
        String state = jdbc.sql("select state from booking where workspace_id = ? and booking_id = 'B-copy'")
                .param(limited.id()).query(String.class).single();
        OffsetDateTime now = CLOCK.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> copies = new ArrayList<>();
        List<Object[]> occurrences = new ArrayList<>();
        for (int i = 0; i < DUE; i++) {
            UUID id = UUID.randomUUID();
            copies.add(new Object[] {id, limited.id(), "D-" + i, state.replace("B-copy", "D-" + i), now, now,
                    now.plusSeconds(60)});
            occurrences.add(new Object[] {UUID.randomUUID(), id, limited.id(), OffsetDateTime.parse("2031-03-04T09:00:00Z"), now});
        }
        JdbcTemplate batches = busy.bean(JdbcTemplate.class);
        batches.batchUpdate("""
                insert into booking (id, workspace_id, booking_id, state, status, created_at, updated_at, mail_due_at)
                values (?, ?, ?, ?, 'CONFIRMED', ?, ?, ?)""", copies);
        batches.batchUpdate("""
                insert into occurrence (id, booking, workspace_id, occurrence_id, start_at, duration_minutes, status,
                  generation, observed_generation, meeting_state, recheck, remake, attempts, due_at)
                values (?, ?, ?, '0', ?, 30, 'CONFIRMED', 1, 0, 'PENDING', false, false, 0, ?)""", occurrences);
    }

    private static int waiting(String condition) {
        return busy.bean(JdbcClient.class).sql("select count(*) from occurrence where workspace_id = ? and " + condition)
                .param(limited.id()).query(Integer.class).single();
    }

    private static int calls() {
        return busy.sandbox().ledger().count(Operation.CREATE, limited.zoomUser().email());
    }

    @Test
    void tenThousandDueBookingsOfALimitedWorkspaceCostAnotherNothing() throws IOException {
        measure("nothing is due");
        Instant now = CLOCK.instant();
        fill();
        busy.sandbox().faults().always(CallMatcher.on(Operation.CREATE).of(limited.zoomUser().email()), Fault.tooManyToday(
                RetryAfter.INSTANT, now, now.plus(Duration.ofHours(1))));
        measure(DUE + " become due and are put off");
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting("problem like '%daily limit%'")
                == DUE - created());
        int asked = calls();

        measure("limited for an hour");
        await().atMost(Duration.ofMinutes(2)).until(() -> busy.inbox().mails(mail -> "LINK_FOLLOWS".equals(mail.kind())).size() > 10);
        measure("their mails go out");
        ScheduledExecutorService more = Executors.newSingleThreadScheduledExecutor();
        more.scheduleAtFixedRate(() -> limited.post(event("N-" + UUID.randomUUID(), limited)), 0, 100, TimeUnit.MILLISECONDS);
        measure("and ten new ones arrive a second");
        more.shutdownNow();
        assertThat(calls()).as("Zoom is not asked meanwhile").isEqualTo(asked);

        busy.sandbox().faults().clear();
        CLOCK.advance(Duration.ofHours(1));
        // Not compared: now both workspaces are at work.
        write("the hour is over and they go on", compare(PAIRS));
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting("meeting_state = 'CREATED'") > PAIRS);
    }

    private static int created() {
        return waiting("meeting_state = 'CREATED' and occurrence_id = '0'") - 1;
    }
}
