package io.zoombookings.notification;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An occurrence as the mails see it.
 *
 * @param dueAt when its meeting is worked on next, or null
 */
record PlannedOccurrence(UUID id, String occurrenceId, Instant start, int durationMinutes, boolean cancelled,
                         long generation, String meetingState, Long zoomMeetingId, int linkVersion, Instant dueAt, Cause problem) {

    static final String COLUMNS = """
            id, occurrence_id, start_at, duration_minutes, status, generation, meeting_state, zoom_meeting_id,
            link_version, due_at, problem, problem_kind, problem_arguments""";
    private static final Duration SOON = Duration.ofSeconds(60);

    static PlannedOccurrence of(ResultSet row) throws SQLException {
        return new PlannedOccurrence(row.getObject("id", UUID.class), row.getString("occurrence_id"),
                Sql.instant(row, "start_at"), row.getInt("duration_minutes"),
                "CANCELLED".equals(row.getString("status")), row.getLong("generation"),
                row.getString("meeting_state"), row.getObject("zoom_meeting_id", Long.class),
                row.getInt("link_version"),
                Sql.instant(row, "due_at"), Sql.cause(row, "problem"));
    }

    Instant end() {
        return start.plusSeconds(durationMinutes * 60L);
    }

    boolean hasLink() {
        return zoomMeetingId != null;
    }

    /** Zoom will not change anything about it within the next minute, as far as is known. */
    boolean quiet(Instant now) {
        return switch (meetingState) {
            case "CREATED", "CANCELLED", "FAILED", "NOT_CONNECTED" -> true;
            default -> dueAt == null || problem != null && dueAt.isAfter(now.plus(SOON));
        };
    }

    /** What the host must know or do, or null. */
    Cause hostProblem(Instant now) {
        return problem != null && quiet(now) && (!cancelled || zoomMeetingId == null && "CANCELLED".equals(meetingState))
                ? problem : null;
    }
}
