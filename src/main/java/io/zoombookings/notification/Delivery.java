package io.zoombookings.notification;

import io.zoombookings.Cause;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * One mail on its way.
 *
 * @param repeated whether an earlier attempt may have reached the recipient
 * @param message  the mail, or null where there is none to send
 * @param result   what came of it, or null: not tried yet
 * @param problem  why it was not sent, or null
 * @param acceptedAt when the event that it tells of was accepted, or null
 */
public record Delivery(UUID id, boolean repeated, MimeMessage message, Result result, Cause problem,
                       Instant acceptedAt) {

    /** What came of a mail. */
    public enum Result {
        SENT,
        /** The server refused this recipient or mail for good. */
        REFUSED,
        /** The server certainly did not take it; a retry may help. */
        FAILED,
        /** The server may have taken it. */
        UNKNOWN,
        /** What it was to tell is no longer so. */
        STALE,
        /** The lease was nearly over. */
        LEFT
    }

    static Delivery of(UUID id, boolean repeated, MimeMessage message) {
        return of(id, repeated, message, null);
    }

    static Delivery of(UUID id, boolean repeated, MimeMessage message, Instant acceptedAt) {
        return new Delivery(id, repeated, message, null, null, acceptedAt);
    }

    Delivery with(Result outcome, Cause why) {
        return new Delivery(id, repeated, message, outcome, why, acceptedAt);
    }

    /** Whether it is to be sent. */
    public boolean isReady() {
        return result == null;
    }
}
