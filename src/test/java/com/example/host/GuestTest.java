package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The library in an application that has pages, people and a security chain of its own. */
class GuestTest {

    private static final String API_KEY = "a-key-of-the-host-application";
    private static final String EVENTS = "/api/workspaces/default/booking-events";
    private static final String OWN_PERSON = basic("clerk", "password-of-the-clerk");
    private static final String OUR_PERSON = basic("admin", "password-of-our-admin");

    @TempDir
    private Path directory;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String url;

    /** Not annotated, so that only the applications of this test have it. */
    static class OwnPages {

        @Bean
        SecurityFilterChain own(HttpSecurity http) throws Exception {
            return http.securityMatcher("/own/**").authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .httpBasic(Customizer.withDefaults()).build();
        }

        @Bean
        RouterFunction<ServerResponse> pages() {
            return RouterFunctions.route().GET("/own/page", request ->
                    ServerResponse.ok().body("page of " + request.principal().orElseThrow().getName())).build();
        }
    }

    private ConfigurableApplicationContext host(String... more) {
        SpringApplication host = new SpringApplication(HostApplication.class, OwnPages.class);
        host.setRegisterShutdownHook(false);
        ConfigurableApplicationContext context = host.run(Stream.concat(Stream.of("--spring.config.name=host",
                "--server.port=0", "--data.dir=" + directory, "--booking.api-key=" + API_KEY,
                "--spring.security.user.name=clerk", "--spring.security.user.password=password-of-the-clerk",
                "--admin.username=admin", "--admin.password=password-of-our-admin"), Stream.of(more)).toArray(String[]::new));
        url = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        return context;
    }

    @Test
    void keepsItsChainWhileOursAnswerBelowTheBasePath() throws Exception {
        try (ConfigurableApplicationContext context = host("--zoom-bookings.web.base-path=/zoom")) {
            assertThat(context.isRunning()).isTrue();
            itsPageIsItsOwn();
            for (String ours : List.of("/", "/login", "/workspaces", "/openapi.yaml", "/assets/app.css", EVENTS)) {
                assertThat(get(ours, OUR_PERSON).statusCode()).as(ours).isEqualTo(404);
            }

            assertThat(get("/zoom/assets/app.css", null).statusCode()).isEqualTo(200);
            assertThat(get("/zoom/openapi.yaml", null).statusCode()).isEqualTo(200);
            assertThat(get("/zoom/api/workspaces", OUR_PERSON).statusCode()).isEqualTo(200);
            assertThat(get("/zoom/api/workspaces", OWN_PERSON).statusCode()).isEqualTo(401);
            assertThat(get("/zoom/api/workspaces/default/webhooks", OUR_PERSON).statusCode()).isEqualTo(200);
            assertThat(book("/zoom" + EVENTS).statusCode()).isEqualTo(202);

            HttpResponse<String> refused = get("/zoom/workspaces", null);
            assertThat(refused.statusCode()).isEqualTo(302);
            assertThat(refused.headers().firstValue("Location")).hasValue(url + "/zoom/login");
            HttpResponse<String> entered = signIn(get("/zoom/login", null).body());
            assertThat(entered.headers().firstValue("Location")).hasValue(url + "/zoom/workspaces");
            HttpResponse<String> page = get("/zoom/workspaces", null);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(links(page.body())).isNotEmpty().allMatch(link -> link.startsWith("/zoom/"));
        }
    }

    @Test
    void keepsItsMigrationsAndHasNoneOfOurAddressesWhereTheyAreSwitchedOff() throws Exception {
        try (ConfigurableApplicationContext context = host("--zoom-bookings.web.enabled=false",
                "--spring.flyway.locations=classpath:com/example/host/migration")) {
            JdbcClient database = context.getBean(JdbcClient.class);
            assertThat(database.sql("select count(*) from talk").query(Integer.class).single()).isZero();
            assertThat(database.sql("select count(*) from booking").query(Integer.class).single()).isZero();
            itsPageIsItsOwn();
            for (String ours : List.of("/", "/login", "/workspaces", "/api/workspaces", "/openapi.yaml", "/api-docs",
                    "/assets/app.css", "/integrations/zoom/callback", "/integrations/zoom/events")) {
                assertThat(get(ours, OUR_PERSON).statusCode()).as(ours).isEqualTo(404);
            }
            assertThat(book(EVENTS).statusCode()).isEqualTo(404);
            CamelContext camel = context.getBean(CamelContext.class);
            assertThat(camel.getStatus().isStarted()).isTrue();
            assertThat(camel.getRoute("booking-inbound")).isNull();
            assertThat(camel.getRoute("housekeeping")).isNotNull();
        }
    }

    private void itsPageIsItsOwn() throws Exception {
        HttpResponse<String> page = get("/own/page", OWN_PERSON);
        assertThat(page.body()).isEqualTo("page of clerk");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isEmpty();
        HttpResponse<String> refused = get("/own/page", OUR_PERSON);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Realm\"");
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html,*/*");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> book(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + API_KEY).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"event":"booking.confirmed","booking":{"id":"B-1","title":"Talk",
                        "start":"2031-03-04T10:00:00Z","durationMinutes":30,"host":{"email":"ada@clinic.example"},
                        "guests":[{"email":"bo@guest.example"}]}}""")).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String form) throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        assertThat(form).contains("action=\"/zoom/login\"");
        return browser.send(HttpRequest.newBuilder(URI.create(url + "/zoom/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=password-of-our-admin&_csrf=" + token.group(1)))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> links(String page) {
        return Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"").matcher(page).results().map(link -> link.group(1)).toList();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
