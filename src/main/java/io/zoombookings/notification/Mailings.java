package io.zoombookings.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Cause;
import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.BookingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox of mails: plans what is owed, claims what is due. Safe for several threads and nodes. */
@Component("zoomBookings.mailings")
public class Mailings {

    /** A guest who has no link after this time is told that it follows. */
    public static final Duration PATIENCE = MailPlan.PATIENCE;

    /**
     * Chosen from so many times the rows that are taken, since others may have locked some. Chosen first and locked then: a
     * locking query of the embedded database reads, and locks, all that is due.
     */
    private static final int WIDE = 8;
    /** Mails of a claim at most, so that it is short. */
    private static final int AT_ONCE = 128;
    /** Mails that are sent one after the other. */
    private static final int PORTION = 4;

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;
    private final ObjectMapper json;
    private final MailGate gate;
    private final ReminderOffsets reminders;
    private final Duration lease;

    /** @param lease of a claim; mails that are not sent within it are left to the next one */
    Mailings(NamedParameterJdbcTemplate jdbc, Clock clock, ObjectMapper json, MailGate gate, ReminderOffsets reminders,
            @Value("${notification.mail.lease:60s}") Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.gate = gate;
        this.reminders = reminders;
        this.lease = lease;
    }

    /**
     * Writes the mails that a booking owes now; in the caller's transaction, which has locked the booking's row.
     *
     * @return those of them that this node has claimed and is to deliver after the commit
     */
    public Mailing plan(UUID booking, Instant now) {
        record Head(String workspace, BookingState state, Instant mailDueAt) {
        }
        Head head = jdbc.queryForObject("select workspace_id, state, mail_due_at from booking where id = :booking",
                key(booking), (row, number) -> new Head(row.getString(1), state(row.getString(2)),
                        Sql.instant(row, "mail_due_at")));
        if (head.state().booking() == null) {
            return Mailing.NONE;
        }
        List<PlannedOccurrence> occurrences = jdbc.query("select " + PlannedOccurrence.COLUMNS
                + " from occurrence where booking = :booking", key(booking), (row, number) -> PlannedOccurrence.of(row));
        MailPlan plan;
        do {
            plan = MailPlan.of(head.state().booking(), occurrences, told(booking), head.mailDueAt(), reminders.list(), now);
        } while (!withdraw(plan.withdrawn()));
        Instant next = plan.lookAgainAt();
        if (next == null ? head.mailDueAt() != null : !next.equals(head.mailDueAt())) {
            jdbc.update("update booking set mail_due_at = :next where id = :booking",
                    key(booking).addValue("next", Sql.time(next)));
        }
        return write(head.workspace(), booking, head.state().booking(), plan.owed(), now);
    }

    /** Plans the mails of one booking that has waited long enough for Zoom; none if there is no such booking. */
    @Transactional
    public Mailing planNext() {
        Instant now = clock.instant();
        List<UUID> due = jdbc.queryForList("""
                select id from booking where mail_due_at <= :now and id in (
                  select id from booking where mail_due_at <= :now order by mail_due_at limit :wide)
                order by mail_due_at limit 1 for update skip locked""",
                new MapSqlParameterSource("now", Sql.time(now)).addValue("wide", WIDE), UUID.class);
        return due.isEmpty() ? Mailing.NONE : plan(due.get(0), now);
    }

    /** Whether a booking waits to be planned. */
    public boolean planningDue() {
        return !jdbc.queryForList("select 1 from booking where mail_due_at <= :now limit 1",
                new MapSqlParameterSource("now", Sql.time(clock.instant())), Integer.class).isEmpty();
    }

    /**
     * Claims mails that are due, as many as this node has room for: one workspace after the other, and of each those about
     * the meeting that begins first. In portions, so that all connections to the mail server have something to do; none
     * while mail cannot be sent.
     */
    @Transactional
    public List<Mailing> due() {
        int room = Math.min(gate.room(), AT_ONCE);
        if (room == 0) {
            return List.of();
        }
        Instant now = clock.instant();
        List<UUID> next = next(room, now);
        gate.moreDue(next.size() == room);
        if (next.isEmpty()) {
            return List.of();
        }
        Set<UUID> locked = new HashSet<>();
        Set<UUID> repeated = new HashSet<>();
        // The due time is compared once more with the row as it is when it is locked: another node may have claimed it.
        jdbc.query("select id, state from notification where id in (:ids) and due_at <= :now for update skip locked",
                new MapSqlParameterSource("ids", next).addValue("now", Sql.time(now)), row -> {
                    UUID id = row.getObject("id", UUID.class);
                    locked.add(id);
                    if (NotificationState.valueOf(row.getString("state")) == NotificationState.SENDING) {
                        repeated.add(id);
                    }
                });
        List<UUID> ids = next.stream().filter(locked::contains).toList();
        List<Mailing> mailings = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += PORTION) {
            mailings.add(new Mailing(ids.subList(i, Math.min(ids.size(), i + PORTION)), repeated, Ids.next(),
                    now.plus(lease)));
        }
        jdbc.batchUpdate("""
                update notification set state = 'SENDING', lease = :lease, due_at = :until, attempts = attempts + 1
                where id = :id""", mailings.stream().flatMap(mailing -> mailing.ids().stream()
                        .map(id -> (SqlParameterSource) new MapSqlParameterSource("lease", mailing.lease())
                                .addValue("until", Sql.time(mailing.leaseUntil())).addValue("id", id)))
                        .toArray(SqlParameterSource[]::new));
        mailings.forEach(gate::begin);
        return mailings;
    }

    /** By index alone, however much waits: a first look at the workspaces, then at each one's next mails, in turn. */
    private List<UUID> next(int room, Instant now) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("now", Sql.time(now)).addValue("room", room);
        List<String> waiting = jdbc.queryForList("""
                select w.id from workspace w
                where exists (select 1 from notification n where n.workspace_id = w.id and n.due_at <= :now)
                order by random() limit :room""", parameters, String.class);
        if (waiting.isEmpty()) {
            return List.of();
        }
        // Where one workspace has less than its share, the others may have more.
        parameters.addValue("width", Math.min(room, WIDE * (room / waiting.size() + 1)));
        List<Deque<UUID>> lanes = waiting.stream().<Deque<UUID>>map(workspace -> new ArrayDeque<>(jdbc.queryForList("""
                select id from notification where workspace_id = :workspace and due_at <= :now
                order by begins_at limit :width""", parameters.addValue("workspace", workspace), UUID.class))).toList();
        List<UUID> next = new ArrayList<>();
        while (next.size() < room && lanes.stream().anyMatch(lane -> !lane.isEmpty())) {
            lanes.stream().map(Deque::poll).filter(Objects::nonNull).limit(room - next.size()).forEach(next::add);
        }
        return next;
    }

    /** Whether more was due than there was room for: who has sent something asks for more. */
    public boolean isMoreDue() {
        return gate.isMoreDue();
    }

    /** Tells an administrator, once for each call; in the caller's transaction. */
    public void tellAdministrator(String workspace, String recipient, Cause problem) {
        Instant now = clock.instant();
        insert(List.of(row(Ids.next(), workspace, null, NotificationKind.RECONNECT_REQUIRED, Role.ADMIN, recipient,
                null, problem, now, null, now, now)));
    }

    /** @return false if one of them is being sent meanwhile: it has become something that may have been told */
    private boolean withdraw(Set<UUID> unsent) {
        return unsent.isEmpty() || jdbc.update("delete from notification where id in (:ids) and state = 'PENDING'",
                new MapSqlParameterSource("ids", unsent)) == unsent.size();
    }

    private Mailing write(String workspace, UUID booking, Booking content, List<MailPlan.Owed> owed, Instant now) {
        if (owed.isEmpty()) {
            return Mailing.NONE;
        }
        long dueNow = owed.stream().filter(one -> !one.dueAt().isAfter(now)).count();
        boolean claim = dueNow > 0 && dueNow <= gate.room();
        if (dueNow > 0 && !claim) {
            gate.moreDue(true);
        }
        Mailing mailing = new Mailing(new ArrayList<>(), Set.of(), Ids.next(), now.plus(lease));
        List<SqlParameterSource> notifications = new ArrayList<>();
        List<SqlParameterSource> about = new ArrayList<>();
        String title = MailPlan.title(content);
        for (MailPlan.Owed one : owed) {
            UUID id = Ids.next();
            boolean claimed = claim && !one.dueAt().isAfter(now);
            notifications.add(row(id, workspace, booking, one.kind(), one.role(), one.recipient(), one.detail(), one.cause(),
                    claimed ? mailing.leaseUntil() : one.dueAt(), claimed ? mailing.lease() : null, one.beginsAt(), now));
            one.occurrences().forEach(occurrence -> about.add(new MapSqlParameterSource()
                    .addValue("notification", id).addValue("occurrence", occurrence.id())
                    .addValue("start", Sql.time(occurrence.start())).addValue("minutes", occurrence.durationMinutes())
                    .addValue("title", title).addValue("meeting", occurrence.zoomMeetingId())
                    .addValue("link", occurrence.linkVersion())
                    .addValue("generation", occurrence.generation()).addValue("sequence", one.sequence())));
            if (claimed) {
                mailing.ids().add(id);
            }
        }
        insert(notifications);
        jdbc.batchUpdate("""
                insert into notification_occurrence (notification, occurrence, start_at, duration_minutes, title,
                  zoom_meeting_id, link_version, generation, sequence)
                values (:notification, :occurrence, :start, :minutes, :title, :meeting, :link, :generation, :sequence)""",
                about.toArray(SqlParameterSource[]::new));
        if (mailing.isEmpty()) {
            return Mailing.NONE;
        }
        gate.begin(mailing);
        return mailing;
    }

    private void insert(List<SqlParameterSource> notifications) {
        jdbc.batchUpdate("""
                insert into notification (id, workspace_id, booking, kind, role, recipient, detail, detail_kind, detail_arguments,
                  state, attempts, due_at, lease, begins_at, created_at)
                values (:id, :workspace, :booking, :kind, :role, :recipient, :detail, :detailKind, :detailArguments, :state,
                  :attempts, :due, :lease, :begins, :now)""", notifications.toArray(SqlParameterSource[]::new));
    }

    static SqlParameterSource row(UUID id, String workspace, UUID booking, NotificationKind kind, Role role,
            String recipient, String detail, Cause cause, Instant due, UUID lease, Instant begins, Instant now) {
        return new MapSqlParameterSource().addValue("id", id).addValue("workspace", workspace)
                .addValue("booking", booking).addValue("kind", kind.name()).addValue("role", role.name())
                .addValue("recipient", recipient).addValue("detail", cause == null ? detail : cause.sentence())
                .addValue("detailKind", Cause.kind(cause)).addValue("detailArguments", Cause.arguments(cause))
                .addValue("state", (lease == null ? NotificationState.PENDING : NotificationState.SENDING).name())
                .addValue("attempts", lease == null ? 0 : 1)
                .addValue("due", Sql.time(due)).addValue("lease", lease)
                .addValue("begins", Sql.time(begins)).addValue("now", Sql.time(now));
    }

    List<Told> told(UUID booking) {
        return jdbc.query("""
                select n.id, n.kind, n.role, n.recipient, n.state, n.detail, n.detail_kind, n.detail_arguments, o.occurrence, o.start_at,
                  o.duration_minutes, o.title, o.zoom_meeting_id, o.link_version, o.generation, o.sequence
                from notification n join notification_occurrence o on o.notification = n.id
                where n.booking = :booking""", key(booking), (row, number) -> told(row));
    }

    static Told told(ResultSet row) throws SQLException {
        return new Told(row.getObject("id", UUID.class), NotificationKind.valueOf(row.getString("kind")),
                Role.valueOf(row.getString("role")), row.getString("recipient"),
                row.getObject("occurrence", UUID.class), Sql.instant(row, "start_at"), row.getInt("duration_minutes"),
                row.getString("title"), row.getObject("zoom_meeting_id", Long.class),
                row.getInt("link_version"), row.getLong("generation"),
                row.getInt("sequence"), NotificationState.valueOf(row.getString("state")) == NotificationState.PENDING,
                row.getString("detail"), Sql.cause(row, "detail"));
    }

    private BookingState state(String stored) {
        try {
            return json.readValue(stored, BookingState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }

    private static MapSqlParameterSource key(UUID booking) {
        return new MapSqlParameterSource("booking", booking);
    }
}
