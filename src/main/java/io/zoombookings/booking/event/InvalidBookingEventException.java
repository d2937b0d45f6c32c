package io.zoombookings.booking.event;

import java.util.List;

/** The event is refused. The message is one sentence for people and quotes no value of the event. */
public class InvalidBookingEventException extends RuntimeException {

    private final transient List<FieldProblem> problems;

    public InvalidBookingEventException(String detail, List<FieldProblem> problems) {
        super(detail);
        this.problems = List.copyOf(problems);
    }

    /** Every wrong field (of a thousand or more the first); empty where the body as a whole is wrong. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
