package io.zoombookings.web;

import io.zoombookings.workspace.ApiKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Judges a bearer token: an API key of a workspace, or, where OAUTH_ISSUER_URI is set, a JWT of that issuer for
 * OAUTH_AUDIENCE. A JWT names its workspaces in the claim {@code workspaces} (a list, or words separated by blanks) or by
 * scopes {@code workspace:<id>}; one that does neither may do nothing. Unknown tokens are looked up no faster than
 * {@link Throttle} allows for each address; a key that works is admitted all the same, whether it was seen before or not.
 */
@Component
class BookingClientSignIn {

    private static final String CLAIM = "workspaces";
    private static final String SCOPE_PREFIX = "workspace:";
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final ApiKeys apiKeys;
    private final BookingTokens jwts;
    private final Throttle byAddress;

    BookingClientSignIn(ApiKeys apiKeys, Clock clock, RestTemplateBuilder http,
            @Value("${oauth.issuer-uri:}") String issuer, @Value("${oauth.audience:}") String audience) {
        this.apiKeys = apiKeys;
        this.jwts = issuer.isEmpty() ? null : new BookingTokens(issuer, audience, http);
        this.byAddress = new Throttle(clock, 60, 10);
    }

    Authentication authenticate(Authentication claimed) {
        String token = ((BearerTokenAuthenticationToken) claimed).getToken();
        String address = claimed.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress()) : "";
        String network = Throttle.address(address);
        Duration wait = byAddress.wait(network);
        if (!wait.isZero() && !isJwt(token) && !apiKeys.works(token)) {
            throw new TooManyGuessesException(wait);
        }
        Optional<BookingClient> client = apiKeys.verify(token)
                .map(key -> new BookingClient("key " + key.name(), "key " + key.key(), Set.of(key.workspace()),
                        key.scopes()));
        try {
            return client.orElseGet(() -> byJwt(token));
        } catch (InvalidBearerTokenException wrong) {
            byAddress.failed(network);
            throw wrong;
        }
    }

    /** Its signature is judged without asking the database or, unless it names an unknown key, the issuer. */
    private boolean isJwt(String token) {
        return jwts != null && JWT.matcher(token).matches();
    }

    private BookingClient byJwt(String token) {
        if (!isJwt(token)) {
            throw new InvalidBearerTokenException("The API key is not known");
        }
        try {
            Jwt jwt = jwts.verified(token);
            String name = "token of " + jwt.getSubject();
            return new BookingClient(name, name, workspaces(jwt), ApiKeys.SCOPES);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid");
        } catch (JwtException | JwtDecoderInitializationException e) {
            throw new AuthenticationServiceException("The issuer of the token does not answer", e);
        }
    }

    private static Set<String> workspaces(Jwt jwt) {
        Set<String> scopes = Stream.of("scope", "scp").flatMap(claim -> Words.of(jwt.getClaim(claim)))
                .filter(scope -> scope.startsWith(SCOPE_PREFIX)).map(scope -> scope.substring(SCOPE_PREFIX.length()))
                .collect(Collectors.toCollection(HashSet::new));
        Words.of(jwt.getClaim(CLAIM)).forEach(scopes::add);
        return scopes;
    }
}
