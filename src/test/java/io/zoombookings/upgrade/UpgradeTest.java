package io.zoombookings.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestDatabase;
import io.zoombookings.TestWorkspace;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import io.zoombookings.upgrade.StoredDatabase.World;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of every former version is migrated at the start; all in it is readable, and what was due goes on. */
@Tag("database")
class UpgradeTest {

    static List<StoredDatabase> versions() {
        return StoredDatabase.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void goesOnWithTheDatabaseOfAFormerVersion(StoredDatabase stored) throws SQLException {
        RunningApplication application = RunningApplication.prepared(Map.of());
        World world = stored.restore(application);
        List<String> history = history(application.properties());
        assertThat(history).isNotEmpty();

        try (application) {
            application.start();

            TestWorkspace clinic = application.workspace(world.workspace(), world.apiKey());
            everythingIsReadable(application, clinic, world);
            whatWasDueGoesOn(application, clinic);
            newEventsAreTaken(application, clinic);
            application.stop();
            assertThat(history(application.properties())).startsWith(history.toArray(String[]::new));
            assertThat(schema(application.properties())).isEqualTo(schemaOfANewDatabase());
        }
    }

    private static void everythingIsReadable(RunningApplication application, TestWorkspace clinic, World world) {
        JsonNode meeting = clinic.get("passcode").body().at("/occurrences/0/meeting");
        SandboxMeeting known = world.meetings().stream().filter(one -> one.topic().equals("Secret")).findAny().orElseThrow();
        assertThat(meeting.path("joinUrl").asText()).isEqualTo(known.joinUrl());
        assertThat(meeting.path("passcode").asText()).isEqualTo("Pass-4711");
        assertThat(clinic.get("refused").body().at("/occurrences/0/meeting/problem").asText()).contains("Not allowed");
        assertThat(clinic.get("series").body().at("/occurrences/1/status").asText()).isEqualTo("CANCELLED");
        Answer callback = application.admin("PUT", "/api/workspaces/clinic/callback",
                "{\"url\":\"https://receiver.invalid/hook\"}");
        assertThat(callback.body().path("secret").asText()).startsWith("whsec_");
        JsonNode parked = application.admin("GET", "/api/parked-events", null).body().get(0);
        assertThat(application.admin("GET", "/api/parked-events/" + parked.path("id").asText(), null).body()
                .path("body").asText()).isEqualTo("no event");
        assertThat(application.admin("GET", "/api/workspaces/clinic/zoom-connection", null).body().path("status").asText())
                .isEqualTo("CONNECTED");
        assertThat(pageOfAFormerSession(application)).as("sessions were stored by what opens them").isEqualTo(302);
    }

    /** Somebody who was signed in before the upgrade. */
    private static int pageOfAFormerSession(RunningApplication application) {
        String session = application.bean(JdbcClient.class).sql("select session_id from spring_session "
                + "where principal_name = 'admin' order by creation_time limit 1").query(String.class).single();
        String cookie = Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
        return application.call("GET", "/workspaces/clinic/bookings", null, Map.of("Accept", "text/html",
                "Cookie", "zoom-bookings=" + cookie)).status();
    }

    private static void whatWasDueGoesOn(RunningApplication application, TestWorkspace clinic) {
        // Whether it was still told that the link follows depends on who is first: this, or the meeting.
        clinic.await("pending", view -> StreamSupport.stream(view.at("/occurrences/0/notifications").spliterator(), false)
                .filter(one -> Set.of("LINK_READY", "CONFIRMATION").contains(one.path("kind").asText())
                        && one.path("state").asText().equals("SENT")).count() == 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> settled(clinic, "moved").equals("CREATED")
                && settled(clinic, "gone").equals("CANCELLED"));
        assertThat(topics(application)).contains("Another talk Booking clinic/moved/0").doesNotHaveDuplicates();
        application.inbox().awaitMails(1, mail -> mail.to().equals("bo@doubtful.example"));
        clinic.awaitMail("gone", "CANCELLED", 2);
        assertThat(application.sandbox().ledger().count(Operation.CREATE)).isEqualTo(1);
        assertThat(settled(clinic, "refused")).isEqualTo("FAILED");
    }

    private static String settled(TestWorkspace workspace, String booking) {
        return workspace.get(booking).body().at("/occurrences/0/meeting/state").asText();
    }

    private static List<String> topics(RunningApplication application) {
        return application.sandbox().liveMeetings().stream().map(one -> one.topic() + " " + one.agendaFirstLine()).toList();
    }

    private static void newEventsAreTaken(RunningApplication application, TestWorkspace clinic) {
        Answer again = clinic.post("""
                {"event":"booking.confirmed","eventId":"created-1","booking":{"id":"created","title":"x","host":{"email":
                "a@b.example"},"start":"2031-01-01T00:00:00Z","durationMinutes":5,"guests":[{"email":"c@d.example"}]}}""");
        assertThat(again.body().path("duplicate").asBoolean()).isTrue();
        long meeting = clinic.get("created").body().at("/occurrences/0/meeting/id").asLong();
        clinic.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"created\",\"version\":2}}");
        clinic.awaitMail("created", "CANCELLED", 2);
        assertThat(application.sandbox().meeting(meeting).live()).isFalse();
        clinic.post("""
                {"event":"booking.confirmed","booking":{"id":"new","title":"New","host":{"email":"ada@clinic.example"},
                "start":"2031-03-04T10:00:00Z","durationMinutes":30,"guests":[{"email":"bo@new.example"}]}}""");
        clinic.awaitMail("new", "CONFIRMATION", 2);
    }

    /** What was migrated, letter by letter: a migration that has landed must never be changed. */
    static List<String> history(Map<String, Object> database) throws SQLException {
        return read(database, "select version || ' ' || type || ' ' || script || ' ' || coalesce(checksum, 0) "
                + "from flyway_schema_history order by installed_rank");
    }

    private static Set<String> schemaOfANewDatabase() throws SQLException {
        Map<String, Object> empty = TestDatabase.properties();
        try (Connection connection = StoredDatabase.connect(empty)) {
            Flyway.configure().dataSource(connection.getMetaData().getURL(), TestDatabase.isPostgres() ? "postgres" : "sa", "")
                    .locations("classpath:io/zoombookings/migration").load().migrate();
        }
        return schema(empty);
    }

    /** Every column, index and constraint, so that no former database differs from a new one. */
    private static Set<String> schema(Map<String, Object> database) throws SQLException {
        Set<String> schema = new TreeSet<>(read(database, """
                select table_name || '.' || column_name || ' ' || data_type || ' '
                  || coalesce(character_maximum_length, 0) || ' ' || is_nullable || ' ' || coalesce(column_default, '')
                from information_schema.columns where lower(table_schema) = 'public'"""));
        schema.addAll(read(database, TestDatabase.isPostgres()
                ? "select indexdef from pg_indexes where schemaname = 'public'"
                : "select table_name || ' ' || column_name || ' ' || ordinal_position || ' ' || is_unique "
                + "from information_schema.index_columns where lower(table_schema) = 'public'"));
        schema.addAll(read(database, "select table_name || ' ' || constraint_type from "
                + "information_schema.table_constraints where lower(table_schema) = 'public' and constraint_type <> 'CHECK'"));
        return schema;
    }

    static List<String> read(Map<String, Object> database, String query) throws SQLException {
        try (Connection connection = StoredDatabase.connect(database); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }
}
