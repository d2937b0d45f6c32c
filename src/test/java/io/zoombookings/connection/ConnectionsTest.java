package io.zoombookings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zoombookings.TestDatabase;
import io.zoombookings.connection.ConnectionEvents.Connected;
import io.zoombookings.connection.ConnectionEvents.Disconnected;
import io.zoombookings.connection.ConnectionEvents.ReconnectRequired;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.ManualClock;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxSettings;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.sandbox.ZoomUsers;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Workspaces;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

@Tag("database")
class ConnectionsTest {

    private static final String HOST = ZoomUsers.HOST;

    private static final ManualClock CLOCK = new ManualClock(Instant.parse("2026-11-22T09:00:00Z"));
    private static ZoomSandbox zoom;
    private static TestNode node;

    private final ManualClock clock = CLOCK;

    @BeforeAll
    static void start() {
        zoom = ZoomSandbox.start(0, CLOCK);
        node = new TestNode(TestDatabase.properties(), zoom, CLOCK);
        node.get(Workspaces.class).create("clinic", "Clinic");
        node.get(Workspaces.class).create("branch", "Branch");
    }

    @BeforeEach
    void begin() {
        clock.advance(Duration.ofDays(1));
        node.reset();
        zoom.reset();
        zoom.settings().scopes(SandboxSettings.GRANULAR_SCOPES);
        zoom.settings().withholdScopes();
        zoom.settings().appDisabled(false);
    }

    @AfterAll
    static void stop() {
        node.close();
        zoom.close();
    }

    @Test
    void connectsWithPkceAndStateAndWithoutScope() {
        OAuth2AuthorizationRequest consent = connections().beginConnect("clinic");

        Map<String, String> asked = UriComponentsBuilder.fromUriString(consent.getAuthorizationRequestUri()).build()
                .getQueryParams().toSingleValueMap();
        assertThat(asked).containsOnlyKeys("response_type", "client_id", "state", "redirect_uri", "code_challenge",
                "code_challenge_method").containsEntry("code_challenge_method", "S256");
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.PENDING);

        finish(consent, HOST);

        ConnectionView view = view("clinic");
        assertThat(view.status()).isEqualTo(ConnectionStatus.CONNECTED);
        assertThat(view.email()).isEqualTo(HOST);
        assertThat(view.displayName()).isEqualTo("Hanna Host");
        assertThat(view.plan()).isEqualTo(2);
        assertThat(view.problem()).isNull();
        assertThat(view.missingScopes()).isEmpty();
        assertThat(view.connectedBy()).isEqualTo("admin");
        assertThat(view.connectedAt()).isEqualTo(clock.instant());
        assertThat(view.tokenExpiresAt()).isEqualTo(clock.instant().plusSeconds(3599));
        assertThat(view.nextRefreshAt()).isBefore(view.tokenExpiresAt().minusSeconds(600).plusMillis(1));
        assertThat(node.events()).containsExactly(new Connected("clinic", zoom.users().byEmail(HOST).id(), false));
        assertThat(connections().test("clinic", "admin")).isEqualTo(HOST);
        assertThat(view.toString()).doesNotContain(zoom.secretsIssued().toArray(String[]::new));
    }

    @Test
    void aConsentThatIsGivenUpLeavesTheOldState() {
        connections().beginConnect("clinic");
        connections().abandon("clinic", "admin", "declined");
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.NOT_CONNECTED);

        connections().beginConnect("clinic");
        clock.advance(Duration.ofMinutes(11));
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.NOT_CONNECTED);

        connect("clinic", HOST);
        connections().beginConnect("clinic");
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.CONNECTED);
        connections().abandon("clinic", "admin", "declined");
        assertThat(connections().test("clinic", "admin")).isEqualTo(HOST);
    }

    @Test
    void aCodeIsGoodOnce() {
        OAuth2AuthorizationRequest consent = connections().beginConnect("clinic");
        String code = code(consent, HOST);
        connections().complete(consent, code, "admin");

        assertThat(failure(() -> connections().complete(consent, code, "admin")).title())
                .isEqualTo("Authorization failed");
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.CONNECTED);
    }

    @Test
    void eachWayInWhichTheExchangeFailsHasItsOwnWords() {
        zoom.faults().next(CallMatcher.on(Operation.TOKEN), Fault.reply(400, "application/json",
                "{\"reason\":\"Redirect URI mismatch.\",\"error\":\"invalid_request\"}"));
        assertThat(failure(() -> connect("clinic", HOST)).detail()).contains(TestNode.REDIRECT_URI);
        zoom.faults().next(CallMatcher.on(Operation.TOKEN), Fault.html(503));
        assertThat(failure(() -> connect("clinic", HOST)).title()).isEqualTo("Zoom does not answer");
        zoom.settings().appDisabled(true);
        assertThat(failure(() -> connect("clinic", HOST)).detail()).contains("ZOOM_CLIENT_SECRET");
        zoom.settings().appDisabled(false);
        zoom.faults().next(CallMatcher.on(Operation.USER_ME), Fault.reply(400, "application/json",
                "{\"code\":1001,\"message\":\"User does not exist.\"}"));
        assertThat(failure(() -> connect("clinic", HOST)).title()).isEqualTo("Zoom refused");
        zoom.faults().next(CallMatcher.on(Operation.USER_ME), Fault.reply(200, "application/json",
                "{\"id\":\"u\",\"account_id\":\"a\",\"email\":\"x@y.example\",\"status\":\"inactive\"}"));
        assertThat(failure(() -> connect("clinic", HOST)).title()).isEqualTo("Zoom account restricted");

        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.NOT_CONNECTED);
        assertThat(node.events()).isEmpty();
        zoom.faults().next(CallMatcher.on(Operation.USER_ME), Fault.status(500));
        connect("clinic", HOST);
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.CONNECTED);
    }

    @Test
    void missingPermissionsAreNamedAndDoNotCountAsConnected() {
        connect("branch", HOST);
        zoom.settings().withholdScopes("meeting:read:list_meetings", "meeting:delete:meeting");

        Problem problem = failure(() -> connect("clinic", HOST));

        assertThat(problem.detail()).contains("meeting:delete:meeting, meeting:read:list_meetings");
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.RECONNECT_REQUIRED);
        assertThat(view("clinic").missingScopes()).hasSize(2);
        assertThat(view("branch").status()).isEqualTo(ConnectionStatus.RECONNECT_REQUIRED);
        assertThat(node.events()).filteredOn(ReconnectRequired.class::isInstance).hasSize(1);
        assertThatThrownBy(() -> node.get(ZoomTokens.class).accessToken("clinic"))
                .isInstanceOf(ZoomNotConnectedException.class);

        zoom.settings().withholdScopes();
        connect("clinic", HOST);
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.CONNECTED);
        assertThat(view("branch").status()).isEqualTo(ConnectionStatus.CONNECTED);
        assertThat(view("branch").problem()).isNull();
    }

    @Test
    void classicPermissionsAreEnough() {
        zoom.settings().scopes(SandboxSettings.CLASSIC_SCOPES);
        connect("clinic", HOST);
        assertThat(view("clinic").missingScopes()).isEmpty();
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.CONNECTED);
    }

    @Test
    void workspacesOfOneZoomUserShareItsGrant() {
        connect("clinic", HOST);
        connect("branch", HOST);

        assertThat(view("clinic").sharedWith()).containsExactly("branch");
        assertThat(connections().test("clinic", "admin")).isEqualTo(HOST);
        assertThat(zoom.ledger().count(Operation.TOKEN)).isEqualTo(2);

        connections().disconnect("clinic", "admin");
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.NOT_CONNECTED);
        assertThat(connections().test("branch", "admin")).isEqualTo(HOST);
        assertThat(zoom.ledger().count(Operation.REVOKE)).isZero();

        connections().disconnect("branch", "admin");
        await().untilAsserted(() -> assertThat(zoom.installed(HOST)).isFalse());
        assertThat(count("zoom_grant")).isZero();
        assertThat(node.events()).filteredOn(Disconnected.class::isInstance).hasSize(2);
    }

    @Test
    void aNewConsentHealsEveryWorkspaceOfTheZoomUser() {
        connect("clinic", HOST);
        connect("branch", HOST);
        zoom.killGrant(HOST);
        assertThat(failure(() -> connections().test("clinic", "admin")).title()).isEqualTo("Zoom is not connected");
        assertThat(view("branch").status()).isEqualTo(ConnectionStatus.RECONNECT_REQUIRED);
        assertThat(view("branch").tokenExpiresAt()).isNull();

        connect("branch", HOST);

        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.CONNECTED);
        assertThat(connections().test("clinic", "admin")).isEqualTo(HOST);
        assertThat(node.events()).filteredOn(ReconnectRequired.class::isInstance).hasSize(2);
        assertThat(node.events()).filteredOn(Connected.class::isInstance).hasSize(4);
    }

    @Test
    void anotherAccountReplacesTheGrantAndEndsTheFormerAtZoom() {
        connect("clinic", HOST);

        Connections.Completion completion = connect("clinic", ZoomUsers.OTHER);

        assertThat(completion).isEqualTo(new Connections.Completion(ZoomUsers.OTHER, HOST, false));
        assertThat(view("clinic").email()).isEqualTo(ZoomUsers.OTHER);
        assertThat(node.events()).last().isEqualTo(
                new Connected("clinic", zoom.users().byEmail(ZoomUsers.OTHER).id(), true));
        assertThat(connections().test("clinic", "admin")).isEqualTo(ZoomUsers.OTHER);
        await().untilAsserted(() -> assertThat(zoom.installed(HOST)).isFalse());
        assertThat(count("zoom_grant")).isEqualTo(1);
    }

    @Test
    void workspacesMaySwapTheirAccountsAtTheSameTime() throws Exception {
        for (int round = 0; round < 5; round++) {
            connect("clinic", HOST);
            connect("branch", ZoomUsers.OTHER);
            OAuth2AuthorizationRequest one = connections().beginConnect("clinic");
            OAuth2AuthorizationRequest two = connections().beginConnect("branch");
            String oneCode = code(one, ZoomUsers.OTHER);
            String twoCode = code(two, HOST);
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> complete(one, oneCode, ZoomUsers.OTHER));
            complete(two, twoCode, HOST);
            other.get(30, TimeUnit.SECONDS);

            assertThat(view("clinic").email()).isEqualTo(ZoomUsers.OTHER);
            assertThat(view("branch").email()).isEqualTo(HOST);
            assertThat(connections().test("clinic", "admin")).isEqualTo(ZoomUsers.OTHER);
            assertThat(connections().test("branch", "admin")).isEqualTo(HOST);
            assertThat(count("zoom_grant")).isEqualTo(2);
        }
    }

    /** A consent that Zoom withdrew together with the grant that the other workspace has just left is given again. */
    private void complete(OAuth2AuthorizationRequest consent, String code, String email) {
        try {
            connections().complete(consent, code, "admin");
        } catch (ConnectFailedException e) {
            assertThat(e.problem().title()).isEqualTo("Authorization failed");
            connect(consent.getAttribute(ZoomOAuth.WORKSPACE), email);
        }
    }

    @Test
    void disconnectingDeletesTokensAtOnceEvenWhenZoomIsDownAndRevokesLater() {
        connect("clinic", HOST);
        zoom.goOffline();

        connections().disconnect("clinic", "admin");

        assertThat(count("zoom_grant")).isZero();
        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.NOT_CONNECTED);
        assertThatThrownBy(() -> node.get(ZoomTokens.class).accessToken("clinic"))
                .isInstanceOf(ZoomNotConnectedException.class);
        assertThat(view("clinic").problem()).contains("has not confirmed", HOST, "Added Apps");
        zoom.comeBack();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(view("clinic").problem()).isNull());
        assertThat(zoom.installed(HOST)).isFalse();
        connections().disconnect("clinic", "admin");
        assertThat(node.events()).filteredOn(Disconnected.class::isInstance).hasSize(1);
    }

    @Test
    void whoSwitchesWhileZoomRefusesToRevokeIsToldWhatIsLeftToDoThere() {
        connect("clinic", HOST);
        zoom.faults().next(CallMatcher.on(Operation.REVOKE), Fault.status(503));

        assertThat(connect("clinic", ZoomUsers.OTHER)).isEqualTo(new Connections.Completion(ZoomUsers.OTHER, HOST, true));

        assertThat(view("clinic").problem()).isNull();
        await().untilAsserted(() -> assertThat(zoom.installed(HOST)).isFalse());
    }

    @Test
    void whoConnectsAgainAtOnceIsNotThrownOutByTheRevocation() {
        for (int round = 0; round < 10; round++) {
            connect("clinic", HOST);
            connections().disconnect("clinic", "admin");
            assertThat(zoom.installed(HOST)).isFalse();
        }
        assertThat(view("clinic").problem()).isNull();
    }

    @Test
    void aRevocationStillOwedNeverEndsANewerConnection() {
        connect("clinic", HOST);
        zoom.faults().next(CallMatcher.on(Operation.REVOKE), Fault.status(503));
        connections().disconnect("clinic", "admin");
        await().until(() -> zoom.ledger().count(Operation.REVOKE) == 1);

        connect("clinic", HOST);

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> zoom.installed(HOST));
        assertThat(connections().test("clinic", "admin")).isEqualTo(HOST);
    }

    @Test
    void anExpiredTokenIsRenewedToRevokeIt() {
        connect("clinic", HOST);
        clock.advance(Duration.ofHours(2));
        connections().disconnect("clinic", "admin");
        await().untilAsserted(() -> assertThat(zoom.installed(HOST)).isFalse());
    }

    @Test
    void removalAtZoomEndsEveryWorkspaceAndTellsEachOnce() {
        connect("clinic", HOST);
        connect("branch", HOST);

        deauthorize(HOST, clock.instant());
        deauthorize(HOST, clock.instant());

        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.NOT_CONNECTED);
        assertThat(view("clinic").problem()).contains("removed").contains(HOST);
        assertThat(count("zoom_grant")).isZero();
        assertThat(node.events()).filteredOn(ReconnectRequired.class::isInstance).hasSize(2);
        assertThat(node.events()).filteredOn(Disconnected.class::isInstance).hasSize(2);
    }

    @Test
    void aLateWordOfOurOwnRevocationDoesNotEndANewerConnection() {
        connect("clinic", HOST);
        connections().disconnect("clinic", "admin");
        Instant revoked = clock.instant();
        await().until(() -> !zoom.installed(HOST));
        clock.advance(Duration.ofSeconds(5));
        connect("clinic", HOST);

        deauthorize(HOST, revoked);

        assertThat(connections().test("clinic", "admin")).isEqualTo(HOST);
    }

    @Test
    void aRemovalThatWasNoticedBeforeIsNotToldTwice() {
        connect("clinic", HOST);
        zoom.killGrant(HOST);
        failure(() -> connections().test("clinic", "admin"));

        deauthorize(HOST, clock.instant());

        assertThat(view("clinic").status()).isEqualTo(ConnectionStatus.NOT_CONNECTED);
        assertThat(node.events()).filteredOn(ReconnectRequired.class::isInstance).hasSize(1);
    }

    @Test
    void everythingIsAudited() {
        connect("clinic", HOST);
        connections().test("clinic", "admin");
        connections().beginConnect("clinic");
        connections().abandon("clinic", "admin", "Permission was declined");
        connections().disconnect("clinic", "admin");

        List<Audit.Entry> entries = node.get(Audit.class).page(new Audit.Filter("clinic", "", ""), 0).entries();
        assertThat(entries).extracting(Audit.Entry::action).containsExactlyInAnyOrder(
                "zoom.connect", "zoom.test", "zoom.connect-failed", "zoom.disconnect");
        assertThat(entries.toString()).doesNotContain(zoom.secretsIssued().toArray(String[]::new));
    }

    private void deauthorize(String email, Instant at) {
        var user = zoom.users().byEmail(email);
        node.get(TransactionTemplate.class).executeWithoutResult(
                transaction -> connections().deauthorized(user.accountId(), user.id(), at));
    }

    private Connections.Completion connect(String workspace, String email) {
        return finish(connections().beginConnect(workspace), email);
    }

    private Connections.Completion finish(OAuth2AuthorizationRequest consent, String email) {
        return connections().complete(consent, code(consent, email), "admin");
    }

    private String code(OAuth2AuthorizationRequest consent, String email) {
        String callback = zoom.authorize(URI.create(consent.getAuthorizationRequestUri()), email, true);
        return UriComponentsBuilder.fromUriString(callback).build().getQueryParams().getFirst("code");
    }

    private static Problem failure(Runnable action) {
        Problem[] problem = new Problem[1];
        assertThatThrownBy(action::run).isInstanceOfSatisfying(ConnectFailedException.class,
                e -> problem[0] = e.problem());
        return problem[0];
    }

    private Connections connections() {
        return node.get(Connections.class);
    }

    private ConnectionView view(String workspace) {
        return node.get(ConnectionOverview.class).view(workspace);
    }

    private long count(String table) {
        return node.get(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single();
    }
}
