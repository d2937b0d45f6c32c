package io.zoombookings.meeting;

import io.zoombookings.Cause;
import java.time.Instant;

/** What a conversation with Zoom, or its absence, has come to. */
sealed interface Change {

    /**
     * The meeting was made, or found.
     *
     * @param applied fingerprint of what Zoom agreed to; null: it is not yet as it should be
     */
    record Made(ZoomMeeting meeting, String applied) implements Change {

        @Override
        public ZoomMeeting link() {
            return meeting;
        }
    }

    /** @param link the meeting, read again because its link may be another one now; or null */
    record Updated(String applied, ZoomMeeting link) implements Change {
    }

    /** The meeting was read. {@code agrees}: it is as it should be. */
    record LinkRead(ZoomMeeting link, boolean agrees) implements Change {
    }

    /**
     * The meeting that the row has is no more, or is nobody's here.
     *
     * @param dueAt when to go on, or null
     */
    record Gone(Cause problem, Instant dueAt) implements Change {
    }

    /**
     * Nothing was to be asked of Zoom, or not now.
     *
     * @param dueAt   when to go on, or null: not by itself
     * @param notSent no create or update was sent: what was taken of the host's day is given back
     */
    record Settled(MeetingState state, Cause problem, Instant dueAt, boolean notSent) implements Change {
    }

    /**
     * Zoom, or the way to it, failed.
     *
     * @param dueAt      when to try again, or null: that does not help
     * @param unknown    the create or update that was sent may have, or may get, its effect
     * @param notCounted no create or update was sent that Zoom is known to count
     */
    record Failed(MeetingState state, Cause problem, Instant dueAt, boolean unknown, boolean notCounted) implements Change {
    }

    /** The meeting whose link the row gets, or null. */
    default ZoomMeeting link() {
        return null;
    }

    default Cause problem() {
        return null;
    }

    default Instant dueAt() {
        return null;
    }

    /** Whether what was taken of the host's day is given back. */
    default boolean givesBack() {
        return this instanceof Settled settled && settled.notSent() || this instanceof Failed failed && failed.notCounted();
    }

    /** Whether what Zoom was asked may have, or may get, an effect that is not known. */
    default boolean isUnknown() {
        return this instanceof Failed failed && failed.unknown();
    }
}
