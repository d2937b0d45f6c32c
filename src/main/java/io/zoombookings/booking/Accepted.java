package io.zoombookings.booking;

import io.zoombookings.meeting.Work;
import java.util.List;
import java.util.UUID;

/**
 * An event that is durable.
 *
 * @param booking   the booking's row
 * @param status    CONFIRMED or CANCELLED, of the booking as a whole
 * @param type      of the event: confirmed, rescheduled or cancelled
 * @param duplicate the same event was accepted before; nothing was changed
 * @param work      occurrences that this node has claimed and is to work on now
 */
public record Accepted(String workspace, UUID booking, String bookingId, String status, String type, boolean duplicate,
                       List<Work> work) {
}
