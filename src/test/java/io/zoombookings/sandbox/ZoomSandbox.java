package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A stand-in for Zoom on a port of its own: OAuth, the meetings API, webhooks, and switches for everything that can go
 * wrong. As strict as Zoom, and where it is not known what Zoom does, stricter. Two apps are registered at it: one that users
 * consent to, and one of the kind Server-to-Server. Safe for
 * several threads.
 */
public final class ZoomSandbox implements AutoCloseable {

    private static final String CLIENT_ID = "bD0uQyQcTAKkYdMKl9WfXg";
    private static final String CLIENT_SECRET = "sandbox-client-secret-7hQ2mVx9";
    private static final String SERVER_CLIENT_ID = "Wq3vZt1RTaKc8YpLh5nEoA";
    private static final String SERVER_CLIENT_SECRET = "sandbox-server-secret-2Jd6wXb4";
    private static final String WEBHOOK_SECRET = "sandbox-webhook-secret-Lk3pRt8w";

    private final Clock clock;
    private final SandboxSettings settings = new SandboxSettings();
    private final ZoomUsers users = new ZoomUsers();
    private final Ledger ledger = new Ledger();
    private final Faults faults = new Faults();
    private final RateLimits limits;
    private final Grants grants;
    private final Meetings meetings;
    private final Webhooks webhooks;
    private final SandboxServer server;
    private volatile List<String> redirectUris = List.of();

    private ZoomSandbox(int port, Clock clock) {
        this.clock = clock;
        this.limits = new RateLimits(clock);
        this.grants = new Grants(clock, settings, CLIENT_ID);
        this.meetings = new Meetings(clock, settings);
        this.webhooks = new Webhooks(clock, WEBHOOK_SECRET, CLIENT_ID);
        OAuthEndpoint oauth = new OAuthEndpoint(CLIENT_ID, CLIENT_SECRET, SERVER_CLIENT_ID, SERVER_CLIENT_SECRET, settings,
                users, grants, this::registeredRedirectUris, this::url, user -> webhooks.later(
                        webhooks.deauthorized(user.accountId(), user.id(), clock.instant()),
                        webhooks.deauthorization()));
        MeetingApi api = new MeetingApi(settings, users, grants, meetings, new Listings(clock, meetings), limits,
                webhooks);
        this.server = new SandboxServer(port, clock, ledger, faults, request -> emailOf(oauth, request),
                (operation, request) -> answer(oauth, api, operation, request), new SandboxPages(this)::answer);
    }

    /**
     * @param port  where to listen on the loopback address, 0 for any free port
     * @param clock by which codes and tokens expire and limits reset
     */
    public static ZoomSandbox start(int port, Clock clock) {
        return new ZoomSandbox(port, clock);
    }

    private String emailOf(OAuthEndpoint oauth, SandboxRequest request) {
        if (request.path().startsWith("/oauth/")) {
            return oauth.user(request).map(ZoomUser::email).orElse(null);
        }
        String owner = grants.owner(request.bearer());
        return owner == null ? null : users.byId(owner).email();
    }

    private static Reply answer(OAuthEndpoint oauth, MeetingApi api, Operation operation, SandboxRequest request) {
        try {
            return switch (operation) {
                case AUTHORIZE -> oauth.authorize(request);
                case TOKEN -> oauth.token(request);
                case REVOKE -> oauth.revoke(request);
                case UNKNOWN -> request.path().startsWith("/v2/") ? api.answer(operation, request)
                        : Reply.empty(request.path().matches("/oauth/(authorize|token|revoke)") ? 405 : 404);
                default -> api.answer(operation, request);
            };
        } catch (TokenError error) {
            return error.reply();
        }
    }

    /** What {@code ZOOM_OAUTH_URL} is to be. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What {@code ZOOM_API_URL} is to be. */
    public String apiUrl() {
        return url() + "/v2";
    }

    public String clientId() {
        return CLIENT_ID;
    }

    public String clientSecret() {
        return CLIENT_SECRET;
    }

    /** Of the Server-to-Server app, which every account has for itself. */
    public String serverClientId() {
        return SERVER_CLIENT_ID;
    }

    public String serverClientSecret() {
        return SERVER_CLIENT_SECRET;
    }

    /** Makes the Server-to-Server app's tokens for an account unknown. */
    public void killAccountTokens(String accountId) {
        grants.killAccountTokens(accountId);
    }

    public String webhookSecret() {
        return WEBHOOK_SECRET;
    }

    /** The redirect URIs registered for the app, replacing the former ones; compared letter by letter. */
    public void redirectUris(String... uris) {
        redirectUris = List.of(uris);
    }

    List<String> registeredRedirectUris() {
        return redirectUris;
    }

    /** Where events are sent; null for nowhere. */
    public void webhookTarget(URI endpoint) {
        webhooks.target(endpoint);
    }

    public SandboxSettings settings() {
        return settings;
    }

    public ZoomUsers users() {
        return users;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Faults faults() {
        return faults;
    }

    /** How many calls are still to take effect late ({@link Fault#takesEffectAfter}). */
    public int lateEffects() {
        return server.late();
    }

    public RateLimits limits() {
        return limits;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** All meetings there ever were, oldest first. */
    public List<SandboxMeeting> allMeetings() {
        return meetings.all();
    }

    public List<SandboxMeeting> liveMeetings() {
        return meetings.all().stream().filter(SandboxMeeting::live).toList();
    }

    /** The live meetings of a user. */
    public List<SandboxMeeting> meetings(String userIdOrEmail) {
        return liveMeetings().stream().filter(meeting -> meeting.host().id().equals(userIdOrEmail)
                || meeting.host().email().equals(userIdOrEmail)).toList();
    }

    /** @throws NoSuchElementException if there never was such a meeting */
    public SandboxMeeting meeting(long id) {
        SandboxMeeting meeting = meetings.find(id);
        if (meeting == null) {
            throw new NoSuchElementException("No meeting " + id);
        }
        return meeting;
    }

    /** Whether the user has consented to the app and not removed it since. */
    public boolean installed(String email) {
        return grants.installed(users.byEmail(email).id());
    }

    /** How many refresh tokens of the user are alive: 1 when connected, else 0. */
    public int liveGrants(String email) {
        return grants.liveRefreshTokens(users.byEmail(email).id());
    }

    /** Every code and token ever given out, for tests that search for leaks. */
    public List<String> secretsIssued() {
        return grants.everIssued();
    }

    /** Makes the user's access tokens unknown; the refresh token stays good. */
    public void killAccessTokens(String email) {
        grants.killAccessTokens(users.byEmail(email).id());
    }

    /** Makes all tokens of the user unknown without a word, as a consent to the same app elsewhere does. */
    public void killGrant(String email) {
        grants.kill(users.byEmail(email).id());
    }

    /** The refresh token that the app has of a user, or null. */
    public String refreshToken(String email) {
        return grants.refreshToken(users.byEmail(email).id());
    }

    /** A user of a former sandbox, whose app has this refresh token. */
    public void restore(ZoomUser user, String refreshToken) {
        grants.restore(users.add(user).id(), refreshToken);
    }

    /** A meeting of a former sandbox. */
    public void restore(SandboxMeeting meeting) {
        meetings.restore(meeting);
    }

    /** Nothing listens any more, as if Zoom were unreachable; state is kept. */
    public void goOffline() {
        server.goOffline();
    }

    /** Listens again on the same port. */
    public void comeBack() {
        server.comeBack();
    }

    /** Forgets meetings, calls, deliveries, faults and used limits; users, grants and settings stay. */
    public void reset() {
        faults.clear();
        meetings.clear();
        ledger.reset();
        limits.reset();
        webhooks.reset();
    }

    /**
     * Does what a person does on the consent page, over HTTP.
     *
     * @return where the browser is sent
     * @throws IllegalStateException with the page shown, if it is sent nowhere
     */
    public String authorize(URI authorizeUrl, String userEmail, boolean allow) {
        HttpClient browser = HttpClient.newHttpClient();
        try {
            HttpResponse<String> page = browser.send(HttpRequest.newBuilder(authorizeUrl).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200) {
                throw new IllegalStateException(page.statusCode() + ": " + page.body());
            }
            HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(authorizeUrl)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("decision=" + (allow ? "allow" : "decline") + "&user="
                            + URLEncoder.encode(userEmail, StandardCharsets.UTF_8))).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.headers().firstValue("Location").orElseThrow(
                    () -> new IllegalStateException(answer.statusCode() + ": " + answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The user adds the app at Zoom's Marketplace: where the browser is sent, with a code and without state. */
    public String addFromMarketplace(String email) {
        ZoomUser user = users.byEmail(email);
        return redirectUris.get(0) + "?code=" + grants.code(user, redirectUris.get(0), null, null,
                settings.grantedScopes());
    }

    public Delivery hostDeletes(long meetingId) {
        return hostDeletes(meetingId, Variation.NONE);
    }

    /** The host deletes the meeting in Zoom. */
    public Delivery hostDeletes(long meetingId, Variation variation) {
        SandboxMeeting deleted = meetings.delete(live(meetingId).id(), "host");
        return webhooks.send(webhooks.meetingDeleted(deleted, deleted.host()), variation);
    }

    /** The host makes a meeting in Zoom; {@code fields} as in the body of a create. */
    public SandboxMeeting hostCreates(String email, String fields) {
        return meetings.create(users.byEmail(email), MeetingFields.of(Json.read(fields)));
    }

    public Delivery hostUpdates(long meetingId, String changes) {
        return hostUpdates(meetingId, changes, Variation.NONE);
    }

    /** The host changes the meeting in Zoom; {@code changes} as in the body of a PATCH. */
    public Delivery hostUpdates(long meetingId, String changes, Variation variation) {
        Meetings.Change change = meetings.update(live(meetingId).id(), MeetingFields.of(Json.read(changes)));
        return webhooks.send(webhooks.meetingUpdated(change, change.before().host()), variation);
    }

    private SandboxMeeting live(long id) {
        SandboxMeeting meeting = meeting(id);
        if (!meetings.usable(meeting)) {
            throw new NoSuchElementException("Meeting " + id + " is gone");
        }
        return meeting;
    }

    /** The host starts the meeting, which then cannot be deleted. */
    public Delivery hostStarts(long meetingId) {
        return webhooks.send(webhooks.meetingRun(meetings.started(live(meetingId).id(), true), true), Variation.NONE);
    }

    public Delivery hostEnds(long meetingId) {
        return webhooks.send(webhooks.meetingRun(meetings.started(live(meetingId).id(), false), false), Variation.NONE);
    }

    public Delivery userRemovesApp(String email) {
        return userRemovesApp(email, webhooks.deauthorization());
    }

    /** The user removes the app at Zoom: all tokens die, {@code app_deauthorized} is sent. */
    public Delivery userRemovesApp(String email, Variation variation) {
        ZoomUser user = users.byEmail(email);
        grants.uninstall(user.id());
        return webhooks.send(webhooks.deauthorized(user.accountId(), user.id(), clock.instant()), variation);
    }

    public Delivery sendDeauthorization(String accountId, String userId) {
        return webhooks.send(webhooks.deauthorized(accountId, userId, clock.instant()), Variation.NONE);
    }

    public Delivery sendUrlValidation() {
        return sendUrlValidation(Variation.NONE);
    }

    /** Zoom's challenge to the event endpoint; {@link #validates} tells whether the answer is right. */
    public Delivery sendUrlValidation(Variation variation) {
        return webhooks.send(webhooks.urlValidation(Grants.random(22)), variation);
    }

    /** Whether the answer to a challenge is the one that Zoom accepts. */
    public boolean validates(Delivery challenge) {
        String token = Json.read(challenge.body()).at("/payload/plainToken").asText();
        try {
            ObjectNode answer = Json.read(challenge.reply());
            return challenge.status() == 200 && token.equals(answer.path("plainToken").asText())
                    && Webhooks.hmac(WEBHOOK_SECRET, token).equals(answer.path("encryptedToken").asText());
        } catch (IllegalArgumentException | ClassCastException notAnObject) {
            return false;
        }
    }

    ArrayNode callsAsJson() {
        return Json.MAPPER.valueToTree(ledger.calls().stream().map(call -> Json.object()
                .put("time", call.time().toString()).put("operation", call.operation().name())
                .put("method", call.method()).put("path", call.path()).put("query", call.query().toString())
                .put("body", call.body()).put("status", call.status()).put("user", call.user())
                .put("effect", call.effect())).toList());
    }

    @Override
    public void close() {
        server.close();
        webhooks.close();
    }
}
