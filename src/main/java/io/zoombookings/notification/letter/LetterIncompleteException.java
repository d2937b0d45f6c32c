package io.zoombookings.notification.letter;

/** The letter cannot be a mail as it is: its link is missing, or an address is no address. Repeating does not help. */
public class LetterIncompleteException extends RuntimeException {

    public LetterIncompleteException(String message) {
        super(message);
    }

    public LetterIncompleteException(String message, Throwable cause) {
        super(message, cause);
    }
}
