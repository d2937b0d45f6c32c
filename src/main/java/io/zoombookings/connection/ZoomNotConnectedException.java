package io.zoombookings.connection;

/** The workspace has no usable grant: only a person can change that. */
public class ZoomNotConnectedException extends RuntimeException {

    public ZoomNotConnectedException(String message) {
        super(message);
    }
}
