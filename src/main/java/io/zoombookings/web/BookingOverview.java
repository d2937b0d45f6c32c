package io.zoombookings.web;

import io.zoombookings.booking.BookingSearch;
import java.time.Instant;
import java.util.List;

/** What the bookings page shows; links and passcodes are not part of it. */
public interface BookingOverview {

    /**
     * @param rows in order of start
     * @param next where the next page begins, or null
     */
    record Page(List<Row> rows, String next) {
    }

    /**
     * @param title           null of a booking that is only known by its cancellation
     * @param host            email address, may be null
     * @param guests          names or addresses, at most three
     * @param moreGuests      how many there are beyond those
     * @param status          {@code CONFIRMED} or {@code CANCELLED}
     * @param occurrences     the first of them, those with a problem before the others, each in order of start
     * @param moreOccurrences how many there are beyond those
     */
    record Row(String bookingId, String title, String host, List<String> guests, int moreGuests, String status,
               List<OccurrenceRow> occurrences, int moreOccurrences, List<MailRow> mails) {

        /** Whether a retry may mend something: what only waits goes on by itself. */
        public boolean mayBeRetried() {
            return occurrences.stream().anyMatch(one -> one.meetingState().equals("FAILED"))
                    || mails.stream().anyMatch(mail -> mail.state().equals("FAILED"));
        }
    }

    /**
     * @param meeting Zoom's number, or null
     * @param problem what is wrong and what to do, or null
     */
    record OccurrenceRow(String occurrenceId, Instant start, String meetingState, Long meeting, String problem) {
    }

    /**
     * How many mails of a kind are in a state.
     *
     * @param problem of one of them why it was not sent, or null
     */
    record MailRow(String kind, String state, int count, String problem) {
    }

    /** @param after the end of the page before, or null */
    Page page(String workspace, BookingSearch.Filter filter, BookingSearch.Cursor after);
}
