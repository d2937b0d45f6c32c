package io.zoombookings.meeting;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * A meeting as Zoom describes it in its reply to a create or a get.
 *
 * @param passcode null where the meeting has none
 */
record ZoomMeeting(long id, String joinUrl, String passcode, Map<?, ?> fields) {

    /** @throws IllegalArgumentException if the reply is no meeting: whether one was made is then not known */
    static ZoomMeeting of(Map<?, ?> reply) {
        if (reply == null || !(reply.get("id") instanceof Number id) || !(reply.get("join_url") instanceof String url)) {
            throw new IllegalArgumentException("Zoom's reply has no meeting id or no join URL");
        }
        URI join = URI.create(url);
        if (!("https".equals(join.getScheme()) || "http".equals(join.getScheme())) || join.getHost() == null) {
            throw new IllegalArgumentException("Zoom's join URL is not a web address");
        }
        return new ZoomMeeting(id.longValue(), url,
                reply.get("password") instanceof String passcode && !passcode.isEmpty() ? passcode : null, reply);
    }

    /** Whether what people see of it is already as asked for. */
    boolean agreesWith(Map<String, Object> request) {
        return same(request, "topic") && same(request, "start_time") && same(request, "timezone")
                && same(request, "duration") && same(request, "agenda")
                && (request.get("password") == null || request.get("password").equals(passcode));
    }

    private boolean same(Map<String, Object> request, String field) {
        return Objects.equals(String.valueOf(request.get(field)), String.valueOf(fields.get(field)));
    }
}
