package io.zoombookings.outcome;

import io.zoombookings.workspace.CallbackUrls;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * The HTTP client of callbacks, whose addresses are given by others. The address that a name resolves to is judged when the
 * connection is made to that very address, so that a name which changes its mind gains nothing. Redirects, proxies and
 * cookies are left alone; a receiver that answers slowly is cut off, and of its answer only the status counts.
 */
@Component("zoomBookings.callbackClient")
class CallbackClient implements HttpClientConfigurer {

    private static final Timeout TIMEOUT = Timeout.ofSeconds(10);
    /** For the whole call, however many packets an answer comes in. */
    private static final int LONGEST_SECONDS = 20;
    private static final int MAX_PER_RECEIVER = 4;
    private static final int MAX_CONNECTIONS = 200;
    /** Answers up to this length are read, which leaves their connection open for the next outcome. */
    private static final long MAX_READ = 16 * 1024;

    private final CallbackUrls urls;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "callback-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    CallbackClient(CallbackUrls urls) {
        this.urls = urls;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Guard())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(TIMEOUT).setSocketTimeout(TIMEOUT).build())
                        .setMaxConnPerRoute(MAX_PER_RECEIVER).setMaxConnTotal(MAX_CONNECTIONS).build())
                .setConnectionManagerShared(false)
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(TIMEOUT).setConnectionRequestTimeout(TIMEOUT).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .addExecInterceptorFirst("callback-deadline", new Deadline());
    }

    @PreDestroy
    void stop() {
        deadlines.shutdownNow();
    }

    private final class Guard implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            for (InetAddress address : addresses) {
                if (!urls.mayCall(address)) {
                    throw new AddressRefusedException(host);
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }

    private final class Deadline implements ExecChainHandler {

        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
                throws IOException, HttpException {
            Runnable cut = scope.originalRequest instanceof Cancellable call ? call::cancel : () -> { };
            ScheduledFuture<?> deadline = deadlines.schedule(cut, LONGEST_SECONDS, TimeUnit.SECONDS);
            try (ClassicHttpResponse response = chain.proceed(request, scope)) {
                HttpEntity entity = response.getEntity();
                if (entity != null && entity.getContentLength() >= 0 && entity.getContentLength() <= MAX_READ) {
                    EntityUtils.consume(entity);
                }
                return statusOf(response);
            } finally {
                deadline.cancel(false);
            }
        }
    }

    private static ClassicHttpResponse statusOf(ClassicHttpResponse response) {
        ClassicHttpResponse status = new BasicClassicHttpResponse(response.getCode(), response.getReasonPhrase());
        Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (retryAfter != null) {
            status.setHeader(retryAfter);
        }
        return status;
    }
}
