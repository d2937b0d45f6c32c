package io.zoombookings.simulation;

import io.zoombookings.booking.event.WantedOccurrence;
import io.zoombookings.meeting.Work;
import io.zoombookings.sandbox.SandboxMeeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must be so when nothing is left to do: each confirmed date to come has one live meeting, it is the one that is on
 * record and in everybody's calendar; nothing else lives at Zoom; nobody was told the same twice; nothing waits without a
 * reason. What the host did, and no event of Zoom has told, is left out until the night's comparison.
 */
final class Invariants {

    private final History history;
    private final boolean compared;
    private final JdbcTemplate jdbc;
    private final List<String> violations = new ArrayList<>();

    /** An occurrence's row. */
    private record Row(String booking, String occurrence, String state, Long meeting, String problem, boolean cancelled) {
    }

    /** @param compared whether the night's comparison has been since the host did anything */
    Invariants(History history, boolean compared) {
        this.history = history;
        this.compared = compared;
        this.jdbc = history.laboratory.database.jdbc();
    }

    /** What is wrong with deleting this meeting now, if anything; {@code surplus}: for this work, beside its own, or null. */
    Optional<String> deleting(long meeting, Work surplus) {
        if (surplus != null && jdbc.queryForObject("select count(*) from occurrence where id = ? and lease = ?", Integer.class,
                surplus.row().id(), surplus.lease()) == 0) {
            return Optional.of("Meeting " + meeting + " is deleted as surplus by a worker whose lease has run out");
        }
        int wanted = jdbc.queryForObject("""
                select count(*) from occurrence where zoom_meeting_id = ? and status = 'CONFIRMED' and not remake""",
                Integer.class, meeting);
        return wanted == 0 ? Optional.empty()
                : Optional.of("Meeting " + meeting + " is deleted though it is on record and wanted");
    }

    List<String> check() {
        Map<String, List<SandboxMeeting>> live = new HashMap<>();
        history.laboratory.rules.live().forEach(meeting ->
                live.computeIfAbsent(meeting.agendaFirstLine(), marker -> new ArrayList<>()).add(meeting));
        Map<String, Row> rows = new HashMap<>();
        jdbc.query("""
                select b.booking_id, o.occurrence_id, o.meeting_state, o.zoom_meeting_id, o.problem, o.status, o.due_at, o.lease
                from occurrence o join booking b on b.id = o.booking""", row -> {
                    Row one = new Row(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Long.class),
                            row.getString(5), "CANCELLED".equals(row.getString(6)));
                    rows.put(one.booking() + "/" + one.occurrence(), one);
                    waiting(one);
                });
        history.scripts.forEach(script -> check(script, live, rows));
        live.forEach((marker, meetings) -> violations.add("Nobody knows of " + marker + ": " + ids(meetings)));
        violations.addAll(history.mailbox.repeated());
        mails();
        return violations;
    }

    private static List<Long> ids(List<SandboxMeeting> meetings) {
        return meetings.stream().map(SandboxMeeting::id).toList();
    }

    private void waiting(Row row) {
        boolean settled = List.of("CREATED", "CANCELLED").contains(row.state());
        boolean explained = List.of("FAILED", "NOT_CONNECTED").contains(row.state()) && row.problem() != null;
        if (!settled && !explained) {
            violations.add(row.booking() + "/" + row.occurrence() + " is " + row.state()
                    + ", and nothing is going to happen: " + row.problem());
        }
    }

    private void mails() {
        jdbc.query("select kind, recipient, state, problem from notification where state <> 'SENT'", row -> {
            if (!List.of("SUPERSEDED").contains(row.getString(3)) && !"REMINDER".equals(row.getString(1))) {
                violations.add("A mail " + row.getString(1) + " to " + row.getString(2) + " is " + row.getString(3) + ": "
                        + row.getString(4));
            }
        });
    }

    private void check(Script script, Map<String, List<SandboxMeeting>> live, Map<String, Row> rows) {
        Instant now = history.laboratory.clock.instant();
        List<String> shown = new ArrayList<>();
        boolean told = true;
        Set<String> past = new HashSet<>();
        for (WantedOccurrence date : script.wanted().values()) {
            String name = script.id() + "/" + date.id();
            List<SandboxMeeting> meetings = Optional.ofNullable(live.remove("Booking " + History.WORKSPACE + "/" + name))
                    .orElse(List.of());
            Row row = rows.get(name);
            if (!date.start().isAfter(now)) {
                past.add(date.start().toString());
                continue;
            }
            boolean hosts = row != null && row.meeting() != null && isHosts(row.meeting());
            if (meetings.size() > (date.cancelled() ? 0 : 1)) {
                violations.add(name + " has " + meetings.size() + " live meetings: " + ids(meetings));
                told = false;
            } else if (date.cancelled()) {
                continue;
            } else if (row == null || row.state().equals("FAILED") || hosts) {
                told &= row != null && !hosts && row.problem() != null;
                told = false;
            } else if (meetings.isEmpty()) {
                violations.add(name + " is confirmed and has no live meeting; on record is " + row.meeting() + ", " + row.state());
                told = false;
            } else {
                SandboxMeeting meeting = meetings.get(0);
                agrees(script, date, row, meeting, name);
                shown.add(date.start() + " " + date.durationMinutes() + " " + meeting.joinUrl());
            }
        }
        if (told) {
            shown.sort(null);
            for (String person : script.people) {
                List<String> calendar = history.mailbox.calendar(History.WORKSPACE, script.id(), person).stream()
                        .filter(entry -> past.stream().noneMatch(entry::startsWith)).toList();
                List<String> wanted = script.invited().contains(person) ? shown : List.of();
                if (!calendar.equals(wanted)) {
                    violations.add(person + "'s calendar shows " + calendar + " of " + script.id() + " instead of " + wanted);
                }
            }
        }
    }

    private boolean isHosts(long meeting) {
        return !compared && history.zoom.touched.contains(meeting);
    }

    private void agrees(Script script, WantedOccurrence date, Row row, SandboxMeeting meeting, String name) {
        if (!Long.valueOf(meeting.id()).equals(row.meeting())) {
            violations.add(name + " has meeting " + meeting.id() + " at Zoom, and " + row.meeting() + " on record");
        }
        if (!meeting.start().equals(date.start()) || meeting.duration() != date.durationMinutes()
                || !meeting.topic().equals(script.wantedTitle())) {
            violations.add(name + " is at " + date.start() + " for " + date.durationMinutes() + ", “" + script.wantedTitle()
                    + "”; Zoom has " + meeting.start() + " for " + meeting.duration() + ", “" + meeting.topic() + "”");
        }
    }
}
