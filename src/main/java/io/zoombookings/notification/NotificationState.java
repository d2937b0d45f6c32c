package io.zoombookings.notification;

/** Where a notification stands, as the column {@code notification.state} has it. */
public enum NotificationState {
    /** To be sent, and certainly not sent yet: it may be withdrawn. */
    PENDING,
    /** Being sent, or to be sent again: an attempt whose outcome is not known may have reached the recipient. */
    SENDING,
    SENT,
    /** Refused for good. */
    FAILED,
    /** It may have reached the recipient and will not be sent again: what follows it says what is so now. */
    SUPERSEDED;

    /** As programs and people outside see it; a superseded one is not shown to them. */
    public String shown() {
        return this == SENDING ? PENDING.name() : name();
    }
}
