package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What callers are told while no connection to the database can be had. */
@DirtiesContext
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=300")
class DatabaseAwayTest extends RunningApplication {

    @Autowired
    private DataSource database;

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
