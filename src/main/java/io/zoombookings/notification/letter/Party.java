package io.zoombookings.notification.letter;

import java.util.Objects;

/**
 * A person as a letter knows them.
 *
 * @param name     null where only the address is known
 * @param email    the address as the booking has it; whether mail can be sent to it is the composer's to say
 * @param locale   BCP 47, null: the workspace's
 * @param timeZone IANA, null: the booking's
 */
public record Party(String name, String email, String locale, String timeZone) {

    public Party {
        Objects.requireNonNull(email, "email");
    }
}
