package io.zoombookings;

/**
 * A configured value is wrong or missing and the application must not start. The message is one sentence for the
 * operator: it names the variable and what it must be, and never shows a secret.
 */
public class WrongConfigurationException extends RuntimeException {

    public WrongConfigurationException(String sentence) {
        super(sentence);
    }

    public WrongConfigurationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
