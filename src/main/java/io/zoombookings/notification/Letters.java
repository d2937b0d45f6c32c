package io.zoombookings.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.OccurrenceChange;
import io.zoombookings.booking.event.Person;
import io.zoombookings.notification.letter.Letter;
import io.zoombookings.notification.letter.LetterOccurrence;
import io.zoombookings.notification.letter.Party;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.WorkspaceSettings;
import io.zoombookings.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a notification is to say. A letter says of each date just what its row tells: mails are planned by what was
 * told, so a letter must not run ahead of its row. Safe for several threads.
 */
@Component
class Letters {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final String publicUrl;
    private final String domain;

    private record Row(NotificationKind kind, Role role, String recipient, String detail, UUID booking,
                       String workspace, String workspaceName, BookingState state) {
    }

    /** An occurrence as it is now, and what this notification tells of it. */
    private record About(UUID id, String occurrenceId, Instant start, int minutes, boolean cancelled, Long meetingId,
                         String joinUrl, String passcode, Instant toldStart, int toldMinutes, String toldTitle,
                         Long toldMeetingId, int linkVersion, int toldLinkVersion, int sequence) {

        boolean isAsTold(Booking booking) {
            return start.equals(toldStart) && minutes == toldMinutes && MailPlan.title(booking).equals(toldTitle)
                    && Objects.equals(meetingId, toldMeetingId) && linkVersion == toldLinkVersion;
        }

        Instant end() {
            return start.plusSeconds(minutes * 60L);
        }
    }

    Letters(JdbcClient jdbc, Secrets secrets, Workspaces workspaces, ObjectMapper json,
            @Value("${public-url}") String publicUrl, @Value("${mail.from:}") String from) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.workspaces = workspaces;
        this.json = json;
        this.publicUrl = publicUrl;
        this.domain = from.replaceAll("(?s).*@|[>\\s].*$", "").toLowerCase(Locale.ROOT);
    }

    /**
     * The letter of a notification. Dates that are no longer as it tells them are for the letter that follows: one that
     * may have arrived already is repeated without them, any other is not sent at all, since all of it can be told anew.
     *
     * @param repeated whether an earlier attempt may have reached the recipient
     * @return empty where there is nothing, or nothing right, to tell
     */
    Optional<Letter> of(UUID notification, boolean repeated, Instant now) {
        Row row = jdbc.sql("""
                select n.kind, n.role, n.recipient, n.detail, n.booking, n.workspace_id, w.name, b.state
                from notification n join workspace w on w.id = n.workspace_id left join booking b on b.id = n.booking
                where n.id = ?""").param(notification).query(this::row).optional().orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        WorkspaceSettings settings = workspaces.settings(row.workspace());
        if (row.booking() == null) {
            return Optional.of(new Letter(row.kind(), row.role(), messageId(notification),
                    new Party(null, row.recipient(), settings.locale(), null), row.workspace(), row.workspaceName(),
                    settings.locale(), null, null, null, null, List.of(), List.of(), null, row.detail(), null,
                    publicUrl + "/workspaces/" + row.workspace() + "/settings/integrations/zoom", now, null));
        }
        Booking booking = row.state().booking();
        List<About> all = about(notification);
        List<About> right = all.stream().filter(one -> isSo(row, one, now)).toList();
        if (right.isEmpty() || !repeated && right.size() < all.size()) {
            return Optional.empty();
        }
        List<LetterOccurrence> occurrences = right.stream()
                .map(one -> occurrence(row, one, previous(row, one), booking.title())).toList();
        boolean problem = row.kind() == NotificationKind.HOST_PROBLEM;
        return Optional.of(new Letter(row.kind(), row.role(), messageId(notification),
                recipient(row, booking), row.workspace(), row.workspaceName(), settings.locale(),
                booking.id(), booking.title(), booking.notes(), party(booking.host()),
                booking.guests().stream().map(Letters::party).toList(), occurrences, reason(row.state(), occurrences),
                problem ? row.detail() : null, null,
                problem ? publicUrl + "/workspaces/" + row.workspace() + "/bookings" : null, now, booking.timeZone()));
    }

    private static boolean isSo(Row row, About one, Instant now) {
        boolean wanted = !one.cancelled() && MailPlan.invites(row.state().booking(), row.role(), row.recipient());
        return switch (row.kind()) {
            case CONFIRMATION, LINK_FOLLOWS, LINK_READY, RESCHEDULED ->
                    wanted && one.end().isAfter(now) && one.isAsTold(row.state().booking());
            case REMINDER -> wanted && one.joinUrl() != null && one.start().isAfter(now)
                    && one.start().equals(one.toldStart());
            case CANCELLED -> !wanted;
            case HOST_PROBLEM, RECONNECT_REQUIRED -> true;
        };
    }

    private LetterOccurrence occurrence(Row row, About one, Told before, String title) {
        boolean linked = row.kind() != NotificationKind.LINK_FOLLOWS && row.kind() != NotificationKind.HOST_PROBLEM
                && row.kind() != NotificationKind.CANCELLED;
        boolean changes = row.kind() == NotificationKind.RESCHEDULED && before != null;
        return new LetterOccurrence(one.id() + "@camel-zoom-bookings", one.occurrenceId(), one.start(), one.minutes(),
                one.cancelled() || row.kind() == NotificationKind.CANCELLED, one.sequence(),
                linked ? one.joinUrl() : null, linked ? one.passcode() : null,
                linked && one.meetingId() != null ? one.meetingId().toString() : null,
                changes && !before.start().equals(one.start()) ? before.start() : null,
                changes && before.durationMinutes() != one.minutes() ? before.durationMinutes() : null,
                changes && !before.title().equals(title) ? before.title() : null,
                changes && before.zoomMeetingId() != null && !(before.zoomMeetingId().equals(one.meetingId())
                        && before.linkVersion() == one.linkVersion()));
    }

    private List<About> about(UUID notification) {
        return jdbc.sql("""
                select o.id, o.occurrence_id, o.start_at, o.duration_minutes, o.status, o.zoom_meeting_id, o.join_url,
                  o.passcode, t.start_at as told_start, t.duration_minutes as told_minutes, t.title as told_title,
                  t.zoom_meeting_id as told_meeting, o.link_version, t.link_version as told_link, case n.kind when 'REMINDER' then (
                    select coalesce(max(p.sequence), 0) from notification_occurrence p
                    join notification m on m.id = p.notification
                    where p.occurrence = o.id and m.role = n.role and lower(m.recipient) = lower(n.recipient))
                  else t.sequence end as sequence
                from notification_occurrence t join occurrence o on o.id = t.occurrence
                join notification n on n.id = t.notification
                where t.notification = ? order by o.start_at""").param(notification).query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new About(id, row.getString("occurrence_id"), Sql.instant(row, "start_at"),
                            row.getInt("duration_minutes"), "CANCELLED".equals(row.getString("status")),
                            row.getObject("zoom_meeting_id", Long.class),
                            secrets.open(row.getBytes("join_url"), SealedColumn.JOIN_URL.at(id)),
                            secrets.open(row.getBytes("passcode"), SealedColumn.MEETING_PASSCODE.at(id)),
                            Sql.instant(row, "told_start"), row.getInt("told_minutes"), row.getString("told_title"),
                            row.getObject("told_meeting", Long.class), row.getInt("link_version"), row.getInt("told_link"),
                            row.getInt("sequence"));
                }).list();
    }

    /** What the same person was told last before, of the same occurrence. */
    private Told previous(Row row, About one) {
        if (row.kind() != NotificationKind.RESCHEDULED) {
            return null;
        }
        return jdbc.sql("""
                select n.id, n.kind, n.role, n.recipient, n.state, n.detail, t.occurrence, t.start_at,
                  t.duration_minutes, t.title, t.zoom_meeting_id, t.link_version, t.generation, t.sequence
                from notification n join notification_occurrence t on t.notification = n.id
                where t.occurrence = ? and n.role = ? and lower(n.recipient) = lower(?) and t.sequence < ?
                  and n.kind not in ('REMINDER', 'HOST_PROBLEM')
                order by t.sequence desc limit 1""").params(one.id(), row.role().name(), row.recipient(), one.sequence())
                .query((found, number) -> Mailings.told(found)).optional().orElse(null);
    }

    private static String reason(BookingState state, List<LetterOccurrence> occurrences) {
        if (state.reason() != null) {
            return state.reason();
        }
        return occurrences.size() != 1 ? null : state.changes().values().stream()
                .filter(change -> change.ref().equals(occurrences.get(0).occurrenceId()) && change.reason() != null)
                .map(OccurrenceChange::reason).findFirst().orElse(null);
    }

    private static Party recipient(Row row, Booking booking) {
        List<Person> candidates = row.role() == Role.HOST ? List.of(booking.host()) : booking.guests();
        return candidates.stream().filter(person -> person.email().equalsIgnoreCase(row.recipient()))
                .findFirst().map(Letters::party).orElse(new Party(null, row.recipient(), null, null));
    }

    private static Party party(Person person) {
        return new Party(person.name(), person.email(), person.locale(), person.timeZone());
    }

    private String messageId(UUID notification) {
        return notification + "@" + domain;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        try {
            return new Row(NotificationKind.valueOf(row.getString("kind")), Role.valueOf(row.getString("role")),
                    row.getString("recipient"), row.getString("detail"), row.getObject("booking", UUID.class),
                    row.getString("workspace_id"), row.getString("name"),
                    state == null ? null : json.readValue(state, BookingState.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }
}
