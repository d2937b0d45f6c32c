package io.zoombookings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

/**
 * The browser's cookie holds 256 random bits, the database their hash: whoever reads the table of sessions can enter none.
 * With TLS the cookie has the prefix {@code __Host-}, so that no other host of the domain can set it. Safe for several
 * threads.
 */
@Component
class SessionIds implements HttpSessionIdResolver, SessionIdGenerator {

    static final String COOKIE = "zoom-bookings";
    static final String SECURE_COOKIE = "__Host-" + COOKIE;

    private static final String WRITTEN = SessionIds.class.getName() + ".written";
    private static final int SECRET_BYTES = 32;
    /** The width of Spring Session's column; 216 bits. */
    private static final int HASH_LENGTH = 36;
    private static final int MAX_PENDING = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final DefaultCookieSerializer plain = cookie(COOKIE, false);
    private final DefaultCookieSerializer secure = cookie(SECURE_COOKIE, true);
    /** Secrets of sessions that are made, until the answer takes them to the browser. */
    private final Map<String, String> pending = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_PENDING;
        }
    };

    private static DefaultCookieSerializer cookie(String name, boolean tls) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(tls);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Override
    public String generate() {
        byte[] bits = new byte[SECRET_BYTES];
        random.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        String id = hash(secret);
        synchronized (pending) {
            pending.put(id, secret);
        }
        return id;
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return serializer(request).readCookieValues(request).stream().map(SessionIds::hash).toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (id.equals(request.getAttribute(WRITTEN))) {
            return;
        }
        request.setAttribute(WRITTEN, id);
        String secret;
        synchronized (pending) {
            secret = pending.remove(id);
        }
        if (secret != null) {
            serializer(request).writeCookieValue(new CookieValue(request, response, secret));
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        serializer(request).writeCookieValue(new CookieValue(request, response, ""));
    }

    private DefaultCookieSerializer serializer(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
