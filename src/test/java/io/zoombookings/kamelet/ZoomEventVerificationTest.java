package io.zoombookings.kamelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZoomEventVerificationTest {

    // Signed with openssl: printf 'v0:1739923528:<body>' | openssl dgst -sha256 -hmac secret-token
    private static final String BODY = "{\"event\":\"meeting.started\",\"payload\":{\"object\":{\"id\":\"1\"}}}";
    private static final String SIGNATURE = "v0=04c3e71649b8e106f30e2804064491d7fb939fca262868a0b1d6884206a60688";

    private final ZoomEventVerification verification = new ZoomEventVerification("secret-token",
            Clock.fixed(Instant.ofEpochSecond(1739923528), ZoneOffset.UTC));

    @Test
    void acceptsWhatZoomSigned() {
        ZoomDelivery delivery = receive(BODY, Map.of());

        assertThat(delivery.isAccepted()).isTrue();
        assertThat(delivery.event()).isEqualTo("meeting.started");
        assertThat(delivery.requestId()).isEqualTo("id-1");
        assertThat(delivery.body()).isEqualTo(BODY);
    }

    @Test
    void aDeliveryWithoutIdIsKnownByItsBody() {
        assertThat(receive(BODY, Map.of("x-zm-request-id", "")).requestId()).startsWith("sha256-").hasSize(71);
    }

    @Test
    void refusesWhatIsChangedOrRepeatedInAnotherForm() {
        assertThat(receive(BODY + " ", Map.of()).status()).isEqualTo(401);
        assertThat(receive(BODY, Map.of("X-Zm-Request-Timestamp", "1739923529")).status()).isEqualTo(401);
        assertThat(receive(BODY, Map.of("X-Zm-Request-Timestamp", "x")).status()).isEqualTo(401);
        assertThat(receive(BODY, Map.of("X-Zm-Signature", SIGNATURE.substring(3))).status()).isEqualTo(401);
        assertThat(receive(BODY, Map.of("X-Zm-Signature", List.of(SIGNATURE, SIGNATURE))).status()).isEqualTo(401);
        assertThat(verification.receive(null, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void withoutSecretThereIsNoSuchEndpoint() {
        assertThat(new ZoomEventVerification("").receive(null, Map.of()).status()).isEqualTo(404);
    }

    private ZoomDelivery receive(String body, Map<String, Object> changed) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("x-zm-request-timestamp", "1739923528");
        headers.put("x-zm-signature", SIGNATURE);
        headers.put("x-zm-request-id", "id-1");
        changed.forEach((name, value) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        });
        return verification.receive(body.getBytes(StandardCharsets.UTF_8), headers);
    }
}
