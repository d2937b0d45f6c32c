package io.zoombookings.meeting;

import io.zoombookings.Text;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.MeetingOptions;
import io.zoombookings.workspace.MeetingStart;
import io.zoombookings.workspace.WorkspaceSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Zoom is asked for: the body of a create or an update. Names no guest. What neither the booking nor the workspace
 * says is left out, so that Zoom's own default of the account holds.
 *
 * @param body        field names and values of Zoom's API
 * @param fingerprint of the body, to see whether an update would change anything
 */
public record MeetingRequest(Map<String, Object> body, String fingerprint) {

    /** That of no request: Zoom agreed to another one. */
    static final String NO_FINGERPRINT = "";

    /** Zoom: maxLength of topic. */
    private static final int TOPIC = 200;
    /** Zoom: maxLength of agenda. */
    private static final int AGENDA = 2000;

    /** The agenda's first line: how a meeting whose creation was never acknowledged is found again. */
    static String marker(Occurrence row, Booking booking) {
        return "Booking " + row.workspace() + "/" + booking.id() + "/" + row.occurrenceId();
    }

    /**
     * @param passcode the passcode that the booking asks for, or null
     * @param zoomUser address of the Zoom user whose meeting it will be; null: Zoom is not connected
     */
    static MeetingRequest of(Occurrence row, Booking booking, String passcode, WorkspaceSettings settings, String zoomUser) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("topic", Text.cut(Text.oneLine(booking.title()), TOPIC));
        body.put("type", 2);
        body.put("start_time", start(row.start()));
        body.put("timezone", booking.timeZone());
        body.put("duration", row.durationMinutes());
        String marker = marker(row, booking);
        String notes = booking.notes();
        body.put("agenda", notes == null || notes.isBlank() ? marker : Text.cut(marker + "\n\n" + notes, AGENDA));
        MeetingOptions asked = booking.meeting();
        putIfGiven(body, "password", first(passcode, settings.passcode()));
        Map<String, Object> options = new LinkedHashMap<>();
        putIfGiven(options, "waiting_room", first(asked == null ? null : asked.waitingRoom(), settings.waitingRoom()));
        putIfGiven(options, "auto_recording",
                first(asked == null ? null : asked.autoRecording(), settings.autoRecording()));
        MeetingStart start = MeetingStart.of(booking, settings, zoomUser == null ? row.zoomUserEmail() : zoomUser,
                row.refusedHosts().keySet());
        putIfGiven(options, "join_before_host", start.joinBeforeHost());
        putIfGiven(options, "jbh_time", start.minutes());
        putIfGiven(options, "auto_start_meeting_summary", switch (first(asked == null ? null : asked.aiSummary(),
                first(settings.aiSummary(), "account"))) {
            case "on" -> Boolean.TRUE;
            case "off" -> Boolean.FALSE;
            default -> null;
        });
        putIfGiven(options, "alternative_hosts", start.alternativeHosts().isEmpty()
                ? row.refusedHosts().isEmpty() ? null : "" : String.join(";", start.alternativeHosts()));
        if (!options.isEmpty()) {
            body.put("settings", options);
        }
        return new MeetingRequest(body, fingerprint(body));
    }

    /** Those that Zoom is asked for. */
    List<String> alternativeHosts() {
        return body.get("settings") instanceof Map<?, ?> options && options.get("alternative_hosts") instanceof String hosts
                && !hosts.isEmpty() ? List.of(hosts.split(";")) : List.of();
    }

    static String start(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void putIfGiven(Map<String, Object> body, String name, Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static <T> T first(T asked, T otherwise) {
        return asked != null ? asked : otherwise;
    }

    private static String fingerprint(Map<String, Object> body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
