package io.zoombookings.booking.event;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Which email addresses are accepted: those that can be written into a mail without quoting, internationalised ones
 * (RFC 6531) among them. The domain has a dot, or is {@code localhost}. No quoted local parts, no IP literals, no
 * display names, no control, format or white space characters.
 */
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_OCTETS = 64;
    private static final int MAX_DOMAIN_LENGTH = 253;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\p{L}\\p{M}\\p{N}\\p{S}&&[^<>]]+";
    private static final Pattern LOCAL = Pattern.compile("(?:" + ATOM + ")(?:\\." + ATOM + ")*");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+$)" + LABEL + "|localhost");

    private EmailAddress() {
    }

    /** @param address may be null, which is none */
    public static boolean isValid(String address) {
        if (address == null) {
            return false;
        }
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > MAX_LENGTH) {
            return false;
        }
        String local = address.substring(0, at);
        return LOCAL.matcher(local).matches()
                && local.getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL_OCTETS
                && isDomain(address.substring(at + 1));
    }

    private static boolean isDomain(String domain) {
        try {
            String ascii = isAscii(domain) ? domain : IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            return ascii.length() <= MAX_DOMAIN_LENGTH && DOMAIN.matcher(ascii).matches();
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
