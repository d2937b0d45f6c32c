package io.zoombookings.notification;

/** What a mail says; the names are those of the API and of the header {@code X-Booking-Notification}. */
public enum NotificationKind {
    CONFIRMATION, LINK_FOLLOWS, LINK_READY, RESCHEDULED, CANCELLED, REMINDER, HOST_PROBLEM, RECONNECT_REQUIRED
}
