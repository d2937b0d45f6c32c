package io.zoombookings.source.system;

/**
 * Which webhook it is.
 *
 * @param subject  the system's id of the booking
 * @param delivery the same for repetitions of one delivery, at most 100 characters; null where the system says nothing that
 *                 tells a repetition from another change: then each delivery counts
 */
public record WebhookIdentity(String subject, String delivery) {
}
