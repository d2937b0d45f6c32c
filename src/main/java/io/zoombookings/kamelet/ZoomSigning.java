package io.zoombookings.kamelet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/**
 * How the Zoom Kamelets call: who signs, and how long they wait. Signed is by the bean {@code authorization} where one is
 * named; else with the Kamelet's own Server-to-Server credentials; else by the bean {@value #ENGINE} of Camel Zoom
 * Bookings, if it runs in this application; else with the credentials in the application's properties
 * {@code zoom.server-to-server.account-id}, {@code .client-id} and {@code .client-secret}. Kamelets with the same
 * credentials share one token. Safe for several threads after it is set up.
 */
public final class ZoomSigning implements HttpClientConfigurer, CamelContextAware {

    /** Names the connection that signs a request, for a signing bean; never leaves this process. */
    public static final String CONNECTION = "X-Zoom-Connection";

    private static final String ENGINE = "zoomAuthorization";
    private static final String PROPERTY = "zoom.server-to-server.";
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout POOL = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final Map<List<String>, ZoomServerToServer> SIGNERS = new ConcurrentHashMap<>();

    private CamelContext camelContext;
    private String authorization;
    private String accountId;
    private String clientId;
    private String clientSecret;
    private String oauthUrl;
    private String baseUrl;

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        signer().configureHttpClient(client);
        client.disableAutomaticRetries().addExecInterceptorFirst("zoom-patience", ZoomSigning::limit)
                .addRequestInterceptorLast((request, entity, context) -> request.removeHeaders(CONNECTION));
    }

    private HttpClientConfigurer signer() {
        if (isGiven(authorization)) {
            HttpClientConfigurer bean = camelContext.getRegistry().lookupByNameAndType(authorization, HttpClientConfigurer.class);
            return bean != null ? bean : missing("there is no HttpClientConfigurer bean " + authorization);
        }
        if (isGiven(accountId) || isGiven(clientId) || isGiven(clientSecret)) {
            return serverToServer(accountId, clientId, clientSecret);
        }
        HttpClientConfigurer engine = camelContext.getRegistry().lookupByNameAndType(ENGINE, HttpClientConfigurer.class);
        return engine != null ? engine : serverToServer(property("account-id"), property("client-id"), property("client-secret"));
    }

    private HttpClientConfigurer serverToServer(String account, String client, String secret) {
        if (!isGiven(account) || !isGiven(client) || !isGiven(secret)) {
            return missing("accountId, clientId and clientSecret of a Server-to-Server app are needed, as properties of the "
                    + "Kamelet or as " + PROPERTY + "account-id, .client-id and .client-secret of the application");
        }
        return SIGNERS.computeIfAbsent(List.of(oauthUrl, baseUrl, account, client, secret),
                key -> new ZoomServerToServer(oauthUrl, baseUrl, account, client, secret));
    }

    private static HttpClientConfigurer missing(String what) {
        throw new IllegalArgumentException("Calls to Zoom cannot be signed: " + what);
    }

    private String property(String name) {
        return camelContext.getPropertiesComponent().resolveProperty(PROPERTY + name).orElse(null);
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }

    private static ClassicHttpResponse limit(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setRequestConfig(patient(RequestConfig.copy(scope.clientContext.getRequestConfigOrDefault())));
        return chain.proceed(request, scope);
    }

    /** For each request: the connection manager with its TLS settings is the application's own. */
    @SuppressWarnings("deprecation")
    private static RequestConfig patient(RequestConfig.Builder config) {
        return config.setConnectTimeout(CONNECT).setConnectionRequestTimeout(POOL).setResponseTimeout(ANSWER).build();
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    public void setAuthorization(String authorization) {
        this.authorization = authorization;
    }

    public void setAccountId(String accountId) {
        this.accountId = accountId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public void setOauthUrl(String oauthUrl) {
        this.oauthUrl = oauthUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }
}
