package io.zoombookings.notification.letter;

import com.ibm.icu.text.IDNA;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Mail addresses: the domain as DNS has it (UTS 46), the local part as it is, also beyond ASCII (RFC 6531). */
final class MailAddress {

    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    private static final int NAME_LIMIT = 100;
    private static final int LENGTH_LIMIT = 320;

    private MailAddress() {
    }

    /** @throws LetterIncompleteException if the party's address is none that mail can be sent to */
    static InternetAddress of(Party party) {
        String name = Plain.line(party.name(), NAME_LIMIT);
        try {
            InternetAddress address = new InternetAddress();
            address.setAddress(canonical(party.email()));
            address.validate();
            address.setPersonal(name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
            return address;
        } catch (AddressException e) {
            throw new LetterIncompleteException(
                    "Not a mail address: \"" + Plain.line(party.email(), NAME_LIMIT) + "\": " + e.getMessage());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where the address is none; for people who are named in a letter without receiving it. */
    static Optional<InternetAddress> ifValid(Party party) {
        try {
            return Optional.of(of(party));
        } catch (LetterIncompleteException e) {
            return Optional.empty();
        }
    }

    /** True where only a server with SMTPUTF8 takes the address. */
    static boolean needsUtf8(InternetAddress address) {
        return !isAscii(address.getAddress());
    }

    /** The address as a calendar names it (RFC 5545, 3.3.3). */
    static URI calendarAddress(InternetAddress address) {
        try {
            return URI.create(new URI("mailto", address.getAddress(), null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new LetterIncompleteException("Not a mail address: " + e.getMessage());
        }
    }

    private static String canonical(String email) throws AddressException {
        String trimmed = email.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || at == trimmed.length() - 1) {
            throw new AddressException("it needs the form name@domain");
        }
        if (trimmed.length() > LENGTH_LIMIT) {
            throw new AddressException("it is longer than " + LENGTH_LIMIT + " characters");
        }
        if (trimmed.codePoints().anyMatch(point -> Character.isISOControl(point) || Character.isWhitespace(point)
                || Character.getType(point) == Character.FORMAT)) {
            throw new AddressException("it has a blank or control character");
        }
        return trimmed.substring(0, at + 1) + domain(trimmed.substring(at + 1));
    }

    private static String domain(String domain) throws AddressException {
        if (domain.startsWith("[") && domain.endsWith("]") && isAscii(domain)) {
            return domain;
        }
        IDNA.Info info = new IDNA.Info();
        String ascii = DOMAINS.nameToASCII(domain, new StringBuilder(), info).toString();
        if (info.hasErrors()) {
            throw new AddressException("its domain is none " + info.getErrors());
        }
        return ascii;
    }

    private static boolean isAscii(String value) {
        return value.chars().allMatch(c -> c < 0x80);
    }
}
