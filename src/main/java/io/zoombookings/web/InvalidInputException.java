package io.zoombookings.web;

import java.util.List;

/** Fields of a request are wrong. */
class InvalidInputException extends RuntimeException {

    /** @param pointer where, as RFC 6901 says: {@code /url} */
    record Field(String pointer, String detail) {
    }

    private final transient List<Field> fields;

    InvalidInputException(List<Field> fields) {
        super("Fields of the request are wrong");
        this.fields = fields;
    }

    List<Field> fields() {
        return fields;
    }
}
