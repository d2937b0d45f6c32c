package io.zoombookings.source.system;

/** A booking system's API answered something that cannot be used; another time it may be better. */
public class UnusableAnswerException extends RuntimeException {

    public UnusableAnswerException(String message) {
        super(message);
    }
}
