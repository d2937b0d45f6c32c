package io.zoombookings.notification;

import io.zoombookings.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * What one notification told, or is about to tell, one person of one occurrence.
 *
 * @param zoomMeetingId the meeting whose link it told; null: none
 * @param linkVersion   rises where the same meeting gets another link
 * @param generation    of the occurrence then
 * @param unsent        certainly not sent: no delivery was begun, or the server refused each
 * @param detail        of a reminder: how long before the start
 * @param cause         of the news of a problem: which, or null
 */
record Told(UUID notification, NotificationKind kind, Role role, String recipient, UUID occurrence, Instant start,
            int durationMinutes, String title, Long zoomMeetingId, int linkVersion, long generation, int sequence, boolean unsent,
            String detail, Cause cause) {
}
