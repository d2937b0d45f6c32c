package io.zoombookings.booking.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Host or guest.
 *
 * @param name     null, or up to 20,000 characters that may hold anything but NUL
 * @param email    never null, one plain address without display name; may be internationalised (RFC 6531)
 * @param locale   BCP 47 as it was sent, perhaps unknown to us, or null
 * @param timeZone a known IANA id, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(String name, String email, String locale, String timeZone) {
}
