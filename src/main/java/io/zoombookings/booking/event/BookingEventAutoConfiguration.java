package io.zoombookings.booking.event;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Booking events: their schema, their reading, the documents about them. */
@OwnAutoConfiguration
@Import({
    BookingEventReader.class,
    DocumentsController.class
})
public class BookingEventAutoConfiguration {
}
