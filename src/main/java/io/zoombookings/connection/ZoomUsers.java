package io.zoombookings.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks Zoom who a connection belongs to, over the same wire that meetings use. Safe for several threads. */
@Component
class ZoomUsers implements DisposableBean {

    /** A consent is not to be lost because Zoom was busy for a second. */
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CloseableHttpClient client;
    private final RestClient zoom;

    ZoomUsers(ZoomAuthorization authorization, ZoomSettings settings) {
        HttpClientBuilder builder = HttpClientBuilder.create();
        authorization.configureHttpClient(builder);
        this.client = builder.build();
        this.zoom = RestClient.builder().baseUrl(settings.apiBase().toString())
                .requestFactory(new HttpComponentsClientHttpRequestFactory(client)).build();
    }

    /**
     * The user behind tokens that are not stored yet.
     *
     * @throws ConnectFailedException if Zoom does not say
     */
    ZoomUser behind(TokenPair pair) {
        ConnectFailedException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0 && !paused()) {
                break;
            }
            try {
                return me(headers -> headers.setBearerAuth(pair.accessToken()));
            } catch (RestClientResponseException e) {
                failure = new ConnectFailedException(problem(e, pair.scopes()));
                if (!isTransient(e)) {
                    break;
                }
            } catch (RestClientException e) {
                failure = new ConnectFailedException(Problems.unavailable());
            }
        }
        throw failure;
    }

    /**
     * The user of a workspace's connection, asked as meetings are made: signed, renewed and repeated where needed.
     *
     * @throws ConnectFailedException if the connection does not work
     */
    ZoomUser of(String workspace) {
        try {
            return me(headers -> headers.set(ZoomAuthorization.CONNECTION, workspace));
        } catch (RestClientResponseException e) {
            throw new ConnectFailedException(problem(e, Set.of()));
        } catch (ZoomNotConnectedException e) {
            throw new ConnectFailedException(Problems.disconnected());
        } catch (ZoomTokenUnavailableException e) {
            throw new ConnectFailedException(Problems.unavailable());
        } catch (RestClientException e) {
            boolean gone = NestedExceptionUtils.getMostSpecificCause(e) instanceof ZoomNotConnectedException;
            throw new ConnectFailedException(gone ? Problems.disconnected() : Problems.unavailable());
        }
    }

    @Override
    public void destroy() throws Exception {
        client.close();
    }

    private ZoomUser me(Consumer<HttpHeaders> signature) {
        JsonNode user = zoom.get().uri("/users/me").headers(signature).retrieve().body(JsonNode.class);
        if (user == null || user.path("id").asText().isEmpty() || user.path("account_id").asText().isEmpty()) {
            throw new RestClientException("Zoom's answer names no user");
        }
        String name = user.path("display_name").asText();
        return new ZoomUser(user.path("id").asText(), user.path("account_id").asText(), user.path("email").asText(),
                name.isEmpty() ? null : name.substring(0, Math.min(name.length(), 200)),
                user.path("type").canConvertToInt() ? user.path("type").asInt() : null, user.path("status").asText());
    }

    private static boolean isTransient(RestClientResponseException e) {
        return e.getStatusCode().is5xxServerError() || e.getStatusCode().value() == 429;
    }

    private static Problem problem(RestClientResponseException e, Set<String> granted) {
        if (isTransient(e)) {
            return Problems.unavailable();
        }
        if (e.getResponseBodyAsString().contains("does not contain scopes")) {
            Set<String> missing = Scopes.missing(granted);
            return Problems.missing(missing.isEmpty() ? Set.of("user:read:user") : missing);
        }
        return Problems.refused(e.getStatusCode().value());
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
