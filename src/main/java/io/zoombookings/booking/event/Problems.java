package io.zoombookings.booking.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with one event, one problem a field: the first that was found. */
final class Problems {

    private static final int MAX = 1000;

    private final Map<String, FieldProblem> byPointer = new LinkedHashMap<>();
    private String prefix = "";

    /** All pointers from now on lie below this one: the event is a part of the body. */
    void below(String pointer) {
        prefix = pointer;
    }

    void add(String pointer, String detail) {
        if (byPointer.size() < MAX) {
            byPointer.putIfAbsent(prefix + pointer, new FieldProblem(prefix + pointer, detail));
        }
    }

    /** Whether the field, or one that it is in, was found wrong. */
    boolean at(String pointer) {
        if (byPointer.isEmpty()) {
            return false;
        }
        String whole = prefix + pointer;
        for (int end = whole.length(); end >= 0; end = end == 0 ? -1 : whole.lastIndexOf('/', end - 1)) {
            if (byPointer.containsKey(whole.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    void throwIfAny() {
        if (!byPointer.isEmpty()) {
            List<FieldProblem> found = List.copyOf(byPointer.values());
            throw new InvalidBookingEventException(found.size() == 1
                    ? "The booking event has a wrong field."
                    : "The booking event has " + found.size() + " wrong fields.", found);
        }
    }

    /** A field's name as a part of a pointer (RFC 6901 section 3). */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
