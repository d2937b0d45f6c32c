package io.zoombookings.source.webhook;

import java.time.Instant;

/** A webhook is not worked on before something else has come, or this time. The message says what for. */
class WebhookWaitsException extends RuntimeException {

    private final transient Instant until;

    WebhookWaitsException(String message, Instant until) {
        super(message);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
