package io.zoombookings.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The HTTP side: takes calls in, writes them down, lets faults strike, and sends answers. */
final class SandboxServer {

    static {
        // without it answers wait for Nagle's algorithm, 40 ms each
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Reply NOTHING = Reply.empty(200);
    private static final int PIECES = 20;

    private final Clock clock;
    private final Ledger ledger;
    private final Faults faults;
    private final Function<SandboxRequest, String> userOf;
    private final BiFunction<Operation, SandboxRequest, Reply> zoom;
    private final Function<SandboxRequest, Reply> pages;
    private final ExecutorService threads;
    private final AtomicInteger late = new AtomicInteger();
    private HttpServer server;
    private final int port;

    /** @param userOf the email address of the user on whose behalf a call is, or null */
    SandboxServer(int port, Clock clock, Ledger ledger, Faults faults, Function<SandboxRequest, String> userOf,
                  BiFunction<Operation, SandboxRequest, Reply> zoom, Function<SandboxRequest, Reply> pages) {
        this.clock = clock;
        this.ledger = ledger;
        this.faults = faults;
        this.userOf = userOf;
        this.zoom = zoom;
        this.pages = pages;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "zoom-sandbox");
            thread.setDaemon(true);
            return thread;
        });
        this.port = listen(port);
    }

    int port() {
        return port;
    }

    /** How many calls are still to take effect, of which nobody waits for the answer. */
    int late() {
        return late.get();
    }

    private int listen(int wanted) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException("The Zoom sandbox cannot listen on port " + wanted, e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        return server.getAddress().getPort();
    }

    synchronized void goOffline() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    synchronized void comeBack() {
        if (server == null) {
            listen(port);
        }
    }

    void close() {
        goOffline();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SandboxRequest request = SandboxRequest.read(exchange);
            if (request.path().startsWith("/oauth/") || request.path().startsWith("/v2/")) {
                answer(exchange, request);
            } else {
                send(exchange, pages.apply(request), Fault.Sending.WHOLE, Duration.ZERO);
            }
        } catch (RuntimeException e) {
            System.getLogger("zoom-sandbox").log(System.Logger.Level.ERROR, "The sandbox itself failed", e);
            send(exchange, Reply.text(500, "text/plain", e.toString()), Fault.Sending.WHOLE, Duration.ZERO);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, SandboxRequest request) throws IOException, InterruptedException {
        Operation operation = Operation.of(request.method(), request.path());
        String user = userOf.apply(request);
        Ledger.Entry entry = ledger.arrived(clock.instant(), operation, request, user);
        Fault fault = faults.take(entry.call());
        if (operation != Operation.AUTHORIZE) {
            Thread.sleep(faults.delay().toMillis());
        }
        if (fault == null) {
            Reply reply = zoom.apply(operation, request);
            entry.done(reply.status(), user, changes(operation, reply));
            send(exchange, tracked(operation, reply), Fault.Sending.WHOLE, Duration.ZERO);
            return;
        }
        if (fault.sending() == Fault.Sending.LATER) {
            entry.done(0, user, false);
            Instant then = clock.instant().plus(fault.pause());
            late.incrementAndGet();
            threads.execute(() -> takeEffect(then, operation, request, entry));
            return;
        }
        if (fault.waitFirst()) {
            Thread.sleep(fault.pause().toMillis());
        }
        Reply own = fault.effect() ? zoom.apply(operation, request) : NOTHING;
        Reply reply = fault.answer().apply(own);
        int status = fault.sending() == Fault.Sending.DROPPED ? 0 : reply.status();
        boolean effect = fault.effect() && changes(operation, own);
        boolean slow = fault.sending() == Fault.Sending.SLOW;
        if (!fault.waitFirst() && !slow) {
            entry.done(-1, user, effect);
            Thread.sleep(fault.pause().toMillis());
        }
        entry.done(status, user, effect);
        send(exchange, tracked(operation, reply), fault.sending(), slow ? fault.pause() : Duration.ZERO);
    }

    private void takeEffect(Instant then, Operation operation, SandboxRequest request, Ledger.Entry entry) {
        try {
            while (clock.instant().isBefore(then)) {
                Thread.sleep(10);
            }
            if (changes(operation, zoom.apply(operation, request))) {
                entry.tookEffect();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            late.decrementAndGet();
        }
    }

    private static boolean changes(Operation operation, Reply reply) {
        return switch (operation) {
            case TOKEN, REVOKE, CREATE, UPDATE, DELETE -> reply.status() < 300;
            default -> false;
        };
    }

    private static Reply tracked(Operation operation, Reply reply) {
        return operation.isApi()
                ? reply.with("x-zm-trackingid", "v=2.0;clid=us06;rid=WEB_" + Grants.random(32)) : reply;
    }

    private static void send(HttpExchange exchange, Reply reply, Fault.Sending sending, Duration time)
            throws IOException {
        if (sending == Fault.Sending.DROPPED) {
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length == 0) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        if (sending == Fault.Sending.CUT) {
            out.write(body, 0, body.length / 2);
            out.flush();
        } else if (sending == Fault.Sending.SLOW) {
            drip(out, body, time);
        } else {
            out.write(body);
            out.flush();
        }
    }

    private static void drip(OutputStream out, byte[] body, Duration time) throws IOException {
        int size = Math.max(1, (body.length + PIECES - 1) / PIECES);
        for (int from = 0; from < body.length; from += size) {
            out.write(body, from, Math.min(size, body.length - from));
            out.flush();
            try {
                Thread.sleep(time.toMillis() / PIECES);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
