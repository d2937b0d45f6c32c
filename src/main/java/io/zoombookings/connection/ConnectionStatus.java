package io.zoombookings.connection;

/** How a workspace stands with Zoom. */
public enum ConnectionStatus {
    /** The application has no Zoom client id or secret. */
    NOT_CONFIGURED,
    NOT_CONNECTED,
    /** A consent was begun and has not come back yet. */
    PENDING,
    CONNECTED,
    /** The grant is gone; an administrator must connect again. */
    RECONNECT_REQUIRED
}
