package io.zoombookings.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What users have consented to: codes and tokens, with the rules by which they die. Safe for several threads. */
final class Grants {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** An authorization code and what its request was bound to; {@code challenge} may be null. */
    private record Code(String userId, String redirectUri, String challenge, String method, List<String> scopes,
                        Instant expires) {
    }

    /**
     * A token; dead ones are forgotten, so that using one is like using one that never was.
     *
     * @param userId    null of a token for a whole account
     * @param accountId null of a token for one user
     */
    record Token(String userId, String accountId, List<String> scopes, Instant expires) {
    }

    /** @param refresh null of a token for a whole account */
    record Pair(String access, String refresh, List<String> scopes, int expiresIn) {
    }

    private final Clock clock;
    private final SandboxSettings settings;
    private final String clientId;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Token> accessTokens = new HashMap<>();
    private final Map<String, Token> refreshTokens = new HashMap<>();
    private final Set<String> installed = new HashSet<>();
    private final List<String> everIssued = new ArrayList<>();

    Grants(Clock clock, SandboxSettings settings, String clientId) {
        this.clock = clock;
        this.settings = settings;
        this.clientId = clientId;
    }

    synchronized String code(ZoomUser user, String redirectUri, String challenge, String method, List<String> scopes) {
        String code = random(24) + '_' + user.id();
        codes.put(code, new Code(user.id(), redirectUri, challenge, method, scopes,
                clock.instant().plus(settings.codeLifetime())));
        everIssued.add(code);
        return code;
    }

    synchronized Pair exchange(String code, String redirectUri, String verifier) {
        Code known = code == null ? null : codes.remove(code);
        if (known == null || !clock.instant().isBefore(known.expires())) {
            throw new TokenError("Invalid authorization code", "invalid_grant");
        }
        if (!known.redirectUri().equals(redirectUri)) {
            throw new TokenError("Redirect URI mismatch.", "invalid_request");
        }
        if (!proves(verifier, known)) {
            throw new TokenError("Invalid authorization code", "invalid_grant");
        }
        kill(known.userId());
        installed.add(known.userId());
        return issue(known.userId(), known.scopes());
    }

    /** A verifier without a challenge is refused too: the request was not the one that the client remembers. */
    private static boolean proves(String verifier, Code code) {
        if (verifier == null || code.challenge() == null) {
            return verifier == null && code.challenge() == null;
        }
        String proof = "S256".equals(code.method())
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier)) : verifier;
        return verifier.matches("[A-Za-z0-9._~-]{43,128}") && proof.equals(code.challenge());
    }

    synchronized Pair refresh(String refreshToken) {
        Token known = refreshToken == null ? null : refreshTokens.remove(refreshToken);
        if (known == null || !clock.instant().isBefore(known.expires())) {
            throw new TokenError("Invalid Token!", "invalid_grant");
        }
        if (settings.oldAccessTokenDiesAtRefresh()) {
            accessTokens.values().removeIf(token -> known.userId().equals(token.userId()));
        }
        return issue(known.userId(), known.scopes());
    }

    private Pair issue(String userId, List<String> scopes) {
        Instant now = clock.instant();
        int seconds = settings.expiresIn();
        String access = jwt(userId, now, seconds, 0);
        String refresh = jwt(userId, now, settings.refreshTokenLifetime().toSeconds(), 1);
        accessTokens.put(access, new Token(userId, null, scopes, now.plusSeconds(seconds)));
        refreshTokens.put(refresh, new Token(userId, null, scopes, now.plus(settings.refreshTokenLifetime())));
        everIssued.add(access);
        everIssued.add(refresh);
        return new Pair(access, refresh, scopes, seconds);
    }

    /** A token of a Server-to-Server app for an account; it ends none that was given before, and there is no other with it. */
    synchronized Pair forAccount(String accountId) {
        Instant now = clock.instant();
        int seconds = settings.accountTokenExpiresIn();
        String access = jwt(accountId, now, seconds, 3);
        List<String> scopes = settings.accountScopes();
        accessTokens.put(access, new Token(null, accountId, scopes, now.plusSeconds(seconds)));
        everIssued.add(access);
        return new Pair(access, null, scopes, seconds);
    }

    synchronized void killAccountTokens(String accountId) {
        accessTokens.values().removeIf(token -> accountId.equals(token.accountId()));
    }

    /** The live refresh token of a user, or null. */
    synchronized String refreshToken(String userId) {
        return refreshTokens.entrySet().stream().filter(token -> token.getValue().userId().equals(userId))
                .map(Map.Entry::getKey).findAny().orElse(null);
    }

    synchronized void restore(String userId, String refreshToken) {
        installed.add(userId);
        refreshTokens.put(refreshToken, new Token(userId, null, settings.grantedScopes(),
                clock.instant().plus(settings.refreshTokenLifetime())));
    }

    /** The user of a token, dead only by age or alive; null for any other. */
    synchronized String owner(String token) {
        Token known = token == null ? null : accessTokens.getOrDefault(token, refreshTokens.get(token));
        return known == null ? null : known.userId();
    }

    synchronized String codeOwner(String code) {
        Code known = code == null ? null : codes.get(code);
        return known == null ? null : known.userId();
    }

    /** @throws ApiError 401 if the token is unknown, dead or expired */
    synchronized Token access(String accessToken) {
        Token known = accessToken == null ? null : accessTokens.get(accessToken);
        if (known == null) {
            throw ApiError.invalidToken();
        }
        if (!clock.instant().isBefore(known.expires())) {
            throw ApiError.expiredToken();
        }
        return known;
    }

    /** Takes the app away from the user; whether it was installed. */
    synchronized boolean uninstall(String userId) {
        kill(userId);
        codes.values().removeIf(code -> code.userId().equals(userId));
        return installed.remove(userId);
    }

    synchronized boolean installed(String userId) {
        return installed.contains(userId);
    }

    /** Ends the tokens of a user without any word to anyone, as a consent elsewhere does. */
    synchronized void kill(String userId) {
        accessTokens.values().removeIf(token -> userId.equals(token.userId()));
        refreshTokens.values().removeIf(token -> userId.equals(token.userId()));
    }

    synchronized void killAccessTokens(String userId) {
        accessTokens.values().removeIf(token -> userId.equals(token.userId()));
    }

    synchronized int liveRefreshTokens(String userId) {
        return (int) refreshTokens.values().stream().filter(token -> token.userId().equals(userId)).count();
    }

    synchronized List<String> everIssued() {
        return List.copyOf(everIssued);
    }

    /** As long and as shaped as Zoom's, and as opaque: nobody can verify it. */
    private String jwt(String userId, Instant now, long seconds, int type) {
        String header = Json.object().put("sv", "000002").put("alg", "HS512").put("v", "2.0")
                .put("kid", UUID.randomUUID().toString()).toString();
        String claims = Json.object().put("aud", "https://oauth.zoom.us").put("uid", userId).put("ver", 10)
                .put("auid", random(32)).put("nbf", now.getEpochSecond()).put("iss", "zm:cid:" + clientId).put("gno", 0)
                .put("exp", now.getEpochSecond() + seconds).put("type", type).put("iat", now.getEpochSecond())
                .put("jti", UUID.randomUUID().toString()).toString();
        return base64(header) + '.' + base64(claims) + '.' + random(86);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** That many random characters that need no encoding in a URL. */
    static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, length);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
