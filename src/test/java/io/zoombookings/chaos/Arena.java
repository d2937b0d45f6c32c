package io.zoombookings.chaos;

import static org.awaitility.Awaitility.await;

import io.zoombookings.RunningApplication;
import io.zoombookings.TestDatabase;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.FaultySmtp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The application, in this process or in several others, with everything around it that can be made to fail. Its leases
 * are short, to see them run out.
 */
final class Arena implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(20);

    private final FaultySmtp smtp = FaultySmtp.start(0);
    private final Postgres postgres;
    private final RunningApplication application;
    private final LoadBalancer balancer;
    private final List<Node> nodes = new ArrayList<>();

    private Arena(int count, String memory, Map<String, Object> more) {
        postgres = count > 0 && TestDatabase.isPostgres() ? new Postgres() : null;
        Map<String, Object> properties = new HashMap<>();
        properties.put("mail.port", smtp.port());
        properties.put("reminder.offsets", "none");
        properties.put("zoom.daily-limit-per-host", 1_000_000);
        properties.put("meeting.sync.lease", LEASE.toSeconds() + "s");
        properties.put("notification.mail.lease", LEASE.toSeconds() + "s");
        properties.put("meeting.sync.first-look", "5s");
        if (postgres != null) {
            properties.putAll(postgres.properties());
        }
        properties.putAll(more);
        application = RunningApplication.prepared(properties);
        application.sandbox().limits().hostPerDay(1_000_000);
        balancer = count == 0 ? null : new LoadBalancer((Integer) application.properties().get("server.port"));
        for (int i = 0; i < count; i++) {
            Node node = new Node("node" + i + (postgres == null ? "-h2" : "-postgresql"), application.properties(), memory);
            nodes.add(node);
            balancer.add(node.port());
        }
    }

    /** Within this process. */
    static Arena inside() {
        Arena arena = new Arena(0, null, Map.of());
        arena.application.start();
        return arena;
    }

    /** Two nodes on PostgreSQL, three in the long run, one on H2, behind one address. */
    static Arena ofProcesses(String memory, Map<String, Object> properties) {
        Arena arena = new Arena(!TestDatabase.isPostgres() ? 1 : Profile.isLong() ? 3 : 2, memory, properties);
        // The first one alone: it migrates the database.
        arena.nodes.forEach(node -> node.launch().awaitReady());
        return arena;
    }

    RunningApplication application() {
        return application;
    }

    FaultySmtp smtp() {
        return smtp;
    }

    Postgres postgres() {
        return postgres;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<TestWorkspace> workspaces(int count) {
        List<TestWorkspace> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(application.workspace().connected());
        }
        return all;
    }

    Checker checker(History history, List<TestWorkspace> workspaces) {
        return new Checker(history, workspaces, application.sandbox()::liveMeetings, smtp::mails);
    }

    /** Feeds the history; returns when all of it is accepted. */
    Feeder feed(History history, List<TestWorkspace> workspaces, Duration pause) {
        Feeder feeder = new Feeder(workspaces, pause);
        feeder.feed(history, 8);
        return feeder;
    }

    /** Feeds the history meanwhile. */
    CompletableFuture<Feeder> feeding(History history, List<TestWorkspace> workspaces, Duration pause) {
        return CompletableFuture.supplyAsync(() -> feed(history, workspaces, pause));
    }

    static void until(String what, java.util.concurrent.Callable<Boolean> condition) {
        await(what).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    /** Lets time pass, for what only time can do. */
    static void pause(Duration time) {
        await().atMost(time.plusSeconds(5)).pollDelay(time).until(() -> true);
    }

    @Override
    public void close() {
        nodes.stream().filter(Node::isAlive).forEach(Node::kill);
        if (balancer != null) {
            balancer.close();
        }
        application.close();
        smtp.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
