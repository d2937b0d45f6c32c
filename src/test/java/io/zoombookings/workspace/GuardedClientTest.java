package io.zoombookings.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedClientTest {

    private static final Predicate<InetAddress> PUBLIC = new CallbackUrls(false)::mayCall;

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer inside;

    @BeforeEach
    void start() throws IOException {
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/redirect") ? 302 : 204, -1);
            exchange.close();
        });
        inside.start();
    }

    @AfterEach
    void stop() {
        inside.stop(0);
    }

    private int get(GuardedClient guarded, String host, String path) throws IOException {
        HttpClientBuilder builder = HttpClientBuilder.create();
        guarded.configureHttpClient(builder);
        try (CloseableHttpClient client = builder.build()) {
            return client.execute(new HttpGet("http://" + host + ":" + inside.getAddress().getPort() + path),
                    response -> response.getCode());
        }
    }

    private static GuardedClient client(Predicate<InetAddress> may, DnsResolver names) {
        return new GuardedClient(may, Duration.ofSeconds(5), 2,
                response -> new BasicClassicHttpResponse(response.getCode()), names);
    }

    /** A name server of somebody who means harm: another address each time. */
    private static DnsResolver answering(String... addresses) {
        Queue<String> left = new ArrayDeque<>(List.of(addresses));
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(left.remove())};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @Test
    void whatANameLeadsToIsJudgedWhereItIsCalled() {
        try (GuardedClient guarded = client(PUBLIC, answering("127.0.0.1"))) {
            assertThatThrownBy(() -> get(guarded, "rebinding.example", "/")).isInstanceOf(AddressRefusedException.class);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void aNameIsAskedForOnceACall() throws IOException {
        // Judged by one answer and called by another: the second would be the private one.
        AtomicInteger judged = new AtomicInteger();
        Predicate<InetAddress> first = address -> judged.incrementAndGet() == 1;
        try (GuardedClient guarded = client(first, answering("127.0.0.1"))) {
            assertThat(get(guarded, "rebinding.example", "/")).isEqualTo(204);
        }
        assertThat(judged).hasValue(1);
    }

    @Test
    void oneRefusedAddressOfSeveralIsEnough() {
        DnsResolver both = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (GuardedClient guarded = client(PUBLIC, both)) {
            assertThatThrownBy(() -> get(guarded, "rebinding.example", "/")).isInstanceOf(AddressRefusedException.class);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (GuardedClient guarded = client(address -> true, answering("127.0.0.1", "127.0.0.1"))) {
            assertThat(get(guarded, "system.example", "/redirect")).isEqualTo(302);
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void whyACallDidNotComeAboutIsSaidWithoutNamesOfClasses() {
        for (Exception failure : List.of(new AddressRefusedException("a.example"), new UnknownHostException("a.example"),
                new SocketTimeoutException(), new ConnectException("x"), new NoRouteToHostException(), new SSLHandshakeException("x"),
                new SocketException("x"), new IOException())) {
            assertThat(GuardedClient.why(failure)).doesNotContain("Exception", "java", "a.example", "x.");
        }
    }
}
