package io.zoombookings.notification.letter;

import io.zoombookings.Cause;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything one mail to one person says, as values. A guest's letter cannot hold another guest: whatever is given as
 * {@code guests}, it keeps the recipient alone.
 *
 * @param messageId       of the mail, with or without angle brackets; the same when the same letter is sent again
 * @param workspaceName   shown to people; null: the workspace's id
 * @param workspaceLocale BCP 47, the language of people who have none; null: English
 * @param bookingId       null for mail to administrators that is about no booking
 * @param host            null only for mail to administrators
 * @param guests          all guests for the host; the recipient alone for a guest; none for an administrator
 * @param occurrences     in any order; empty only where the mail is about no date
 * @param calendar        the recipient's entry; null where the letter is about no date that takes or took place
 * @param reason          of a cancellation, as the booking system gave it, or null
 * @param problem         what went wrong, for the host and administrators, or null
 * @param remedy          what to do about it, or null
 * @param actionUrl       the page where that is done, or null
 * @param now             the moment of rendering: the mail's Date and the calendar's DTSTAMP
 * @param bookingTimeZone IANA; null: UTC
 * @param acceptedAt      when the event that it tells of was accepted; null where it tells of none
 * @param zoom            what else there is to know of the meetings; null: nothing
 */
public record Letter(
        NotificationKind kind, Role role, String messageId, Party recipient,
        String workspace, String workspaceName, String workspaceLocale,
        String bookingId, String title, String notes, Party host, List<Party> guests,
        List<LetterOccurrence> occurrences, LetterCalendar calendar,
        String reason, Cause problem, String remedy, String actionUrl, Instant now, String bookingTimeZone,
        Instant acceptedAt, LetterZoom zoom) {

    /** A letter that tells nothing of its meetings but their links. */
    public Letter(NotificationKind kind, Role role, String messageId, Party recipient, String workspace,
            String workspaceName, String workspaceLocale, String bookingId, String title, String notes, Party host,
            List<Party> guests, List<LetterOccurrence> occurrences, LetterCalendar calendar, String reason, Cause problem,
            String remedy, String actionUrl, Instant now, String bookingTimeZone, Instant acceptedAt) {
        this(kind, role, messageId, recipient, workspace, workspaceName, workspaceLocale, bookingId, title, notes, host, guests,
                occurrences, calendar, reason, problem, remedy, actionUrl, now, bookingTimeZone, acceptedAt, null);
    }

    public Letter {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(now, "now");
        guests = switch (role) {
            case GUEST -> List.of(recipient);
            case HOST -> guests == null ? List.of() : List.copyOf(guests);
            case ADMIN -> List.of();
        };
        zoom = zoom == null ? LetterZoom.NOTHING : zoom;
        occurrences = occurrences == null ? List.of() : List.copyOf(occurrences);
    }
}
