package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What callers are told while the database cannot take their events, or they send too many. */
@DirtiesContext
@TestPropertySource(properties = {"spring.datasource.hikari.connection-timeout=300", "booking.rate-limit-per-second=2"})
class BackPressureTest extends RunningApplication {

    private static final String REFUSED = "B-refused";

    @Autowired
    private DataSource database;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void callersAreToldToComeBackAndThenFindEverythingAsItWas() throws Exception {
        String key = "Bearer " + apiKeys.create("default", "calendar", "root").secret();
        Browser browser = browser();
        browser.signIn("root", "the root password");
        List<Connection> all = takeAll();
        try {
            for (String authorization : List.of(key, ROOT)) {
                HttpResponse<String> told = call("POST", "/api/workspaces/default/booking-events", authorization, "{}");
                assertThat(told.statusCode()).isEqualTo(503);
                assertThat(told.headers().firstValue("Retry-After")).isPresent();
                assertThat(told.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            }
            HttpResponse<String> page = browser.get("/workspaces");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<h1>Not available now</h1>");
            assertThat(call("GET", "/actuator/health/liveness", null, null).statusCode()).isEqualTo(200);
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
        assertThat(browser.get("/workspaces").statusCode()).isEqualTo(200);
        assertThat(call("POST", "/api/workspaces/default/booking-events", key, "{}").statusCode()).isEqualTo(400);
    }

    private static String event(String id) {
        return """
                {"event":"booking.confirmed","eventId":"e-%1$s","booking":{"id":"%1$s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":%2$d,"host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}"""
                .formatted(id, id.equals(REFUSED) ? 37 : 30);
    }

    private HttpResponse<String> post(String key, String id) {
        return call("POST", "/api/workspaces/default/booking-events", key, event(id));
    }

    private String newKey() {
        return "Bearer " + apiKeys.create("default", "calendar", "root").secret();
    }

    private int rows(String id) {
        return jdbc.sql("select (select count(*) from booking where booking_id = :id) + (select count(*) from booking_event "
                + "where booking_id = :id)").param("id", id).query(Integer.class).single();
    }

    private void assertAcceptedAsNew(String key, String id) {
        HttpResponse<String> accepted = post(key, id);
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.body()).contains("\"duplicate\":false");
        assertThat(call("GET", "/api/workspaces/default/bookings/" + id, key, null).statusCode()).isEqualTo(200);
    }

    private static void assertLater(HttpResponse<String> told, int status) {
        assertThat(told.statusCode()).isEqualTo(status);
        assertThat(Integer.parseInt(told.headers().firstValue("Retry-After").orElse(""))).isPositive();
        assertThat(told.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(told.body()).contains("\"status\":" + status);
    }

    /** The database refuses the last of the rows that an event becomes. */
    @Test
    void anEventThatTheDatabaseDoesNotTakeLeavesNothingBehindAndIsNewWhenItDoes() {
        String key = newKey();
        jdbc.sql("alter table occurrence add constraint refused check (duration_minutes <> 37)").update();
        try {
            assertLater(post(key, REFUSED), 503);
            assertThat(rows(REFUSED)).isZero();
        } finally {
            jdbc.sql("alter table occurrence drop constraint refused").update();
        }

        assertAcceptedAsNew(key, REFUSED);
        assertThat(post(newKey(), REFUSED).body()).contains("\"duplicate\":true");
        assertThat(rows(REFUSED)).isEqualTo(2);
    }

    @Test
    void anEventThatFindsNoDatabaseIsNewAfterwards() throws SQLException {
        String key = newKey();
        List<Connection> all = takeAll();
        try {
            assertLater(post(key, "B-away"), 503);
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }

        assertAcceptedAsNew(key, "B-away");
    }

    @Test
    void aKeyBeyondItsRateIsToldWhenToComeAgainAndOthersAreNot() {
        String key = newKey();
        String refused = null;
        for (int i = 0; i < 30 && refused == null; i++) {
            HttpResponse<String> told = post(key, "B-many-" + i);
            if (told.statusCode() != 202) {
                assertLater(told, 429);
                refused = "B-many-" + i;
            }
        }
        assertThat(refused).isNotNull();
        assertThat(post(newKey(), "B-other").statusCode()).isEqualTo(202);
        assertThat(rows(refused)).isZero();

        String late = refused;
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertAcceptedAsNew(key, late);
    }

    private List<Connection> takeAll() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            while (true) {
                all.add(database.getConnection());
            }
        } catch (SQLTransientConnectionException none) {
            return all;
        }
    }
}
