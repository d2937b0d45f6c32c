package io.zoombookings.kamelet;

import java.io.IOException;

/** A call to Zoom cannot be signed, and was not sent: credentials are missing or refused, or no token can be had now. */
public class ZoomSigningException extends IOException {

    ZoomSigningException(String message) {
        super(message);
    }

    ZoomSigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
