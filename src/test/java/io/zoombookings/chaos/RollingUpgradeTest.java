package io.zoombookings.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.ZoomBookingsApplication;
import io.zoombookings.chaos.Checker.Verdict;
import io.zoombookings.migration.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rolling upgrade: this version serves while a next one migrates the database and serves beside it; then this version
 * comes back onto the newer database, and the next one leaves. The next version is this one with a migration that does
 * all that docs/upgrades.md allows, and with stored JSON that knows more.
 */
@Tag("chaos")
@Tag("database")
@EnabledIfSystemProperty(named = "test.database", matches = "postgresql", disabledReason = "Nodes share PostgreSQL only")
@ExtendWith(OutputCaptureExtension.class)
class RollingUpgradeTest {

    private static final Map<String, Object> NEXT =
            Map.of("zoom-bookings.flyway.locations",
                    "classpath:io/zoombookings/migration,classpath:db/next");

    private RunningApplication around;
    private LoadBalancer balancer;
    private List<TestWorkspace> workspaces;
    private History history = History.EMPTY;
    private long seed = 700;
    private int accepted;

    private record Version(int port, ConfigurableApplicationContext context) {
    }

    @Test
    void nothingIsLostOrMadeTwiceWhileTwoVersionsShareTheDatabase(CapturedOutput log) {
        RunningApplication surroundings = RunningApplication.prepared(
                Map.of("reminder.offsets", "none", "zoom.daily-limit-per-host", 1_000_000));
        surroundings.sandbox().limits().hostPerDay(1_000_000);
        LoadBalancer door = new LoadBalancer((Integer) surroundings.properties().get("server.port"));
        try (surroundings; door) {
            around = surroundings;
            balancer = door;
            Version former = start(Map.of());
            workspaces = List.of(around.workspace().connected(), around.workspace().connected());

            Version next = underLoad(() -> {
                CompletableFuture<Void> inTheWay = CompletableFuture.runAsync(this::getInTheWay);
                Version started = start(next());
                inTheWay.join();
                return started;
            });
            assertThat(log).contains("The migration of the database met other nodes at work (attempt 1");
            JdbcClient jdbc = next.context().getBean(JdbcClient.class);
            assertThat(jdbc.sql("select count(*) from next_thing").query(Long.class).single()).isEqualTo(1);
            writeWhatOnlyTheNextVersionKnows(jdbc);
            // As it does when it starts.
            assertThat(former.context().getBean(Schema.class).migrate()).isZero();
            Version back = Profile.isLong() ? underLoad(() -> restart(former)) : former;
            underLoad(() -> stop(next));

            Verdict verdict = new Checker(history, workspaces, around.sandbox()::liveMeetings, around.inbox()::mails)
                    .await(Duration.ofSeconds(90));
            stop(back);
            Summary.add("rolling upgrade, seeds 700 to " + (seed - 1), accepted, 0, 0, verdict);
            assertThat(verdict.good()).as("seeds 700 to %d: %s", seed - 1, verdict).isTrue();
        }
    }

    /** Looks for a deadlock late enough that there is one, and before the connection in its way does: it is to be undone. */
    private Map<String, Object> next() {
        Map<String, Object> next = new HashMap<>(NEXT);
        next.put("spring.datasource.url", around.properties().get("spring.datasource.url")
                + "&options=-c%20deadlock_timeout%3D5s");
        return next;
    }

    /** Reads, as a transaction of the former version may, what the migration is to lock next, and then what it has locked. */
    private void getInTheWay() {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                Connection watching = connect(); Statement watch = watching.createStatement()) {
            statement.execute("set deadlock_timeout = '1min'");
            connection.setAutoCommit(false);
            statement.execute("select 1 from occurrence limit 1");
            Arena.until("the migration waits", () -> {
                try (ResultSet waiting = watch.executeQuery("""
                        select 1 from pg_locks l join pg_class t on t.oid = l.relation
                        where t.relname = 'occurrence' and l.mode = 'AccessExclusiveLock' and not l.granted""")) {
                    return waiting.next();
                }
            });
            statement.execute("select 1 from booking limit 1");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(String.valueOf(around.properties().get("spring.datasource.url")), "postgres", "");
    }

    /** Fields of stored JSON that the former version does not know. */
    private static void writeWhatOnlyTheNextVersionKnows(JdbcClient jdbc) {
        String more = " = '{\"nextField\":{\"a\":[1]},' || substr(%1$s, 2) where length(%1$s) > 2";
        assertThat(jdbc.sql("update booking set state" + more.formatted("state")).update()).isPositive();
        assertThat(jdbc.sql("update workspace set settings" + more.formatted("settings")).update()).isPositive();
    }

    /** Feeds one history after the other until the step is done, and at least one. */
    private <T> T underLoad(Supplier<T> step) {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(step);
        do {
            History next = History.of(seed++, workspaces.size(), 4, 4);
            history = history.and(next);
            Feeder feeder = new Feeder(workspaces, Duration.ofMillis(200));
            feeder.feed(next, 4);
            accepted += feeder.accepted();
        } while (!done.isDone());
        return done.join();
    }

    private Version start(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(around.properties());
        properties.putAll(more);
        properties.put("server.port", 0);
        SpringApplication application = new SpringApplication(ZoomBookingsApplication.class);
        application.setRegisterShutdownHook(false);
        ConfigurableApplicationContext context = application.run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue()).toArray(String[]::new));
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        balancer.add(port);
        return new Version(port, context);
    }

    private Version restart(Version node) {
        stop(node);
        return start(Map.of());
    }

    private Version stop(Version node) {
        balancer.remove(node.port());
        node.context().close();
        return node;
    }
}
