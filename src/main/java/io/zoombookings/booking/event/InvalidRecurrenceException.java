package io.zoombookings.booking.event;

/** The message completes a sentence about the rule: "is not …", "has more than …". */
class InvalidRecurrenceException extends RuntimeException {

    InvalidRecurrenceException(String message) {
        super(message);
    }
}
