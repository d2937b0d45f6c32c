package io.zoombookings.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * A call that the sandbox received. Secrets in headers, query and form are replaced by their hash.
 *
 * @param path    as called, for the API without {@code /v2}
 * @param status  what was answered; 0 if the connection was dropped, -1 while the call is under way
 * @param user    the email address of the Zoom user on whose behalf it was, or null
 * @param effect  whether it changed something at Zoom, whatever was answered
 */
public record Call(Instant time, Operation operation, String method, String path, Map<String, String> query,
                   Map<String, String> headers, String body, int status, String user, boolean effect) {

    Call done(int status, String user, boolean effect) {
        return new Call(time, operation, method, path, query, headers, body, status, user, effect);
    }

    /** Matches a path in which {@code *} stands for any one segment. */
    boolean isTo(String method, String path) {
        return this.method.equals(method) && matches(this.path.split("/", -1), path.split("/", -1));
    }

    private static boolean matches(String[] actual, String[] pattern) {
        if (actual.length != pattern.length) {
            return false;
        }
        for (int i = 0; i < actual.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(actual[i])) {
                return false;
            }
        }
        return true;
    }
}
