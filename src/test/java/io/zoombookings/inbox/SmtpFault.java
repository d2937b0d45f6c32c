package io.zoombookings.inbox;

import java.time.Duration;

/**
 * One way in which an SMTP server fails its client.
 *
 * @param answer what it says instead of the good answer, or null
 * @param pause  how long it waits before
 * @param drops  whether it ends the connection instead of answering
 */
public record SmtpFault(String answer, Duration pause, boolean drops) {

    /** Where in the conversation it strikes. */
    public enum Stage {
        CONNECT, HELO, MAIL, RCPT,
        /** The answer to {@code DATA}. */
        DATA,
        /** After the first line of the mail. */
        IN_DATA,
        /** The answer to the whole mail. With a drop the mail was taken, but the client never learns it. */
        MESSAGE
    }

    /** For example {@code answer(550, "5.1.1 No such user")}; 421 also ends the connection. */
    public static SmtpFault answer(int code, String text) {
        return new SmtpFault(code + " " + text, Duration.ZERO, false);
    }

    public static SmtpFault drop() {
        return new SmtpFault(null, Duration.ZERO, true);
    }

    /** All goes well, but only after this time. */
    public static SmtpFault slow(Duration time) {
        return new SmtpFault(null, time, false);
    }
}
