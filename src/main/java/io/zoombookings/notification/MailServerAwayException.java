package io.zoombookings.notification;

import jakarta.mail.MessagingException;

/** There was no connection to the mail server: nothing of a mail has been sent. */
class MailServerAwayException extends MessagingException {

    private static final long serialVersionUID = 1L;

    MailServerAwayException(String reason) {
        super(reason);
    }

    MailServerAwayException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
