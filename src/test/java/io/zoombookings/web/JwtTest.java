package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens of an issuer that publishes its keys over HTTP, as OpenID Connect Discovery says. */
class JwtTest extends RunningApplication {

    private static final RSAKey KEY = newKey("one");
    private static final Map<String, Integer> ASKED = new ConcurrentHashMap<>();
    private static final HttpServer ISSUER = issuer();
    private static final String ISSUER_URI = "http://localhost:" + ISSUER.getAddress().getPort();

    private String mine;
    private String other;

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer issuer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String base = "http://localhost:" + server.getAddress().getPort();
            serve(server, "/.well-known/openid-configuration", "{\"issuer\":\"" + base + "\",\"jwks_uri\":\"" + base
                    + "/keys\",\"subject_types_supported\":[\"public\"]}");
            serve(server, "/keys", new JWKSet(KEY.toPublicJWK()).toString());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            ASKED.merge(path, 1, Integer::sum);
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @DynamicPropertySource
    static void oauth(DynamicPropertyRegistry registry) {
        registry.add("oauth.issuer-uri", () -> ISSUER_URI);
        registry.add("oauth.audience", () -> "booking-api");
    }

    @BeforeEach
    void workspaces() {
        mine = newWorkspace();
        other = newWorkspace();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER_URI).audience("booking-api").subject("calendar")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
        return signed("JWT", claims, key);
    }

    private static String signed(String type, JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())
                .type(type == null ? null : new JOSEObjectType(type)).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return "Bearer " + token.serialize();
    }

    private int book(String workspace, String authorization) {
        return call("POST", "/api/workspaces/" + workspace + "/booking-events", authorization, "{}").statusCode();
    }

    @Test
    void aTokenOpensTheWorkspacesThatItsClaimNames() throws Exception {
        String token = signed(claims().claim("workspaces", List.of(mine)), KEY);
        assertThat(book(mine, token)).isEqualTo(400);
        assertThat(book(other, token)).isEqualTo(404);
        assertThat(call("GET", "/api/workspaces/" + mine + "/zoom-connection", token, null).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenOpensTheWorkspacesThatItsScopesName() throws Exception {
        String token = signed(claims().claim("scope", "openid workspace:" + mine), KEY);
        assertThat(book(mine, token)).isEqualTo(400);
        assertThat(book("default", token)).isEqualTo(404);
    }

    @Test
    void aTokenThatNamesNoWorkspaceMayDoNothing() throws Exception {
        for (JWTClaimsSet.Builder none : List.of(claims(), claims().claim("workspaces", List.of()),
                claims().claim("scope", "openid profile"))) {
            assertThat(book("default", signed(none, KEY))).isEqualTo(403);
            assertThat(book(mine, signed(none, KEY))).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"at+jwt,400", "AT+JWT,400", "application/at+jwt,400", "JWT,400", ",400", "logout+jwt,401", "dpop+jwt,401"})
    void accessTokensAreTakenAndNothingElse(String type, int status) throws Exception {
        assertThat(book(mine, signed(type, claims().claim("workspaces", List.of(mine)), KEY))).isEqualTo(status);
    }

    @Test
    void aTokenThatTellsOnlyWhoSomebodyIsOpensNothing() throws Exception {
        for (Map.Entry<String, String> mark : Map.of("nonce", "n", "at_hash", "h", "c_hash", "h", "typ", "ID").entrySet()) {
            assertThat(book(mine, signed(claims().claim("workspaces", List.of(mine)).claim(mark.getKey(), mark.getValue()), KEY)))
                    .as(mark.getKey()).isEqualTo(401);
        }
    }

    @Test
    void aTokenWithoutAnEndOrWithoutItsSubjectIsRefused() throws Exception {
        assertThat(book(mine, signed(claims().claim("workspaces", List.of(mine)).expirationTime(null), KEY))).isEqualTo(401);
        assertThat(book(mine, signed(claims().claim("workspaces", List.of(mine)).subject(null), KEY))).isEqualTo(401);
    }

    @Test
    void inventedKeysDoNotMakeTheIssuerBeAskedEachTime() throws Exception {
        String good = signed(claims().claim("workspaces", List.of(mine)), KEY);
        assertThat(book(mine, good)).isEqualTo(400);
        int before = ASKED.get("/keys");
        RSAKey invented = newKey("invented");
        for (int i = 0; i < 100; i++) {
            RSAKey named = new RSAKey.Builder(invented).keyID("invented-" + i).build();
            assertThat(book(mine, signed(claims().claim("workspaces", List.of(mine)), named))).isEqualTo(401);
        }
        assertThat(ASKED.get("/keys") - before).isLessThanOrEqualTo(2);
        assertThat(book(mine, good)).as("a good token beside them").isEqualTo(400);
    }

    @Test
    void tokensThatProveNothingAreRefused() throws Exception {
        assertThat(book("default", signed(claims().audience("another-api"), KEY))).isEqualTo(401);
        assertThat(book("default", signed(claims().audience((String) null), KEY))).isEqualTo(401);
        assertThat(book("default", signed(claims().issuer("https://other.example"), KEY))).isEqualTo(401);
        assertThat(book("default", signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(300))), KEY)))
                .isEqualTo(401);
        assertThat(book("default", signed(claims(), newKey("one")))).as("another key of the same name").isEqualTo(401);
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        symmetric.sign(new MACSigner(KEY.toPublicJWK().toJSONString()));
        assertThat(book("default", "Bearer " + symmetric.serialize())).isEqualTo(401);
        String unsigned = "eyJhbGciOiJub25lIn0." + claims().build().toPayload().toBase64URL() + ".";
        assertThat(book("default", "Bearer " + unsigned)).isEqualTo(401);
    }

    @Test
    void keysGoOnWorkingBesideTokens() {
        assertThat(book(mine, "Bearer " + apiKeys.create(mine, "calendar", "root").secret())).isEqualTo(400);
    }
}
