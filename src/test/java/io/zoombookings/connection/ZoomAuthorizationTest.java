package io.zoombookings.connection;

import static io.zoombookings.connection.ZoomStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.ClientProtocolException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through Camel's own HTTP component, as the Kamelets use it. */
class ZoomAuthorizationTest {

    private final ZoomStub zoom = new ZoomStub();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> replaced = new ArrayList<>();
    private ProducerTemplate producer;
    private String good = "access-1";

    @BeforeEach
    void start() {
        ZoomTokens tokens = new ZoomTokens() {
            @Override
            public String accessToken(String workspace) {
                if (!"clinic".equals(workspace)) {
                    throw new ZoomNotConnectedException(workspace + " is not connected");
                }
                return "access-1";
            }

            @Override
            public String replacement(String workspace, String refused) {
                replaced.add(refused);
                return "access-2";
            }
        };
        ZoomSettings settings = new ZoomSettings(zoom.url(), zoom.url() + "/v2", "id", "secret", "http://localhost");
        HttpComponent http = camel.getComponent("http", HttpComponent.class);
        http.setHttpClientConfigurer(new ZoomAuthorization(tokens, settings));
        http.setAutomaticRetriesDisabled(true);
        camel.start();
        producer = camel.createProducerTemplate();
        zoom.answer("/v2/users/me/meetings", exchange -> {
            boolean accepted = ("Bearer " + good).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            json(accepted ? 201 : 401, accepted ? "{\"id\":1}" : "{\"code\":124,\"message\":\"Invalid access token.\"}")
                    .to(exchange);
        });
    }

    @AfterEach
    void stop() throws IOException {
        camel.close();
        zoom.close();
    }

    @Test
    void putsTheTokenInPlaceOfTheWorkspace() {
        Exchange done = call("clinic", "{\"topic\":\"ä\"}");

        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(201);
        ZoomStub.Call call = zoom.calls("/v2/users/me/meetings").get(0);
        assertThat(call.header("Authorization")).isEqualTo("Bearer access-1");
        assertThat(call.header(ZoomAuthorization.CONNECTION)).isNull();
        assertThat(call.header("Accept")).isEqualTo("application/json");
        assertThat(done.getMessage().getHeaders().toString()).doesNotContain("access-1");
        assertThat(done.getIn().getHeaders().toString()).doesNotContain("access-1");
    }

    @Test
    void repeatsOnceWithAnotherTokenAndTheSameBodyAfterA401() {
        good = "access-2";

        Exchange done = call("clinic", "{\"topic\":\"x\"}");

        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(201);
        assertThat(zoom.calls("/v2/users/me/meetings")).extracting(ZoomStub.Call::body)
                .containsExactly("{\"topic\":\"x\"}", "{\"topic\":\"x\"}");
        assertThat(replaced).containsExactly("access-1");
    }

    @Test
    void aSecond401IsTheAnswer() {
        good = "none";

        Exchange done = call("clinic", "{}");

        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(401);
        assertThat(zoom.calls("/v2/users/me/meetings")).hasSize(2);
    }

    @Test
    void aBodyThatCanBeReadOnceIsRepeatedToo() {
        good = "access-2";

        Exchange done = call("clinic", new ByteArrayInputStream(new byte[] {'{', '}'}));

        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(201);
        assertThat(zoom.calls("/v2/users/me/meetings")).extracting(ZoomStub.Call::body).containsExactly("{}", "{}");
    }

    @Test
    void otherHostsAreNotShownAToken() {
        try (ZoomStub stranger = new ZoomStub()) {
            assertThatThrownBy(() -> send(stranger.url() + "/v2/users/me", "clinic", null))
                    .isInstanceOf(CamelExecutionException.class).hasRootCauseInstanceOf(ClientProtocolException.class);
            assertThat(stranger.calls("/v2/users/me")).isEmpty();
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (ZoomStub stranger = new ZoomStub()) {
            zoom.answer("/v2/users/me", exchange -> {
                exchange.getResponseHeaders().set("Location", stranger.url() + "/v2/users/me");
                exchange.sendResponseHeaders(302, -1);
            });
            Exchange done = send(zoom.url() + "/v2/users/me", "clinic", null);

            assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(302);
            assertThat(stranger.calls("/v2/users/me")).isEmpty();
        }
    }

    @Test
    void aWorkspaceWithoutConnectionMakesNoCall() {
        assertThatThrownBy(() -> call("other", "{}")).hasRootCauseInstanceOf(ZoomNotConnectedException.class);
        assertThat(zoom.calls("/v2/users/me/meetings")).isEmpty();
    }

    private Exchange call(String workspace, Object body) {
        return send(zoom.url() + "/v2/users/me/meetings", workspace, body);
    }

    private Exchange send(String url, String workspace, Object body) {
        Exchange done = producer.request(url + "?throwExceptionOnFailure=false", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(ZoomAuthorization.CONNECTION, workspace);
            if (body != null) {
                exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
            }
        });
        if (done.getException() != null) {
            throw new CamelExecutionException("failed", done, done.getException());
        }
        return done;
    }
}
