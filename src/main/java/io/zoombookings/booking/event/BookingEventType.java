package io.zoombookings.booking.event;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a booking system says about a booking. */
public enum BookingEventType {
    CONFIRMED("booking.confirmed"),
    RESCHEDULED("booking.rescheduled"),
    CANCELLED("booking.cancelled");

    static final String WIRE_NAMES =
            Arrays.stream(values()).map(BookingEventType::wireName).collect(Collectors.joining(", "));

    private final String wireName;

    BookingEventType(String wireName) {
        this.wireName = wireName;
    }

    /** The value of the field {@code event}, and of a CloudEvent's {@code type}. */
    public String wireName() {
        return wireName;
    }

    static Optional<BookingEventType> ofWireName(String wireName) {
        for (BookingEventType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
