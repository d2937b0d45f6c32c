package io.zoombookings.sandbox;

/** An error of the token or revoke endpoint: always 400, with Zoom's own two members. */
final class TokenError extends RuntimeException {

    private final String error;

    TokenError(String reason, String error) {
        super(reason);
        this.error = error;
    }

    Reply reply() {
        return Reply.json(400, Json.object().put("reason", getMessage()).put("error", error));
    }
}
