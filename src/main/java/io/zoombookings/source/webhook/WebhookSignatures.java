package io.zoombookings.source.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a webhook comes from the booking system, by the raw bytes and in constant time, as each system's own documentation on
 * webhooks says. Safe for several threads.
 */
class WebhookSignatures {

    private static final Duration TOLERANCE = Duration.ofMinutes(3);
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TIME = Pattern.compile("(?:^|,)\\s*t=([0-9]{1,11})\\s*(?:,|$)");
    private static final Pattern SIGNATURE = Pattern.compile("(?:^|,)\\s*v1=([0-9a-fA-F]{64})\\s*(?:,|$)");

    private final Clock clock;

    WebhookSignatures(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param headers of the request, under names in any case
     * @param address that is registered at the booking system
     */
    boolean verify(WebhookSource source, WebhookSettings settings, byte[] body, Map<String, Object> headers, String address) {
        Map<String, Object> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(headers);
        return switch (source) {
            case CALCOM -> equal(hex(settings.secret(), body), text(given, "X-Cal-Signature-256").toLowerCase(Locale.ROOT));
            case CALENDLY -> calendly(settings.secret(), body, text(given, "Calendly-Webhook-Signature"));
            case EASYAPPOINTMENTS -> equal(settings.secret(), text(given, "X-Ea-Token"));
            case ACUITY -> equal(base64(settings.apiKey(), body), text(given, "X-Acuity-Signature"))
                    || settings.secret() != null
                    && equal(base64(settings.secret(), body), text(given, "X-Acuity-Signature"));
            case SQUARE -> equal(base64(settings.secret(), address.getBytes(StandardCharsets.UTF_8), body),
                    text(given, "x-square-hmacsha256-signature"));
        };
    }

    private boolean calendly(String secret, byte[] body, String header) {
        Matcher time = TIME.matcher(header);
        Matcher signature = SIGNATURE.matcher(header);
        if (!time.find() || !signature.find()) {
            return false;
        }
        byte[] prefix = (time.group(1) + ".").getBytes(StandardCharsets.UTF_8);
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time.group(1))), clock.instant()).abs();
        return equal(hex(secret, prefix, body), signature.group(1).toLowerCase(Locale.ROOT)) && age.compareTo(TOLERANCE) <= 0;
    }

    private static String hex(String key, byte[]... parts) {
        return HexFormat.of().formatHex(hmac(key, parts));
    }

    private static String base64(String key, byte[]... parts) {
        return Base64.getEncoder().encodeToString(hmac(key, parts));
    }

    private static byte[] hmac(String key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, Object> headers, String name) {
        return headers.get(name) instanceof String value ? value.strip() : "";
    }
}
