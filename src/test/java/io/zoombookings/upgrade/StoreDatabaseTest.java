package io.zoombookings.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestDatabase;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.FaultySmtp;
import io.zoombookings.inbox.SmtpFault;
import io.zoombookings.inbox.SmtpFault.Stage;
import io.zoombookings.meeting.MeetingState;
import io.zoombookings.notification.NotificationState;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.secret.KeysetCommand;
import io.zoombookings.source.webhook.Posted;
import io.zoombookings.source.webhook.WebhookSource;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the {@link StoredDatabase} of a version that is about to be released, with bookings and mails in every state:
 * {@code mvn test -Dtest=StoreDatabaseTest -Ddatabase.version=0.2.0}, with pg_dump at hand. Not part of any build.
 */
@Tag("database")
@EnabledIfSystemProperty(named = "database.version", matches = "[0-9]+\\.[0-9]+\\.[0-9]+")
class StoreDatabaseTest {

    /** In milliseconds, as Spring Session has it: 2100. */
    private static final long FAR = 4_102_444_800_000L;

    @TempDir
    private Path inbox;

    private final FaultySmtp smtp = FaultySmtp.start(0);
    private RunningApplication application;
    private TestWorkspace clinic;

    @Test
    void storesTheDatabaseOfThisVersion() throws Exception {
        String keyset = keyset();
        application = RunningApplication.start(Map.of("mail.port", smtp.port(), "encryption.keyset", keyset,
                "booking.source-uri", "file:" + inbox));
        StoredDatabase stored = new StoredDatabase(System.getProperty("database.version"));
        Files.createDirectories(stored.directory());
        clinic = workspace("clinic").connected();

        live();
        stored.write(new StoredDatabase.World(clinic.id(), clinic.apiKey(), clinic.zoomUser(),
                application.sandbox().refreshToken(clinic.zoomUser().email()),
                application.sandbox().allMeetings()), new ObjectMapper().readTree(keyset));
        application.stop();
        try (Connection connection = StoredDatabase.connect(application.properties());
                Statement statement = connection.createStatement()) {
            leaveAsAfterCrash(statement);
            assertThat(words(statement, "select distinct meeting_state from occurrence"))
                    .containsExactlyInAnyOrderElementsOf(names(MeetingState.values()));
            assertThat(words(statement, "select distinct state from notification"))
                    .containsExactlyInAnyOrderElementsOf(names(NotificationState.values()));
            for (String table : words(statement, "select table_name from information_schema.tables where "
                    + "lower(table_schema) = 'public' and lower(table_name) not like 'qrtz%'")) {
                assertThat(words(statement, "select 1 from " + table)).as(table).isNotEmpty();
            }
            dump(stored, statement);
        }
        application.close();
        smtp.close();
    }

    /** What happens in a clinic, and what goes wrong. */
    private void live() throws Exception {
        application.bean(Administrators.class).create(new Administrator("eve", "eve@app.example", false, Set.of("clinic")),
                "not so easy to guess");
        application.admin("PUT", "/api/workspaces/clinic/callback", "{\"url\":\"https://receiver.invalid/hook\"}");
        application.sandbox().webhookTarget(URI.create(application.url() + "/integrations/zoom/events"));
        Files.writeString(inbox.resolve("1.json"), "no event");
        webhook();
        book("created", "\"title\":\"Intro\"");
        book("passcode", "\"title\":\"Secret\",\"meeting\":{\"passcode\":\"Pass-4711\",\"waitingRoom\":true}");
        book("series", "\"title\":\"Lessons\",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=3\"}");
        cancel("series", ",\"occurrence\":\"1\"");
        book("moved", "\"title\":\"Talk\"");
        book("gone", "\"title\":\"Talk\"");
        book("cancelled", "\"title\":\"Talk\"");
        for (String id : List.of("created", "passcode", "series", "moved", "gone", "cancelled")) {
            clinic.awaitMail(id, "CONFIRMATION", 2);
        }
        cancel("cancelled", "");
        clinic.awaitMeeting("cancelled", "CANCELLED");
        application.sandbox().faults().next(CallMatcher.on(Operation.CREATE),
                Fault.reply(400, "application/json", "{\"code\":3161,\"message\":\"Not allowed to schedule\"}"));
        book("refused", "\"title\":\"Talk\"");
        clinic.awaitMeeting("refused", "FAILED");
        smtp.always(Stage.RCPT, "bo@bounced.example", SmtpFault.answer(550, "5.1.1 No such user"));
        book("bounced", "\"title\":\"Talk\"");
        awaitNotification("bounced", "FAILED");
        smtp.always(Stage.MESSAGE, SmtpFault.drop());
        book("doubtful", "\"title\":\"Talk\"");
        await("select count(*) from notification where state = 'SENDING' and lease is null");
        book("doubtful", "\"title\":\"Another talk\"", 2);
        await("select count(*) from notification where state = 'SUPERSEDED'");
        smtp.goOffline();
        application.sandbox().goOffline();
        book("pending", "\"title\":\"Talk\"");
        book("moved", "\"title\":\"Another talk\"", 2);
        cancel("gone", "");
        await("select count(*) from occurrence where meeting_state = 'PENDING' and problem is not null");
        await("select count(*) from occurrence where meeting_state = 'UPDATE_PENDING'");
        await("select count(*) from occurrence where meeting_state = 'CANCEL_PENDING'");
        TestWorkspace branch = workspace("branch");
        branch.post(event("waiting", "\"title\":\"Talk\"", 1));
        branch.awaitMeeting("waiting", "NOT_CONNECTED");
        await("select count(*) from parked_event");
        await("select count(*) from zoom_event");
    }

    private void webhook() {
        String path = "/api/workspaces/clinic/webhooks/calendly";
        application.admin("PUT", path, "{\"secret\":\"a-secret-of-calendly\",\"apiUrl\":\"https://never.example\",\"apiKey\":\"k\"}");
        String body = Posted.calendly("invitee.created", "2026-01-01T00:00:00.000000Z", "A1", "bo",
                "2031-03-04T10:00:00.000000Z", "{\"type\":\"custom\"}", "\"rescheduled\":false");
        assertThat(application.call("POST", path, body, Posted.signed(WebhookSource.CALENDLY, "a-secret-of-calendly",
                application.url() + path, body, Clock.systemUTC())).status()).isEqualTo(200);
        await("select count(*) from booking_webhook_booking");
    }

    /** As if a process had been killed while it worked, and a session that outlives the test. */
    private static void leaveAsAfterCrash(Statement statement) throws Exception {
        String lease = "lease = '0190f3a4-0000-7000-8000-000000000001', attempts = 1";
        statement.execute("update occurrence set " + lease + " where booking in "
                + "(select id from booking where booking_id = 'pending')");
        statement.execute("update notification set " + lease + " where state = 'PENDING' and due_at < current_timestamp");
        statement.execute("update zoom_event set due_at = received_at");
        statement.execute("update parked_event set source = 'file:inbox'");
        statement.execute("update outcome set state = 'FAILED', due_at = null, lease = null, problem = 'It was given up' "
                + "where booking in (select id from booking where booking_id = 'cancelled')");
        statement.execute("update spring_session set last_access_time = " + FAR + ", expiry_time = " + FAR);
    }

    private static void dump(StoredDatabase stored, Statement statement) throws Exception {
        Path file = stored.directory().resolve(StoredDatabase.SQL);
        if (!TestDatabase.isPostgres()) {
            statement.execute("script nopasswords nosettings to '" + file + "'");
            return;
        }
        String url = statement.getConnection().getMetaData().getURL().substring("jdbc:".length());
        Process dump = new ProcessBuilder("pg_dump", "--inserts", "--no-owner", "--no-privileges", "--dbname",
                url.replaceFirst("\\?.*", "") + "?user=postgres").redirectErrorStream(true).redirectOutput(file.toFile()).start();
        assertThat(dump.waitFor()).as(Files.readString(file)).isZero();
        // Commands of psql are none of the database.
        Files.write(file, Files.readAllLines(file).stream().filter(line -> !line.startsWith("\\")).toList());
    }

    private TestWorkspace workspace(String id) {
        Answer created = application.admin("POST", "/api/workspaces", "{\"id\":\"" + id + "\",\"name\":\"" + id + "\"}");
        return application.workspace(id, created.body().path("apiKey").asText());
    }

    private void book(String id, String fields) {
        book(id, fields, 1);
    }

    private void book(String id, String fields, int version) {
        assertThat(clinic.post(event(id, fields, version)).status()).isEqualTo(202);
    }

    private static String event(String id, String fields, int version) {
        return """
                {"event":"booking.confirmed","eventId":"%s-%d","booking":{"id":"%s","version":%d,%s,
                "start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,
                "host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},
                "guests":[{"name":"Bo Li","email":"bo@%s.example","timeZone":"Asia/Shanghai"}]}}"""
                .formatted(id, version, id, version, fields, id);
    }

    private void cancel(String id, String fields) {
        assertThat(clinic.post("{\"event\":\"booking.cancelled\",\"eventId\":\"" + id + "-off\",\"booking\":{\"id\":\"" + id
                + "\",\"version\":9" + fields + "},\"reason\":\"ill\"}").status()).isEqualTo(202);
    }

    private void awaitNotification(String id, String state) {
        clinic.await(id, view -> view.at("/occurrences/0/notifications").findValuesAsText("state").contains(state));
    }

    private void await(String count) {
        org.awaitility.Awaitility.await(count).until(() ->
                application.bean(JdbcClient.class).sql(count).query(Long.class).single() > 0);
    }

    private static List<String> words(Statement statement, String query) throws Exception {
        List<String> words = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                words.add(row.getString(1));
            }
        }
        return words;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String keyset() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        KeysetCommand.run(new PrintStream(printed), System.err, "keyset");
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
