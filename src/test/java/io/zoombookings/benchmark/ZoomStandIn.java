package io.zoombookings.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Zoom as the bench needs it: consents to everybody, makes meetings after a fixed time, and counts them by topic. */
final class ZoomStandIn extends Conversations {

    private static final Pattern TOPIC = Pattern.compile("\"topic\"\\s*:\\s*\"([^\"]*)\"");
    private static final String SCOPES = "user:read:user meeting:write:meeting meeting:update:meeting meeting:delete:meeting "
            + "meeting:read:meeting meeting:read:list_meetings";

    private final long millis;
    private final AtomicLong ids = new AtomicLong(81_000_000_000L);
    private final ConcurrentHashMap<String, AtomicInteger> made = new ConcurrentHashMap<>();

    private ZoomStandIn(long millis) {
        this.millis = millis;
    }

    /** @param arguments port, milliseconds that a create takes */
    public static void main(String[] arguments) throws IOException {
        new ZoomStandIn(Long.parseLong(arguments[1])).serve(Integer.parseInt(arguments[0]));
    }

    @Override
    void talk(InputStream in, OutputStream out) throws IOException, InterruptedException {
        for (String request = line(in); request != null; request = line(in)) {
            int length = 0;
            String bearer = "";
            for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                } else if (header.regionMatches(true, 0, "authorization: bearer ", 0, 22)) {
                    bearer = header.substring(22).strip();
                } else if (header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
                    length = -1;
                }
            }
            String body = new String(length < 0 ? chunks(in) : in.readNBytes(length), StandardCharsets.UTF_8);
            String reply = reply(request, body, bearer);
            byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
            write(out, "HTTP/1.1 " + (request.contains("/meetings ") ? "201 Created" : "200 OK")
                    + "\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: " + bytes.length + "\r\n\r\n");
            out.write(bytes);
            out.flush();
        }
    }

    private String reply(String request, String body, String bearer) throws InterruptedException {
        if (request.startsWith("POST /v2/users/me/meetings")) {
            Matcher topic = TOPIC.matcher(body);
            made.computeIfAbsent(topic.find() ? topic.group(1) : "", name -> new AtomicInteger()).incrementAndGet();
            long id = ids.incrementAndGet();
            Thread.sleep(millis);
            return """
                    {"uuid":"4444AAAiAAAAAiAiAiiAii==","id":%d,"host_id":"%s","topic":"x","type":2,"status":"waiting",
                    "start_url":"https://us06web.zoom.us/s/%d?zak=eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.abcdefghijklmnopqrstuvwxyz",
                    "join_url":"https://us06web.zoom.us/j/%d?pwd=aGVsbG8gd29ybGQ","password":"pk4321","settings":{"waiting_room":true}}"""
                    .formatted(id, bearer, id, id);
        }
        if (request.contains("/oauth/token")) {
            Matcher code = Pattern.compile("(?:code|refresh_token)=(\\w+)").matcher(body);
            String user = code.find() ? code.group(1) : "nobody";
            return "{\"access_token\":\"" + user + "\",\"token_type\":\"bearer\",\"refresh_token\":\"" + user
                    + "\",\"expires_in\":3599,\"scope\":\"" + SCOPES + "\",\"api_url\":\"https://api.zoom.us\"}";
        }
        if (request.contains("/users/me")) {
            return "{\"id\":\"" + bearer + "\",\"account_id\":\"a" + bearer + "\",\"email\":\"" + bearer
                    + "@zoom.example\",\"display_name\":\"Host\",\"type\":2,\"status\":\"active\"}";
        }
        if (request.contains("/made")) {
            return made.size() + " " + made.values().stream().filter(count -> count.get() > 1).count();
        }
        return "{}";
    }
}
