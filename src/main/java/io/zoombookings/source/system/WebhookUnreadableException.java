package io.zoombookings.source.system;

/** No repetition can make a booking event of this webhook. The message is one sentence for people without personal data. */
public class WebhookUnreadableException extends RuntimeException {

    public WebhookUnreadableException(String message) {
        super(message);
    }
}
