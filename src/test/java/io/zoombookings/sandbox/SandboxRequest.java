package io.zoombookings.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call as it arrived.
 *
 * @param path    the raw path
 * @param query   decoded; the last one of a repeated parameter
 * @param headers by name without regard to case; several values joined by a comma
 */
public record SandboxRequest(String method, String path, String rawQuery, Map<String, String> query,
                             Map<String, String> headers, String body) {

    static SandboxRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        String rawQuery = exchange.getRequestURI().getRawQuery();
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new SandboxRequest(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), rawQuery,
                form(rawQuery), headers, new String(body, StandardCharsets.UTF_8));
    }

    static Map<String, String> form(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.put(URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean hasType(String type) {
        return header("Content-Type").toLowerCase(Locale.ROOT).split(";")[0].trim().equals(type);
    }

    /** The body's form fields, empty if it is declared as something else. */
    Map<String, String> bodyForm() {
        return hasType("application/x-www-form-urlencoded") ? form(body) : Map.of();
    }

    /** The token of a {@code Bearer} authorization, or null. */
    String bearer() {
        String value = header("Authorization");
        return value.regionMatches(true, 0, "Bearer ", 0, 7) ? value.substring(7).trim() : null;
    }

    /** The path with the API's prefix taken off. */
    String apiPath() {
        return path.startsWith("/v2/") ? path.substring(3) : path;
    }

    String lastSegment() {
        return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }
}
