package io.zoombookings.web;

import java.time.Instant;
import java.util.List;

/** What the bookings page shows; links and passcodes are not part of it. */
public interface BookingOverview {

    /** @param page from 0 */
    record Filter(boolean problems, int page) {
    }

    /**
     * @param rows at most a page full, the last changed first
     * @param more whether there are further ones
     */
    record Page(List<Row> rows, boolean more) {
    }

    /**
     * @param title           null of a booking that is only known by its cancellation
     * @param host            email address, may be null
     * @param status          {@code CONFIRMED} or {@code CANCELLED}
     * @param occurrences     the first of them, those with a problem before the others, each in order of start
     * @param moreOccurrences how many there are beyond those
     */
    record Row(String bookingId, String title, String host, String status, List<OccurrenceRow> occurrences,
            int moreOccurrences, List<MailRow> notifications, Instant updatedAt) {

        /** Whether a retry may mend something. */
        public boolean hasProblem() {
            return occurrences.stream().anyMatch(one -> one.problem() != null || one.meetingState().equals("FAILED"))
                    || notifications.stream().anyMatch(mail -> mail.state().equals("FAILED"));
        }
    }

    /** @param problem what is wrong and what to do, or null */
    record OccurrenceRow(String occurrenceId, Instant start, String meetingState, String problem) {
    }

    /** How many mails of a kind are in a state. */
    record MailRow(String kind, String state, int count) {
    }

    Page page(String workspace, Filter filter);
}
