package io.zoombookings;


import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.sandbox.Plan;
import io.zoombookings.sandbox.SandboxMeeting;
import io.zoombookings.sandbox.ZoomUser;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A workspace in a running application, and what a booking system and its host see of it. */
public final class TestWorkspace {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningApplication application;
    private final String id;
    private final String apiKey;
    private ZoomUser zoomUser;

    TestWorkspace(RunningApplication application, String id, String apiKey) {
        this.application = application;
        this.id = id;
        this.apiKey = apiKey;
    }

    /** The same workspace as another node serves it. */
    public TestWorkspace at(RunningApplication node) {
        TestWorkspace same = new TestWorkspace(node, id, apiKey);
        same.zoomUser = zoomUser;
        return same;
    }

    public String id() {
        return id;
    }

    public String apiKey() {
        return apiKey;
    }

    /** The Zoom user that it is connected with. */
    public ZoomUser zoomUser() {
        return zoomUser;
    }

    /** Connects it with a Zoom user of its own, through the pages and Zoom's consent. */
    public TestWorkspace connected() {
        return connected("a" + id, Plan.BUSINESS);
    }

    /** Connects it with a Zoom user of its own in a Zoom account that others may share. */
    public TestWorkspace connected(String account, Plan plan) {
        zoomUser = application.sandbox().users().add(ZoomUser.of("u" + id, account, id + "@zoom.example", "Host", id, plan));
        connect(zoomUser.email());
        return this;
    }

    /** Connects it with the Zoom user of another workspace: both use one grant. */
    public TestWorkspace connectedLike(TestWorkspace other) {
        zoomUser = other.zoomUser;
        connect(zoomUser.email());
        return this;
    }

    public void connect(String zoomEmail) {
        Browser browser = new Browser(application.url());
        browser.signIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        String page = "/workspaces/" + id + "/settings/integrations/zoom";
        String consent = Browser.location(browser.submit(page, page + "/connect", Map.of()));
        String back = application.sandbox().authorize(URI.create(consent), zoomEmail, true);
        String landed = Browser.location(browser.get(back));
        if (!landed.endsWith(page)) {
            throw new IllegalStateException("The consent ended at " + landed);
        }
    }

    public Answer post(String event) {
        return post(event, Map.of());
    }

    public Answer post(String event, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        all.putIfAbsent("Authorization", "Bearer " + apiKey);
        return application.call("POST", "/api/workspaces/" + id + "/booking-events", event, all);
    }

    public Answer get(String bookingId) {
        return application.call("GET", "/api/workspaces/" + id + "/bookings/" + bookingId, null,
                Map.of("Authorization", "Bearer " + apiKey));
    }

    public JsonNode await(String bookingId, Predicate<JsonNode> condition) {
        return org.awaitility.Awaitility.await(id + "/" + bookingId).atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20)).until(() -> get(bookingId).body(), condition);
    }

    /** Waits until the meeting of the booking's first occurrence is in this state. */
    public JsonNode awaitMeeting(String bookingId, String state) {
        return await(bookingId, view -> state.equals(view.at("/occurrences/0/meeting/state").asText()));
    }

    /** Waits until no mail of the booking is on its way and none can come at once. */
    public JsonNode awaitMail(String bookingId, String kind, int count) {
        return await(bookingId, view -> {
            int sent = 0;
            for (JsonNode one : view.at("/occurrences/0/notifications")) {
                sent += kind.equals(one.path("kind").asText()) && "SENT".equals(one.path("state").asText()) ? 1 : 0;
            }
            return sent == count;
        });
    }

    /** The meetings that exist at Zoom under this workspace's user. */
    public List<SandboxMeeting> meetings() {
        return application.sandbox().liveMeetings().stream()
                .filter(meeting -> meeting.host().email().equals(zoomUser.email())).toList();
    }
}
