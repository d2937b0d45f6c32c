package io.zoombookings.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/** The page that somebody asked for before the sign-in: kept by their browser, so that nobody gets a row for a visit. */
final class AskedPage implements RequestCache {

    private static final String COOKIE = "zoom-bookings-asked";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int LONGEST = 2000;
    /** A path and its query; not one that a browser takes for another host. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E]*|/");

    private final RequestMatcher pages;

    /** @param pages what may be gone on with */
    AskedPage(RequestMatcher pages) {
        this.pages = pages;
    }

    /** What to go on with, a path; the cookie is the browser's, and may be anything. */
    static Optional<String> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            String asked = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return Optional.of(asked).filter(PATH.asMatchPredicate());
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String asked = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (pages.matches(request) && asked.length() <= LONGEST) {
            write(request, response, Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(asked.getBytes(StandardCharsets.UTF_8)), KEPT);
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            write(request, response, "", Duration.ZERO);
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(age).build().toString());
    }
}
