package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer before it is sent. */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    static final String JSON = "application/json;charset=UTF-8";

    static Reply json(int status, JsonNode body) {
        return json(status, body.toString());
    }

    static Reply json(int status, String body) {
        return text(status, JSON, body);
    }

    static Reply html(int status, String body) {
        return text(status, "text/html;charset=UTF-8", body);
    }

    static Reply text(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    static Reply redirect(String location) {
        return empty(302).with("Location", location);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    Reply withBody(byte[] other) {
        return new Reply(status, headers, other);
    }
}
