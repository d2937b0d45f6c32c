package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Requests that no program of good will makes, at every door: the sender is told what is wrong (4xx), nothing is stored,
 * and nothing fails here. The seed is fixed; what it finds is in {@link #KNOWN} too.
 */
@TestPropertySource(properties = "zoom.webhook.secret=secret-of-zooms-events")
class MalformedTest extends RunningApplication {

    private static final int REQUESTS = Integer.getInteger("malformed.requests", 700);
    private static final String KEY = "Authorization: Bearer key-of-the-default-workspace";
    private static final String ADMIN = "Authorization: " + ROOT;
    private static final String EVENTS = "/api/workspaces/default/booking-events";
    private static final String HOOKS = "/api/workspaces/default/webhooks/";

    /** A method, an address and who asks. */
    private record Door(String method, String path, String credentials) {
    }

    private static final List<Door> DOORS = List.of(
            new Door("POST", EVENTS, KEY), new Door("POST", EVENTS, KEY), new Door("POST", EVENTS, ADMIN),
            new Door("POST", "/integrations/zoom/events", null), new Door("POST", HOOKS + "calcom", null),
            new Door("POST", HOOKS + "calendly", null), new Door("POST", HOOKS + "easyappointments", null),
            new Door("POST", HOOKS + "easyappointments", "X-Ea-Token: a-secret-of-easyappointments"),
            new Door("POST", HOOKS + "acuity", null), new Door("POST", HOOKS + "square", null), new Door("POST", HOOKS + "x", null),
            new Door("PUT", HOOKS + "calcom", ADMIN), new Door("POST", "/api/workspaces", ADMIN),
            new Door("PUT", "/api/workspaces/default/callback", ADMIN), new Door("GET", "/api/workspaces/default/bookings", ADMIN),
            new Door("GET", "/api/workspaces/default/bookings/B-1", KEY),
            new Door("POST", "/api/workspaces/default/bookings/B-1/retry", ADMIN),
            new Door("GET", "/api/workspaces/default/personal-data", ADMIN),
            new Door("DELETE", "/api/workspaces/default/personal-data", ADMIN),
            new Door("GET", "/api/workspaces/default/zoom-connection", ADMIN),
            new Door("POST", "/actuator/camelroutes/booking-inbound", ADMIN), new Door("POST", "/login", null),
            new Door("GET", "/login", null), new Door("GET", "/integrations/zoom/callback", ADMIN),
            new Door("GET", "/workspaces", ADMIN), new Door("POST", "/workspaces", ADMIN),
            new Door("GET", "/workspaces/default/bookings", ADMIN), new Door("GET", "/workspaces/default/audit", ADMIN),
            new Door("GET", "/mail-preview", ADMIN), new Door("GET", "/openapi.yaml", null), new Door("GET", "/nowhere", null));

    private static final List<String> TYPES = Arrays.asList(null, "application/json", "application/json; charset=utf-16",
            "application/json; charset=nonsense", "application/json;charset=\"", "text/plain", "text/plain; charset=utf-16",
            "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-16", "multipart/form-data",
            "multipart/form-data; boundary=x", "application/cloudevents+json", "application/xml", "garbage", "*/*", "/", ";",
            "application/x-java-serialized-object", "application/cloudevents-batch+json");
    private static final List<String> HEADERS = Arrays.asList(null, null, null, "Content-Encoding: gzip", "Content-Encoding: br",
            "Content-Encoding: identity", "Accept: garbage", "Accept: application/xml", "Accept: text/html", "Accept: */*;q=x",
            "Prefer: wait=99999999999", "Prefer: wait=-1, respond-async", "Idempotency-Key: \u00fc\u00ff", "Accept-Language: @@-!!",
            "Cookie: zoom-bookings=%%%; =; a", "Cookie: zoom-bookings=" + "A".repeat(300), "Authorization: Basic !!!",
            "Authorization: Bearer", "Authorization: Digest x", "X-Forwarded-For: [", "X-Forwarded-Proto: gopher",
            "Range: bytes=9-1,-", "If-Modified-Since: never", "Expect: something", "Origin: null", "CamelHttpResponseCode: 999",
            "ce-specversion: 9", "ce-id: 1", "x-zm-request-timestamp: 99999999999999999999", "X-HTTP-Method-Override: PUT",
            "Calendly-Webhook-Signature: t=99999999999,v1=" + "0".repeat(64), "Transfer-Encoding: gzip");
    private static final List<String> QUERIES = List.of("", "", "", "?%zz", "?a=%00", "?%", "?limit=x&cursor=%ff&from=never", "?email=%",
            "?email=" + "e".repeat(2000), "?state=%F0%28&code=x", "?error=%00", "?page=-1&size=99999999999", "?=&=&&", "?workspace[]=1",
            "?from=%ED%A0%80", "?q=%27%22%3C");
    private static final List<String> METHODS = List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO");

    private static final List<byte[]> BODIES = List.of(bytes(""), bytes("{"), bytes("{}"), bytes("[]"), bytes("null"), bytes("\"x\""),
            bytes("1e999999999"), bytes("[".repeat(5000)), bytes("{\"a\":".repeat(1000)), bytes("a=%zz"), bytes("a=%00&b"),
            bytes("username=%ff&password=%zz&_csrf"), new byte[] {'{', '"', (byte) 0xC3, '"', '}'}, new byte[] {0},
            "{\"event\":\"booking.confirmed\"}".getBytes(StandardCharsets.UTF_16), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0},
            new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5}, new byte[] {0x1F, (byte) 0x8B, 8, 0}, bytes("{\"event\":\"booking.confirmed\","
            + "\"booking\":{\"id\":\"\\u0000\",\"title\":\"\\ud800\"}}"), bytes("--x\r\n\r\n--x--"), bytes("<?xml version=\"1.0\"?><a/>"),
            bytes("{\"id\":\"a\\u0000\",\"name\":\"\\u0000\"}"), bytes("{\"id\":{},\"name\":[],\"url\":1,\"secret\":true}"),
            bytes("{\"url\":\"http://[\"}"), bytes("{\"url\":\"https://a b\"}"), bytes("{\"id\":\"okay\",\"name\":\"a\\u0000b\"}"),
            bytes("{\"secret\":\"\\u0000\\ud800\",\"apiUrl\":\"https://\",\"timeZone\":\"\\u0000\",\"hostEmail\":\"@\"}"),
            rule("FREQ=DAILY;COUNT=3;BYSETPOS=366"), rule("FREQ=YEARLY;BYYEARDAY=367;COUNT=2"), rule("FREQ=;;="), rule("\u0000"),
            rule("FREQ=SECONDLY;INTERVAL=2147483647;UNTIL=99991231"), rule("FREQ=MONTHLY;BYDAY=99MO;COUNT=2"),
            rule("FREQ=DAILY;COUNT=99999999999"), rule("FREQ=WEEKLY;WKST=XX;COUNT=1"), rule("RSCALE=HEBREW;FREQ=MONTHLY;COUNT=2;SKIP=X"));

    /** What once was answered 500, or echoed. */
    private static final List<String> KNOWN = List.of(
            "POST %1$s HTTP/1.1\r\nHost: a\r\n%2$s\r\nContent-Length: 2\r\n\r\n{",
            "POST /%%61pi/workspaces/default/booking-events HTTP/1.1\r\nHost: a\r\n%2$s\r\nContent-Length: 2\r\n\r\n{}",
            "POST /%%69ntegrations/zoom/events HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
            "POST /api/workspaces/default/booking-event%%73 HTTP/1.1\r\nHost: a\r\n%2$s\r\nContent-Length: 2\r\n\r\n{}",
            "POST %1$s HTTP/1.1\r\nHost: a\r\n%2$s\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
            "POST /integrations/zoom/events HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            "POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nzz",
            "GET /%%00 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /..%%2f..%%2fetc HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /login;jsessionid=a%%00 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /workspaces/%%ff/bookings HTTP/1.1\r\nHost: a\r\n%3$s\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: \u0000\r\n\r\n", "GET /login HTTP/9.9\r\nHost: a\r\n\r\n", "\r\n\r\n\r\n", "GET\r\n\r\n");

    @Autowired
    private JdbcClient jdbc;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void setUp() {
        for (String system : List.of("calcom", "calendly", "easyappointments", "square", "acuity")) {
            assertThat(call("PUT", HOOKS + system, ROOT, """
                    {"secret":"a-secret-of-%1$s","apiKey":"k","apiUser":"u","apiUrl":"http://127.0.0.1:1","timeZone":"Europe/Berlin",
                    "hostEmail":"host@clinic.example"}""".formatted(system)).statusCode()).isIn(204, 400);
        }
    }

    @Test
    void whoeverSendsNonsenseIsToldSo() throws IOException {
        Map<String, Integer> before = stored();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            for (String known : KNOWN) {
                send(bytes(known.formatted(EVENTS, KEY, ADMIN)));
            }
            Random random = new Random(20261);
            for (int i = 0; i < REQUESTS; i++) {
                send(request(random));
            }
        } finally {
            root.detachAppender(log);
        }
        List<String> logged = log.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR)
                || event.getLevel() == Level.WARN && event.getThrowableProxy() != null).map(ILoggingEvent::toString).distinct().toList();
        assertThat(wrong).isEmpty();
        assertThat(logged).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    private static byte[] request(Random random) {
        Door door = any(DOORS, random);
        byte[] body = any(BODIES, random);
        String method = random.nextInt(8) == 0 ? any(METHODS, random) : door.method();
        if (random.nextInt(10) == 0) {
            body = new byte[random.nextInt(300)];
            random.nextBytes(body);
        }
        StringBuilder head = new StringBuilder(method + " " + door.path() + any(QUERIES, random) + " HTTP/1.1\r\nHost: a\r\n");
        String type = any(TYPES, random);
        String header = any(HEADERS, random);
        for (String line : Arrays.asList(door.credentials(), type == null ? null : "Content-Type: " + type, header)) {
            if (line != null && !(line == door.credentials() && header != null && header.startsWith("Authorization"))) {
                head.append(line).append("\r\n");
            }
        }
        if (!"GET".equals(method) || random.nextBoolean()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        } else {
            body = new byte[0];
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes(head.append("Connection: close\r\n\r\n").toString()));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private void send(byte[] request) throws IOException {
        String asked = new String(request, StandardCharsets.ISO_8859_1);
        String answer;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            answer = new String(readAll(socket.getInputStream()), StandardCharsets.ISO_8859_1);
        }
        boolean failed = answer.startsWith("HTTP/1.1 5") && !answer.startsWith("HTTP/1.1 501") && !answer.startsWith("HTTP/1.1 505");
        if (failed || answer.contains("\tat ") || answer.contains("Exception") || answer.contains("java.")) {
            wrong.add("%n%s%n -> %s".formatted(asked, answer.substring(0, Math.min(700, answer.length()))));
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (IOException closed) {
            // What was said before counts.
        }
        return all.toByteArray();
    }

    private Map<String, Integer> stored() {
        Map<String, Integer> rows = new TreeMap<>();
        for (String table : List.of("booking", "booking_event", "occurrence", "booking_webhook_event", "zoom_event",
                "workspace", "notification")) {
            rows.put(table, jdbc.sql("select count(*) from " + table).query(Integer.class).single());
        }
        return rows;
    }

    private static byte[] rule(String rule) {
        return bytes("""
                {"event":"booking.confirmed","booking":{"id":"B","title":"T","start":"2031-03-04T09:00:00Z","durationMinutes":30,
                "host":{"email":"h@x.example"},"guests":[{"email":"g@x.example"}],"recurrence":{"rule":"%s"}}}""".formatted(rule));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
