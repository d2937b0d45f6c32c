package io.zoombookings.outcome;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An outcome as it leaves.
 *
 * @param body      JSON; null: nobody waits for it any more
 * @param contentType of the body
 * @param headers   beside it
 * @param url       of the callback; null for the target RESULT
 * @param timestamp of this attempt, in seconds since 1970; null for the target RESULT
 * @param signature of id, timestamp and body; null for the target RESULT
 */
public record OutcomeMessage(Outcome outcome, String body, String contentType, Map<String, String> headers, String url,
                             String timestamp, String signature) {

    /** The very bytes that were signed. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** A view holds links, which must not get into a log by accident. */
    @Override
    public String toString() {
        return "OutcomeMessage[" + outcome + "]";
    }
}
