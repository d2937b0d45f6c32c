package io.zoombookings.kamelet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.BufferedHttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Signs calls to Zoom's API with the credentials of a Server-to-Server app (grant {@code account_credentials}): no person
 * consents, no database is needed. The token is kept until shortly before it expires, asked for by one thread at a time, and
 * replaced once where Zoom answers 401. It is put on at the wire, so no message, header or log ever holds it, and only
 * for the API it is meant for: redirects are not followed. Safe for several threads.
 */
public final class ZoomServerToServer implements HttpClientConfigurer {

    private static final Duration EARLY = Duration.ofSeconds(60);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final ReentrantLock asking = new ReentrantLock();
    private final URI tokens;
    private final HttpHost api;
    private final String accountId;
    private final String basic;
    private final Clock clock;
    private volatile Token token;

    private record Token(String value, Instant until) {

        @Override
        public String toString() {
            return "Token[until=" + until + "]";
        }
    }

    /**
     * @param oauthUrl  base of {@code /oauth/token}, at Zoom {@code https://zoom.us}
     * @param apiUrl    base of the API, at Zoom {@code https://api.zoom.us/v2}; nothing else is signed
     * @param accountId of the account that the app belongs to
     */
    public ZoomServerToServer(String oauthUrl, String apiUrl, String accountId, String clientId, String clientSecret) {
        this(oauthUrl, apiUrl, accountId, clientId, clientSecret, Clock.systemUTC());
    }

    ZoomServerToServer(String oauthUrl, String apiUrl, String accountId, String clientId, String clientSecret, Clock clock) {
        this.tokens = URI.create(oauthUrl + "/oauth/token");
        this.api = host(URI.create(apiUrl));
        this.accountId = accountId;
        this.basic = Base64.getEncoder().encodeToString((clientId + ':' + clientSecret).getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableRedirectHandling().disableCookieManagement()
                .addExecInterceptorFirst("zoom-server-to-server", this::sign);
    }

    private ClassicHttpResponse sign(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        HttpHost target = scope.route.getTargetHost();
        if (!api.equals(new HttpHost(target.getSchemeName(), target.getHostName(), port(target.getSchemeName(),
                target.getPort())))) {
            throw new ZoomSigningException("A call to " + target.toHostString() + " is not signed: Zoom's API is at "
                    + api.toHostString());
        }
        if (request.getEntity() != null && !request.getEntity().isRepeatable()) {
            request.setEntity(new BufferedHttpEntity(request.getEntity()));
        }
        Token used = token(null);
        ClassicHttpResponse response = chain.proceed(signed(request, used), scope);
        if (response.getCode() != HttpStatus.SC_UNAUTHORIZED) {
            return response;
        }
        try (response) {
            EntityUtils.consume(response.getEntity());
        }
        return chain.proceed(signed(request, token(used)), scope);
    }

    /** The rest of the chain writes headers of its own: each sending gets a copy. */
    private static ClassicHttpRequest signed(ClassicHttpRequest request, Token token) {
        ClassicHttpRequest copy = ClassicRequestBuilder.copy(request).build();
        copy.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
        return copy;
    }

    /** @param refused one that Zoom does not take any more, or null */
    private Token token(Token refused) throws ZoomSigningException {
        Token known = token;
        if (isUsable(known, refused)) {
            return known;
        }
        asking.lock();
        try {
            // Another thread may have asked meanwhile.
            if (!isUsable(token, refused)) {
                token = ask();
            }
            return token;
        } finally {
            asking.unlock();
        }
    }

    private boolean isUsable(Token known, Token refused) {
        return known != null && known != refused && clock.instant().isBefore(known.until());
    }

    private Token ask() throws ZoomSigningException {
        HttpRequest request = HttpRequest.newBuilder(tokens).timeout(ANSWER).header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=account_credentials&account_id="
                        + URLEncoder.encode(accountId, StandardCharsets.UTF_8))).build();
        HttpResponse<String> reply;
        Instant asked = clock.instant();
        try {
            reply = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ZoomSigningException("Zoom gives no token now: " + tokens.getHost() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZoomSigningException("Interrupted while Zoom was asked for a token", e);
        }
        JsonNode body = parse(reply.body());
        String value = body.path("access_token").asText("");
        if (reply.statusCode() != 200 || value.isEmpty()) {
            String why = (body.path("reason").asText("") + " " + body.path("error").asText("")).strip();
            throw new ZoomSigningException("Zoom gives no token to the Server-to-Server app: HTTP status "
                    + reply.statusCode() + (why.isEmpty() ? "" : ", " + why));
        }
        Duration life = Duration.ofSeconds(Math.max(0, body.path("expires_in").asLong()));
        // One that hardly lives is used for half its life.
        return new Token(value, asked.plus(life.compareTo(EARLY.multipliedBy(2)) > 0 ? life.minus(EARLY) : life.dividedBy(2)));
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? JSON.missingNode() : node;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static HttpHost host(URI base) {
        return new HttpHost(base.getScheme(), base.getHost(), port(base.getScheme(), base.getPort()));
    }

    private static int port(String scheme, int port) {
        return port > 0 ? port : "https".equalsIgnoreCase(scheme) ? 443 : 80;
    }
}
