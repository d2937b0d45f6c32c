package io.zoombookings.connection;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.workspace.WorkspaceSettings;
import io.zoombookings.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a Zoom user's plan does not run: more meetings at one time than it lets a host run, and longer ones than Basic lets
 * one be. Nothing of it is stored: it is read from the meetings that there are, by index, so it is right after every change of
 * a booking, a host or a plan, and no booking waits for another one. Safe for several threads and nodes.
 */
@Component
public class HostLoad {

    /** How far {@link #upcoming()} looks ahead. */
    public static final Duration AHEAD = Duration.ofDays(14);
    /** Zoom: a meeting of a Basic user ends after this. */
    static final int BASIC_MINUTES = 40;
    private static final int BASIC = 1;
    private static final Duration KEPT = Duration.ofSeconds(15);
    /** A booking lasts a day at most. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final String SELECT = """
            select o.id, o.workspace_id, o.start_at, o.duration_minutes, g.email, g.plan, w.settings,
              x.start_at as other_start, x.duration_minutes as other_minutes
            from occurrence o join zoom_grant g on g.zoom_user_id = o.zoom_user_id join workspace w on w.id = o.workspace_id
            left join occurrence x on x.zoom_user_id = o.zoom_user_id and x.id <> o.id and x.status = 'CONFIRMED'
              and x.zoom_meeting_id is not null and x.start_at > o.start_at - interval '1' day
              and x.start_at < o.start_at + o.duration_minutes * interval '1' minute
            where o.status = 'CONFIRMED' and o.zoom_meeting_id is not null and o.start_at > :from and\s""";
    private static final String WARNED = " and (x.id is not null or g.plan = " + BASIC + " and o.duration_minutes > " + BASIC_MINUTES + ")";

    private final JdbcClient jdbc;
    private final Workspaces workspaces;
    private final Clock clock;
    private List<Warned> last = List.of();
    private Instant readAt = Instant.MIN;

    /** A meeting's time. */
    record Slot(Instant start, int minutes) {

        Instant end() {
            return start.plusSeconds(minutes * 60L);
        }

        boolean holds(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end());
        }
    }

    /**
     * Meetings of a Zoom user about which there is the same to say.
     *
     * @param code     of the cause
     * @param sentence of the soonest one
     */
    public record Warned(String workspace, String zoomUser, String code, String sentence, long count, Instant soonest) {
    }

    /** A date with what there is to say of it. */
    private record Found(String workspace, String zoomUser, Slot slot, List<Slot> others, Integer plan, WorkspaceSettings settings) {
    }

    HostLoad(JdbcClient jdbc, Workspaces workspaces, Clock clock) {
        this.jdbc = jdbc;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** What there is to say of these bookings' dates that are not over, by occurrence; where there is nothing, none. */
    public Map<UUID, List<Cause>> warnings(Collection<UUID> bookings) {
        Map<UUID, List<Cause>> warnings = new HashMap<>();
        if (!bookings.isEmpty()) {
            read("o.booking in (:bookings)" + WARNED, Map.of("bookings", bookings)).forEach((id, found) -> {
                List<Cause> causes = causes(found);
                if (!causes.isEmpty()) {
                    warnings.put(id, causes);
                }
            });
        }
        return warnings;
    }

    /** The same of all workspaces for the next 14 days, the soonest first; as it was at most 15 seconds ago. */
    public synchronized List<Warned> upcoming() {
        Instant now = clock.instant();
        if (readAt.plus(KEPT).isBefore(now) || readAt.isAfter(now)) {
            last = summed(read("o.start_at < :until" + WARNED, Map.of("until", Sql.time(now.plus(AHEAD)))).values());
            readAt = now;
        }
        return last;
    }

    /** The same of one workspace, as it is now. */
    public List<Warned> upcoming(String workspace) {
        return summed(read("o.workspace_id = :workspace and o.start_at < :until" + WARNED,
                Map.of("workspace", workspace, "until", Sql.time(clock.instant().plus(AHEAD)))).values());
    }

    /** How many meetings the Zoom user runs at one time: one on Basic, else what the workspace says, else one. */
    static int atOnce(Integer plan, WorkspaceSettings settings) {
        return plan != null && plan == BASIC || settings.meetingsAtOnce() == null ? 1 : settings.meetingsAtOnce();
    }

    /** The most meetings at one time while this one lasts, itself among them. Pure. */
    static int most(Slot one, List<Slot> others) {
        return Stream.concat(Stream.of(one), others.stream()).map(Slot::start).filter(one::holds)
                .mapToInt(instant -> 1 + (int) others.stream().filter(other -> other.holds(instant)).count()).max().orElse(1);
    }

    private static List<Cause> causes(Found found) {
        List<Cause> causes = new ArrayList<>();
        int most = most(found.slot(), found.others());
        int atOnce = atOnce(found.plan(), found.settings());
        if (most > atOnce) {
            causes.add(Cause.of(Cause.Kind.HOST_OVERLAP, "zoomUser", found.zoomUser()).with("number", most).with("most", atOnce));
        }
        if (found.plan() != null && found.plan() == BASIC && found.slot().minutes() > BASIC_MINUTES) {
            causes.add(Cause.of(Cause.Kind.PLAN_MINUTES, "zoomUser", found.zoomUser()).with("minutes", BASIC_MINUTES));
        }
        return causes;
    }

    private static List<Warned> summed(Collection<Found> found) {
        Map<List<String>, Warned> sums = new LinkedHashMap<>();
        for (Found one : found) {
            for (Cause cause : causes(one)) {
                sums.merge(List.of(one.workspace(), one.zoomUser(), cause.code()), new Warned(one.workspace(), one.zoomUser(),
                        cause.code(), cause.sentence(), 1, one.slot().start()), (before, next) -> new Warned(before.workspace(),
                        before.zoomUser(), before.code(), before.sentence(), before.count() + 1, before.soonest()));
            }
        }
        return List.copyOf(sums.values());
    }

    private Map<UUID, Found> read(String which, Map<String, ?> parameters) {
        Instant now = clock.instant();
        Map<UUID, Found> found = new LinkedHashMap<>();
        jdbc.sql(SELECT + which + " order by o.start_at, o.id").param("from", Sql.time(now.minus(LONGEST))).params(parameters)
                .query((RowCallbackHandler) row -> {
                    Found one = found.computeIfAbsent(row.getObject("id", UUID.class), id -> found(row));
                    Instant other = Sql.instant(row, "other_start");
                    if (other != null) {
                        one.others().add(new Slot(other, row.getInt("other_minutes")));
                    }
                });
        return found.entrySet().stream().filter(one -> one.getValue().slot().end().isAfter(now)).collect(Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private Found found(ResultSet row) {
        try {
            String workspace = row.getString("workspace_id");
            return new Found(workspace, row.getString("email"),
                    new Slot(Sql.instant(row, "start_at"), row.getInt("duration_minutes")), new ArrayList<>(),
                    row.getObject("plan", Integer.class), workspaces.settings(workspace, row.getString("settings"), null));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
