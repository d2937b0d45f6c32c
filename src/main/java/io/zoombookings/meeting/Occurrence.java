package io.zoombookings.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Cause;
import io.zoombookings.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A row of the table occurrence: what is wanted of Zoom, and what is known of it.
 *
 * @param cancelled         whether the occurrence is wanted no more
 * @param generation        rises when what is wanted changes
 * @param zoomUserId        the Zoom user under whom the meeting was made, or null
 * @param applied           fingerprint of the request that Zoom agreed to last, or null
 * @param createAttemptAt   when a create may have been sent last whose reply is not known, or null
 * @param updateAttemptAt   the same of an update
 * @param rechecks          reasons to look at Zoom for meetings that the row does not know, which no look has answered
 * @param lookAt            when to look at Zoom for what it may do late, or null
 * @param remake            the meeting it has must go, even if one is wanted
 * @param linkChangedAt     when the link was found to be another one in Zoom and is to be read again, or null
 * @param attempts          claims since the last success
 * @param zoomUserEmail     address of that Zoom user, or null
 * @param refusedHosts      alternative hosts that Zoom does not take, each with Zoom's words
 * @param cause             what last changed what is wanted, in words, or null where that is not known
 */
public record Occurrence(
        UUID id, UUID booking, String workspace, String occurrenceId,
        Instant start, int durationMinutes, boolean cancelled,
        long generation, long observedGeneration, MeetingState state,
        Long zoomMeetingId, String zoomUserId, String applied, Instant createAttemptAt, Instant updateAttemptAt,
        int rechecks, Instant lookAt, boolean remake, Instant linkChangedAt, int attempts, Cause problem, String cause,
        String zoomUserEmail, Map<String, String> refusedHosts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String COLUMNS = """
            o.id, o.booking, o.workspace_id, o.occurrence_id, o.start_at, o.duration_minutes, o.status, o.generation,
            o.observed_generation, o.meeting_state, o.zoom_meeting_id, o.zoom_user_id, o.applied, o.create_attempt_at,
            o.update_attempt_at, o.recheck, o.rechecks, o.look_at, o.remake, o.link_changed_at, o.attempts, o.problem,
            o.problem_kind, o.problem_arguments, o.cause, o.zoom_user_email, o.refused_hosts""";

    static Occurrence of(ResultSet row) throws SQLException {
        return new Occurrence(
                row.getObject("id", UUID.class), row.getObject("booking", UUID.class), row.getString("workspace_id"),
                row.getString("occurrence_id"), Sql.instant(row, "start_at"), row.getInt("duration_minutes"),
                "CANCELLED".equals(row.getString("status")), row.getLong("generation"),
                row.getLong("observed_generation"), MeetingState.valueOf(row.getString("meeting_state")),
                row.getObject("zoom_meeting_id", Long.class), row.getString("zoom_user_id"), row.getString("applied"),
                Sql.instant(row, "create_attempt_at"), Sql.instant(row, "update_attempt_at"),
                // A node of version 0.1 does not count.
                Math.max(row.getInt("rechecks"), row.getBoolean("recheck") ? 1 : 0), Sql.instant(row, "look_at"),
                row.getBoolean("remake"), Sql.instant(row, "link_changed_at"), row.getInt("attempts"),
                Sql.cause(row, "problem"), row.getString("cause"), row.getString("zoom_user_email"),
                refused(row.getString("refused_hosts")));
    }

    /** What Zoom's refusals of alternative hosts say, one for each. */
    public static List<Cause> warnings(String refusedHosts) {
        return new TreeMap<>(refused(refusedHosts)).entrySet().stream().map(one ->
                Cause.of(Cause.Kind.ALTERNATIVE_HOST_REFUSED, "host", one.getKey()).with("said", one.getValue())).toList();
    }

    static String json(Map<String, String> refused) {
        try {
            return JSON.writeValueAsString(refused);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> refused(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, String>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored alternative hosts cannot be read", e);
        }
    }

    public Instant end() {
        return start.plusSeconds(durationMinutes * 60L);
    }
}
