package io.zoombookings.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.MovableClock;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.sandbox.ZoomUsers;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing with the credentials of a Server-to-Server app, against the sandbox. */
class ZoomServerToServerTest {

    private static final String ACCOUNT = "gVcjZnYYRLDbb_MfgHuaxg";

    private final MovableClock clock = new MovableClock();
    private final ZoomSandbox sandbox = ZoomSandbox.start(0, clock);
    private final CloseableHttpClient http = client(sandbox.serverClientSecret());

    @AfterEach
    void stop() throws IOException {
        http.close();
        sandbox.close();
    }

    private CloseableHttpClient client(String secret) {
        HttpClientBuilder builder = HttpClientBuilder.create();
        new ZoomServerToServer(sandbox.url(), sandbox.apiUrl(), ACCOUNT, sandbox.serverClientId(), secret, clock)
                .configureHttpClient(builder);
        return builder.build();
    }

    private int status(CloseableHttpClient client, String url) throws IOException {
        HttpGet get = new HttpGet(URI.create(url));
        get.setHeader("Accept", "application/json");
        return client.execute(get, response -> response.getCode());
    }

    private int status() throws IOException {
        return status(http, sandbox.apiUrl() + "/users/" + ZoomUsers.HOST);
    }

    private int tokens() {
        return sandbox.ledger().count(Operation.TOKEN);
    }

    @Test
    void asksForOneTokenAndKeepsItUntilShortlyBeforeItExpires() throws Exception {
        assertThat(status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(58));
        assertThat(status()).isEqualTo(200);
        assertThat(tokens()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(status()).isEqualTo(200);
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void manyCallsAtOnceAskForOneToken() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(callers.submit(() -> status()));
        }
        for (Future<Integer> call : calls) {
            assertThat(call.get()).isEqualTo(200);
        }
        callers.shutdown();
        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void repeatsOnceWithAnotherTokenWhereZoomTakesThisOneNoMore() throws Exception {
        assertThat(status()).isEqualTo(200);
        sandbox.killAccountTokens(ACCOUNT);

        assertThat(status()).isEqualTo(200);

        assertThat(tokens()).isEqualTo(2);
        assertThat(sandbox.ledger().count(Operation.USER_ME)).isEqualTo(3);
    }

    @Test
    void saysWhyThereIsNoTokenAndNeverTheSecret() throws Exception {
        try (CloseableHttpClient wrong = client("a-wrong-secret")) {
            assertThatThrownBy(() -> status(wrong, sandbox.apiUrl() + "/users/me")).isInstanceOf(ZoomSigningException.class)
                    .hasMessage("Zoom gives no token to the Server-to-Server app: HTTP status 400, "
                            + "Invalid client_id or client_secret invalid_client");
        }
        sandbox.goOffline();
        assertThatThrownBy(this::status).isInstanceOf(ZoomSigningException.class).hasMessageContaining("cannot be reached");
    }

    @Test
    void signsForZoomAlone() {
        ZoomSandbox other = ZoomSandbox.start(0, Clock.systemUTC());
        try {
            assertThatThrownBy(() -> status(http, other.apiUrl() + "/users/me")).isInstanceOf(ZoomSigningException.class)
                    .hasMessageContaining("is not signed");
            assertThat(other.ledger().calls()).isEmpty();
        } finally {
            other.close();
        }
    }
}
