package io.zoombookings.simulation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** When the first of what the database holds is due, by the route that looks for it; reminders are not waited for. */
record Due(JdbcTemplate jdbc) {

    private static final Map<String, String> WHERE = new TreeMap<>(Map.of(
            "meeting-sync-poll", "select min(due_at) from occurrence",
            "notification-mail-plan", "select min(mail_due_at) from booking",
            "notification-mail-poll", "select min(due_at) from notification where kind <> 'REMINDER'",
            "zoom-events-poll", "select min(due_at) from zoom_event"));
    private static final String ALL = WHERE.values().stream().collect(Collectors.joining("), (", "select (", ")"));
    static final List<String> POLLS = List.copyOf(WHERE.keySet());

    Map<String, Instant> times() {
        Map<String, Instant> due = new TreeMap<>();
        jdbc.query(ALL, row -> {
            for (int i = 0; i < POLLS.size(); i++) {
                OffsetDateTime at = row.getObject(i + 1, OffsetDateTime.class);
                if (at != null) {
                    due.put(POLLS.get(i), at.toInstant());
                }
            }
        });
        return due;
    }
}
