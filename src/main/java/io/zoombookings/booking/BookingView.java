package io.zoombookings.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A booking as programs see it: with its links, for those who may see them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BookingView(String id, String workspace, String status, Long version, String title,
                          Map<String, String> metadata, List<OccurrenceView> occurrences) {

    /** @param start in UTC, whole seconds */
    public record OccurrenceView(String id, Instant start, int durationMinutes, String status, MeetingView meeting,
                                 List<NotificationView> notifications) {
    }

    /**
     * @param id      Zoom's number of the meeting in digits, or null
     * @param problem what is wrong and what to do, or null
     * @param cause    the stable code of the problem, or null
     * @param host     who hosts it at Zoom, or null
     * @param warnings what may keep it from going as asked
     */
    public record MeetingView(String state, String id, String joinUrl, String passcode, String problem,
                              String cause, HostView host, List<WarningView> warnings) {

        /** Names no secret: a view may end in a log by accident. */
        @Override
        public String toString() {
            return "MeetingView[" + state + ", " + id + "]";
        }
    }

    /** @param zoomUser address of the Zoom user */
    public record HostView(String zoomUser) {
    }

    /**
     * @param code   stable, in capitals
     * @param detail a sentence for people
     */
    public record WarningView(String code, String detail) {
    }

    /**
     * @param at when it was sent, or, of one still to be sent, when it is due; null otherwise
     * @param problem why it was not sent, or null
     * @param cause   the stable code of the problem, or null
     */
    public record NotificationView(String kind, String recipient, String state, Instant at, String problem,
                                   String cause) {
    }
}
