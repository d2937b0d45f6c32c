package io.zoombookings.notification.letter;

import java.util.List;

/**
 * The one entry that a booking is in its recipient's calendar, however many dates it has (RFC 5546, 3.2: a message is
 * about one UID).
 *
 * @param uid      iCalendar UID with its domain, the same for the life of the booking
 * @param sequence iCalendar SEQUENCE: rises with each mail that changes the entry
 * @param before   the dates it has before this letter, by start
 * @param dates    the dates it is to have then, by start: those of the letter, unless they are cancelled, and those that
 *                 other letters tell; none: the entry goes
 */
public record LetterCalendar(String uid, int sequence, List<LetterOccurrence> before, List<LetterOccurrence> dates) {

    public LetterCalendar {
        before = List.copyOf(before);
        dates = List.copyOf(dates);
    }
}
