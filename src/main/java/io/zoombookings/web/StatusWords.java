package io.zoombookings.web;

import io.zoombookings.Cause;
import io.zoombookings.booking.BookingView;
import io.zoombookings.connection.ConnectionStatus;
import io.zoombookings.situation.Situation;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The words of pages for what the application names in capitals. */
@Component
class StatusWords {

    private static final int BASIC = 1;
    private static final int LICENSED = 2;

    public String of(ConnectionStatus status) {
        return words(status.name());
    }

    /** What a connection status means for bookings. */
    public String meaning(ConnectionStatus status) {
        return switch (status) {
            case NOT_CONFIGURED -> "This application does not know its Zoom app yet, so Zoom cannot be connected.";
            case NOT_CONNECTED -> "Bookings are accepted, but get no Zoom meeting until you connect Zoom.";
            case PENDING -> "You were sent to Zoom, and its answer has not come back yet.";
            case CONNECTED -> "All future bookings get their Zoom meetings by themselves.";
            case RECONNECT_REQUIRED -> "Zoom no longer lets this application in. Bookings are accepted and wait; press "
                    + "Reconnect, and those without a link get their meetings.";
        };
    }

    /** @param plan Zoom's user type, or null */
    public String plan(Integer plan) {
        if (plan == null) {
            return "not known";
        }
        return switch (plan) {
            case BASIC -> "Basic (free)";
            case LICENSED -> "Licensed (paid)";
            default -> "No licence assigned";
        };
    }

    /**
     * The one thing to do, beyond what the sentence of the cause says.
     *
     * @param code of a cause
     * @return null: the sentence says it, or nothing is to be done
     */
    public String action(String code) {
        return switch (code) {
            case "MAIL_UNREACHABLE" -> "Check that the mail server runs and that MAIL_HOST and MAIL_PORT are its address. What "
                    + "waits leaves within a minute of its return.";
            case "ZOOM_UNREACHABLE", "ZOOM_FAILING", "ZOOM_NO_ANSWER" -> "Look at Zoom’s status page. There is nothing to do "
                    + "here: what waits goes on within a minute of Zoom’s return.";
            case "TOKEN_UNAVAILABLE" -> "Check that the way out to ZOOM_OAUTH_URL is open.";
            case "DAY_USED_UP", "ACCOUNT_LIMITED" -> "There is nothing to do here: what begins soonest was done first. More "
                    + "hosts or a larger plan raise the limit.";
            default -> null;
        };
    }

    /** Whether trying again may help: what waits goes on by itself, and what waits for a connection goes on with it. */
    public boolean mayBeRetried(Situation.Trouble trouble) {
        return trouble.failed() && !trouble.code().equals(Cause.Kind.NOT_CONNECTED.code());
    }

    /** {@code UPDATE_PENDING} as {@code Update pending}. */
    public String words(String name) {
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether a retry may mend something of it: what only waits goes on by itself. */
    public boolean mayBeRetried(BookingView booking) {
        return booking.occurrences().stream().anyMatch(one -> one.meeting().state().equals("FAILED")
                || one.notifications().stream().anyMatch(mail -> mail.state().equals("FAILED")));
    }

    /** The colour class of a meeting's state. */
    public String tone(String meetingState) {
        return switch (meetingState) {
            case "CREATED" -> "yes";
            case "FAILED" -> "no";
            case "NOT_CONNECTED" -> "warn";
            case "CANCELLED" -> "none";
            default -> "busy";
        };
    }
}
