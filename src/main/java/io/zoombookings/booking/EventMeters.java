package io.zoombookings.booking;

import io.zoombookings.Meters;
import org.springframework.stereotype.Component;

/** Counts what came in, for the route booking-event. Thread-safe. */
@Component("zoomBookings.eventMeters")
public class EventMeters {

    /** @param source http, broker, replay, or a booking system */
    public void accepted(String source, Accepted event) {
        Meters.event(source, event.type(), event.duplicate() ? "duplicate" : "accepted");
    }
}
