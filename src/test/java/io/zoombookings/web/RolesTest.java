package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.workspace.ApiKey;
import io.zoombookings.workspace.NewApiKey;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every address with every role. The letters of a row are the roles that get further than the door. */
@Tag("database")
class RolesTest extends RunningApplication {

    private static final String NOBODY = "";
    private static final String NO_ID = "00000000-0000-7000-8000-000000000000";

    /** n: anonymous, k: key of A, l: key of B, a: administrator of A, b: administrator of B, r: of all workspaces. */
    private record Row(String method, String path, String body, String admitted) {
    }

    private static final List<Row> API = List.of(
            new Row("POST", "/api/workspaces/A/booking-events", "{}", "kar"),
            new Row("GET", "/api/workspaces/A/bookings", null, "kar"),
            new Row("GET", "/api/workspaces/A/bookings/B-1", null, "kar"),
            new Row("POST", "/api/workspaces/A/bookings/B-1/retry", null, "ar"),
            new Row("GET", "/api/workspaces/A/zoom-connection", null, "ar"),
            new Row("PUT", "/api/workspaces/A/callback", "{}", "ar"),
            new Row("GET", "/api/workspaces/A/callbacks", null, "ar"),
            new Row("POST", "/api/workspaces/A/callbacks", "{}", "ar"),
            new Row("PUT", "/api/workspaces/A/callbacks/" + NO_ID, "{}", "ar"),
            new Row("DELETE", "/api/workspaces/A/callbacks/" + NO_ID, null, "ar"),
            new Row("POST", "/api/workspaces/A/callbacks/" + NO_ID + "/secret", null, "ar"),
            new Row("GET", "/api/workspaces/A/callbacks/" + NO_ID + "/deliveries", null, "ar"),
            new Row("POST", "/api/workspaces/A/callbacks/" + NO_ID + "/deliveries/" + NO_ID + "/retry", null, "ar"),
            new Row("GET", "/api/workspaces/A/hosts", null, "ar"),
            new Row("PUT", "/api/workspaces/A/hosts", "[]", "ar"),
            new Row("POST", "/api/workspaces/A/hosts/a@x.example/invitation", null, "ar"),
            new Row("DELETE", "/api/workspaces/A/hosts/a@x.example", null, "ar"),
            new Row("GET", "/api/workspaces/A/webhooks", null, "ar"),
            new Row("PUT", "/api/workspaces/A/webhooks/calcom", "{}", "ar"),
            new Row("DELETE", "/api/workspaces/A/webhooks/calcom", null, "ar"),
            new Row("DELETE", "/api/workspaces/A/anything/else", null, "ar"),
            new Row("GET", "/api/workspaces/no-such/zoom-connection", null, NOBODY),
            new Row("POST", "/api/workspaces/no-such/booking-events", "{}", NOBODY),
            new Row("POST", "/api/workspaces", "{\"id\":\"\"}", "r"),
            new Row("GET", "/api/workspaces", null, "abr"),
            new Row("GET", "/api/anything", null, "r"),
            new Row("GET", "/api/audit", null, "r"),
            new Row("GET", "/api/audit/verification", null, "r"),
            new Row("GET", "/api/parked-events", null, "r"),
            new Row("GET", "/api/parked-events/" + NO_ID, null, "r"),
            new Row("DELETE", "/api/parked-events/" + NO_ID, null, "r"),
            new Row("POST", "/api/parked-events/" + NO_ID + "/replay", null, "r"),
            new Row("GET", "/api/workspaces/A/personal-data?email=x@y.example", null, "ar"),
            new Row("DELETE", "/api/workspaces/A/personal-data?email=x@y.example", null, "ar"),
            new Row("GET", "/actuator", null, "r"),
            new Row("GET", "/actuator/prometheus", null, "r"),
            new Row("GET", "/actuator/camel", null, "r"),
            new Row("GET", "/actuator/env", null, "r"),
            new Row("GET", "/actuator/health", null, "nklabr"),
            new Row("GET", "/actuator/health/liveness", null, "nklabr"),
            new Row("GET", "/actuator/health/readiness", null, "nklabr"),
            new Row("GET", "/actuator/health/db", null, "r"),
            new Row("POST", "/api/workspaces/A/webhooks/calcom", "{}", "nklabr"),
            new Row("POST", "/integrations/zoom/events", "{}", "nklabr"),
            new Row("GET", "/openapi.yaml", null, "nklabr"),
            new Row("GET", "/asyncapi.yaml", null, "nklabr"),
            new Row("GET", "/api-docs", null, "nklabr"),
            new Row("GET", "/invitations/no-such-token", null, "nklabr"),
            new Row("GET", "/schemas/booking-event.schema.json", null, "nklabr"),
            new Row("GET", "/assets/app.css", null, "nklabr"));

    /** Pages have no keys: only n, a, b, r. */
    private static final List<Row> PAGES = List.of(
            new Row("GET", "/login", null, "nabr"),
            new Row("GET", "/", null, "abr"),
            new Row("GET", "/workspaces", null, "abr"),
            new Row("POST", "/workspaces", "id=&name=", "r"),
            new Row("GET", "/workspaces/A", null, "ar"),
            new Row("GET", "/workspaces/A/bookings", null, "ar"),
            new Row("POST", "/workspaces/A/bookings/B-1/retry", "", "ar"),
            new Row("GET", "/workspaces/A/bookings/B-1", null, "ar"),
            new Row("POST", "/workspaces/A/bookings/B-1/link", "", "ar"),
            new Row("POST", "/workspaces/A/retry", "cause=REFUSED", "ar"),
            new Row("GET", "/workspaces/A/parked", null, "ar"),
            new Row("POST", "/workspaces/A/parked/webhook/x/body", "", "ar"),
            new Row("POST", "/workspaces/A/parked/webhook/x/replay", "", "ar"),
            new Row("POST", "/workspaces/A/parked/webhook/x/discard", "", "ar"),
            new Row("POST", "/workspaces/A/parked/all", "act=replay", "ar"),
            new Row("GET", "/workspaces/A/audit", null, "ar"),
            new Row("GET", "/workspaces/A/settings/integrations/zoom", null, "ar"),
            new Row("GET", "/workspaces/A/settings/integrations/zoom/disconnect", null, "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/disconnect", "", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/connect", "", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/test", "", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/defaults", "locale=!", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/delete-old-links", "", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/callback-url", "url=x", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/callback-url/secret", "", "ar"),
            new Row("GET", "/workspaces/A/settings/integrations/booking-systems", null, "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/booking-systems/calcom", "secret=", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/booking-systems/calcom/remove", "", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/api-keys", "name=", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/api-keys/x/revoke", "", "ar"),
            new Row("GET", "/workspaces/A/hosts", null, "ar"),
            new Row("POST", "/workspaces/A/hosts/invitation", "email=x", "ar"),
            new Row("POST", "/workspaces/A/hosts/choice", "email=x&zoomUser=", "ar"),
            new Row("POST", "/workspaces/A/hosts/disconnect", "email=x", "ar"),
            new Row("POST", "/workspaces/A/settings/integrations/zoom/api-keys/x/replace", "", "ar"),
            new Row("GET", "/workspaces/A/anything", null, "ar"),
            new Row("GET", "/workspaces/no-such/bookings", null, NOBODY),
            new Row("GET", "/integrations/zoom/callback", null, "abr"),
            new Row("GET", "/audit", null, "r"),
            new Row("GET", "/administrators", null, "r"),
            new Row("POST", "/administrators", "username=&email=&password=", "r"),
            new Row("GET", "/administrators/change?username=nobody", null, "r"),
            new Row("POST", "/administrators/change", "username=nobody&email=&password=", "r"),
            new Row("POST", "/administrators/remove", "username=nobody", "r"),
            new Row("GET", "/account", null, "abr"),
            new Row("POST", "/account/password", "current=&new=&again=", "abr"),
            new Row("POST", "/account/sessions/end", "session=x", "abr"),
            new Row("GET", "/mail-preview", null, "abr"),
            new Row("GET", "/mail-preview/CONFIRMATION/GUEST/en", null, "abr"),
            new Row("GET", "/mail-preview/CONFIRMATION/GUEST/en/html", null, "abr"),
            new Row("GET", "/anything", null, "r"));

    private static final Set<String> OPEN_TO_ALL = Set.of("/error", "/login/wait", "/logout", OidcSignIn.START,
            "/asyncapi.yaml", "/api-docs", "/invitations/{token}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;
    private String a;
    private String b;
    private final Map<Character, String> credentials = new LinkedHashMap<>();

    @BeforeEach
    void invite() {
        a = newWorkspace();
        b = newWorkspace();
        credentials.put('n', null);
        credentials.put('k', "Bearer " + apiKeys.create(a, "of A", "root").secret());
        credentials.put('l', "Bearer " + apiKeys.create(b, "of B", "root").secret());
        String ofA = newAdministrator(a);
        String ofB = newAdministrator(b);
        credentials.put('a', Browser.basic(ofA, password(ofA)));
        credentials.put('b', Browser.basic(ofB, password(ofB)));
        credentials.put('r', ROOT);
    }

    @TestFactory
    Stream<DynamicTest> programs() {
        return API.stream().flatMap(row -> credentials.entrySet().stream().map(role -> DynamicTest.dynamicTest(
                row.method() + " " + row.path() + " as " + role.getKey(), () -> {
                    HttpResponse<String> answer = call(row.method(), row.path().replace("/A", "/" + a), role.getValue(),
                            row.body());
                    boolean admitted = row.admitted().indexOf(role.getKey()) >= 0;
                    if (role.getKey() == 'n' && !admitted) {
                        assertThat(answer.statusCode()).isEqualTo(401);
                    } else if (admitted) {
                        assertThat(answer.statusCode()).isNotIn(401, 403, 500);
                    } else {
                        assertThat(answer.statusCode()).isIn(403, 404);
                        assertThat(answer.body()).contains("\"status\":" + answer.statusCode());
                    }
                    assertThat(answer.headers().allValues("Set-Cookie")).as("no session for programs").isEmpty();
                    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
                })));
    }

    @TestFactory
    Stream<DynamicTest> people() {
        Map<Character, Browser> browsers = new LinkedHashMap<>();
        for (char role : "nabr".toCharArray()) {
            Browser browser = browser();
            String credential = credentials.get(role);
            if (credential != null) {
                String[] pair = new String(Base64.getDecoder().decode(credential.substring(6)), StandardCharsets.UTF_8).split(":", 2);
                assertThat(browser.signIn(pair[0], pair[1]).headers().firstValue("Location")).contains("/workspaces");
            }
            browsers.put(role, browser);
        }
        return PAGES.stream().flatMap(row -> browsers.entrySet().stream().map(role -> DynamicTest.dynamicTest(
                row.method() + " " + row.path() + " as " + role.getKey(), () -> {
                    HttpResponse<String> answer = visit(role.getValue(), row);
                    boolean admitted = row.admitted().indexOf(role.getKey()) >= 0;
                    if (role.getKey() == 'n' && !admitted) {
                        assertThat(answer.headers().firstValue("Location").orElse("")).isEqualTo("/login");
                    } else if (admitted) {
                        assertThat(answer.statusCode()).isNotIn(401, 403, 500);
                        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/login");
                    } else {
                        assertThat(answer.statusCode()).isIn(403, 404);
                    }
                    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
                })));
    }

    private HttpResponse<String> visit(Browser browser, Row row) {
        String path = row.path().replace("/A", "/" + a);
        if (row.method().equals("GET")) {
            return browser.get(path);
        }
        String form = browser.get("/logout").body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        String body = row.body() + (row.body().isEmpty() ? "" : "&") + "_csrf=" + token.group(1);
        return browser.send(browser.request(path).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void noAddressIsForgotten() {
        List<Row> rows = Stream.concat(API.stream(), PAGES.stream()).toList();
        List<String> forgotten = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> rows.stream().noneMatch(row -> pattern.matches(PathContainer.parsePath(row.path().replaceFirst("\\?.*", "")))))
                .map(PathPattern::getPatternString).filter(pattern -> !OPEN_TO_ALL.contains(pattern)).toList();
        assertThat(forgotten).isEmpty();
    }

    @Test
    void aKeyDoesWhatItMayAsLongAsItMay() {
        String events = "/api/workspaces/" + a + "/booking-events";
        String booking = "/api/workspaces/" + a + "/bookings/none";
        String books = "Bearer " + apiKeys.create(a, "books", Set.of("book"), null, "root").secret();
        String reads = "Bearer " + apiKeys.create(a, "reads", Set.of("read"), null, "root").secret();
        assertThat(call("POST", events, books, "{}").statusCode()).isEqualTo(400);
        assertThat(call("GET", booking, books, null).statusCode()).isEqualTo(403);
        assertThat(call("GET", "/api/workspaces/" + a + "/bookings", books, null).statusCode()).isEqualTo(403);
        assertThat(call("POST", events, reads, "{}").statusCode()).isEqualTo(403);
        assertThat(call("GET", booking, reads, null).statusCode()).isEqualTo(404);
        String over = "Bearer " + apiKeys.create(a, "over", Set.of("read"), Instant.now().minusSeconds(1), "root").secret();
        assertThat(call("GET", booking, over, null).statusCode()).isEqualTo(401);
        NewApiKey former = apiKeys.create(a, "to be replaced", Set.of("read"), null, "root");
        NewApiKey next = apiKeys.replace(a, former.id(), "root").orElseThrow();
        for (NewApiKey both : List.of(former, next)) {
            assertThat(call("GET", booking, "Bearer " + both.secret(), null).statusCode()).isEqualTo(404);
            assertThat(call("POST", events, "Bearer " + both.secret(), "{}").statusCode()).isEqualTo(403);
        }
        assertThat(apiKeys.list(a)).filteredOn(key -> key.name().equals("to be replaced")).extracting(ApiKey::expiresAt)
                .hasSize(2).containsNull().filteredOn(end -> end != null).allSatisfy(end ->
                        assertThat(end).isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_500)));
        assertThat(apiKeys.list("default")).extracting(ApiKey::name).contains("BOOKING_API_KEY");
        assertThat(apiKeys.list(a)).extracting(ApiKey::name).doesNotContain("BOOKING_API_KEY");
    }

    @Test
    void aWorkspaceOfOthersLooksLikeOneThatDoesNotExist() {
        HttpResponse<String> others = call("GET", "/api/workspaces/" + a + "/zoom-connection", credentials.get('b'), null);
        HttpResponse<String> none = call("GET", "/api/workspaces/no-such/zoom-connection", credentials.get('b'), null);
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(none.body());
        HttpResponse<String> othersKey = call("POST", "/api/workspaces/" + a + "/booking-events", credentials.get('l'), "{}");
        assertThat(othersKey.statusCode()).isEqualTo(404);
        assertThat(othersKey.body()).isEqualTo(none.body());
    }
}
