package io.zoombookings.meeting;

/** Where an occurrence stands with Zoom. */
public enum MeetingState {
    PENDING, CREATED, UPDATE_PENDING, CANCEL_PENDING, CANCELLED,
    /** A person must act; the occurrence's problem says what to do. */
    FAILED,
    /** No link will be made until Zoom is connected. */
    NOT_CONNECTED;

    /** Nothing more will happen by itself. */
    public boolean settled() {
        return this == CREATED || this == CANCELLED || this == FAILED || this == NOT_CONNECTED;
    }
}
