package io.zoombookings.source.webhook;

/** A webhook is not worked on before something else has come. The message says what. */
class WebhookWaitsException extends RuntimeException {

    WebhookWaitsException(String message) {
        super(message);
    }
}
