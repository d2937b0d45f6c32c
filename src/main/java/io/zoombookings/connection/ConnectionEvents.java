package io.zoombookings.connection;

import io.zoombookings.Cause;
import java.time.Instant;

/** What happens to connections, published as Spring events inside the transaction that makes it so. */
public final class ConnectionEvents {

    private ConnectionEvents() {
    }

    /** A workspace can make meetings (again); {@code accountChanged} if under another Zoom user than before. */
    public record Connected(String workspace, String zoomUserId, boolean accountChanged) {
    }

    /** A workspace has no connection any more: disconnected here, or the app was removed at Zoom. */
    public record Disconnected(String workspace) {
    }

    /** The grant is gone or was taken away at Zoom; sent once on the transition, an administrator is to be told. */
    public record ReconnectRequired(String workspace, Cause cause) {
    }

    /** Zoom says that a meeting was made under a Zoom user, by whomever; {@code start} null: it has no fixed time. */
    public record MeetingCreated(long meetingId, String zoomUserId, Instant start) {
    }

    /** Zoom says that a meeting was deleted, by whomever; {@code at} is Zoom's time of the event. */
    public record MeetingDeleted(long meetingId, Instant at) {
    }

    /** Zoom says that a meeting was changed, by whomever: from what to what. */
    public record MeetingUpdated(long meetingId, MeetingFields before, MeetingFields after) {
    }

    /** What people see of a meeting; null where Zoom does not say that it changed. */
    public record MeetingFields(String topic, Instant start, Integer durationMinutes, String joinUrl, String passcode) {

        /** Without what gives access to the meeting. */
        @Override
        public String toString() {
            return "MeetingFields[topic=" + topic + ", start=" + start + ", durationMinutes=" + durationMinutes + "]";
        }
    }
}
