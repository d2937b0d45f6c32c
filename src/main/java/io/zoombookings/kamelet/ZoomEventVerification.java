package io.zoombookings.kamelet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a delivery comes from Zoom ("Using webhooks", Zoom's developer documentation): the signature is that of the raw
 * body and is compared in constant time before anything is parsed. Answers the URL validation challenge. Works without the
 * rest of this application. Safe for several threads.
 */
public class ZoomEventVerification {

    /** Zoom repeats a delivery after 5, 20 and 60 minutes, and it is not known whether it signs anew. */
    static final Duration OLDEST = Duration.ofHours(2);
    static final Duration FUTURE = Duration.ofMinutes(5);

    private static final String PROBLEM = "application/problem+json";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final int LONGEST_ID = 200;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String secret;
    private final Clock clock;

    /** @param secret the secret token of the Zoom app's event subscription; empty: there is no such endpoint */
    public ZoomEventVerification(String secret) {
        this(secret, Clock.systemUTC());
    }

    ZoomEventVerification(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @param headers of the request, under names in any case */
    public ZoomDelivery receive(byte[] body, Map<String, Object> headers) {
        if (secret.isBlank()) {
            return problem(404, "Not Found", "There is nothing at this address.");
        }
        byte[] raw = body == null ? new byte[0] : body;
        Map<String, Object> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(headers);
        String timestamp = text(given.get("x-zm-request-timestamp"));
        if (!isSigned(raw, timestamp, text(given.get("x-zm-signature")))) {
            return problem(401, "Unauthorized", "The signature is not one of Zoom for this body.");
        }
        if (!isTimely(timestamp)) {
            return problem(401, "Unauthorized", "The signature is too old, or of the future.");
        }
        return read(raw, text(given.get("x-zm-request-id")));
    }

    private ZoomDelivery read(byte[] raw, String requestId) {
        JsonNode event;
        try {
            event = JSON.readTree(raw);
        } catch (IOException e) {
            return problem(400, "Bad Request", "The body is not JSON.");
        }
        String name = event == null ? null : event.path("event").textValue();
        if (name == null || !NAME.matcher(name).matches() || requestId.length() > LONGEST_ID) {
            return problem(400, "Bad Request", "The body is not an event of Zoom.");
        }
        if ("endpoint.url_validation".equals(name)) {
            return challenged(event.path("payload").path("plainToken").asText());
        }
        // Without an id of its own the body stands for the delivery: it holds the event's time in milliseconds.
        String id = requestId.isBlank() ? "sha256-" + digest(raw) : requestId;
        return ZoomDelivery.ofEvent(name, id, new String(raw, StandardCharsets.UTF_8));
    }

    private ZoomDelivery challenged(String plainToken) {
        if (plainToken.isBlank()) {
            return problem(400, "Bad Request", "The challenge has no token.");
        }
        ObjectNode answer = JSON.createObjectNode().put("plainToken", plainToken)
                .put("encryptedToken", HexFormat.of().formatHex(hmac(plainToken.getBytes(StandardCharsets.UTF_8))));
        return ZoomDelivery.ofAnswer(200, "application/json", answer.toString());
    }

    private boolean isSigned(byte[] body, String timestamp, String signature) {
        byte[] prefix = ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
        String expected = "v0=" + HexFormat.of().formatHex(hmac(prefix, body));
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isTimely(String timestamp) {
        if (!timestamp.matches("[0-9]{1,11}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Instant now = clock.instant();
        return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(FUTURE));
    }

    private byte[] hmac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object header) {
        return header instanceof String value ? value : "";
    }

    private static ZoomDelivery problem(int status, String title, String detail) {
        try {
            return ZoomDelivery.ofAnswer(status, PROBLEM, JSON.writeValueAsString(JSON.createObjectNode()
                    .put("type", "about:blank").put("title", title).put("status", status).put("detail", detail)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
