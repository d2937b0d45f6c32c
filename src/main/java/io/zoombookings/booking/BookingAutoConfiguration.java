package io.zoombookings.booking;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What comes in, is written down and shown: the part that everything else serves. */
@OwnAutoConfiguration
@Import({
    BookingDoor.class,
    BookingSearch.class,
    BookingStates.class,
    BookingTerms.class,
    BookingViews.class,
    Bookings.class,
    EventMeters.class,
    PersonalData.class
})
public class BookingAutoConfiguration {
}
