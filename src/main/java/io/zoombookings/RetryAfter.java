package io.zoombookings;

import java.time.Duration;
import java.util.Map;

/** How long a server asks to be left alone (RFC 9110, 10.2.3), in seconds, as booking systems write it. */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {
    }

    /**
     * @param headers of the answer, or null
     * @return zero if it does not say; at most an hour, whatever it says
     */
    public static Duration of(Map<String, String> headers) {
        String text = headers == null ? null : headers.entrySet().stream()
                .filter(header -> "Retry-After".equalsIgnoreCase(header.getKey())).map(Map.Entry::getValue)
                .findAny().orElse(null);
        if (text == null || !text.matches("[0-9]{1,9}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(text));
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
