package io.zoombookings.notification.letter;

/**
 * The calendar of a letter.
 *
 * @param method REQUEST or CANCEL (RFC 5546)
 */
public record CalendarPart(String method, String content) {

    public String fileName() {
        return method.equals("CANCEL") ? "cancelled.ics" : "invite.ics";
    }
}
