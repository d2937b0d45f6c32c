package io.zoombookings.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The least of Zoom that the life of a connection needs, over real HTTP, with whatever answer a test puts in: for the
 * failures that a well-behaved server cannot show. Rotates refresh tokens and knows which ones are dead.
 */
final class ZoomStub implements AutoCloseable {

    static final String SCOPES = "user:read:user meeting:write:meeting meeting:update:meeting meeting:delete:meeting"
            + " meeting:read:meeting meeting:read:list_meetings";

    /** One call as it came in. */
    record Call(String method, String path, Map<String, List<String>> headers, String body) {

        Map<String, String> form() {
            return Arrays.stream(body.split("&")).filter(pair -> pair.contains("="))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0],
                            pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }

        String header(String name) {
            return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0)).findFirst().orElse(null);
        }
    }

    /** Writes an answer. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int issued;
    private volatile String refreshToken = "refresh-0";

    ZoomStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::serve);
        reset();
        server.start();
    }

    /** As it was at first: nobody has called, and {@code refresh-0} is the token that counts. */
    synchronized void reset() {
        calls.clear();
        issued = 0;
        refreshToken = "refresh-0";
        answers.put("/oauth/token", this::token);
        answers.put("/oauth/revoke", json(200, "{\"status\":\"success\"}"));
        answers.put("/v2/users/me", user("user-1", "ada@clinic.example", "active"));
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    void answerTokens() {
        answers.put("/oauth/token", this::token);
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** The access token that is good now. */
    String accessToken() {
        return "access-" + issued;
    }

    String refreshToken() {
        return refreshToken;
    }

    static Answer json(int status, String body) {
        return text(status, "application/json;charset=UTF-8", body);
    }

    static Answer text(int status, String type, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer user(String id, String email, String status) {
        return json(200, """
                {"id":"%s","display_name":"Ada Kern","email":"%s","type":2,"account_id":"account-1","status":"%s"}"""
                .formatted(id, email, status));
    }

    /** As {@code /oauth/token} does: new tokens for a code or for the latest refresh token, which dies with it. */
    synchronized void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = calls("/oauth/token").get(calls("/oauth/token").size() - 1).form();
        if ("refresh_token".equals(form.get("grant_type")) && !refreshToken.equals(form.get("refresh_token"))) {
            json(400, "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}").to(exchange);
            return;
        }
        json(200, nextPair(SCOPES)).to(exchange);
    }

    synchronized String nextPair(String scopes) {
        issued++;
        refreshToken = "refresh-" + issued;
        return """
                {"access_token":"access-%d","token_type":"bearer","refresh_token":"%s","expires_in":3599,"scope":"%s",\
                "api_url":"https://api.zoom.us"}""".formatted(issued, refreshToken, scopes);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            calls.add(new Call(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
            answers.getOrDefault(path, json(404, "{\"code\":2300,\"message\":\"This API endpoint is not recognized.\"}"))
                    .to(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
