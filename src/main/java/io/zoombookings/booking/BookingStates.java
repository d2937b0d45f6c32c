package io.zoombookings.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.booking.event.BookingState;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored form of what a booking has come to. Safe for several threads. */
@Component
public class BookingStates {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BookingStates(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The state of a booking that exists, whose row is the caller's until the end of its transaction. */
    BookingState lock(UUID booking) {
        return read(jdbc.sql("select state from booking where id = ? for update").param(booking).query(String.class)
                .single());
    }

    public BookingState read(String stored) {
        try {
            return json.readValue(stored, BookingState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored booking cannot be read", e);
        }
    }

    String write(BookingState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
