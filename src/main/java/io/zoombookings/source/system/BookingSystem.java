package io.zoombookings.source.system;

import java.util.Optional;

/** What a booking system posts. Pure and safe for several threads, as all implementations are. */
public interface BookingSystem {

    /**
     * @return empty for a webhook that does not say that a booking is made, changed or cancelled
     * @throws WebhookUnreadableException if it is none of this system
     */
    Optional<WebhookIdentity> identify(byte[] body);
}
