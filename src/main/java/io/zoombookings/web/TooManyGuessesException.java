package io.zoombookings.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** This guess was not judged: there were too many wrong ones before it. */
class TooManyGuessesException extends AuthenticationException {

    private final Duration wait;

    TooManyGuessesException(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    /** Whole seconds, at least 1. */
    long waitSeconds() {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
