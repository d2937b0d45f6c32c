package io.zoombookings.source.webhook;

import io.zoombookings.RetryAfter;
import io.zoombookings.Text;
import io.zoombookings.booking.event.InvalidBookingEventException;
import io.zoombookings.source.system.UnusableAnswerException;
import io.zoombookings.source.system.WebhookUnreadableException;
import io.zoombookings.workspace.AddressRefusedException;
import io.zoombookings.workspace.GuardedClient;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Why a webhook was not worked on.
 *
 * @param kind    what follows
 * @param pause   how long the booking system asks to be left alone; zero if it does not say
 * @param problem one sentence for people, without personal data and secrets
 */
record WebhookFailure(Kind kind, Duration pause, String problem) {

    enum Kind {
        /** A repetition cannot change it until somebody mends the cause. */
        FINAL,
        /** The booking system does not answer, or not as it should: it is left alone for a while. */
        SYSTEM,
        /** The database: only this webhook is tried again. */
        HERE,
        /** Nobody knows: only this webhook is tried again, and the log has the whole story. */
        UNKNOWN
    }

    private static final int PROBLEM = 900;

    static WebhookFailure of(WebhookSource source, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpOperationFailedException answer) {
                return answered(source.title(), answer);
            }
            if (cause instanceof WebhookUnreadableException) {
                return new WebhookFailure(Kind.FINAL, Duration.ZERO, cause.getMessage());
            }
            if (cause instanceof InvalidBookingEventException invalid) {
                return new WebhookFailure(Kind.FINAL, Duration.ZERO, cut(invalid.getMessage() + " "
                        + invalid.problems().stream().map(field -> field.pointer() + " " + field.detail())
                                .collect(Collectors.joining("; "))));
            }
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return new WebhookFailure(Kind.HERE, Duration.ZERO, "The database does not take it now");
            }
            if (cause instanceof AddressRefusedException) {
                return new WebhookFailure(Kind.FINAL, Duration.ZERO, "apiUrl leads to a private address, which is not called");
            }
            if (cause instanceof IOException) {
                return new WebhookFailure(Kind.SYSTEM, Duration.ZERO,
                        source.title() + " cannot be reached: " + GuardedClient.why(cause));
            }
            if (cause instanceof UnusableAnswerException) {
                return new WebhookFailure(Kind.SYSTEM, Duration.ZERO, cause.getMessage());
            }
        }
        return new WebhookFailure(Kind.UNKNOWN, Duration.ZERO, "Something went wrong here; it is in the log");
    }

    private static WebhookFailure answered(String title, HttpOperationFailedException answer) {
        int status = answer.getStatusCode();
        if (status == 401 || status == 403) {
            return new WebhookFailure(Kind.FINAL, Duration.ZERO, title + " refuses the credentials (" + status
                    + "): set them anew, and what failed is tried again");
        }
        if (status / 100 == 3) {
            return new WebhookFailure(Kind.FINAL, Duration.ZERO, title + " answers with a redirect (" + status
                    + "), which is not followed: set the address that it leads to as apiUrl");
        }
        boolean later = status >= 500 || status == 429 || status == 408;
        return new WebhookFailure(later ? Kind.SYSTEM : Kind.FINAL, RetryAfter.of(answer.getResponseHeaders()),
                title + " answers " + status);
    }

    private static String cut(String problem) {
        return Text.cut(Text.oneLine(problem), PROBLEM);
    }
}
