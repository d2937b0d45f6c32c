package io.zoombookings.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.Browser;
import io.zoombookings.DatabaseDump;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.ZoomUser;
import io.zoombookings.source.ParkedEvents;
import io.zoombookings.workspace.Audit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of people, and for how long: here 10 days, looked through each second. */
@Tag("database")
class PersonalDataTest {

    private static final List<String> TABLES = List.of("booking", "booking_event", "occurrence", "notification",
            "notification_occurrence", "outcome");

    private final RunningApplication application = RunningApplication.ageing();
    private TestWorkspace workspace;

    @BeforeEach
    void connect() {
        workspace = application.workspace().connected();
    }

    private String at(String person) {
        return person + "-" + workspace.id() + "@guest.example";
    }

    /** A name, a title and the like that stand nowhere else in the database. */
    private String own(String text) {
        return text + " " + workspace.id().substring(1);
    }

    private Instant in(Duration time) {
        return application.clock().instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    private void send(String type, String booking, int version, Instant start, String recurrence, String... guests) {
        String people = String.join(",", List.of(guests).stream().map(guest ->
                "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(own(guest), at(guest))).toList());
        workspace.post("""
                {"event":"booking.%s","eventId":"%s-%d","booking":{"id":"%s","version":%d,"title":"%s","notes":"%s",
                "start":"%s","durationMinutes":30,"host":{"name":"%s","email":"%s"},"guests":[%s]%s,
                "meeting":{"passcode":"Pass-4711x","alternativeHosts":["%s"]},"metadata":{"wish":"%s"}}}"""
                .formatted(type, booking, version, booking, version, own("Consultation with " + guests[0]), own("note of " + guests[0]), start,
                        own("ada"), at("ada"), people, recurrence, at("deputy"), own("tea for " + guests[0])),
                Map.of("Prefer", "wait=10"));
    }

    /** Somebody of the same Zoom account, without whom Zoom refuses the booking. */
    private void deputy() {
        application.sandbox().users().add(ZoomUser.of("d" + workspace.id(), "a" + workspace.id(),
                at("deputy"), "Deputy", workspace.id(), Plan.BUSINESS));
    }

    private String dump() {
        return DatabaseDump.of(application.bean(DataSource.class)).toLowerCase();
    }

    /** Of this workspace alone: bookings of other tests grow old too, and reminders that wait go with them. */
    private List<Long> counts() {
        return TABLES.stream().map(table -> application.bean(JdbcClient.class).sql("select count(*) from " + table + " where "
                + ("notification_occurrence".equals(table)
                ? "notification in (select id from notification where workspace_id = ?)" : "workspace_id = ?"))
                .param(workspace.id()).query(Long.class).single()).toList();
    }

    /** As after a mail that its server refused, and a broker's message that was none. */
    private void leaveTraces(String booking, String address) {
        application.bean(JdbcClient.class).sql("""
                update notification set problem = ?, detail = ? where recipient <> ? and booking in (
                  select id from booking where workspace_id = ? and booking_id = ?)""")
                .params("550 <" + address + "> is unknown", "A mail to " + address + " was not accepted", address,
                        workspace.id(), booking).update();
        application.bean(JdbcClient.class).sql("""
                update occurrence set problem = ? where booking in (
                  select id from booking where workspace_id = ? and booking_id = ?)""")
                .params("Zoom says: “" + address + " is no user”", workspace.id(), booking).update();
        application.bean(ParkedEvents.class).park(new DoorRequest(workspace.id(), ("{\"booking\":{\"guests\":[{\"email\":\""
                + address + "\"}]}}").getBytes(StandardCharsets.UTF_8), "application/json", Map.of(), null, 0), "no event");
    }

    private void set(String value, String booking) {
        application.bean(JdbcClient.class).sql("update booking set " + value + " where workspace_id = ? and booking_id = ?")
                .params(workspace.id(), booking).update();
    }

    private List<JsonNode> parked() {
        return application.admin("GET", "/api/parked-events", null).body().findParents("id").stream()
                .filter(one -> workspace.id().equals(one.path("workspace").asText())).toList();
    }

    @Test
    void thatOfOldBookingsIsErasedAndTheCountsStay() {
        deputy();
        send("confirmed", "P-0", 1, in(Duration.ofHours(1)), "", "unreadable");
        workspace.awaitMail("P-0", "CONFIRMATION", 2);
        set("state = '{'", "P-0");
        send("confirmed", "P-1", 1, in(Duration.ofHours(1)), ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=2\"}", "bo", "mo");
        workspace.awaitMail("P-1", "CONFIRMATION", 3);
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"P-1\",\"version\":2,\"occurrence\":\"1\"},"
                + "\"reason\":\"" + own("bo is ill") + "\"}");
        workspace.await("P-1", view -> view.toString().contains("\"kind\":\"CANCELLED\"")
                && !view.toString().contains("\"state\":\"PENDING\""));
        leaveTraces("P-1", at("bo"));
        assertThat(dump()).contains(at("bo"), at("ada"), at("deputy"), own("bo"), own("note of bo"), own("tea for bo"),
                own("consultation with bo"), own("bo is ill"));
        application.clock().advance(Duration.ofDays(9));
        send("confirmed", "P-2", 1, in(Duration.ofDays(5)), "", "jo");
        workspace.awaitMail("P-2", "CONFIRMATION", 2);
        assertThat(workspace.get("P-1").body().path("title").asText()).isEqualTo(own("Consultation with bo"));
        List<Long> before = counts();

        application.clock().advance(Duration.ofDays(3));

        JsonNode view = workspace.await("P-1", one -> "erased".equals(one.path("title").asText()));
        await().atMost(Duration.ofSeconds(10)).until(() -> parked().isEmpty());
        assertThat(dump()).doesNotContain(at("bo"), at("mo"), own("bo"), own("mo"),
                own("note of bo"), own("tea for bo"), own("bo is ill")).contains(at("jo"), own("note of jo"));
        assertThat(view.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(view.path("metadata")).isEmpty();
        assertThat(view.path("occurrences")).hasSize(2).allSatisfy(one -> {
            assertThat(one.at("/meeting/joinUrl").isNull()).isTrue();
            assertThat(one.at("/meeting/passcode").isNull()).isTrue();
            assertThat(one.path("notifications")).isNotEmpty().allSatisfy(mail ->
                    assertThat(mail.path("recipient").asText()).isEqualTo("erased"));
        });
        assertThat(application.bean(JdbcClient.class).sql("select state from booking where booking_id = 'P-1' and workspace_id = ?")
                .param(workspace.id()).query(String.class).single()).doesNotContain("@", workspace.id().substring(1));
        assertThat(counts()).isEqualTo(before);
        set("erased_at = updated_at", "P-0");
        send("confirmed", "P-1", 1, in(Duration.ofDays(5)), "", "bo");
        assertThat(workspace.get("P-1").body().path("title").asText()).isEqualTo("erased");
    }

    @Test
    void linksOfMeetingsThatAreOverAreDeletedByHandAndTheBookingsStay() {
        deputy();
        send("confirmed", "P-8", 1, in(Duration.ofHours(1)), "", "bo");
        send("confirmed", "P-9", 1, in(Duration.ofDays(9)), "", "jo");
        workspace.awaitMail("P-8", "CONFIRMATION", 2);
        workspace.awaitMail("P-9", "CONFIRMATION", 2);
        JsonNode coming = workspace.get("P-9").body().at("/occurrences/0/meeting");
        application.clock().advance(Duration.ofDays(2));
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        String settings = "/workspaces/" + workspace.id() + "/settings/integrations/zoom";

        browser.submit(settings, settings + "/delete-old-links", Map.of());

        assertThat(browser.get(settings).body()).contains("1 old meeting link is deleted.").doesNotContain("delete-old-links\"");
        JsonNode over = workspace.get("P-8").body();
        assertThat(over.path("title").asText()).isEqualTo(own("Consultation with bo"));
        assertThat(over.at("/occurrences/0/meeting/joinUrl").isNull()).isTrue();
        assertThat(over.at("/occurrences/0/meeting/passcode").isNull()).isTrue();
        assertThat(over.at("/occurrences/0/meeting/state").asText()).isEqualTo("CREATED");
        assertThat(coming.path("joinUrl").isTextual()).isTrue();
        assertThat(workspace.get("P-9").body().at("/occurrences/0/meeting")).isEqualTo(coming);
        assertThat(workspace.meetings()).hasSize(2);
        assertThat(browser.get("/workspaces/" + workspace.id() + "/audit").body()).contains("links.deleted");
    }

    @Test
    void thatOfOnePersonIsExportedAndErasedWhereverItStandsAndTheOthersHearNothing() {
        deputy();
        send("confirmed", "P-3", 1, in(Duration.ofDays(2)), "", "bo", "mo");
        workspace.awaitMail("P-3", "CONFIRMATION", 3);
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"P-3\",\"version\":2,\"occurrence\":\"none\"},"
                + "\"reason\":\"" + own("bo") + " is ill\"}");
        leaveTraces("P-3", at("bo"));
        application.bean(Audit.class).record(workspace.id(), "root", "settings.changed", at("bo"), "deputy " + at("bo"));
        String path = "/api/workspaces/" + workspace.id() + "/personal-data?email=";

        JsonNode exported = application.admin("GET", path + at("bo").toUpperCase(), null).body();
        JsonNode erased = application.admin("DELETE", path + at("bo").toUpperCase(), null).body();
        application.admin("DELETE", path + at("deputy"), null);

        assertThat(exported).hasSize(1);
        assertThat(exported.at("/0/person/0/name").asText()).isEqualTo(own("bo"));
        assertThat(exported.at("/0/notes").asText()).isEqualTo(own("note of bo"));
        assertThat(exported.at("/0/booking/id").asText()).isEqualTo("P-3");
        assertThat(exported.toString()).doesNotContain(at("mo"));
        assertThat(erased.path("bookings").asInt()).isEqualTo(1);
        assertThat(erased.path("parkedEvents").asInt()).isEqualTo(1);
        assertThat(application.admin("GET", path + at("bo"), null).body()).isEmpty();
        assertThat(parked()).isEmpty();
        assertThat(dump()).doesNotContain(at("bo"), at("deputy"), own("bo")).contains(at("mo"), at("ada"), own("mo"));
        JsonNode view = workspace.get("P-3").body();
        assertThat(view.path("title").asText()).isEqualTo("Consultation with erased");
        assertThat(view.at("/metadata/wish").asText()).isEqualTo("tea for erased");
        assertThat(view.at("/occurrences/0/meeting/state").asText()).isEqualTo("CREATED");
        assertThat(workspace.meetings()).hasSize(1);

        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"P-3\",\"version\":3}}");

        workspace.awaitMail("P-3", "CANCELLED", 2);
        assertThat(application.inbox().mailsTo(at("mo"))).extracting(Mail::kind)
                .containsExactly("CONFIRMATION", "CANCELLED");
        assertThat(application.inbox().mailsTo(at("bo"))).extracting(Mail::kind).containsExactly("CONFIRMATION");
    }
}
