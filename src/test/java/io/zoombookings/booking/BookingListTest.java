package io.zoombookings.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bookings of a workspace, as its programs list and look for them. */
@Tag("database")
class BookingListTest {

    private final RunningApplication application = RunningApplication.shared();
    private final TestWorkspace workspace = application.workspace();

    private void book(String id, String start, String host, String guest, String more) {
        assertThat(workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"%s","title":"Talk","start":"%s","durationMinutes":30,
                "host":{"name":"Ada Kern","email":"%s"},"guests":[%s]%s}}"""
                .formatted(id, start, host, guest, more)).status()).isEqualTo(202);
    }

    private void book(String id, String start) {
        book(id, start, "ada@clinic.example", guest("Bo Li", "bo@guest.example"), "");
    }

    private static String guest(String name, String email) {
        return "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, email);
    }

    private Answer list(String... namesAndValues) {
        return list(workspace, namesAndValues);
    }

    private Answer list(TestWorkspace of, String... namesAndValues) {
        StringBuilder path = new StringBuilder("/api/workspaces/" + of.id() + "/bookings?");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            path.append(namesAndValues[i]).append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8)).append('&');
        }
        return application.call("GET", path.toString(), null, Map.of("Authorization", "Bearer " + of.apiKey()));
    }

    private List<String> ids(String... namesAndValues) {
        Answer answer = list(namesAndValues);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return ids(answer.body());
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("bookings").spliterator(), false).map(one -> one.path("id").asText()).toList();
    }

    @Test
    void areListedByStartPageByPageEachOnceAsTheyAreShownAlone() {
        book("B-3", "2031-03-05T10:00:00Z");
        book("B-1", "2031-03-03T10:00:00Z", "ada@clinic.example", guest("Bo Li", "bo@guest.example"),
                ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=5\"}");
        book("B-2", "2031-03-04T10:00:00Z");
        book("B-4", "2031-03-04T10:00:00Z");

        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("limit", "1", "cursor", cursor).body();
            all.addAll(ids(page));
            cursor = page.path("next").asText("");
            assertThat(page.path("bookings")).hasSize(1);
        } while (!cursor.isEmpty());

        assertThat(all).containsExactlyInAnyOrder("B-1", "B-2", "B-3", "B-4").startsWith("B-1").endsWith("B-3");
        assertThat(list().body().at("/bookings/0")).isEqualTo(workspace.get("B-1").body());
        assertThat(list().body().path("next").isNull()).isTrue();
        assertThat(list(application.workspace()).body().path("bookings")).isEmpty();
    }

    @Test
    void aSeriesStandsWhereItsFirstOccurrenceOfThatTimeStarts() {
        book("S-1", "2031-03-03T10:00:00Z", "ada@clinic.example", guest("Bo Li", "bo@guest.example"),
                ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=5\"}");
        book("S-2", "2031-03-06T09:00:00Z");

        assertThat(ids()).containsExactly("S-1", "S-2");
        assertThat(ids("from", "2031-03-06T00:00:00Z")).containsExactly("S-2", "S-1");
        assertThat(ids("from", "2031-03-06T00:00:00Z", "to", "2031-03-06T10:00:00Z")).containsExactly("S-2");
        assertThat(ids("from", "2031-03-06T11:00:00+01:00", "to", "2031-03-07T00:00:00Z")).containsExactly("S-1");
        assertThat(ids("from", "2031-03-08T00:00:00Z")).isEmpty();
    }

    @Test
    void areFoundByNameAddressIdAndHostInAnyCase() {
        book("F-1", "2031-03-03T10:00:00Z");
        book("F-2", "2031-03-04T10:00:00Z", "Eve@clinic.example", guest("Jürgen Müller-Lüdenscheidt", "jm@guest.example") + ","
                + guest("李明", "ming@guest.example"), "");

        assertThat(ids("q", "jürg")).containsExactly("F-2");
        assertThat(ids("q", "LÜDEN jür")).containsExactly("F-2");
        assertThat(ids("q", "jür li")).isEmpty();
        assertThat(ids("q", "李")).containsExactly("F-2");
        assertThat(ids("q", "bo@guest")).containsExactly("F-1");
        assertThat(ids("q", "f-")).containsExactly("F-1", "F-2");
        assertThat(ids("q", "ada kern")).containsExactly("F-1", "F-2");
        assertThat(ids("host", "eve@CLINIC.example")).containsExactly("F-2");
        assertThat(ids("host", "bo@guest.example")).isEmpty();
        assertThat(ids("host", "eve@clinic.exampl")).isEmpty();
        assertThat(ids("q", "%")).isEmpty();
        assertThat(ids("q", "ada", "host", "ada@clinic.example", "state", "NOT_CONNECTED,PENDING")).containsExactly("F-1");
        assertThat(ids("cause", "NOT_CONNECTED,REFUSED", "host", "ada@clinic.example")).containsExactly("F-1");
    }

    @Test
    void areFoundByWhatTheyAreNowAndBySomeoneErasedNoMore() {
        book("E-1", "2031-03-03T10:00:00Z");
        workspace.post("""
                {"event":"booking.rescheduled","booking":{"id":"E-1","version":2,"title":"Talk","start":"2031-03-03T10:00:00Z",
                "durationMinutes":30,"host":{"email":"ada@clinic.example"},"guests":[%s,%s]}}"""
                .formatted(guest("Mo Ray", "mo@guest.example"), guest("Jo Ray", "jo@guest.example")));
        assertThat(ids("q", "bo")).isEmpty();
        assertThat(ids("q", "mo")).containsExactly("E-1");

        application.admin("DELETE", "/api/workspaces/" + workspace.id() + "/personal-data?email=mo@guest.example", null);

        assertThat(ids("q", "mo")).isEmpty();
        assertThat(ids("q", "jo")).containsExactly("E-1");
    }

    @Test
    void thoseOfAnEarlierVersionBecomeFindable() {
        book("O-1", "2031-03-03T10:00:00Z");
        application.bean(JdbcClient.class).sql("delete from booking_term where workspace_id = ?").param(workspace.id()).update();
        assertThat(ids("q", "bo")).isEmpty();

        application.bean(BookingTerms.class).fill();

        assertThat(ids("q", "bo")).containsExactly("O-1");
    }

    @Test
    void areFoundByStateAndMeetingNumber() {
        workspace.connected();
        book("M-1", "2031-03-03T10:00:00Z");
        book("M-2", "2031-03-04T10:00:00Z");
        String number = workspace.awaitMeeting("M-1", "CREATED").at("/occurrences/0/meeting/id").asText();
        workspace.awaitMeeting("M-2", "CREATED");
        workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"M-2\"}}");
        workspace.awaitMeeting("M-2", "CANCELLED");

        assertThat(ids("q", number)).containsExactly("M-1");
        assertThat(ids("q", number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7)))
                .containsExactly("M-1");
        assertThat(ids("state", "CREATED")).containsExactly("M-1");
        assertThat(ids("state", "CANCELLED")).containsExactly("M-2");
        assertThat(ids("state", "FAILED")).isEmpty();
        assertThat(ids("cause", "REFUSED")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        Answer answer = list("state", "LATE", "cause", "WEATHER", "from", "tomorrow", "limit", "201", "cursor", "x", "q", "x".repeat(201));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/state", "/cause", "/from", "/q", "/limit", "/cursor");
        assertThat(list(application.workspace(workspace.id(), "wrong")).status()).isEqualTo(401);
        assertThat(list(application.workspace(workspace.id(), application.workspace().apiKey())).status()).isEqualTo(404);
    }
}
