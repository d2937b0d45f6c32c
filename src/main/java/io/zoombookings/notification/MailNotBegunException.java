package io.zoombookings.notification;

import jakarta.mail.MessagingException;

/** Sending failed before any of the mail's content was handed to the server: nobody can have got it. */
class MailNotBegunException extends MessagingException {

    private static final long serialVersionUID = 1L;

    MailNotBegunException(String reason) {
        super(reason);
    }

    MailNotBegunException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
