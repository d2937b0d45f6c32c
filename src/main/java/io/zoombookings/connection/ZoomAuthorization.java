package io.zoombookings.connection;

import io.zoombookings.Meters;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.BufferedHttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * Signs calls to Zoom on the wire: whoever calls names a workspace in the header {@value #CONNECTION}, which is not secret,
 * and this puts that workspace's {@code Authorization} in its place; after a 401 it asks for another token and repeats the
 * call once. So no route, message, log line or parked row ever holds a token, and a repetition carries a fresh one.
 *
 * <p>Only the configured Zoom API is ever shown a token, whatever address a caller or Zoom itself gives: redirects are not
 * followed, and the {@code api_url} of Zoom's token replies is not used, since the global address works for every account
 * and one fixed host is simpler to guard than a list of them.
 */
@Component("zoomAuthorization")
public class ZoomAuthorization implements HttpClientConfigurer {

    /** Names the workspace whose connection signs a request; never leaves this process. */
    public static final String CONNECTION = "X-Zoom-Connection";

    private static final Timeout RESPONSE_TIMEOUT = Timeout.ofSeconds(20);
    private static final Timeout POOL_TIMEOUT = Timeout.ofSeconds(20);
    private static final String JSON = "application/json";

    private final ZoomTokens tokens;
    private final HttpHost api;

    ZoomAuthorization(ZoomTokens tokens, ZoomSettings settings) {
        this.tokens = tokens;
        this.api = host(settings.apiBase());
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .addExecInterceptorFirst("zoom-authorization", new Signing());
    }

    private final class Signing implements ExecChainHandler {

        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
                throws IOException, HttpException {
            limitTime(scope);
            request.setHeader(HttpHeaders.ACCEPT, JSON);
            Header connection = request.getFirstHeader(CONNECTION);
            request.removeHeaders(CONNECTION);
            if (connection == null) {
                return chain.proceed(request, scope);
            }
            HttpHost target = scope.route.getTargetHost();
            if (!sameHost(target)) {
                throw new ClientProtocolException("A call to " + target.toHostString()
                        + " is not signed: Zoom's API is at " + api.toHostString());
            }
            keepForRepetition(request);
            String workspace = connection.getValue();
            String token = tokens.accessToken(workspace);
            ClassicHttpResponse response = timed(signed(request, token), scope, chain);
            if (response.getCode() != HttpStatus.SC_UNAUTHORIZED) {
                return response;
            }
            try (response) {
                EntityUtils.consume(response.getEntity());
            }
            return timed(signed(request, tokens.replacement(workspace, token)), scope, chain);
        }
    }

    private static ClassicHttpResponse timed(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long begun = System.nanoTime();
        String result = "failed";
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            result = response.getCode() == HttpStatus.SC_TOO_MANY_REQUESTS ? "limited" : response.getCode() / 100 + "xx";
            return response;
        } finally {
            Meters.zoomCall(operation(request), result, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static String operation(ClassicHttpRequest request) {
        boolean list = request.getPath().contains("/users/");
        return switch (request.getMethod()) {
            case "POST" -> list ? "create" : "other";
            case "PATCH" -> "update";
            case "DELETE" -> "delete";
            case "GET" -> !list ? "get" : request.getPath().contains("/meetings") ? "list" : "other";
            default -> "other";
        };
    }

    private boolean sameHost(HttpHost target) {
        return api.getSchemeName().equalsIgnoreCase(target.getSchemeName())
                && api.getHostName().equalsIgnoreCase(target.getHostName())
                && api.getPort() == port(target.getSchemeName(), target.getPort());
    }

    /** The rest of the chain writes headers of its own: each sending gets a copy. */
    private static ClassicHttpRequest signed(ClassicHttpRequest request, String token) {
        ClassicHttpRequest copy = ClassicRequestBuilder.copy(request).build();
        copy.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return copy;
    }

    /** Camel hands over what it has marshalled as a stream that can be read once; a meeting is a few thousand bytes. */
    private static void keepForRepetition(ClassicHttpRequest request) throws IOException {
        if (request.getEntity() != null && !request.getEntity().isRepeatable()) {
            request.setEntity(new BufferedHttpEntity(request.getEntity()));
        }
    }

    /** Where the caller has set none: without limits a call could hold its worker for ever. */
    private static void limitTime(ExecChain.Scope scope) {
        RequestConfig given = scope.clientContext.getRequestConfigOrDefault();
        if (given.getResponseTimeout() == null || given.getResponseTimeout().isDisabled()) {
            scope.clientContext.setRequestConfig(RequestConfig.copy(given)
                    .setResponseTimeout(RESPONSE_TIMEOUT).setConnectionRequestTimeout(POOL_TIMEOUT).build());
        }
    }

    private static HttpHost host(URI base) {
        return new HttpHost(base.getScheme(), base.getHost(), port(base.getScheme(), base.getPort()));
    }

    private static int port(String scheme, int port) {
        if (port > 0) {
            return port;
        }
        return "https".equalsIgnoreCase(scheme) ? 443 : 80;
    }
}
