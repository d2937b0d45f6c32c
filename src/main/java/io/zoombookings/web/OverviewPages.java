package io.zoombookings.web;

import io.zoombookings.Sql;
import io.zoombookings.connection.ConnectionOverview;
import io.zoombookings.connection.HostLoad;
import io.zoombookings.situation.Situation;
import io.zoombookings.situation.Situations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How a workspace stands, at one look. */
@PageController
class OverviewPages {

    private static final int DAYS = 14;
    private static final int HEIGHT = 105;
    private static final int WIDTH = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final Situations situations;
    private final ConnectionOverview connections;
    private final HostLoad load;
    private final Clock clock;
    private final String publicUrl;

    /**
     * One day of the picture, in its units.
     *
     * @param dates   confirmed on this day
     * @param missing of those, without a link
     */
    record Bar(String day, long dates, long missing, int x, int height, int missingHeight) {
    }

    OverviewPages(JdbcClient jdbc, Situations situations, ConnectionOverview connections, HostLoad load, Clock clock,
            @Value("${public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.situations = situations;
        this.connections = connections;
        this.load = load;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/workspaces/{workspace}")
    String show(@PathVariable("workspace") String id, Model model) {
        Situation now = situations.now().of(id);
        List<Bar> bars = bars(id);
        model.addAttribute("now", now);
        model.addAttribute("connection", connections.view(id));
        model.addAttribute("warned", load.upcoming(id));
        model.addAttribute("bars", bars);
        model.addAttribute("upcoming", bars.stream().mapToLong(Bar::dates).sum());
        model.addAttribute("missing", bars.stream().mapToLong(Bar::missing).sum());
        model.addAttribute("waiting", sum(now, false));
        model.addAttribute("failed", sum(now, true));
        model.addAttribute("any", jdbc.sql("select 1 from booking where workspace_id = ? limit 1").param(id)
                .query(Integer.class).optional().isPresent());
        model.addAttribute("address", publicUrl + "/api/workspaces/" + id + "/booking-events");
        return "pages/overview";
    }

    private static long sum(Situation now, boolean failed) {
        return now.troubles().stream().filter(one -> one.failed() == failed).mapToLong(Situation.Trouble::count).sum();
    }

    private List<Bar> bars(String workspace) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant from = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<Integer, long[]> days = new HashMap<>();
        jdbc.sql("""
                select floor((extract(epoch from start_at) - :from) / 86400) as days, count(*) as dates,
                  sum(case when zoom_meeting_id is null then 1 else 0 end) as missing
                from occurrence where workspace_id = :workspace and start_at >= :begin and start_at < :end
                  and status = 'CONFIRMED' group by 1""")
                .param("from", from.getEpochSecond()).param("workspace", workspace).param("begin", Sql.time(from))
                .param("end", Sql.time(today.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query((RowCallbackHandler) row -> days.put(row.getInt("days"),
                        new long[] {row.getLong("dates"), row.getLong("missing")}));
        long most = Math.max(1, days.values().stream().mapToLong(day -> day[0]).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            long[] day = days.getOrDefault(i, new long[2]);
            bars.add(new Bar(DAY.format(today.plusDays(i)), day[0], day[1], i * WIDTH, (int) (HEIGHT * day[0] / most),
                    (int) (HEIGHT * day[1] / most)));
        }
        return bars;
    }
}
