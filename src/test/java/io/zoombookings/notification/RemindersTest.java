package io.zoombookings.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.Sql;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders as people get them while time passes; a day and an hour before the start. */
class RemindersTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RunningApplication application = RunningApplication.ageing();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private String guest(String booking) {
        return "bo-" + booking + "-" + workspace.id() + "@guest.example";
    }

    private Instant in(Duration time) {
        return application.clock().instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    private void send(String type, String booking, int version, String title, Instant start) {
        workspace.post("""
                {"event":"booking.%s","booking":{"id":"%s","version":%d,"title":"%s","start":"%s","durationMinutes":30,
                "host":{"email":"ada-%s@clinic.example"},"guests":[{"email":"%s"}]}}"""
                .formatted(type, booking, version, title, start, workspace.id(), guest(booking)), Map.of("Prefer", "wait=10"));
    }

    private String confirmed(String booking, Instant start) {
        send("confirmed", booking, 1, "Talk", start);
        return workspace.awaitMail(booking, "CONFIRMATION", 2).at("/occurrences/0/meeting/joinUrl").asText();
    }

    private List<Mail> reminders(String booking) {
        return application.inbox().mailsTo(guest(booking), "REMINDER");
    }

    private List<JsonNode> rows(String booking) {
        return StreamSupport.stream(workspace.get(booking).body().at("/occurrences/0/notifications").spliterator(), false)
                .filter(one -> "REMINDER".equals(one.path("kind").asText())
                        && guest(booking).equals(one.path("recipient").asText())).toList();
    }

    private static List<Instant> times(List<JsonNode> rows) {
        return rows.stream().map(one -> Instant.parse(one.path("at").asText())).toList();
    }

    /** Moves on to a moment after this time, and waits until nothing is left to send. */
    private void pass(Instant time) {
        application.clock().advanceTo(time.plusSeconds(5));
        quiet();
    }

    private void quiet() {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(() ->
                application.bean(JdbcClient.class).sql("""
                        select (select count(*) from notification where due_at <= ? or lease is not null)
                          + (select count(*) from booking where mail_due_at <= ?)""")
                        .params(Sql.time(application.clock().instant()), Sql.time(application.clock().instant()))
                        .query(Long.class).single() == 0);
    }

    @Test
    @Tag("database")
    void eachOffsetIsARowOfItsOwnAndIsSentAtItsTime() {
        Instant start = in(Duration.ofHours(30));
        String link = confirmed("R-1", start);

        assertThat(times(rows("R-1"))).containsExactlyInAnyOrder(start.minus(DAY), start.minus(HOUR));
        pass(start.minus(DAY).minusSeconds(60));
        assertThat(reminders("R-1")).isEmpty();
        pass(start.minus(DAY));
        assertThat(reminders("R-1")).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("in 24 hours", link);
            assertThat(mail.html()).contains(link);
            assertThat(mail.calendar().replaceAll("\r\n[ \t]", "")).contains("URL:" + link);
        });
        assertThat(application.inbox().mailsTo("ada-" + workspace.id() + "@clinic.example", "REMINDER")).hasSize(1);
        pass(start.minus(HOUR));
        assertThat(reminders("R-1")).extracting(Mail::messageId).hasSize(2).doesNotHaveDuplicates();
        assertThat(reminders("R-1").get(1).text()).contains("in 1 hour", link);
        pass(start);
        assertThat(reminders("R-1")).hasSize(2);
    }

    @Test
    @Tag("database")
    void whatTimeHasPassedWhenABookingIsMadeIsNotSentLate() {
        confirmed("R-2", in(Duration.ofMinutes(40)));
        Instant start = in(Duration.ofHours(3));
        confirmed("R-3", start);

        assertThat(rows("R-2")).isEmpty();
        assertThat(times(rows("R-3"))).containsExactly(start.minus(HOUR));
        pass(start.minus(HOUR));
        assertThat(reminders("R-2")).isEmpty();
        assertThat(reminders("R-3")).hasSize(1);
    }

    @Test
    @Tag("database")
    void theyMoveWithTheBookingAndGoWithIt() {
        Instant start = in(Duration.ofHours(30));
        confirmed("R-4", start);
        confirmed("R-5", start);
        Instant later = start.plus(Duration.ofHours(48));

        send("rescheduled", "R-4", 2, "Talk", later);
        workspace.awaitMail("R-4", "RESCHEDULED", 2);
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"R-5\",\"version\":2}}");
        workspace.awaitMail("R-5", "CANCELLED", 2);

        assertThat(times(rows("R-4"))).containsExactlyInAnyOrder(later.minus(DAY), later.minus(HOUR));
        assertThat(rows("R-5")).isEmpty();
        pass(start.minus(HOUR));
        assertThat(reminders("R-4")).isEmpty();
        assertThat(reminders("R-5")).isEmpty();
        pass(later.minus(DAY));
        assertThat(reminders("R-4")).hasSize(1);
        // A calendar leaves out what has a lower SEQUENCE than it knows.
        assertThat(reminders("R-4").get(0).calendar()).contains("SEQUENCE:1\r\n");
    }

    @Test
    @Tag("database")
    void theLinkIsThatOfTheMomentWhenTheyAreSent() {
        Instant start = in(Duration.ofHours(3));
        String first = confirmed("R-6", start);
        application.sandbox().hostDeletes(workspace.meetings().get(0).id());
        send("rescheduled", "R-6", 2, "Another talk", start);
        String second = workspace.awaitMail("R-6", "RESCHEDULED", 2).at("/occurrences/0/meeting/joinUrl").asText();

        pass(start.minus(HOUR));

        assertThat(second).isNotEqualTo(first);
        assertThat(reminders("R-6")).singleElement().satisfies(mail -> assertThat(mail.text() + mail.html()
                + mail.calendar().replaceAll("\r\n[ \t]", "")).contains(second).doesNotContain(first));
    }

    @Test
    void aRestartSendsWhatFellDueMeanwhileOnceAndNothingTwiceOrTooLate() {
        Instant start = in(Duration.ofHours(26));
        confirmed("R-7", start);
        confirmed("R-8", in(Duration.ofHours(5)));
        pass(start.minus(DAY));
        assertThat(reminders("R-7")).hasSize(1);

        application.stop();
        application.clock().advanceTo(start.minus(Duration.ofMinutes(30)));
        application.start();
        quiet();

        assertThat(reminders("R-7")).hasSize(2);
        assertThat(reminders("R-8")).isEmpty();
    }
}
