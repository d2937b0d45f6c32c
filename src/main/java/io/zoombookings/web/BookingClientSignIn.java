package io.zoombookings.web;

import io.zoombookings.workspace.ApiKeys;
import io.zoombookings.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Judges a bearer token: an API key of a workspace, or, where OAUTH_ISSUER_URI is set, a JWT of that issuer for
 * OAUTH_AUDIENCE. A JWT names its workspaces in the claim {@code workspaces} (a list, or words separated by blanks) or by
 * scopes {@code workspace:<id>}; one that does neither is for the workspace {@code default}.
 */
@Component
class BookingClientSignIn implements AuthenticationManager {

    private static final String CLAIM = "workspaces";
    private static final String SCOPE_PREFIX = "workspace:";
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final ApiKeys apiKeys;
    private final JwtDecoder jwts;
    private final Throttle byAddress;

    BookingClientSignIn(ApiKeys apiKeys, Clock clock, @Value("${oauth.issuer-uri:}") String issuer,
            @Value("${oauth.audience:}") String audience) {
        this.apiKeys = apiKeys;
        this.jwts = issuer.isEmpty() ? null : new SupplierJwtDecoder(() -> decoder(issuer, audience));
        this.byAddress = new Throttle(clock, 60, 10);
    }

    /** Asks the issuer for its keys with the first token, so that this application starts while the issuer is away. */
    private static JwtDecoder decoder(String issuer, String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                        audiences -> audiences != null && audiences.contains(audience))));
        return decoder;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String token = ((BearerTokenAuthenticationToken) claimed).getToken();
        String address = claimed.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress()) : "";
        Duration wait = byAddress.wait(address);
        if (!wait.isZero() && !apiKeys.seemsGood(token)) {
            throw new TooManyGuessesException(wait);
        }
        Optional<BookingClient> client = apiKeys.verify(token)
                .map(key -> new BookingClient("key " + key.name(), "key " + key.key(), Set.of(key.workspace())));
        try {
            return client.orElseGet(() -> byJwt(token));
        } catch (InvalidBearerTokenException wrong) {
            byAddress.failed(address);
            throw wrong;
        }
    }

    private BookingClient byJwt(String token) {
        if (jwts == null || !JWT.matcher(token).matches()) {
            throw new InvalidBearerTokenException("The API key is not known");
        }
        try {
            Jwt jwt = jwts.decode(token);
            String name = "token of " + jwt.getSubject();
            return new BookingClient(name, name, workspaces(jwt));
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid");
        } catch (JwtException | JwtDecoderInitializationException e) {
            throw new AuthenticationServiceException("The issuer of the token does not answer", e);
        }
    }

    private static Set<String> workspaces(Jwt jwt) {
        Set<String> scopes = Stream.of("scope", "scp").flatMap(claim -> words(jwt.getClaim(claim)))
                .filter(scope -> scope.startsWith(SCOPE_PREFIX)).map(scope -> scope.substring(SCOPE_PREFIX.length()))
                .collect(Collectors.toCollection(HashSet::new));
        if (!jwt.hasClaim(CLAIM) && scopes.isEmpty()) {
            return Set.of(Workspaces.DEFAULT);
        }
        words(jwt.getClaim(CLAIM)).forEach(scopes::add);
        return scopes;
    }

    private static Stream<String> words(Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().map(String::valueOf);
        }
        return claim instanceof String text ? Stream.of(text.trim().split(" +")) : Stream.empty();
    }
}
