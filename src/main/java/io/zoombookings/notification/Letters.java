package io.zoombookings.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.OccurrenceChange;
import io.zoombookings.booking.event.Person;
import io.zoombookings.connection.HostLoad;
import io.zoombookings.notification.letter.Letter;
import io.zoombookings.notification.letter.LetterCalendar;
import io.zoombookings.notification.letter.LetterOccurrence;
import io.zoombookings.notification.letter.LetterZoom;
import io.zoombookings.notification.letter.Party;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.MeetingStart;
import io.zoombookings.workspace.WorkspaceSettings;
import io.zoombookings.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a notification is to say. A letter says of each date just what its row tells: mails are planned by what was
 * told, so a letter must not run ahead of its row. Safe for several threads.
 */
@Component
class Letters {

    /** Of one kind, for each of which a series has dates of its own number. */
    private static final int MOST_WARNINGS = 4;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final HostLoad load;
    private final String publicUrl;
    private final String domain;

    private record Row(NotificationKind kind, Role role, String recipient, Cause cause, UUID booking,
                       String workspace, String workspaceName, WorkspaceSettings settings, BookingState state, Instant acceptedAt) {
    }

    /** An occurrence as it is now, and what one notification tells of it. */
    private record About(UUID id, String occurrenceId, Instant start, int minutes, boolean cancelled, Long meetingId,
                         String joinUrl, String passcode, int linkVersion, Told told, String zoomUser,
                         Map<String, String> refusedHosts, String dialIn) {

        boolean isAsTold(Booking booking) {
            return start.equals(told.start()) && minutes == told.durationMinutes()
                    && MailPlan.title(booking).equals(told.title())
                    && Objects.equals(meetingId, told.zoomMeetingId()) && linkVersion == told.linkVersion();
        }

        Instant end() {
            return start.plusSeconds(minutes * 60L);
        }
    }

    Letters(JdbcClient jdbc, Secrets secrets, Workspaces workspaces, ObjectMapper json, HostLoad load,
            @Value("${public-url}") String publicUrl, @Value("${mail.from:}") String from) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.workspaces = workspaces;
        this.json = json;
        this.load = load;
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
                select n.kind, n.role, n.recipient, n.detail, n.detail_kind, n.detail_arguments, n.booking, n.workspace_id,
                  w.name, w.settings, b.state, b.updated_at
                from notification n join workspace w on w.id = n.workspace_id left join booking b on b.id = n.booking
                where n.id = ?""").param(notification).query(this::row).optional().orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        if (row.booking() == null) {
            return Optional.of(new Letter(row.kind(), row.role(), messageId(notification),
                    new Party(null, row.recipient(), row.settings().locale(), null), row.workspace(), row.workspaceName(),
                    row.settings().locale(), null, null, null, null, List.of(), List.of(), null, null, row.cause(), null,
                    publicUrl + "/workspaces/" + row.workspace() + "/settings/integrations/zoom", now, null, null, null));
        }
        Booking booking = row.state().booking();
        List<About> history = history(notification, row);
        List<About> all = history.stream().filter(one -> one.told().notification().equals(notification)).toList();
        List<About> right = all.stream().filter(one -> isSo(row, one, now)).toList();
        if (right.isEmpty() || !repeated && right.size() < all.size()) {
            return Optional.empty();
        }
        List<LetterOccurrence> occurrences = right.stream()
                .map(one -> occurrence(row, one, previous(row, one, history), booking.title())).toList();
        boolean problem = row.kind() == NotificationKind.HOST_PROBLEM;
        return Optional.of(new Letter(row.kind(), row.role(), messageId(notification),
                recipient(row, booking), row.workspace(), row.workspaceName(), row.settings().locale(),
                booking.id(), booking.title(), booking.notes(), party(booking.host()),
                booking.guests().stream().map(Letters::party).toList(), occurrences,
                calendar(row, right, occurrences, history), reason(row.state(), occurrences),
                problem ? row.cause() : null, null,
                problem ? publicUrl + "/workspaces/" + row.workspace() + "/bookings" : null, now, booking.timeZone(),
                problem || row.kind() == NotificationKind.REMINDER ? null : row.acceptedAt(),
                zoom(booking, row, right)));
    }

    /** Of the first date that has a meeting: the others' begin as it does. */
    private LetterZoom zoom(Booking booking, Row row, List<About> dates) {
        About first = dates.stream().filter(one -> one.joinUrl() != null).findFirst().orElse(null);
        if (first == null) {
            return null;
        }
        List<String> dialIn = first.dialIn() == null ? List.of() : List.of(first.dialIn().split("\n"));
        if (row.role() != Role.HOST || first.zoomUser() == null) {
            return new LetterZoom(dialIn, null, Map.of(), List.of());
        }
        MeetingStart start = MeetingStart.of(booking, row.settings(), first.zoomUser(), first.refusedHosts().keySet());
        String begins = switch (start.who()) {
            case ZOOM_USER -> null;
            case ALTERNATIVE_HOST -> "alternative";
            case NEITHER -> !Boolean.TRUE.equals(start.joinBeforeHost()) ? "closed"
                    : start.minutes() == null || start.minutes() == 0 ? "open" : "minutes";
        };
        List<Cause> warnings = new ArrayList<>();
        new TreeMap<>(first.refusedHosts()).forEach((host, said) -> warnings.add(
                Cause.of(Cause.Kind.ALTERNATIVE_HOST_REFUSED, "host", host).with("said", said)));
        Map<UUID, List<Cause>> loads = row.kind() == NotificationKind.CANCELLED ? Map.of() : load.warnings(List.of(row.booking()));
        dates.stream().flatMap(one -> loads.getOrDefault(one.id(), List.of()).stream()).distinct().limit(MOST_WARNINGS)
                .forEach(warnings::add);
        return new LetterZoom(dialIn, begins, Map.of("zoomUser", first.zoomUser(), "minutes",
                String.valueOf(start.minutes())), warnings);
    }

    private Map<String, String> refused(String stored) {
        try {
            return stored == null ? Map.of() : json.readValue(stored, new TypeReference<Map<String, String>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored alternative hosts cannot be read", e);
        }
    }

    private static boolean isSo(Row row, About one, Instant now) {
        boolean wanted = !one.cancelled() && MailPlan.invites(row.state().booking(), row.role(), row.recipient());
        return switch (row.kind()) {
            case CONFIRMATION, LINK_FOLLOWS, LINK_READY, RESCHEDULED ->
                    wanted && one.end().isAfter(now) && one.isAsTold(row.state().booking());
            case REMINDER -> wanted && one.joinUrl() != null && one.start().isAfter(now)
                    && one.start().equals(one.told().start());
            case CANCELLED -> !wanted;
            case HOST_PROBLEM, RECONNECT_REQUIRED -> true;
        };
    }

    private LetterOccurrence occurrence(Row row, About one, Told before, String title) {
        boolean linked = row.kind() != NotificationKind.LINK_FOLLOWS && row.kind() != NotificationKind.HOST_PROBLEM
                && row.kind() != NotificationKind.CANCELLED;
        boolean changes = row.kind() == NotificationKind.RESCHEDULED && before != null;
        return new LetterOccurrence(one.occurrenceId(), one.start(), one.minutes(),
                one.cancelled() || row.kind() == NotificationKind.CANCELLED,
                linked ? one.joinUrl() : null, linked ? one.passcode() : null,
                linked && one.meetingId() != null ? one.meetingId().toString() : null,
                changes && !before.start().equals(one.start()) ? before.start() : null,
                changes && before.durationMinutes() != one.minutes() ? before.durationMinutes() : null,
                changes && !before.title().equals(title) ? before.title() : null,
                changes && before.zoomMeetingId() != null && !(before.zoomMeetingId().equals(one.meetingId())
                        && before.linkVersion() == one.linkVersion()));
    }

    /**
     * The recipient's entry: each date as the latest mail about it tells it, sent or about to be; those of this letter as
     * the letter says. So letters that are sent at the same time agree, whichever arrives first.
     */
    private static LetterCalendar calendar(
            Row row, List<About> right, List<LetterOccurrence> occurrences, List<About> history) {
        if (row.kind() == NotificationKind.HOST_PROBLEM) {
            return null;
        }
        Map<UUID, About> before = new HashMap<>();
        Map<UUID, About> latest = new HashMap<>();
        int sequence = 0;
        int own = row.kind() == NotificationKind.REMINDER ? Integer.MAX_VALUE : right.get(0).told().sequence();
        for (About one : history) {
            if (one.told().kind() != NotificationKind.REMINDER) {
                sequence = Math.max(sequence, one.told().sequence());
                latest.put(one.id(), one);
                if (one.told().sequence() < own) {
                    before.put(one.id(), one);
                }
            }
        }
        right.forEach(one -> latest.remove(one.id()));
        List<LetterOccurrence> dates = dates(latest);
        if (row.kind() != NotificationKind.CANCELLED) {
            dates.addAll(occurrences);
        }
        dates.sort(Comparator.comparing(LetterOccurrence::start));
        return new LetterCalendar(row.booking() + "@camel-zoom-bookings", sequence, dates(before), dates);
    }

    private static List<LetterOccurrence> dates(Map<UUID, About> told) {
        return told.values().stream().filter(one -> one.told().kind() != NotificationKind.CANCELLED)
                .map(one -> new LetterOccurrence(one.occurrenceId(), one.told().start(), one.told().durationMinutes(), false,
                        one.joinUrl(), one.passcode(), one.meetingId() == null ? null : one.meetingId().toString(),
                        null, null, null, false))
                .sorted(Comparator.comparing(LetterOccurrence::start)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** What this notification tells, and all that the booking's mails have told the same person; the latest last. */
    private List<About> history(UUID notification, Row to) {
        Map<UUID, About> opened = new HashMap<>();
        return jdbc.sql("""
                select n.id, n.kind, n.role, n.recipient, n.state, n.detail, n.detail_kind, n.detail_arguments, t.occurrence, t.start_at,
                  t.duration_minutes, t.title, t.zoom_meeting_id, t.link_version, t.generation, t.sequence,
                  o.occurrence_id, o.start_at as start_now, o.duration_minutes as minutes_now, o.status,
                  o.zoom_meeting_id as meeting_now, o.join_url, o.passcode, o.link_version as link_now, o.zoom_user_email,
                  o.refused_hosts, o.dial_in
                from notification n join notification_occurrence t on t.notification = n.id
                join occurrence o on o.id = t.occurrence
                where n.booking = ? and n.role = ? and lower(n.recipient) = lower(?)
                  and (n.id = ? or n.kind not in ('REMINDER', 'HOST_PROBLEM'))
                order by t.sequence, o.start_at""")
                .params(to.booking(), to.role().name(), to.recipient(), notification).query((row, number) -> {
                    UUID id = row.getObject("occurrence", UUID.class);
                    Told told = Mailings.told(row);
                    About known = opened.get(id);
                    About one = new About(id, row.getString("occurrence_id"), Sql.instant(row, "start_now"),
                            row.getInt("minutes_now"), "CANCELLED".equals(row.getString("status")),
                            row.getObject("meeting_now", Long.class),
                            known != null ? known.joinUrl()
                                    : secrets.open(row.getBytes("join_url"), SealedColumn.JOIN_URL.at(id)),
                            known != null ? known.passcode()
                                    : secrets.open(row.getBytes("passcode"), SealedColumn.MEETING_PASSCODE.at(id)),
                            row.getInt("link_now"), told, row.getString("zoom_user_email"),
                            refused(row.getString("refused_hosts")), row.getString("dial_in"));
                    opened.put(id, one);
                    return one;
                }).list();
    }

    /** What the same person was told last before, of the same occurrence. */
    private static Told previous(Row row, About one, List<About> history) {
        return row.kind() != NotificationKind.RESCHEDULED ? null : history.stream()
                .filter(other -> other.id().equals(one.id()) && other.told().sequence() < one.told().sequence())
                .map(About::told).max(Comparator.comparingInt(Told::sequence)).orElse(null);
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
                    row.getString("recipient"), Sql.cause(row, "detail"), row.getObject("booking", UUID.class),
                    row.getString("workspace_id"), row.getString("name"),
                    workspaces.settings(row.getString("workspace_id"), row.getString("settings"), null),
                    state == null ? null : json.readValue(state, BookingState.class),
                    Sql.instant(row, "updated_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }
}
