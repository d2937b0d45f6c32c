package io.zoombookings.workspace;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
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
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client for whatever address others name. The address that a name resolves to is judged when the connection is made
 * to that very address, so that a name which changes its mind gains nothing. Redirects, proxies and cookies are left alone; a
 * call that takes longer than agreed is cut off, in however many packets an answer comes. Each instance has connections of
 * its own: one that was judged differently is never used again by another.
 */
public class GuardedClient implements HttpClientConfigurer, AutoCloseable {

    private static final Timeout TIMEOUT = Timeout.ofSeconds(10);

    private final Predicate<InetAddress> may;
    private final DnsResolver names;
    private final Duration longest;
    private final int perReceiver;
    private final Answer answer;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "call-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /** What is kept of an answer, which may be endless. */
    @FunctionalInterface
    public interface Answer {

        /** @return an answer that is whole: the one given is closed afterwards */
        ClassicHttpResponse of(ClassicHttpResponse response) throws IOException, HttpException;
    }

    /**
     * @param may         which addresses may be called
     * @param longest     for the whole call
     * @param perReceiver connections to one receiver
     */
    public GuardedClient(Predicate<InetAddress> may, Duration longest, int perReceiver, Answer answer) {
        this(may, longest, perReceiver, answer, SystemDefaultDnsResolver.INSTANCE);
    }

    GuardedClient(Predicate<InetAddress> may, Duration longest, int perReceiver, Answer answer, DnsResolver names) {
        this.may = may;
        this.longest = longest;
        this.perReceiver = perReceiver;
        this.answer = answer;
        this.names = names;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Guard())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(TIMEOUT).setSocketTimeout(TIMEOUT).build())
                        .setMaxConnPerRoute(perReceiver).setMaxConnTotal(50 * perReceiver).build())
                .setConnectionManagerShared(false)
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(TIMEOUT).setConnectionRequestTimeout(TIMEOUT).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .addExecInterceptorFirst("call-deadline", new Deadline());
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }

    /** Why a call did not come about, for people, in words that name no class. */
    public static String why(Throwable failure) {
        if (failure instanceof AddressRefusedException) {
            return "its name leads to a private address, which is not called";
        } else if (failure instanceof UnknownHostException) {
            return "its name is not known";
        } else if (failure instanceof SocketTimeoutException) {
            return "it does not answer in time";
        } else if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "nobody answers there";
        } else if (failure instanceof SSLException) {
            return "its certificate or its TLS is not accepted";
        }
        return "the connection breaks off";
    }

    private final class Guard implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = names.resolve(host);
            for (InetAddress address : addresses) {
                if (!may.test(address)) {
                    throw new AddressRefusedException(host);
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return names.resolveCanonicalHostname(host);
        }
    }

    private final class Deadline implements ExecChainHandler {

        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
                throws IOException, HttpException {
            Runnable cut = scope.originalRequest instanceof Cancellable call ? call::cancel : () -> { };
            ScheduledFuture<?> deadline = deadlines.schedule(cut, longest.toMillis(), TimeUnit.MILLISECONDS);
            try (ClassicHttpResponse response = chain.proceed(request, scope)) {
                return answer.of(response);
            } finally {
                deadline.cancel(false);
            }
        }
    }
}
