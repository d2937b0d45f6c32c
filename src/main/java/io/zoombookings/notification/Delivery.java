package io.zoombookings.notification;

import jakarta.mail.internet.MimeMessage;
import java.util.UUID;

/**
 * One mail on its way.
 *
 * @param message the mail, or null where there is none to send
 * @param result  what came of it, or null: not tried yet
 * @param problem why it was not sent, or null
 */
public record Delivery(UUID id, MimeMessage message, Result result, String problem) {

    /** What came of a mail. */
    public enum Result {
        SENT,
        /** The server refused this recipient or mail for good. */
        REFUSED,
        /** A retry may help. */
        FAILED,
        /** What it was to tell is no longer so. */
        OBSOLETE,
        /** The lease was nearly over. */
        LEFT
    }

    static Delivery of(UUID id, MimeMessage message) {
        return new Delivery(id, message, null, null);
    }

    Delivery with(Result outcome, String why) {
        return new Delivery(id, message, outcome, why);
    }

    /** Whether it is to be sent. */
    public boolean isReady() {
        return result == null;
    }
}
