package io.zoombookings.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestOperations;

/**
 * Access tokens of one issuer for one audience (RFC 9068: type {@code at+jwt}; {@code JWT} or none are taken too, as many
 * issuers say no more). Expiry, subject and audience must be there; what is an ID token by its claims is refused, since it
 * tells who somebody is and not what they may do. The issuer's keys are fetched with the first token, so that this
 * application starts while the issuer is away, and anew every five minutes; tokens that name unknown keys make them be
 * fetched twice in {@link #FETCH_PERIOD} at most. Safe for several threads.
 */
final class BookingTokens {

    /** How long a new key of the issuer may stay unknown while somebody sends tokens with invented ones. */
    static final Duration FETCH_PERIOD = Duration.ofSeconds(30);

    /** A storm of tokens does not ask an issuer that is away once for each of them. */
    private static final Duration DISCOVERY_PAUSE = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int MAX_KEY_SET_BYTES = 256 * 1024;
    private static final Set<String> OTHER_KINDS = Set.of("id", "refresh", "offline", "logout");
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private final JwtDecoder decoder;
    private volatile long failedAt = System.nanoTime() - DISCOVERY_PAUSE.toNanos();

    BookingTokens(String issuer, String audience, RestTemplateBuilder http) {
        RestOperations discovery = http.connectTimeout(Duration.ofMillis(TIMEOUT_MILLIS))
                .readTimeout(Duration.ofMillis(TIMEOUT_MILLIS)).build();
        this.decoder = new SupplierJwtDecoder(() -> decoder(issuer, audience, discover(issuer, discovery)));
    }

    private URL discover(String issuer, RestOperations http) {
        if (System.nanoTime() - failedAt < DISCOVERY_PAUSE.toNanos()) {
            throw new IllegalStateException("The issuer " + issuer + " has just not answered");
        }
        try {
            return keySet(issuer, http);
        } catch (RuntimeException e) {
            failedAt = System.nanoTime();
            throw e;
        }
    }

    /**
     * @throws BadJwtException if this token proves nothing here
     * @throws JwtException    if the issuer does not answer
     */
    Jwt verified(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException wrong) {
            throw wrong;
        } catch (JwtException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RateLimitReachedException) {
                    throw new BadJwtException("The token names a key that its issuer does not publish", e);
                }
            }
            throw e;
        }
    }

    private static JwtDecoder decoder(String issuer, String audience, URL keySet) {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(keySet,
                        new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_KEY_SET_BYTES))
                .refreshAheadCache(false).cache(Duration.ofMinutes(5).toMillis(), 3L * TIMEOUT_MILLIS)
                .rateLimited(FETCH_PERIOD.toMillis()).retrying(true).outageTolerant(Duration.ofHours(1).toMillis()).build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // The claims are judged below.
        processor.setJWTClaimsSetVerifier((claims, context) -> { });
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtIssuerValidator(issuer),
                new JwtTimestampValidator(), claim(JwtClaimNames.EXP, expiry -> expiry != null),
                claim(JwtClaimNames.SUB, subject -> subject instanceof String name && !name.isBlank()),
                claim(JwtClaimNames.AUD, audiences -> audiences instanceof List<?> list && list.contains(audience)),
                claim("nonce", nonce -> nonce == null), claim("at_hash", hash -> hash == null),
                claim("c_hash", hash -> hash == null),
                claim("typ", kind -> !(kind instanceof String text && OTHER_KINDS.contains(text.toLowerCase(Locale.ROOT))))));
        return decoder;
    }

    private static JwtClaimValidator<Object> claim(String name, Predicate<Object> right) {
        return new JwtClaimValidator<>(name, right);
    }

    /** By OpenID Connect Discovery, or, where the issuer has none, by RFC 8414. */
    private static URL keySet(String issuer, RestOperations http) {
        URI base = URI.create(issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer);
        Map<String, Object> metadata;
        try {
            metadata = get(URI.create(base + "/.well-known/openid-configuration"), http);
        } catch (HttpClientErrorException e) {
            metadata = get(base.resolve("/.well-known/oauth-authorization-server" + base.getRawPath()), http);
        }
        if (metadata == null || !issuer.equals(metadata.get("issuer"))) {
            throw new IllegalStateException("OAUTH_ISSUER_URI is " + issuer + ", but its metadata names another issuer");
        }
        try {
            return URI.create(String.valueOf(metadata.get("jwks_uri"))).toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new IllegalStateException("The metadata of " + issuer + " names no jwks_uri", e);
        }
    }

    private static Map<String, Object> get(URI address, RestOperations http) {
        return http.exchange(address, HttpMethod.GET, null, new ParameterizedTypeReference<Map<String, Object>>() { })
                .getBody();
    }
}
