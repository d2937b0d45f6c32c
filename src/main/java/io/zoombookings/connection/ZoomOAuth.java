package io.zoombookings.connection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.connection.ZoomOAuthException.Kind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * The conversation with Zoom's OAuth endpoints, by Spring Security's clients; only the errors are read here, because Zoom
 * answers {@code {"reason","error"}} and not as RFC 6749 says. One call takes at most {@value #DEADLINE_SECONDS} seconds,
 * whatever Zoom does. Safe for several threads.
 */
@Component
class ZoomOAuth implements DisposableBean {

    static final int DEADLINE_SECONDS = 10;
    static final String WORKSPACE = "workspace";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ZOOMS_LIFETIME = Duration.ofHours(1);
    private static final int ERROR_BODY_LIMIT = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoomSettings settings;
    private final StringKeyGenerator states = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final RestClient http;
    private final RestClientAuthorizationCodeTokenResponseClient codes =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();
    private final ExecutorService calls = Executors.newCachedThreadPool(call -> {
        Thread thread = new Thread(call, "zoom-oauth");
        thread.setDaemon(true);
        return thread;
    });

    ZoomOAuth(ZoomSettings settings) {
        this.settings = settings;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(Duration.ofSeconds(DEADLINE_SECONDS));
        this.http = RestClient.builder()
                .requestFactory(requests)
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    throw refusal(response);
                })
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .build();
        codes.setRestClient(http);
        refreshes.setRestClient(http);
    }

    /**
     * A fresh request for consent: PKCE with S256, a state of 256 random bits, the exact redirect URI, and no scope, since
     * Zoom then asks for those of the app. The workspace rides along in the browser's session only.
     */
    OAuth2AuthorizationRequest consent(String workspace) {
        OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(settings.oauth("authorize"))
                .clientId(settings.clientId())
                .redirectUri(settings.redirectUri())
                .state(states.generateKey())
                .attributes(attributes -> attributes.put(WORKSPACE, workspace));
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        return request.build();
    }

    /** @throws ZoomOAuthException if Zoom does not give tokens for the code */
    TokenPair exchange(OAuth2AuthorizationRequest consent, String code) {
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(consent.getRedirectUri()).state(consent.getState()).build();
        return pair(call(() -> codes.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(client(),
                new OAuth2AuthorizationExchange(consent, answer)))));
    }

    /** @throws ZoomOAuthException if Zoom does not give new tokens; {@code INVALID_GRANT} if it never will */
    TokenPair refresh(String accessToken, String refreshToken) {
        OAuth2AccessToken access = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, accessToken, null, null);
        return pair(call(() -> refreshes.getTokenResponse(new OAuth2RefreshTokenGrantRequest(client(), access,
                new OAuth2RefreshToken(refreshToken, null)))));
    }

    /**
     * Ends the grant at Zoom, which also removes the app from the user's account there.
     *
     * @throws ZoomOAuthException if Zoom refuses or does not answer
     */
    void revoke(String accessToken) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("token", accessToken);
        call(() -> http.post().uri(settings.oauth("revoke"))
                .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve().toBodilessEntity());
    }

    @Override
    public void destroy() {
        calls.shutdownNow();
    }

    private ClientRegistration client() {
        return ClientRegistration.withRegistrationId("zoom")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.redirectUri())
                .authorizationUri(settings.oauth("authorize"))
                .tokenUri(settings.oauth("token"))
                .build();
    }

    private static TokenPair pair(OAuth2AccessTokenResponse response) {
        OAuth2AccessToken access = response.getAccessToken();
        OAuth2RefreshToken refresh = response.getRefreshToken();
        if (refresh == null) {
            throw new ZoomOAuthException(Kind.UNAVAILABLE, "Zoom's token reply has no refresh token");
        }
        Instant issued = access.getIssuedAt();
        Instant expires = access.getExpiresAt();
        Duration lifetime = issued == null || expires == null ? Duration.ZERO : Duration.between(issued, expires);
        // Spring Security reads a reply without expires_in as "one second"; Zoom's tokens live for an hour.
        return new TokenPair(access.getTokenValue(), refresh.getTokenValue(),
                lifetime.getSeconds() <= 1 ? ZOOMS_LIFETIME : lifetime, access.getScopes());
    }

    /** The HTTP client limits the wait for a reply's head only; a body that never ends is cut off here. */
    private <T> T call(Callable<T> call) {
        if (!settings.isConfigured()) {
            throw new ZoomOAuthException(Kind.CLIENT_REFUSED, "ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET are not set");
        }
        Future<T> answer = calls.submit(call);
        try {
            return answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ZoomOAuthException refusal) {
                throw refusal;
            }
            // Not as its cause: a parser's message may quote the reply, and the reply may hold a token.
            throw new ZoomOAuthException(Kind.UNAVAILABLE, "Zoom's OAuth endpoint gave no usable answer ("
                    + NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName() + ")");
        } catch (TimeoutException e) {
            throw new ZoomOAuthException(Kind.UNAVAILABLE,
                    "Zoom's OAuth endpoint did not answer within " + DEADLINE_SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZoomOAuthException(Kind.UNAVAILABLE, "Interrupted while waiting for Zoom");
        } finally {
            answer.cancel(true);
        }
    }

    /**
     * Only a 4xx that says so means that a grant is gone: {@code invalid_request} is also what Zoom answers to troubles of
     * its own, and a gateway may answer anything.
     */
    private static ZoomOAuthException refusal(ClientHttpResponse response) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        JsonNode body = json(response.getBody().readNBytes(ERROR_BODY_LIMIT));
        String error = body.path("error").asText();
        String reason = body.path("reason").asText();
        String message = "Zoom answered " + status.value() + (error.isEmpty() ? "" : " " + error);
        return new ZoomOAuthException(kind(status, error, reason), message);
    }

    private static Kind kind(HttpStatusCode status, String error, String reason) {
        if (!status.is4xxClientError() || status.value() == 429) {
            return Kind.UNAVAILABLE;
        }
        if ("invalid_grant".equals(error) || "Invalid Token!".equalsIgnoreCase(reason.strip())) {
            return Kind.INVALID_GRANT;
        }
        if ("invalid_client".equals(error)) {
            return Kind.CLIENT_REFUSED;
        }
        if (reason.toLowerCase(Locale.ROOT).contains("redirect")) {
            return Kind.REDIRECT_REFUSED;
        }
        return Kind.UNAVAILABLE;
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? JSON.nullNode() : tree;
        } catch (JacksonException e) {
            return JSON.nullNode();
        }
    }
}
