package io.zoombookings.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a booking must have come to after all its events, by the rules of the interface alone.
 *
 * @param workspace   number of the workspace, from 0
 * @param invitees    who must have it in the calendar: guests and host
 * @param uninvited   who was once told of it and must not have it any more
 */
record Truth(int workspace, String bookingId, String title, List<Date> dates, Set<String> invitees, Set<String> uninvited) {

    /** One occurrence. */
    record Date(String id, Instant start, int minutes, boolean cancelled) {
    }

    String marker(String workspaceId, Date date) {
        return "Booking " + workspaceId + "/" + bookingId + "/" + date.id();
    }
}
