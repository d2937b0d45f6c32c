package io.zoombookings.web;

import io.zoombookings.secret.SecretUnreadableException;
import io.zoombookings.secret.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A cookie by which a browser shows that this person has signed in with it before (OWASP: device cookies). It opens
 * nothing: the password is asked for all the same, only the guesses of others do not keep its owner out. It holds for one
 * name, until the password changes, {@link #LASTS} at most. Safe for several threads and nodes.
 */
@Component
class KnownDevice {

    static final String COOKIE = "zoom-bookings-device";
    static final Duration LASTS = Duration.ofDays(90);

    private static final String PLACE = "cookie.device:";

    private final Secrets secrets;
    private final Clock clock;

    KnownDevice(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Marks the browser after a right password. */
    void remember(HttpServletRequest request, HttpServletResponse response, String username, String passwordHash) {
        byte[] sealed = secrets.seal(clock.instant().getEpochSecond() + " " + digest(passwordHash), PLACE + username);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie
                .from(COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .path("/").httpOnly(true).secure(request.isSecure()).sameSite("Strict").maxAge(LASTS).build().toString());
    }

    /** What a request brings along, unjudged; null if nothing. */
    static String claimed(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** A name for the device, the same each time, if it is one of this person's. */
    Optional<String> recognise(String claimed, String username, String passwordHash) {
        if (claimed == null) {
            return Optional.empty();
        }
        try {
            String[] parts = secrets.open(Base64.getUrlDecoder().decode(claimed), PLACE + username).split(" ");
            boolean fresh = clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])).plus(LASTS));
            return fresh && parts[1].equals(digest(passwordHash)) ? Optional.of(digest(claimed)) : Optional.empty();
        } catch (SecretUnreadableException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
