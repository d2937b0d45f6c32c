package io.zoombookings.sandbox;

import java.time.Duration;

/**
 * A webhook that was sent.
 *
 * @param timestamp of the signature, in seconds
 * @param status    what the receiver answered; 0 if it did not within Zoom's 3 seconds, or no target is set
 * @param reply     the receiver's body, or why there is none
 */
public record Delivery(String event, String requestId, long timestamp, String signature, String body, int status,
                       String reply, Duration took) {

    /** Whether Zoom would try again after 5, 20 and 60 minutes. */
    public boolean retried() {
        return status == 0 || status >= 500;
    }
}
