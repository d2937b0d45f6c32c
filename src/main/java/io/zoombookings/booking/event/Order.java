package io.zoombookings.booking.event;

import java.time.Instant;

/**
 * When an event happened, as far as is known: what decides which of two events about a booking is the later one.
 *
 * @param version    the sender's, or null
 * @param occurredAt the sender's, in microseconds, or null
 * @param arrivedAt  ours, never null; rises strictly with each event of a booking that counted, except that the first
 *                   confirmation of a booking has {@link #BEGINNING}: what came before it depends on it and is later
 */
public record Order(Long version, Instant occurredAt, Instant arrivedAt) {

    /** Before everything that arrives. */
    public static final Instant BEGINNING = Instant.EPOCH;

    /**
     * By version where both have it, else by occurredAt where both have it, else by arrival. Events of which all have a
     * version, or all an occurredAt, are in one total order; a mixture is compared pair by pair.
     *
     * @return negative if this is the earlier one, positive if it is the later one, 0 if both have the same version,
     *         or neither version nor time tells them apart
     */
    public int compareWith(Order other) {
        if (version != null && other.version != null) {
            return version.compareTo(other.version);
        }
        if (occurredAt != null && other.occurredAt != null && !occurredAt.equals(other.occurredAt)) {
            return occurredAt.compareTo(other.occurredAt);
        }
        return arrivedAt.compareTo(other.arrivedAt);
    }

    /**
     * Whether an event about the whole booking of this order is later than one about a single occurrence. With the same
     * version or time the single one counts: it depends on the whole.
     */
    boolean outdates(Order single) {
        boolean sameTime = (version == null || single.version == null)
                && occurredAt != null && occurredAt.equals(single.occurredAt);
        return !sameTime && compareWith(single) > 0;
    }

    /**
     * Whether an event of this order takes the place of an older one of the same subject (the whole booking, or one
     * occurrence). Never true in both directions. Of two with the same version, or the same time, a cancellation
     * counts. Where only arrival tells, a reschedule does not bring back what was cancelled: it is taken for a late one,
     * and a confirmation is needed.
     */
    public boolean supersedes(BookingEventType type, Order older, BookingEventType olderType) {
        boolean cancels = type == BookingEventType.CANCELLED;
        boolean olderCancels = olderType == BookingEventType.CANCELLED;
        if (version != null && older.version != null) {
            int byVersion = version.compareTo(older.version);
            return byVersion > 0 || byVersion == 0 && cancels && !olderCancels;
        }
        if (occurredAt != null && older.occurredAt != null) {
            int byTime = occurredAt.compareTo(older.occurredAt);
            if (byTime != 0) {
                return byTime > 0;
            }
            if (cancels != olderCancels) {
                return cancels;
            }
        } else if (cancels && olderType == BookingEventType.RESCHEDULED) {
            return true;
        } else if (olderCancels && type == BookingEventType.RESCHEDULED) {
            return false;
        }
        return arrivedAt.isAfter(older.arrivedAt);
    }
}
