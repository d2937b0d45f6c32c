package io.zoombookings.connection;

/** Zoom's OAuth endpoints refused, or gave no usable answer. The message holds no token, code or secret. */
class ZoomOAuthException extends RuntimeException {

    /** What follows from a failure. */
    enum Kind {
        /** The code, or the grant behind a refresh token, is no good and never will be again. */
        INVALID_GRANT,
        /** Zoom does not know this client id and secret, or the app is switched off: an operator must act. */
        CLIENT_REFUSED,
        /** The redirect URI is not the registered one: an operator must act. */
        REDIRECT_REFUSED,
        /** Anything else, such as 5xx, 429, HTML, a timeout: says nothing about the grant. */
        UNAVAILABLE
    }

    private final Kind kind;

    ZoomOAuthException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
