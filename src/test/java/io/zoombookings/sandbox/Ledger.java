package io.zoombookings.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every call the sandbox received, oldest first, for tests to count; safe for several threads. */
public final class Ledger {

    private static final int KEPT = 200_000;
    private static final Set<String> SECRETS = Set.of("token", "refresh_token", "access_token", "code",
            "code_verifier", "client_secret");

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int underWay;
    private int mostAtOnce;

    /** A call's place; the call is written at arrival and completed before its answer leaves. */
    final class Entry {
        private volatile Call call;

        private Entry(Call call) {
            this.call = call;
        }

        void done(int status, String user, boolean effect) {
            call = call.done(status, user, effect);
            synchronized (Ledger.this) {
                underWay -= status < 0 ? 0 : 1;
            }
        }

        void tookEffect() {
            call = call.done(call.status(), call.user(), true);
        }

        Call call() {
            return call;
        }
    }

    synchronized Entry arrived(Instant time, Operation operation, SandboxRequest request, String user) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.computeIfPresent("Authorization", (name, value) -> hash(value));
        String body = operation.isApi() ? request.body() : masked(request.bodyForm()).toString();
        Entry entry = new Entry(new Call(time, operation, request.method(), request.apiPath(),
                masked(request.query()), headers, body, -1, user, false));
        entries.addLast(entry);
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
        return entry;
    }

    public synchronized List<Call> calls() {
        return entries.stream().map(Entry::call).toList();
    }

    public List<Call> calls(Operation operation) {
        return calls(call -> call.operation() == operation);
    }

    public List<Call> calls(Predicate<Call> which) {
        return calls().stream().filter(which).toList();
    }

    /** The calls on behalf of a Zoom user. */
    public List<Call> callsOf(String userEmail) {
        return calls(call -> userEmail.equals(call.user()));
    }

    public int count(Operation operation) {
        return calls(operation).size();
    }

    public int count(Operation operation, String userEmail) {
        return calls(call -> call.operation() == operation && userEmail.equals(call.user())).size();
    }

    /** @param path for the API without {@code /v2}; {@code *} stands for any one segment */
    public int count(String method, String path) {
        return calls(call -> call.isTo(method, path)).size();
    }

    /** How many calls of this kind changed something at Zoom, whatever was answered. */
    public int effects(Operation operation) {
        return calls(call -> call.operation() == operation && call.effect()).size();
    }

    /** How many calls were under way at the same time, at most, since this was asked last. */
    public synchronized int mostAtOnce() {
        int most = mostAtOnce;
        mostAtOnce = underWay;
        return most;
    }

    public synchronized void reset() {
        entries.clear();
    }

    private static Map<String, String> masked(Map<String, String> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                value -> SECRETS.contains(value.getKey()) ? hash(value.getValue()) : value.getValue(),
                (first, second) -> second, LinkedHashMap::new));
    }

    /** What stands for a secret: equal secrets are recognised, none is told. */
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
