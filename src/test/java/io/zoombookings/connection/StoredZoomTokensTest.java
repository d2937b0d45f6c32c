package io.zoombookings.connection;

import static io.zoombookings.connection.ZoomStub.json;
import static io.zoombookings.connection.ZoomStub.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zoombookings.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class StoredZoomTokensTest {

    private static final ZoomUser ADA = new ZoomUser("user-1", "account-1", "ada@clinic.example", "Ada", 2, "active");

    private static final Map<String, Object> DATABASE = TestDatabase.properties();
    private static final TestClock CLOCK = new TestClock();
    private static ZoomStub zoom;
    private static TestNode node;

    private final TestClock clock = CLOCK;

    @BeforeAll
    static void start() {
        zoom = new ZoomStub();
        node = new TestNode(DATABASE, zoom, CLOCK);
    }

    @BeforeEach
    void connect() {
        zoom.reset();
        node.reset();
        node.connect("clinic", ADA, new TokenPair("access-0", "refresh-0", Duration.ofHours(1), Scopes.parse("a b")));
    }

    @AfterAll
    static void stop() {
        node.close();
        zoom.close();
    }

    @Test
    void handsOutTheStoredTokenWhileItIsGood() {
        assertThat(tokens().accessToken("clinic")).isEqualTo("access-0");
        clock.pass(Duration.ofMinutes(58));
        assertThat(tokens().accessToken("clinic")).isEqualTo("access-0");
        assertThat(zoom.calls("/oauth/token")).isEmpty();
    }

    @Test
    void refreshesBeforeTheLastMinuteWithBasicAuthenticationAndABody() {
        clock.pass(Duration.ofMinutes(59).plusSeconds(1));

        assertThat(tokens().accessToken("clinic")).isEqualTo("access-1");

        ZoomStub.Call call = zoom.calls("/oauth/token").get(0);
        assertThat(call.form()).containsOnly(Map.entry("grant_type", "refresh_token"),
                Map.entry("refresh_token", "refresh-0"));
        assertThat(call.header("Authorization")).isEqualTo(
                "Basic " + Base64.getEncoder().encodeToString("client-id:client-secret".getBytes()));
        clock.pass(Duration.ofMinutes(59).plusSeconds(1));
        assertThat(tokens().accessToken("clinic")).isEqualTo("access-2");
    }

    @Test
    void twentyCallersMakeOneRefresh() throws Exception {
        List<String> given = together(20, () -> tokens().replacement("clinic", "access-0"));

        assertThat(given).hasSize(20).containsOnly("access-1");
        assertThat(zoom.calls("/oauth/token")).hasSize(1);
    }

    @Test
    void twoNodesMakeOneRefresh() throws Exception {
        try (TestNode other = new TestNode(DATABASE, zoom, clock)) {
            ZoomTokens[] nodes = {tokens(), other.get(ZoomTokens.class)};
            zoom.answer("/oauth/token", exchange -> {
                await().pollDelay(Duration.ofMillis(300)).until(() -> true);
                zoom.token(exchange);
            });
            int[] next = {0};

            List<String> given = together(20, () -> {
                ZoomTokens one;
                synchronized (next) {
                    one = nodes[next[0]++ % 2];
                }
                return one.replacement("clinic", "access-0");
            });

            assertThat(given).hasSize(20).containsOnly("access-1");
            assertThat(zoom.calls("/oauth/token")).hasSize(1);
        }
    }

    @Test
    void aTokenThatAnotherNodeReplacedIsTakenFromTheDatabase() {
        try (TestNode other = new TestNode(DATABASE, zoom, clock)) {
            assertThat(tokens().accessToken("clinic")).isEqualTo("access-0");
            assertThat(other.get(ZoomTokens.class).replacement("clinic", "access-0")).isEqualTo("access-1");

            assertThat(tokens().replacement("clinic", "access-0")).isEqualTo("access-1");
            assertThat(zoom.calls("/oauth/token")).hasSize(1);
        }
    }

    static Stream<Arguments> transientFailures() {
        return Stream.of(
                Arguments.of("500", text(500, "text/plain", "oops")),
                Arguments.of("502 HTML", text(502, "text/html", "<html>Bad Gateway</html>")),
                Arguments.of("503 that says invalid_grant",
                        json(503, "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}")),
                Arguments.of("429", json(429, "{\"reason\":\"too many\",\"error\":\"invalid_grant\"}")),
                Arguments.of("200 HTML", text(200, "text/html", "<html>Maintenance</html>")),
                Arguments.of("truncated JSON", json(200, "{\"access_token\":\"secret-part")),
                Arguments.of("empty", json(200, "")),
                Arguments.of("no tokens", json(200, "{}")),
                Arguments.of("null tokens", json(200, "{\"access_token\":null,\"token_type\":\"bearer\"}")),
                Arguments.of("a list", json(200, "[]")),
                Arguments.of("invalid_request", json(400, "{\"reason\":\"Bad Request\",\"error\":\"invalid_request\"}")),
                Arguments.of("invalid_client",
                        json(400, "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}")),
                Arguments.of("400 XML", text(400, "application/xml", "<error/>")),
                Arguments.of("redirect", (ZoomStub.Answer) exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                }),
                Arguments.of("closed", (ZoomStub.Answer) exchange -> exchange.close()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transientFailures")
    void aFailureThatSaysNothingAboutTheGrantKeepsIt(String name, ZoomStub.Answer failure) {
        zoom.answer("/oauth/token", failure);

        assertThatThrownBy(() -> tokens().replacement("clinic", "access-0"))
                .isInstanceOf(ZoomTokenUnavailableException.class)
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("refresh-0", "access-0", "secret-part"));

        assertThat(status()).isEqualTo("CONNECTED");
        assertThat(node.events()).isEmpty();
        zoom.answerTokens();
        clock.pass(Duration.ofSeconds(3));
        assertThat(tokens().replacement("clinic", "access-0")).isEqualTo("access-1");
        assertThat(problem()).isNull();
    }

    @Test
    void anEndpointThatHangsKeepsTheGrant() {
        zoom.answer("/oauth/token", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"access".getBytes());
            exchange.getResponseBody().flush();
            await().atMost(Duration.ofSeconds(30)).until(() -> zoom.calls("/over").size() == 1);
        });
        long begun = System.nanoTime();
        assertThatThrownBy(() -> tokens().replacement("clinic", "access-0"))
                .isInstanceOf(ZoomTokenUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
        assertThat(status()).isEqualTo("CONNECTED");
    }

    @Test
    void callersDoNotHammerAnEndpointThatJustFailed() {
        zoom.answer("/oauth/token", text(500, "text/plain", ""));

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tokens().replacement("clinic", "access-0"))
                    .isInstanceOf(ZoomTokenUnavailableException.class);
        }
        assertThat(zoom.calls("/oauth/token")).hasSize(1);
    }

    @Test
    void aRefusedClientIsNamedAsTheProblemAndClearedOnSuccess() {
        zoom.answer("/oauth/token", json(400, "{\"reason\":\"Invalid client_id\",\"error\":\"invalid_client\"}"));
        assertThatThrownBy(() -> tokens().replacement("clinic", "access-0"))
                .isInstanceOf(ZoomTokenUnavailableException.class);
        assertThat(problem()).contains("ZOOM_CLIENT_SECRET");

        zoom.answerTokens();
        clock.pass(Duration.ofSeconds(3));
        tokens().replacement("clinic", "access-0");
        assertThat(problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}",
        "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_request\"}",
        "{\"reason\":\"\",\"error\":\"invalid_grant\"}"})
    void aGrantThatIsGoneNeedsAPersonAndSaysSoOncePerWorkspace(String body) throws Exception {
        node.connect("branch", ADA, new TokenPair("access-0", "refresh-0", Duration.ofHours(1), Scopes.parse("a")));
        zoom.answer("/oauth/token", json(400, body));

        List<String> outcomes = together(10, () -> {
            try {
                return tokens().replacement("clinic", "access-0");
            } catch (ZoomNotConnectedException e) {
                return "not connected";
            }
        });

        assertThat(outcomes).containsOnly("not connected");
        assertThat(zoom.calls("/oauth/token")).hasSize(1);
        assertThat(status()).isEqualTo("RECONNECT_REQUIRED");
        assertThat(problem()).contains("Reconnect");
        assertThat(node.events()).hasSize(2).allMatch(ConnectionEvents.ReconnectRequired.class::isInstance);
        assertThatThrownBy(() -> tokens().accessToken("branch")).isInstanceOf(ZoomNotConnectedException.class);
        assertThat(node.get(ZoomGrants.class).refreshDue()).isZero();
    }

    @Test
    void whoReadTheGrantBeforeItEndedDoesNotAskZoomAgain() {
        Grant read = node.get(GrantStore.class).usable("clinic").orElseThrow();
        zoom.answer("/oauth/token", json(400, "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}"));
        StoredZoomTokens stored = node.get(StoredZoomTokens.class);

        assertThatThrownBy(() -> stored.refreshed(read)).isInstanceOf(ZoomNotConnectedException.class);
        assertThatThrownBy(() -> stored.refreshed(read)).isInstanceOf(ZoomNotConnectedException.class);

        assertThat(zoom.calls("/oauth/token")).hasSize(1);
    }

    @Test
    void aReplyLostAfterItTookEffectEndsTheGrantOnlyWhenZoomSaysSo() {
        zoom.answer("/oauth/token", exchange -> {
            zoom.nextPair(ZoomStub.SCOPES);
            exchange.close();
        });
        assertThatThrownBy(() -> tokens().replacement("clinic", "access-0"))
                .isInstanceOf(ZoomTokenUnavailableException.class);
        assertThat(status()).isEqualTo("CONNECTED");

        zoom.answerTokens();
        clock.pass(Duration.ofSeconds(3));
        assertThatThrownBy(() -> tokens().replacement("clinic", "access-0"))
                .isInstanceOf(ZoomNotConnectedException.class);
        assertThat(status()).isEqualTo("RECONNECT_REQUIRED");
    }

    @Test
    void aWorkspaceWithoutConnectionHasNoToken() {
        assertThatThrownBy(() -> tokens().accessToken("nobody")).isInstanceOf(ZoomNotConnectedException.class);
    }

    @Test
    void theClockRenewsWhatIsDueAheadOfItsExpiry() {
        assertThat(node.get(ZoomGrants.class).refreshDue()).isZero();
        clock.pass(Duration.ofMinutes(50));
        assertThat(node.get(ZoomGrants.class).refreshDue()).isEqualTo(1);
        assertThat(node.get(ZoomGrants.class).refreshDue()).isZero();
        assertThat(tokens().accessToken("clinic")).isEqualTo("access-1");
    }

    @Test
    void theClockTriesAFailedRenewalAgainWithinAMinute() {
        zoom.answer("/oauth/token", text(503, "text/html", "<html/>"));
        clock.pass(Duration.ofMinutes(50));
        assertThat(node.get(ZoomGrants.class).refreshDue()).isZero();
        assertThat(node.get(ZoomGrants.class).refreshDue()).isZero();
        assertThat(zoom.calls("/oauth/token")).hasSize(1);

        zoom.answerTokens();
        clock.pass(Duration.ofMinutes(1));
        assertThat(node.get(ZoomGrants.class).refreshDue()).isEqualTo(1);
    }

    @Test
    void noTokenStandsInTheClearInTheDatabase() {
        List<byte[]> stored = node.get(JdbcClient.class)
                .sql("select access_token from zoom_grant union all select refresh_token from zoom_grant")
                .query(byte[].class).list();
        assertThat(stored).hasSize(2).noneMatch(
                value -> new String(value, StandardCharsets.ISO_8859_1).matches("(?s).*(access|refresh)-0.*"));
    }

    private ZoomTokens tokens() {
        return node.get(ZoomTokens.class);
    }

    private String status() {
        return node.get(JdbcClient.class).sql("select status from zoom_connection where workspace_id = 'clinic'")
                .query(String.class).single();
    }

    private String problem() {
        return node.get(ConnectionStore.class).find("clinic").orElseThrow().problem();
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<T>> results = IntStream.range(0, callers).mapToObj(i -> threads.submit(() -> {
                start.await();
                return call.call();
            })).toList();
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
