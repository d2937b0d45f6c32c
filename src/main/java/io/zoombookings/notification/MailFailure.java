package io.zoombookings.notification;

import io.zoombookings.Cause;
import io.zoombookings.Cause.Kind;
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
 * @param cause   why, for people and programs
 */
record MailFailure(boolean refused, boolean server, boolean certain, Cause cause) {

    static MailFailure of(Throwable failure) {
        boolean answered = false;
        boolean certain = false;
        String said = failure.getMessage();
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            certain |= cause instanceof MailNotBegunException;
            if (cause instanceof AuthenticationFailedException) {
                return new MailFailure(false, true, true, Cause.of(Kind.MAIL_SIGN_IN_REFUSED));
            }
            if (cause instanceof SMTPSenderFailedException sender) {
                return new MailFailure(false, true, true, sender.getReturnCode() < 500
                        ? Cause.of(Kind.MAIL_DEFERRED, "said", sender.getMessage())
                        : Cause.of(Kind.MAIL_SENDER_REFUSED, "status", sender.getReturnCode()));
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
        return new MailFailure(false, !answered, certain, Cause.of(Kind.MAIL_UNREACHABLE, "said",
                said == null ? failure.getClass().getSimpleName() : said));
    }

    private static MailFailure reply(int code, String said) {
        return code >= 500 ? new MailFailure(true, false, true, Cause.of(Kind.MAIL_REFUSED, "said", said))
                : new MailFailure(false, code == 421, true, Cause.of(Kind.MAIL_DEFERRED, "said", said));
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null ? mail.getNextException()
                : failure.getCause();
    }
}
