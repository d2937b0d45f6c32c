package io.zoombookings.notification.letter;

/**
 * A letter as it is mailed.
 *
 * @param language BCP 47
 * @param calendar null where the letter is about no date
 */
public record LetterParts(String language, String subject, String text, String html, CalendarPart calendar) {
}
