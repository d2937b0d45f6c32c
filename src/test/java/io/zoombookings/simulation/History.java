package io.zoombookings.simulation;

import io.zoombookings.booking.Bookings;
import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.connection.ConnectionEvents;
import io.zoombookings.meeting.Work;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One history: nodes with their workers, Zoom, the mail server, booking systems, a host and an administrator, and one
 * scheduler that lets one of them do one step at a time, as the choices say. Then all is calm, and what must be so is.
 */
final class History implements Worker.World {

    static final String WORKSPACE = "default";
    private static final int MOST_STEPS = 2000;
    final Laboratory laboratory;
    final Choices choices;
    final Story story;
    final Zoom zoom;
    final Mailbox mailbox;
    final List<Script> scripts = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    /** Whether events of Zoom arrive. */
    final boolean webhooks;
    private final Plant plant;
    private final Family family;
    private final Map<String, String> properties;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final int sleeps;
    private final int dies;
    private final int hosts;
    private final int undoes;
    private final Due due;
    private Instant polled = Instant.EPOCH;
    private int turn;
    private int steps;
    private int zoomEvents;

    private History(Laboratory laboratory, Choices choices, Plant plant, boolean told) {
        this.laboratory = laboratory;
        this.choices = choices;
        this.plant = plant;
        laboratory.reset();
        story = new Story(laboratory.clock, told);
        due = new Due(laboratory.database.jdbc());
        family = Family.of(choices);
        int limit = choices.oneIn(8) ? 3 + choices.below(6) : 100;
        properties = Map.of("public-url", "https://bookings.example", "mail.from", "bookings@clinic.example",
                "booking.result-uri", "direct:result", "reminder.offsets", choices.oneIn(6) ? "1h" : "none",
                "zoom.daily-limit-per-host", String.valueOf(limit), "meeting.sync.late-effects", "6m");
        laboratory.rules.limits().hostPerDay(limit);
        zoom = new Zoom(laboratory.rules, laboratory.clock, choices, story, family, choices.oneIn(3) ? 1 : 300);
        zoom.slowest = choices.oneIn(4);
        mailbox = new Mailbox(laboratory.clock, choices, story);
        webhooks = choices.oneIn(2);
        sleeps = 3 * Zoom.OFTEN[choices.weighted(5, 4, 2)];
        dies = 2 * Zoom.OFTEN[choices.weighted(5, 4, 2)];
        hosts = Zoom.OFTEN[choices.weighted(5, 4, 2)];
        undoes = 2 * Zoom.OFTEN[choices.weighted(5, 4, 2)];
        if (plant.mailsBeforeCommit()) {
            laboratory.database.beforeUndo(() -> MailsBeforeCommit.send(this, nodes.get(0)));
        }
        int count = 2 + choices.weighted(5, 1);
        for (int i = 0; i < count; i++) {
            nodes.add(start(String.valueOf((char) ('A' + i)), 1));
        }
        int bookings = 1 + choices.weighted(3, 2 * family.more);
        for (int i = 0; i < bookings; i++) {
            scripts.add(new Script(choices, family, i));
        }
    }

    /** Runs one and returns it: good if it has no violations. */
    static History run(Laboratory laboratory, Choices choices, Plant plant, boolean told) {
        History history = new History(laboratory, choices, plant, told);
        history.run();
        return history;
    }

    private void run() {
        boolean healthy = family == Family.ANY && choices.weighted(5, 1) == 1;
        int rounds = 1 + choices.weighted(2, 1);
        for (int round = 0; round < rounds && violations.isEmpty(); round++) {
            if (round > 0) {
                scripts.forEach(Script::change);
            }
            zoom.faulty = !healthy;
            mailbox.faulty = !healthy;
            int length = family == Family.ANY ? 10 + choices.below(50) : 30 + choices.below(70);
            for (int i = 0; i < length && violations.isEmpty(); i++) {
                if (family == Family.ANY) {
                    act(healthy);
                } else {
                    actAsFamily();
                }
            }
            calm();
            violations.addAll(new Invariants(this, false).check());
        }
        if (healthy && violations.isEmpty() && zoom.readings > 0) {
            violations.add("Nothing ever failed, and Zoom was read " + zoom.readings + " times");
        }
        if (violations.isEmpty() && choices.oneIn(3)) {
            tell("It is night: what Zoom lists is compared");
            laboratory.clock.advance(Duration.ofHours(1));
            spawn(nodes.get(0), laboratory.routes.id("housekeeping"), null, Map.of(), Map.of());
            calm();
            violations.addAll(new Invariants(this, true).check());
        }
    }

    int steps() {
        return steps;
    }

    private void tell(String line) {
        story.tell(() -> line);
    }

    private Instant now() {
        return laboratory.clock.instant();
    }

    private Node start(String name, int life) {
        return new Node(name, life, laboratory.beans(properties));
    }

    private Worker spawn(Node node, Routes.Route route, Object body, Map<String, Object> headers,
            Map<String, Object> variables) {
        Worker worker = new Worker(node, laboratory.routes, this, route, body, headers, variables);
        workers.add(worker);
        return worker;
    }

    private void step(Worker worker) {
        steps++;
        worker.step();
        if (worker.isDone()) {
            workers.remove(worker);
        }
    }

    // What workers ask of the world.

    @Override
    public void handOver(Node node, Routes.Send send, Object body) {
        if (send.uri().startsWith("seda:outcome-")) {
            return;
        }
        Routes.Route route = laboratory.routes.from(send.uri());
        boolean full = send.full() && workers.stream().anyMatch(worker -> worker.node == node
                && worker.name.equals(route.id()) && !worker.hasBegun());
        if (!full) {
            spawn(node, route, body, Map.of(), Map.of());
        }
    }

    @Override
    public void send(Worker worker, String kamelet, Object input, Map<String, Object> parameters) {
        if (kamelet.equals("booking-mail-sink")) {
            mailbox.send(worker, input);
            return;
        }
        if (kamelet.equals("zoom-meeting-delete-action")) {
            Work surplus = worker.sendingRoute().equals("meeting-lookup") ? (Work) worker.variable("work") : null;
            new Invariants(this, false).deleting(Long.parseLong(String.valueOf(input)), surplus).ifPresent(violations::add);
        }
        zoom.call(worker, kamelet, input, parameters);
    }

    @Override
    public Object call(String bean, Method method, Object target, Object[] arguments, Exchange exchange) {
        if (bean.endsWith("Meters")) {
            return null;
        }
        laboratory.clock.advance(Duration.ofNanos(1000));
        Node node = nodes.stream().filter(one -> one.beans() == exchange.beans).findFirst().orElseThrow();
        try {
            Object result = plant.around(this, method.getName(), arguments,
                    () -> Beans.invoke(method, target, arguments));
            story.tell(() -> node + " " + bean.substring(bean.lastIndexOf('.') + 1) + "." + method.getName() + Story.words(arguments) + Story.outcome(result));
            return result;
        } catch (RuntimeException e) {
            story.tell(() -> node + " " + bean.substring(bean.lastIndexOf('.') + 1) + "." + method.getName() + Story.words(arguments) + " fails: " + e.getMessage());
            throw e;
        }
    }

    // The part in which anything may happen.

    private void act(boolean healthy) {
        Instant now = now();
        zoom.passTime();
        List<Worker> ready = workers.stream().filter(worker -> worker.canGoOn(now)).toList();
        List<Script> speaking = scripts.stream().filter(script -> !script.isAllHeard()).toList();
        int wild = healthy ? 0 : 1;
        int what = choices.weighted(ready.isEmpty() ? 0 : 60, speaking.isEmpty() ? 0 : 9, 5, healthy && !workers.isEmpty() ? 0 : 8,
                zoom.underWay() == 0 ? 0 : 10, zoom.events.isEmpty() ? 0 : 5, ready.isEmpty() ? 0 : wild * sleeps, wild * dies,
                wild * hosts, wild, wild * undoes);
        switch (what) {
            case 0 -> step(ready.get(choices.below(ready.size())));
            case 1 -> deliver(speaking.get(choices.below(speaking.size())), anyNode());
            case 2 -> poll(Due.POLLS.get(choices.weighted(5, 2, 3, 1)), anyNode());
            case 3 -> passTime();
            case 4 -> zoom.land(choices.below(zoom.underWay()));
            case 5 -> webhook(anyNode());
            case 6 -> {
                Worker worker = ready.get(choices.below(ready.size()));
                worker.sleep(now.plusSeconds(20 + choices.below(110)));
                tell(worker.node + " stops " + worker.name + " until " + Duration.between(now, worker.until()).toSeconds() + "s later");
            }
            case 7 -> die(choices.below(nodes.size()));
            case 8 -> zoom.host();
            case 9 -> administer(anyNode());
            default -> spoil(choices.below(2) == 0 ? Database.Commit.UNDONE : Database.Commit.UNCONFIRMED);
        }
    }

    private void spoil(Database.Commit commit) {
        laboratory.database.next(commit);
        tell("The next commit will be " + commit.name().toLowerCase());
    }

    /** Mostly what is next, and now and then what the history is about, or anything. */
    private void actAsFamily() {
        List<Worker> holding = workers.stream().filter(worker -> worker.name.equals("meeting-sync") && worker.hasBegun()
                && worker.canGoOn(now())).toList();
        switch (choices.weighted(20, family == Family.SLEEPERS && !holding.isEmpty() ? 6 : 0,
                family == Family.UNDONE_COMMITS ? 3 : 0, 1)) {
            case 0 -> goOn();
            case 1 -> outlive(holding.get(choices.below(holding.size())));
            case 2 -> spoil(Database.Commit.UNDONE);
            default -> act(false);
        }
    }

    /** A worker stops for as long as its lease lasts, another node looks for what is due, and then both go on. */
    private void outlive(Worker worker) {
        worker.sleep(now().plusSeconds(62 + choices.below(12)));
        tell(worker.node + " stops " + worker.name + " beyond its lease");
        laboratory.clock.advance(Duration.ofSeconds(61));
        zoom.passTime();
        poll("meeting-sync-poll", nodes.get((nodes.indexOf(worker.node) + 1) % nodes.size()));
    }

    private Node anyNode() {
        return nodes.get(choices.below(nodes.size()));
    }

    private void deliver(Script script, Node node) {
        BookingEvent event = Script.read(script.events.get(0));
        step(spawn(node, laboratory.routes.id("booking-event"), event, Map.of(), Map.of("workspace", WORKSPACE)));
        if (laboratory.database.jdbc().queryForObject("select count(*) from booking_event where event_id = ?", Integer.class,
                event.eventId()) > 0) {
            script.events.remove(0);
            script.accepted(event, now());
        }
    }

    private void poll(String route, Node node) {
        spawn(node, laboratory.routes.id(route), null, Map.of(), Map.of());
    }

    private void passTime() {
        Duration time = switch (choices.weighted(5, 4, 4, 2, 1)) {
            case 0 -> Duration.ofSeconds(1);
            case 1 -> {
                Instant next = earliest(due.times().values().stream());
                yield next == null || !next.isAfter(now()) ? Duration.ofSeconds(2) : Duration.between(now(), next);
            }
            case 2 -> Duration.ofSeconds(15);
            case 3 -> Duration.ofSeconds(62);
            default -> Duration.ofMinutes(3);
        };
        laboratory.clock.advance(time.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : time);
        zoom.passTime();
    }

    private void webhook(Node node) {
        String event = zoom.events.remove(choices.below(zoom.events.size()));
        if (webhooks) {
            spawn(node, laboratory.routes.id("zoom-events"), event, Map.of("ZoomRequestId", "r" + ++zoomEvents, "ZoomEvent",
                    Zoom.name(event)), Map.of());
        }
    }

    private void die(int index) {
        Node dead = nodes.get(index);
        workers.removeIf(worker -> worker.node == dead);
        zoom.forget(dead);
        nodes.set(index, start(dead.name(), dead.life() + 1));
        tell(dead + " dies and starts anew");
    }

    private void administer(Node node) {
        if (choices.below(3) > 0) {
            tell("An administrator retries");
            try {
                scripts.forEach(script -> node.beans().get(Bookings.class).retry(WORKSPACE, script.id()));
            } catch (DataAccessException e) {
                tell("The administrator is told that the database is away");
            }
        } else if (zoom.connected) {
            zoom.connected = false;
            laboratory.database.jdbc().update("update zoom_connection set status = 'RECONNECT_REQUIRED'");
            tell("The connection is gone");
        } else {
            reconnect();
        }
    }

    private void reconnect() {
        laboratory.database.next(Database.Commit.GOOD);
        zoom.connected = true;
        new TransactionTemplate(laboratory.database.transactions())
                .executeWithoutResult(status -> {
                    laboratory.database.jdbc().update("update zoom_connection set status = 'CONNECTED'");
                    nodes.get(0).beans().publishEvent(new ConnectionEvents.Connected(WORKSPACE, laboratory.rules.host().id(), false));
                });
        tell("Zoom is connected again");
    }

    // The part in which nothing fails any more and everything that is due is done.

    private void calm() {
        tell("From here on nothing fails");
        zoom.faulty = false;
        mailbox.faulty = false;
        laboratory.database.next(Database.Commit.GOOD);
        workers.forEach(worker -> {
            if (worker.until() != null && worker.until().isAfter(now().plusSeconds(10))) {
                worker.awake();
            }
        });
        if (!zoom.connected) {
            reconnect();
        }
        int readings = zoom.readings;
        int changes = zoom.calls - readings;
        settle();
        for (int round = 0; round < 3 && violations.isEmpty() && retry(); round++) {
            settle();
        }
        // For some minutes after the last create or update without reply there are looks, with pauses of up to four minutes.
        int dates = scripts.stream().mapToInt(script -> script.wanted().size()).sum();
        int looks = 30 * dates * (zoom.pageSize == 1 ? 2 + laboratory.rules.live().size() : 1);
        limit("changed", zoom.calls - zoom.readings - changes, 12 * dates);
        limit("read", zoom.readings - readings, looks);
    }

    private void limit(String what, int calls, int most) {
        if (calls > most) {
            violations.add("Zoom was " + what + " " + calls + " times after the last failure");
        }
    }

    private boolean retry() {
        int failed = laboratory.database.jdbc().queryForObject(
                "select count(*) from occurrence where meeting_state = 'FAILED'", Integer.class);
        if (failed > 0) {
            tell("An administrator retries what failed");
            scripts.forEach(script -> nodes.get(0).beans().get(Bookings.class).retry(WORKSPACE, script.id()));
        }
        return failed > 0;
    }

    private void settle() {
        int begin = steps;
        polled = Instant.EPOCH;
        boolean more = true;
        while (more) {
            if (steps - begin > MOST_STEPS) {
                violations.add("It does not come to rest: " + MOST_STEPS + " steps after the last failure there is still work");
                return;
            }
            more = goOn();
        }
    }

    /** Whatever is next does its step, at its time. False: there is nothing any more. */
    private boolean goOn() {
        zoom.passTime();
        Instant now = now();
        Worker ready = workers.stream().filter(worker -> worker.canGoOn(now)).findFirst().orElse(null);
        Script speaking = scripts.stream().filter(script -> !script.isAllHeard()).findFirst().orElse(null);
        if (ready != null) {
            step(ready);
        } else if (speaking != null) {
            deliver(speaking, nodes.get(0));
        } else if (!zoom.events.isEmpty()) {
            webhook(nodes.get(0));
        } else {
            Map<String, Instant> times = due.times();
            Instant next = earliest(Stream.of(times.values().stream(), Stream.of(zoom.next()).filter(Objects::nonNull),
                    workers.stream().map(Worker::until).filter(Objects::nonNull)).flatMap(all -> all));
            if (next == null) {
                return false;
            }
            if (next.isAfter(now)) {
                laboratory.clock.advanceTo(next);
            } else if (polled.plusSeconds(1).isAfter(now)) {
                laboratory.clock.advance(Duration.ofSeconds(1));
            } else {
                polled = now;
                Node node = nodes.get(turn++ % nodes.size());
                times.forEach((route, at) -> {
                    if (!at.isAfter(now)) {
                        poll(route, node);
                    }
                });
                steps++;
            }
        }
        return true;
    }

    private static Instant earliest(Stream<Instant> times) {
        return times.min(Instant::compareTo).orElse(null);
    }
}
