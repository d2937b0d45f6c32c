package io.zoombookings.outcome;

import io.zoombookings.RetryAfter;
import io.zoombookings.Text;
import io.zoombookings.workspace.AddressRefusedException;
import io.zoombookings.workspace.GuardedClient;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Why an outcome was not delivered.
 *
 * @param refused a repetition cannot change it
 * @param pause   how long the receiver asks to be left alone; zero if it does not say
 * @param message one sentence for people, without the address, which may hold a secret of the receiver
 */
record OutcomeFailure(boolean refused, Duration pause, String message) {

    private static final int GONE = 410;

    static OutcomeFailure of(OutcomeTarget target, Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (target != OutcomeTarget.RESULT && cause instanceof HttpOperationFailedException answer) {
                return answered(answer);
            }
            if (cause instanceof AddressRefusedException) {
                return new OutcomeFailure(true, Duration.ZERO,
                        "The callback's name resolves to a private address, which is not called");
            }
            root = cause;
        }
        String why = root.getMessage() == null ? "" : " (" + Text.cut(Text.oneLine(root.getMessage()), 300) + ")";
        return new OutcomeFailure(false, Duration.ZERO, target != OutcomeTarget.RESULT
                ? "The callback cannot be reached: " + GuardedClient.why(root)
                : "The endpoint of BOOKING_RESULT_URI did not take it" + why);
    }

    private static OutcomeFailure answered(HttpOperationFailedException answer) {
        int status = answer.getStatusCode();
        if (status == GONE) {
            return new OutcomeFailure(true, Duration.ZERO, "The callback answers that it is gone for good (410)");
        }
        String message = status / 100 == 3 ? "The callback answers with a redirect (" + status
                + "), which is not followed: set the address that it names" : "The callback answers " + status;
        return new OutcomeFailure(false, RetryAfter.of(answer.getResponseHeaders()), message);
    }
}
