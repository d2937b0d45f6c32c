package io.zoombookings.connection;

/** Zoom's token endpoint gave no usable answer; the grant is kept and the call may be repeated. */
public class ZoomTokenUnavailableException extends RuntimeException {

    public ZoomTokenUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
