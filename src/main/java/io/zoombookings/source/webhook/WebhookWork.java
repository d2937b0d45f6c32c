package io.zoombookings.source.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A claimed webhook with all that is needed to work on it.
 *
 * @param source  as in addresses
 * @param system  the row of its settings
 * @param subject the booking system's id of the booking
 * @param body    the webhook as it came in
 * @param trusted whether its API may be anywhere, also in a private network
 */
public record WebhookWork(UUID id, UUID lease, String workspace, String source, UUID system, String subject, byte[] body,
        Instant receivedAt, WebhookSettings settings, boolean trusted) {

    WebhookSource knownSource() {
        return WebhookSource.of(source).orElseThrow();
    }

    @Override
    public String toString() {
        return "WebhookWork[" + workspace + "/" + source + ", " + id + "]";
    }
}
