package io.zoombookings.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meetings API of the sandbox against what is known of Zoom's. */
class ZoomSandboxTest {

    private static final String MEETING = "{\"topic\":\"Intro\",\"type\":2,\"start_time\":\"2026-12-01T09:00:00Z\","
            + "\"duration\":30,\"timezone\":\"Europe/Berlin\",\"agenda\":\"Booking default/B-1/0\\nNotes\"}";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T09:00:00Z"));
    private ZoomSandbox sandbox;
    private SandboxClient client;
    private String token;

    @BeforeEach
    void start() {
        sandbox = ZoomSandbox.start(0, clock);
        client = new SandboxClient(sandbox);
        token = client.accessToken(ZoomUsers.HOST);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private JsonNode created(String body) {
        HttpResponse<String> response = client.api(token, "POST", "/users/me/meetings", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return SandboxClient.json(response);
    }

    private static void assertError(HttpResponse<String> response, int status, String body) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void tellsWhoTheUserIs() {
        JsonNode user = SandboxClient.json(client.api(token, "GET", "/users/me"));

        assertThat(user.get("email").asText()).isEqualTo("host@zoom.example");
        assertThat(user.get("id").asText()).isEqualTo("30R7kT7bTIKSNUFEuH_Qlg");
        assertThat(user.get("account_id").asText()).isEqualTo("gVcjZnYYRLDbb_MfgHuaxg");
        assertThat(user.get("type").asInt()).isEqualTo(2);
    }

    @Test
    void createsReadsChangesAndDeletesAMeeting() {
        JsonNode created = created(MEETING);
        long id = created.get("id").asLong();
        assertThat(id).isGreaterThan(1L << 31).isLessThan(100_000_000_000L);
        assertThat(created.get("id").isIntegralNumber()).isTrue();
        assertThat(created.get("start_time").asText()).isEqualTo("2026-12-01T09:00:00Z");
        assertThat(created.get("timezone").asText()).isEqualTo("Europe/Berlin");
        assertThat(created.get("password").asText()).matches("[0-9]{6}");
        assertThat(created.get("join_url").asText())
                .isEqualTo("https://us06web.zoom.us/j/" + id + "?pwd=" + created.get("encrypted_password").asText());
        assertThat(created.get("start_url").asText()).contains("zak=");

        HttpResponse<String> patched = client.api(token, "PATCH", "/meetings/" + id,
                "{\"topic\":\"Moved\",\"start_time\":\"2026-12-02T10:30:00\",\"timezone\":\"America/New_York\"}");
        assertThat(patched.statusCode()).isEqualTo(204);
        assertThat(patched.body()).isEmpty();

        JsonNode read = SandboxClient.json(client.api(token, "GET", "/meetings/" + id));
        assertThat(read.get("topic").asText()).isEqualTo("Moved");
        assertThat(read.get("start_time").asText()).isEqualTo("2026-12-02T15:30:00Z");
        assertThat(read.get("agenda").asText()).isEqualTo("Booking default/B-1/0\nNotes");
        assertThat(read.get("join_url")).isEqualTo(created.get("join_url"));
        assertThat(read.get("start_url")).isNotEqualTo(created.get("start_url"));

        assertThat(client.api(token, "DELETE", "/meetings/" + id).statusCode()).isEqualTo(204);
        String gone = "{\"code\":3001,\"message\":\"Meeting does not exist: " + id + ".\"}";
        assertError(client.api(token, "GET", "/meetings/" + id), 404, gone);
        assertError(client.api(token, "DELETE", "/meetings/" + id), 404, gone);
        assertError(client.api(token, "PATCH", "/meetings/" + id, "{}"), 404, gone);
        assertThat(sandbox.liveMeetings()).isEmpty();
        assertThat(sandbox.meeting(id).deletedBy()).isEqualTo("api");
    }

    @Test
    void makesAMeetingOfEachOfThreeEqualCreates() {
        for (int i = 0; i < 3; i++) {
            created(MEETING);
        }

        assertThat(sandbox.meetings(ZoomUsers.HOST)).hasSize(3)
                .allMatch(meeting -> meeting.agendaFirstLine().equals("Booking default/B-1/0"));
        assertThat(sandbox.ledger().count("POST", "/users/me/meetings")).isEqualTo(3);
        assertThat(sandbox.ledger().effects(Operation.CREATE)).isEqualTo(3);
        assertThat(sandbox.ledger().count(Operation.CREATE, ZoomUsers.OTHER)).isZero();
    }

    @Test
    void takesNullsAsAbsentIgnoresUnknownFieldsAndAPastStart() {
        JsonNode meeting = created("{\"topic\":null,\"start_time\":\"2020-01-01T00:00:00Z\",\"flavour\":\"mint\","
                + "\"password\":null,\"settings\":{\"waiting_room\":true,\"audio\":null,\"x\":1}}");
        assertThat(meeting.get("start_time").asText()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(meeting.at("/settings/waiting_room").asBoolean()).isTrue();
        assertThat(meeting.at("/settings/audio").asText()).isEqualTo("both");

        long id = created(MEETING).get("id").asLong();
        client.api(token, "PATCH", "/meetings/" + id, "{\"start_time\":\"2026-11-22T08:59:59Z\",\"duration\":45}");
        assertThat(sandbox.meeting(id).start()).isEqualTo("2026-12-01T09:00:00Z");
        assertThat(sandbox.meeting(id).duration()).isEqualTo(45);
    }

    @Test
    void makesAnInstantMeetingOfAScheduledOneWithoutStart() {
        JsonNode meeting = created("{\"type\":2}");

        assertThat(meeting.get("type").asInt()).isEqualTo(1);
        assertThat(SandboxClient.json(client.api(token, "GET", "/users/me/meetings")).get("total_records").asInt())
                .isZero();
    }

    @Test
    void changesTheLinkOnlyWithThePasscode() {
        JsonNode created = created(MEETING);
        long id = created.get("id").asLong();
        client.api(token, "PATCH", "/meetings/" + id, "{\"password\":\"" + created.get("password").asText() + "\"}");
        assertThat(sandbox.meeting(id).joinUrl()).isEqualTo(created.get("join_url").asText());

        client.api(token, "PATCH", "/meetings/" + id, "{\"password\":\"n3w-_*@\"}");
        assertThat(sandbox.meeting(id).passcode()).isEqualTo("n3w-_*@");
        assertThat(sandbox.meeting(id).joinUrl()).isNotEqualTo(created.get("join_url").asText());
    }

    @Test
    void givesNoPasscodeWhereNoneIsWanted() {
        JsonNode meeting = created("{\"start_time\":\"2026-12-01T09:00:00Z\",\"default_password\":false}");

        assertThat(meeting.has("password")).isFalse();
        assertThat(meeting.get("join_url").asText()).doesNotContain("pwd=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "topic|{\"topic\":5}", "type|{\"type\":7}", "type|{\"type\":\"2\"}",
            "start_time|{\"start_time\":\"2026-12-01T10:00:00+01:00\"}",
            "start_time|{\"start_time\":\"2026-12-01T10:00:00.000Z\"}", "start_time|{\"start_time\":\"2026-12-01\"}",
            "start_time|{\"start_time\":\"2026-02-30T10:00:00Z\"}", "timezone|{\"timezone\":\"Mars/Base\"}",
            "timezone|{\"timezone\":\"+01:00\"}", "duration|{\"duration\":0}", "duration|{\"duration\":\"30\"}",
            "duration|{\"duration\":30.5}", "password|{\"password\":\"12345678901\"}",
            "password|{\"password\":\"pass word\"}", "password|{\"password\":\"pässe\"}",
            "default_password|{\"default_password\":\"no\"}", "recurrence|{\"type\":8}", "settings|{\"settings\":[]}",
            "settings.auto_recording|{\"settings\":{\"auto_recording\":\"maybe\"}}",
            "settings.waiting_room|{\"settings\":{\"waiting_room\":\"true\"}}",
            "settings.jbh_time|{\"settings\":{\"jbh_time\":7}}",
            "settings.alternative_hosts|{\"settings\":{\"alternative_hosts\":\"a@x.example, b@x.example\"}}",
            "settings.alternative_hosts|{\"settings\":{\"alternative_hosts\":[\"a@x.example\"]}}",
            "settings.meeting_invitees|{\"settings\":{\"meeting_invitees\":[\"a@x.example\"]}}"})
    void refusesWrongFieldsWithoutAReason(String field, String body) {
        String error = "{\"code\":300,\"message\":\"Validation Failed.\",\"errors\":[{\"field\":\"" + field
                + "\",\"message\":\"Invalid field.\"}]}";

        assertError(client.api(token, "POST", "/users/me/meetings", body), 400, error);
        assertThat(sandbox.allMeetings()).isEmpty();
        assertThat(sandbox.ledger().effects(Operation.CREATE)).isZero();
        long id = created(MEETING).get("id").asLong();
        assertError(client.api(token, "PATCH", "/meetings/" + id, body), 400, error);
    }

    @Test
    void countsTheLengthOfTopicAndAgenda() {
        created("{\"topic\":\"" + "t".repeat(200) + "\",\"agenda\":\"" + "a".repeat(2000) + "\"}");

        HttpResponse<String> refused = client.api(token, "POST", "/users/me/meetings",
                "{\"topic\":\"" + "t".repeat(201) + "\",\"agenda\":\"" + "a".repeat(2001) + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"topic\"", "\"agenda\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\""})
    void refusesABodyThatIsNoObject(String body) {
        assertError(client.api(token, "POST", "/users/me/meetings", body), 400,
                "{\"code\":300,\"message\":\"Request Body should be a valid JSON object.\"}");
    }

    @Test
    void answersInXmlToClientsThatDoNotAskForJson() {
        HttpResponse<String> refused = client.send(client.request(token, "POST", "/users/me/meetings",
                "{\"topic\":5}").header("Accept", "*/*"));
        assertThat(refused.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/xml"));
        assertThat(refused.body()).startsWith("<?xml").contains("<result><code>300</code>"
                + "<message>Validation Failed.</message>");

        HttpResponse<String> created = client.send(client.request(token, "POST", "/users/me/meetings", MEETING));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).startsWith("<?xml").contains("<topic>Intro</topic>");
    }

    @Test
    void givesEveryAnswerATrackingId() {
        assertThat(client.api(token, "GET", "/users/me").headers().firstValue("x-zm-trackingid"))
                .hasValueSatisfying(id -> assertThat(id).startsWith("v=2.0;clid=us06;rid=WEB_"));
        assertThat(client.api("nonsense", "GET", "/users/me").headers().firstValue("x-zm-trackingid")).isPresent();
    }

    @Test
    void refusesWhatNoUserMayDo() {
        assertError(client.api(token, "GET", "/users/nobody@zoom.example/meetings"), 404,
                "{\"code\":1001,\"message\":\"User does not exist: nobody@zoom.example.\"}");
        assertError(client.api(token, "POST", "/users/host@zoom.example/meetings", MEETING), 400,
                "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:"
                        + "[meeting:write:meeting:admin].\"}");
        assertError(client.api(token, "GET", "/recordings"), 404,
                "{\"code\":2300,\"message\":\"This API endpoint is not recognized.\"}");
        long foreign = SandboxClient.json(client.api(client.accessToken(ZoomUsers.OTHER), "POST",
                "/users/me/meetings", MEETING)).get("id").asLong();
        assertError(client.api(token, "DELETE", "/meetings/" + foreign), 400,
                "{\"code\":3003,\"message\":\"Not meeting host.\"}");
        sandbox.users().change(ZoomUsers.HOST, user -> user.withMayHost(false));
        assertError(client.api(token, "POST", "/users/me/meetings", MEETING), 400, "{\"code\":3161,\"message\":"
                + "\"Your user account is not allowed meeting hosting and scheduling capabilities.\"}");
    }

    @Test
    void keepsAMeetingThatIsInProgress() {
        long id = created(MEETING).get("id").asLong();
        sandbox.hostStarts(id);

        assertError(client.api(token, "DELETE", "/meetings/" + id), 400,
                "{\"code\":3002,\"message\":\"Sorry, you cannot delete this meeting since it's in progress.\"}");
        sandbox.hostEnds(id);
        assertThat(client.api(token, "DELETE", "/meetings/" + id).statusCode()).isEqualTo(204);
    }

    @Test
    void forgetsAMeetingThirtyDaysAfterItsStart() {
        sandbox.settings().expiresIn((int) Duration.ofDays(90).toSeconds());
        String longLived = client.accessToken(ZoomUsers.HOST);
        token = longLived;
        long id = created(MEETING).get("id").asLong();

        clock.set(Instant.parse("2026-12-31T08:59:59Z"));
        assertThat(client.api(longLived, "GET", "/meetings/" + id).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.api(longLived, "GET", "/meetings/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void listsWithTheFieldsOfAListingAndTheAgendaCut() {
        created("{\"start_time\":\"2026-12-01T09:00:00Z\",\"agenda\":\"" + "a".repeat(300) + "\"}");

        JsonNode page = SandboxClient.json(client.api(token, "GET", "/users/me/meetings"));
        List<String> members = new ArrayList<>();
        page.at("/meetings/0").fieldNames().forEachRemaining(members::add);
        assertThat(members).containsExactly("uuid", "id", "host_id", "topic", "type", "start_time", "duration",
                "timezone", "agenda", "created_at", "join_url");
        assertThat(page.at("/meetings/0/agenda").asText()).hasSize(250);
        assertThat(page.get("next_page_token").asText()).isEmpty();
        assertThat(page.get("page_size").asInt()).isEqualTo(30);
    }

    @Test
    void pagesWithTokensThatLiveAQuarterOfAnHour() {
        for (int i = 0; i < 7; i++) {
            created(MEETING);
        }
        HashSet<Long> seen = new HashSet<>();
        String next = "";
        int pages = 0;
        do {
            JsonNode page = SandboxClient.json(client.api(token, "GET",
                    "/users/me/meetings?page_size=3&next_page_token=" + next));
            assertThat(page.get("total_records").asInt()).isEqualTo(7);
            assertThat(page.get("page_count").asInt()).isEqualTo(3);
            page.get("meetings").forEach(meeting -> seen.add(meeting.get("id").asLong()));
            next = page.get("next_page_token").asText();
            pages++;
        } while (!next.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(7);

        String late = SandboxClient.json(client.api(token, "GET", "/users/me/meetings?page_size=3"))
                .get("next_page_token").asText();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        String error = "{\"code\":300,\"message\":\"The next page token is invalid or expired.\"}";
        assertError(client.api(token, "GET", "/users/me/meetings?next_page_token=" + late), 400, error);
        assertError(client.api(token, "GET", "/users/me/meetings?next_page_token=made-up"), 400, error);
    }

    @ParameterizedTest
    @CsvSource({"abc,30", "-5,30", "0,30", "1000,300", "300,300"})
    void clampsThePageSize(String asked, int given) {
        assertThat(SandboxClient.json(client.api(token, "GET", "/users/me/meetings?page_size=" + asked))
                .get("page_size").asInt()).isEqualTo(given);
    }

    @Test
    void deletesOnceForTwentyCallers() throws Exception {
        long id = created(MEETING).get("id").asLong();
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            Callable<Integer> delete = () -> client.api(token, "DELETE", "/meetings/" + id).statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : callers.invokeAll(Collections.nCopies(20, delete))) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void obeysTheButtonsOfItsPage() {
        long id = created(MEETING).get("id").asLong();
        sandbox.settings().joinBase(sandbox.url());
        long joinable = created(MEETING).get("id").asLong();
        assertThat(client.send(HttpRequest.newBuilder(URI.create(sandbox.meeting(joinable).joinUrl()))).body())
                .contains("You would now be in this meeting.");

        assertThat(press("/sandbox/meetings/" + id + "/delete")).isEqualTo("/");
        assertThat(sandbox.meeting(id).deletedBy()).isEqualTo("host");
        assertThat(press("/sandbox/meetings/" + id + "/delete")).isEmpty();
        assertThat(press("/sandbox/users/30R7kT7bTIKSNUFEuH_Qlg/remove-app")).isEqualTo("/");
        assertThat(client.api(token, "GET", "/users/me").statusCode()).isEqualTo(401);
        assertThat(press("/sandbox/users/30R7kT7bTIKSNUFEuH_Qlg/add-app"))
                .startsWith(SandboxClient.REDIRECT + "?code=");
    }

    private String press(String action) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + action))
                .POST(HttpRequest.BodyPublishers.noBody())).headers().firstValue("Location").orElse("");
    }

    @Test
    void showsItsMeetingsAndCallsToPeople() {
        created("{\"topic\":\"<script>alert(1)</script>\",\"start_time\":\"2026-12-01T09:00:00Z\"}");

        String page = client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/"))).body();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Delete as the host")
                .doesNotContain("<script>");
        assertThat(client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/meetings"))).body())
                .contains("\"state\":\"live\"");
        assertThat(client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/calls"))).body())
                .contains("\"path\":\"/users/me/meetings\"").doesNotContain(token);
    }
}
