package io.zoombookings.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Why a mail was not sent.
 *
 * @param refused a retry cannot change it (RFC 5321 section 4.2.1: a reply 5yz to this recipient or mail)
 * @param server  the server could not be talked to at all
 * @param certain the server certainly did not take the mail
 * @param message one sentence for people
 */
record MailFailure(boolean refused, boolean server, boolean certain, String message) {

    static MailFailure of(Throwable failure) {
        boolean answered = false;
        boolean certain = false;
        String said = failure.getMessage();
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            certain |= cause instanceof MailNotBegunException;
            if (cause instanceof AuthenticationFailedException) {
                return new MailFailure(false, true, true,
                        "The mail server refuses the sign-in: check MAIL_USERNAME and MAIL_PASSWORD");
            }
            if (cause instanceof SMTPSenderFailedException sender) {
                return new MailFailure(false, true, true, sender.getReturnCode() < 500
                        ? "The mail server put it off: " + sender.getMessage()
                        : "The mail server refuses the sender: check MAIL_FROM (" + sender.getReturnCode() + ")");
            }
            if (cause instanceof SMTPAddressFailedException address) {
                return reply(address.getReturnCode(), address.getMessage());
            }
            if (cause instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                answered = true;
                said = send.getMessage();
                if (send.getNextException() == null) {
                    return reply(send.getReturnCode(), said);
                }
            }
            answered |= cause instanceof SendFailedException;
        }
        return new MailFailure(false, !answered, certain, "The mail server cannot be reached or hung up ("
                + (said == null ? failure.getClass().getSimpleName() : said) + "); it is tried again");
    }

    private static MailFailure reply(int code, String said) {
        return code >= 500 ? new MailFailure(true, false, true, "The mail server refused it: " + said)
                : new MailFailure(false, code == 421, true, "The mail server put it off: " + said);
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null ? mail.getNextException()
                : failure.getCause();
    }
}
