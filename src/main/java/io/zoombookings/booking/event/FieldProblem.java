package io.zoombookings.booking.event;

/** One wrong field: where (RFC 6901 pointer into the body that was sent), and what is wrong with it. */
public record FieldProblem(String pointer, String detail) {
}
