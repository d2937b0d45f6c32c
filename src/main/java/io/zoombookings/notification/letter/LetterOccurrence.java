package io.zoombookings.notification.letter;

import java.time.Instant;
import java.util.Objects;

/**
 * One date of a letter.
 *
 * @param durationMinutes         at least 1
 * @param cancelled               the date does not take place (any more); every date of a cancellation letter is
 *                                treated so, whatever this says
 * @param joinUrl                 null while there is no meeting
 * @param passcode                null where the meeting has none
 * @param meetingId               Zoom's meeting id in digits, null while there is no meeting
 * @param previousStart           what the recipient was told last, null where that has not changed
 * @param previousDurationMinutes as {@code previousStart}
 * @param previousTitle           as {@code previousStart}
 * @param linkChanged             the recipient was told another link before
 */
public record LetterOccurrence(
        String occurrenceId, Instant start, int durationMinutes, boolean cancelled,
        String joinUrl, String passcode, String meetingId,
        Instant previousStart, Integer previousDurationMinutes, String previousTitle, boolean linkChanged) {

    public LetterOccurrence {
        Objects.requireNonNull(occurrenceId, "occurrenceId");
        Objects.requireNonNull(start, "start");
    }

    /** The end of the occurrence. */
    public Instant end() {
        return start.plusSeconds(durationMinutes * 60L);
    }
}
