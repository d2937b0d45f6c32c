package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The sandbox's rules without its sockets: meetings, listings, limits and events of one host, in the caller's thread. OAuth
 * is left out. Not safe for several threads.
 */
public final class ZoomRules implements AutoCloseable {

    private static final String CLIENT_ID = "bD0uQyQcTAKkYdMKl9WfXg";

    private final ZoomUsers users = new ZoomUsers();
    private final RateLimits limits;
    private final Meetings meetings;
    private final Webhooks webhooks;
    private final MeetingApi api;

    /**
     * @param status  of HTTP
     * @param body    as it was written, or empty
     * @param event   what Zoom tells the world of what it has done, JSON, or null
     * @param meeting that was made, changed or deleted, or null
     */
    public record Answer(int status, Map<String, String> headers, String body, String event, Long meeting) {
    }

    /** @param random by which ids and passcodes are given */
    public ZoomRules(Clock clock, RandomGenerator random) {
        SandboxSettings settings = new SandboxSettings();
        limits = new RateLimits(clock);
        meetings = new Meetings(clock, settings, random);
        webhooks = new Webhooks(clock, "nobody verifies it", CLIENT_ID);
        api = new MeetingApi(settings, users, new Grants(clock, settings, CLIENT_ID), meetings, new Listings(clock, meetings),
                limits, webhooks);
    }

    /** Forgets all meetings and what limits have counted. */
    public void reset() {
        meetings.clear();
        limits.reset();
    }

    public RateLimits limits() {
        return limits;
    }

    public ZoomUser host() {
        return users.byEmail(ZoomUsers.HOST);
    }

    /** The host's live meetings, oldest first. */
    public List<SandboxMeeting> live() {
        return meetings.all().stream().filter(SandboxMeeting::live).toList();
    }

    /** The reply of Zoom if it refuses or fails in its own words, for example {@link Fault#tooManyPerSecond()}. */
    public static Answer refusal(Fault fault) {
        return answer(fault.answer().apply(Reply.empty(200)), null, null);
    }

    /**
     * Does what a call of the host asks for.
     *
     * @param uri  below the base of the API, with its query
     * @param json the body, or null
     */
    public Answer call(String method, String uri, String json) {
        URI target = URI.create("/v2" + uri);
        Operation operation = Operation.of(method, target.getRawPath());
        SandboxRequest request = new SandboxRequest(method, target.getRawPath(), target.getRawQuery(),
                SandboxRequest.form(target.getRawQuery()), Map.of("Content-Type", "application/json", "Accept",
                        "application/json"), json == null ? "" : json);
        Long id = request.lastSegment().matches("[0-9]+") ? Long.valueOf(request.lastSegment()) : null;
        SandboxMeeting before = id == null ? null : meetings.find(id);
        try {
            Reply refusal = limits.refusal(operation, host(), true);
            if (refusal != null) {
                return answer(refusal, null, null);
            }
            Reply reply = api.perform(operation, request, host(), false);
            return switch (operation) {
                case CREATE -> {
                    long made = Json.read(reply.body()).get("id").asLong();
                    yield answer(reply, webhooks.meetingCreated(meetings.find(made)), made);
                }
                case UPDATE -> answer(reply, changed(before), id);
                case DELETE -> answer(reply, webhooks.meetingDeleted(meetings.find(id), host()), id);
                default -> answer(reply, null, null);
            };
        } catch (ApiError error) {
            return answer(error.reply(true), null, null);
        }
    }

    /** The host deletes the meeting in Zoom. */
    public Answer hostDeletes(long id) {
        return answer(Reply.empty(204), webhooks.meetingDeleted(meetings.delete(id, "host"), host()), id);
    }

    /** The host changes the meeting in Zoom; {@code changes} as in the body of a PATCH. */
    public Answer hostUpdates(long id, String changes) {
        SandboxMeeting before = meetings.find(id);
        meetings.update(id, MeetingFields.of(Json.read(changes)));
        return answer(Reply.empty(204), changed(before), id);
    }

    private ObjectNode changed(SandboxMeeting before) {
        return webhooks.meetingUpdated(new Meetings.Change(before, meetings.find(before.id())), host());
    }

    private static Answer answer(Reply reply, ObjectNode event, Long meeting) {
        return new Answer(reply.status(), reply.headers(), new String(reply.body(), StandardCharsets.UTF_8),
                event == null ? null : event.toString(), meeting);
    }

    @Override
    public void close() {
        webhooks.close();
    }
}
