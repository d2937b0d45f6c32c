package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class SessionsTest extends RunningApplication {

    @Autowired
    private JdbcClient jdbc;

    private static String cookie(HttpResponse<String> answer) {
        return cookie(answer, "zoom-bookings");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        List<String> cookies = answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith(name + "=") || one.startsWith("__Host-" + name + "=")).toList();
        assertThat(cookies).isNotEmpty();
        return cookies.get(0);
    }

    @Test
    void aVisitWithoutASignInStoresNothing() {
        int before = jdbc.sql("select count(*) from spring_session").query(Integer.class).single();
        for (String path : List.of("/", "/login", "/login?error", "/workspaces", "/workspaces/default/bookings?x=1", "/error", "/nothing",
                "/integrations/zoom/callback?code=x", "/api/workspaces", "/actuator/health", "/login/wait", "/account")) {
            assertThat(browser().get(path).headers().allValues("Set-Cookie")).as(path)
                    .noneMatch(cookie -> cookie.startsWith("zoom-bookings="));
        }
        browser().from("192.0.2.77").signIn("nobody", "a wrong password");
        assertThat(jdbc.sql("select count(*) from spring_session").query(Integer.class).single()).isEqualTo(before);
    }

    @Test
    void aPageOfAnotherHostNeverFollowsTheSignIn() {
        for (String planted : List.of("https://evil.example/x", "//evil.example", "/\\evil.example", "x", "/a\r\nb", "")) {
            Browser browser = browser();
            HttpCookie cookie = new HttpCookie("zoom-bookings-asked", planted.isEmpty() ? "!"
                    : Base64.getUrlEncoder().encodeToString(planted.getBytes(StandardCharsets.UTF_8)));
            cookie.setPath("/");
            cookie.setVersion(0);
            browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), cookie);
            assertThat(browser.signIn("root", "the root password").headers().firstValue("Location")).as(planted)
                    .contains("/workspaces");
        }
    }

    @Test
    void signingInChangesTheSessionAndSigningOutEndsIt() {
        Browser browser = browser();
        browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), planted());
        browser.signIn("root", "the root password");
        HttpCookie after = session(browser);
        assertThat(browser.submit("/logout", "/logout", Map.of()).headers().firstValue("Location")).contains("/login?signed-out");
        Browser late = browser();
        late.cookies().getCookieStore().add(null, copy(after, after.getValue()));
        assertThat(late.get("/workspaces").headers().firstValue("Location")).contains("/login");
    }

    private static HttpCookie session(Browser browser) {
        return browser.cookies().getCookieStore().getCookies().stream().filter(one -> one.getName().equals("zoom-bookings")
                && !one.getValue().equals(planted().getValue())).findFirst().orElseThrow();
    }

    private static HttpCookie planted() {
        HttpCookie cookie = new HttpCookie("zoom-bookings", "chosen-by-a-thief");
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }

    private static HttpCookie copy(HttpCookie like, String value) {
        HttpCookie cookie = new HttpCookie(like.getName(), value);
        cookie.setDomain("localhost.local");
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }

    @Test
    void thePageThatWasAskedForFollowsTheSignIn() {
        Browser browser = browser();
        assertThat(browser.get("/workspaces/default/audit?text=a%20b").headers().firstValue("Location")).contains("/login");
        assertThat(browser.signIn("root", "the root password").headers().firstValue("Location"))
                .contains("/workspaces/default/audit?text=a%20b");
        assertThat(browser.get("/login").headers().firstValue("Location")).contains("/workspaces");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        String id = newWorkspace();
        HttpResponse<String> refused = browser.postForm("/workspaces/" + id + "/settings/integrations/zoom/api-keys",
                Map.of("name", "forged"), null);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.postForm("/logout", Map.of(), "wrong").statusCode()).isEqualTo(403);
        assertThat(apiKeys.list(id)).isEmpty();
        assertThat(browser().postForm("/login", Map.of("username", "root", "password", "the root password"), null)
                .statusCode()).isEqualTo(403);
    }

    @Test
    void theApiTakesASessionButChangesOnlyWithItsToken() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        assertThat(browser.send(browser.request("/api/workspaces/default/zoom-connection")).statusCode()).isEqualTo(200);
        HttpRequest.Builder forged = browser.request("/api/workspaces").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"forged\",\"name\":\"x\"}"));
        assertThat(browser.send(forged).statusCode()).isEqualTo(403);
        assertThat(workspaces.exists("forged")).isFalse();
        HttpRequest.Builder besideHeader = browser.request("/api/workspaces").header("Content-Type", "application/json")
                .header("Authorization", "Other x").POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"forged\"}"));
        assertThat(browser.send(besideHeader).statusCode()).as("a header counts before the session").isEqualTo(401);
        String page = browser.get("/account").body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpRequest.Builder own = browser.request("/api/workspaces").header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token).POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"own\",\"name\":\"x\"}"));
        assertThat(browser.send(own).statusCode()).isEqualTo(201);
    }

    @Test
    void cookiesAndTransportSecurityFollowTheSchemeThatTheBrowserSees() {
        HttpResponse<String> plain = browser().get("/login");
        assertThat(cookie(plain, PageCsrf.COOKIE)).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        Browser browser = browser();
        HttpResponse<String> secure = browser.send(browser.request("/login").header("Accept", "text/html")
                .header("X-Forwarded-Proto", "https"));
        assertThat(cookie(secure, PageCsrf.COOKIE)).contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(secure.headers().firstValue("Strict-Transport-Security").orElse("")).contains("max-age=31536000");
    }

    @Test
    void behindAProxyThatSpeaksTlsPeopleSignInAndOut() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (ReverseProxy proxy = new ReverseProxy(port)) {
            HttpResponse<String> form = client.send(HttpRequest.newBuilder(proxy.at("/login"))
                    .header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(cookie(form, PageCsrf.COOKIE)).contains("Secure", "HttpOnly", "SameSite=Lax");
            assertThat(form.headers().firstValue("Strict-Transport-Security").orElse("")).contains("max-age=31536000");

            HttpResponse<String> signedIn = post(client, proxy, "/login", form, "&username=root&password=the+root+password");
            assertThat(signedIn.headers().firstValue("Location")).contains("/workspaces");
            assertThat(cookie(signedIn)).startsWith("__Host-").contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");

            HttpResponse<String> page = get(client, proxy, "/logout", value(signedIn));
            assertThat(page.statusCode()).isEqualTo(200);
            HttpResponse<String> out = client.send(HttpRequest.newBuilder(proxy.at("/logout"))
                    .header("Cookie", value(signedIn)).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token(page))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(out.headers().firstValue("Location")).contains("/login?signed-out");
            assertThat(get(client, proxy, "/workspaces", value(signedIn)).headers().firstValue("Location"))
                    .contains("/login");
        }
    }

    private static HttpResponse<String> get(HttpClient client, ReverseProxy proxy, String path, String cookie)
            throws Exception {
        return client.send(HttpRequest.newBuilder(proxy.at(path)).header("Accept", "text/html").header("Cookie", cookie)
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient client, ReverseProxy proxy, String path, HttpResponse<String> page,
            String fields) throws Exception {
        return client.send(HttpRequest.newBuilder(proxy.at(path)).header("Cookie", cookie(page, PageCsrf.COOKIE).replaceFirst(";.*", ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token(page) + fields)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String value(HttpResponse<String> answer) {
        return cookie(answer).replaceFirst(";.*", "");
    }

    private static String token(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        for (String path : List.of("/login", "/workspaces", "/workspaces/default/settings/integrations/zoom", "/nothing",
                "/api/nothing", "/assets/app.css", "/actuator/health/liveness")) {
            HttpResponse<String> answer = browser.get(path);
            String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy).as(path).startsWith("default-src 'none'").contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(answer.headers().firstValue("Permissions-Policy")).as(path).isPresent();
            assertThat(answer.headers().firstValue("Server")).as(path).isEmpty();
        }
        HttpResponse<String> page = browser.get("/workspaces");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' https://zoom.us https://*.zoom.us;", "base-uri 'none'", "style-src 'self'");
    }

    @Test
    void nothingSecretIsLeftInAStoredSession() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        browser.submit("/workspaces", "/workspaces", Map.of("id", "session-check", "name", "x"));
        assertThat(jdbc.sql("select attribute_bytes from spring_session_attributes").query(byte[].class).list())
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("zbk_")
                        || new String(bytes, StandardCharsets.ISO_8859_1).contains("the root password"));
    }

    @Test
    void whatIsStoredOfASessionOpensNothingAndRunsNothing() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        HttpCookie cookie = session(browser);
        List<String> ids = jdbc.sql("select session_id from spring_session").query(String.class).list();
        assertThat(ids).isNotEmpty().doesNotContain(cookie.getValue());
        for (String id : ids.stream().limit(5).toList()) {
            Browser thief = browser();
            thief.cookies().getCookieStore().add(null, copy(cookie, id.strip()));
            assertThat(thief.get("/workspaces").headers().firstValue("Location")).contains("/login");
        }
        assertThat(jdbc.sql("select attribute_bytes from spring_session_attributes").query(byte[].class).list())
                .isNotEmpty().noneMatch(bytes -> bytes[0] == (byte) 0xAC && bytes[1] == (byte) 0xED)
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("root"));
    }

    @Test
    void aSessionEndsHalfAnHourAfterItsLastUseAndTwelveHoursAfterItsBeginning() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        assertThat(jdbc.sql("select distinct max_inactive_interval from spring_session").query(Integer.class).list())
                .containsExactly(1800);
        assertThat(browser.get("/workspaces").statusCode()).isEqualTo(200);
        jdbc.sql("update spring_session set creation_time = creation_time - 43260000 where principal_name = 'root'").update();
        assertThat(browser.get("/workspaces").headers().firstValue("Location")).contains("/login");
    }

    @Test
    void peopleSeeWhereTheyAreSignedInAndEndItThere() {
        String name = newAdministrator(newWorkspace());
        Browser here = browser();
        here.signIn(name, password(name));
        Browser there = browser();
        there.signIn(name, password(name));
        String page = here.get("/account").body();
        List<String> listed = Pattern.compile("name=\"session\" value=\"([^\"]+)\"").matcher(page).results()
                .map(found -> found.group(1)).toList();
        assertThat(listed).as("those beside this one").hasSize(1);
        assertThat(page).contains("this one", "127.0.0.1");
        Browser stranger = browser();
        stranger.signIn("root", "the root password");
        stranger.submit("/account", "/account/sessions/end", Map.of("session", listed.get(0)));
        assertThat(there.get("/account").statusCode()).as("ended by nobody else").isEqualTo(200);
        here.submit("/account", "/account/sessions/end", Map.of("session", listed.get(0)));
        assertThat(there.get("/account").headers().firstValue("Location")).contains("/login");
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void errorsArePagesForPeopleAndProblemsForPrograms() {
        Browser browser = browser();
        browser.signIn("root", "the root password");
        HttpResponse<String> page = browser.get("/nothing-here");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<h1>Nothing here</h1>");
        HttpResponse<String> problem = browser.send(browser.request("/nothing-here").header("Accept", "application/json"));
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        HttpResponse<String> wrong = browser.submit("/account",
                "/workspaces/default/settings/integrations/zoom/api-keys/no-uuid/revoke", Map.of());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("<h1>That did not work</h1>");
        assertThat(browser.get("/workspaces//x").statusCode()).isEqualTo(400);
        assertThat(browser.get("/workspaces/%2e%2e/x").statusCode()).isEqualTo(400);
        assertThat(browser.get("/workspaces/a;b=c/bookings").statusCode()).isEqualTo(400);
    }

    @Test
    void browsersGetNoChallengeThatWouldOpenAWindow() {
        Browser browser = browser();
        HttpResponse<String> program = browser.send(browser.request("/api/workspaces"));
        assertThat(program.headers().allValues("WWW-Authenticate")).hasSize(2);
        HttpResponse<String> page = browser.send(browser.request("/api/workspaces").header("Sec-Fetch-Mode", "navigate"));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().allValues("WWW-Authenticate")).isEmpty();
    }
}
