package io.zoombookings.simulation;

import io.zoombookings.simulation.Routes.Branch;
import io.zoombookings.simulation.Routes.Call;
import io.zoombookings.simulation.Routes.Choose;
import io.zoombookings.simulation.Routes.Loop;
import io.zoombookings.simulation.Routes.Policy;
import io.zoombookings.simulation.Routes.Read;
import io.zoombookings.simulation.Routes.Route;
import io.zoombookings.simulation.Routes.Send;
import io.zoombookings.simulation.Routes.Set;
import io.zoombookings.simulation.Routes.Split;
import io.zoombookings.simulation.Routes.Step;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * One thread of a node on its way through a route, which can be stopped between any two steps that others could notice: a
 * call of a bean, a call of Zoom, a mail. Policies, splits and loops are as Camel has them, as far as the routes use them.
 */
final class Worker {

    /** What a worker asks of the world around it. */
    interface World extends Expression.Caller {

        /** A message for another worker of the same node. */
        void handOver(Node node, Send send, Object body);

        /** Zoom or the mail server is asked; the worker is told by {@link Worker#answered} or {@link Worker#failed}. */
        void send(Worker worker, String kamelet, Object input, Map<String, Object> parameters);
    }

    private static final class Frame {
        private final Route route;
        private final boolean entry;
        private final Exchange exchange;
        private final List<Step> steps;
        private final Frame after;
        private int next;
        private Loop loop;
        private Iterator<?> items;
        private Split split;
        private List<Object> results;
        private Exchange part;

        private Frame(Route route, boolean entry, Exchange exchange, List<Step> steps, Frame after) {
            this.route = route;
            this.entry = entry;
            this.exchange = exchange;
            this.steps = steps;
            this.after = after;
        }
    }

    final Node node;
    final String name;
    private final Routes routes;
    private final World world;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private Send sending;
    private Exchange sender;
    private boolean waiting;
    private Instant until;
    private Object reply;
    private Throwable failure;
    private boolean acted;
    private boolean begun;

    Worker(Node node, Routes routes, World world, Route route, Object body, Map<String, Object> headers,
            Map<String, Object> variables) {
        this.node = node;
        this.name = route.id();
        this.routes = routes;
        this.world = world;
        Exchange exchange = new Exchange(node.beans(), body, headers);
        exchange.variables.putAll(variables);
        frames.push(new Frame(route, true, exchange, route.steps(), null));
    }

    /** Whether it could go on now. */
    boolean canGoOn(Instant now) {
        return !waiting && (until == null || !until.isAfter(now));
    }

    /** When it goes on by itself, or null: it waits for somebody. */
    Instant until() {
        return waiting ? null : until;
    }

    boolean hasBegun() {
        return begun;
    }

    boolean isDone() {
        return frames.isEmpty();
    }

    /** The route that asks Zoom now. */
    String sendingRoute() {
        return frames.peek().route.id();
    }

    Object variable(String name) {
        return sender.variables.get(name);
    }

    boolean isDeleting() {
        return sending != null && sending.uri().endsWith("-delete-action");
    }

    /** Does nothing before the instant. */
    void sleep(Instant end) {
        until = end;
    }

    void awake() {
        until = null;
    }

    /** The reply is on its way and arrives when the worker is next let go on, not before the instant. */
    void answered(Object value, Instant when) {
        waiting = false;
        reply = value;
        until = when;
    }

    void failed(Throwable cause, Instant when) {
        waiting = false;
        failure = cause;
        until = when;
    }

    /** Goes on to the end of the next step that others could notice. */
    void step() {
        acted = false;
        begun = true;
        until = null;
        while (!acted && !waiting && !frames.isEmpty()) {
            try {
                if (sending != null) {
                    received();
                } else {
                    next();
                }
            } catch (UnknownToSimulationException e) {
                throw e;
            } catch (Throwable e) {
                sending = null;
                unwind(e);
            }
        }
        // What follows unnoticed belongs to the same step: a worker that is through is done.
        while (!waiting && !frames.isEmpty() && sending == null && isThrough()) {
            pop();
        }
    }

    private boolean isThrough() {
        Frame top = frames.peek();
        return top.next == top.steps.size() && top.loop == null && top.split == null;
    }

    private void next() {
        Frame top = frames.peek();
        if (top.split != null) {
            splitting(top);
        } else if (top.loop != null) {
            if (top.loop.whilst().holds(top.exchange, world)) {
                frames.push(new Frame(top.route, false, top.exchange, top.loop.steps(), null));
            } else {
                top.loop = null;
            }
        } else if (top.next == top.steps.size()) {
            pop();
        } else {
            run(top, top.steps.get(top.next++));
        }
    }

    private void pop() {
        Frame done = frames.pop();
        if (done.after != null) {
            done.after.results.add(done.exchange.body);
        }
    }

    private void run(Frame top, Step step) {
        Exchange exchange = top.exchange;
        if (step instanceof Set set) {
            Object value = set.value().in(exchange, world);
            acted |= set.value().asksBean();
            if (set.variable() == null) {
                exchange.body = value;
            } else {
                exchange.variables.put(set.variable(), value);
            }
        } else if (step instanceof Call call) {
            call.value().in(exchange, world);
            // A bean that is asked right before Zoom is, is asked for that: nobody comes between.
            acted = !(top.next < top.steps.size() && top.steps.get(top.next) instanceof Send);
        } else if (step instanceof Choose choose) {
            // What is asked as a condition is acted on at once: nobody comes between.
            List<Step> steps = choose.branches().stream().filter(branch -> branch.when().holds(exchange, world)).findFirst()
                    .map(Branch::steps).orElse(choose.otherwise());
            frames.push(new Frame(top.route, false, exchange, steps, null));
        } else if (step instanceof Split split) {
            top.split = split;
            top.items = items(split.items().in(exchange, world));
            acted |= split.items().asksBean();
            top.results = new ArrayList<>();
        } else if (step instanceof Loop loop) {
            top.loop = loop;
        } else if (step instanceof Read read) {
            exchange.variables.put(read.received(), Zoom.map(String.valueOf(exchange.variables.get(read.sent()))));
        } else {
            send(exchange, (Send) step);
        }
    }

    private static Iterator<?> items(Object value) {
        return value instanceof Iterable<?> all ? all.iterator() : List.of(value).iterator();
    }

    private void splitting(Frame top) {
        if (top.items.hasNext()) {
            frames.push(new Frame(top.route, false, top.exchange.part(top.items.next()), top.split.steps(), top));
            return;
        }
        if (top.split.grouped()) {
            top.exchange.body = top.results;
        }
        top.split = null;
    }

    private void send(Exchange exchange, Send send) {
        if (send.uri().startsWith("direct:")) {
            Route route = routes.from(send.uri());
            frames.push(new Frame(route, true, exchange, route.steps(), null));
        } else if (send.uri().startsWith("seda:")) {
            world.handOver(node, send, exchange.body);
        } else {
            Map<String, Object> parameters = new HashMap<>();
            send.parameters().forEach((name, value) -> parameters.put(name, value.in(exchange, world)));
            sending = send;
            sender = exchange;
            waiting = true;
            acted = true;
            world.send(this, send.uri().substring("kamelet:".length()),
                    send.sent() == null ? exchange.body : exchange.variables.get(send.sent()), parameters);
            // An answer that is there already belongs to the same step.
            acted = until != null || waiting;
        }
    }

    private void received() throws Throwable {
        Send done = sending;
        sending = null;
        Throwable thrown = failure;
        failure = null;
        if (thrown != null) {
            throw thrown;
        }
        if (done.received() == null) {
            sender.body = reply;
        } else {
            sender.variables.put(done.received(), reply);
        }
        acted = true;
    }

    /** A failure travels back to the nearest route with a policy; without one it ends the worker. */
    private void unwind(Throwable cause) {
        acted = true;
        while (!frames.isEmpty()) {
            Frame top = frames.peek();
            Policy policy = top.route.policy() == null ? null : routes.policy(top.route.policy());
            if (policy == null) {
                frames.pop();
                continue;
            }
            Route route = top.route;
            if (policy.continued()) {
                top.split = null;
                top.loop = null;
                top.exchange.exception = cause;
                frames.push(new Frame(BARE, false, top.exchange, policy.steps(), null));
                return;
            }
            while (!frames.peek().entry) {
                frames.pop();
            }
            Frame entry = frames.pop();
            assert entry.route == route;
            entry.exchange.exception = cause;
            frames.push(new Frame(BARE, true, entry.exchange, policy.steps(), entry.after));
            return;
        }
    }

    /** That of a policy's steps, whose own failures nobody handles. */
    private static final Route BARE = new Route("error-policies", null, List.of());
}
