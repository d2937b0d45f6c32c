package io.zoombookings.meeting;

/** Another worker has taken over an occurrence: what this one knows of it may not be so any more. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("Another worker has taken over");
    }
}
