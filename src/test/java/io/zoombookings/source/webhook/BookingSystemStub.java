package io.zoombookings.source.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The API of a booking system: it answers what it is told to, counts what it is asked, and fails on demand. */
public final class BookingSystemStub implements AutoCloseable {

    /** A call, with its raw path and its credentials. */
    public record Call(String path, String authorization) {
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile int failing;

    public BookingSystemStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a path answers from now on; the others answer 404. */
    public void knows(String path, String json) {
        answers.put(path, json);
    }

    /**
     * The status that all calls get from now on; 0: the right one, -1: they hang, -2: a page instead of JSON,
     * -3: an answer without end, drop by drop.
     */
    public void fail(int status) {
        failing = status;
    }

    /** The calls that hang get a 500. */
    public void release() {
        hanging.countDown();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public long calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        calls.add(new Call(path, exchange.getRequestHeaders().getFirst("Authorization")));
        int status = failing;
        if (status == -1) {
            hang();
        }
        if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
        }
        if (status == -3) {
            drip(exchange);
            return;
        }
        String known = answers.get(path);
        byte[] body = (status == -2 ? "<html>Maintenance</html>" : known == null ? "{\"status\":404}" : known)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status > 0 ? status : status == -1 ? 500 : known == null && status == 0 ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            while (!hanging.await(200, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hang() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
