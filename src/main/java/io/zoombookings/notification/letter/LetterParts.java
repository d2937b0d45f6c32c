package io.zoombookings.notification.letter;

/**
 * A letter as it is mailed.
 *
 * @param language BCP 47
 * @param request  calendar with the dates to add or change, or null
 * @param cancel   calendar with the dates to remove, or null
 */
public record LetterParts(String language, String subject, String text, String html, String request, String cancel) {
}
