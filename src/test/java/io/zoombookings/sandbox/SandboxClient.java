package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain client of the sandbox, written from Zoom's documentation alone. */
public final class SandboxClient {

    static final String REDIRECT = "http://localhost:8080/integrations/zoom/callback";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ZoomSandbox sandbox;

    public SandboxClient(ZoomSandbox sandbox) {
        this.sandbox = sandbox;
        sandbox.redirectUris(REDIRECT);
    }

    static Map<String, String> query(URI uri) {
        return SandboxRequest.form(uri.getRawQuery());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + '='
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    static String challenge() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    URI authorizeUrl() {
        return authorizeUrl(sandbox.clientId(), REDIRECT);
    }

    URI authorizeUrl(String clientId, String redirectUri) {
        return URI.create(sandbox.url() + "/oauth/authorize?" + form(Map.of("response_type", "code", "client_id",
                clientId, "redirect_uri", redirectUri, "state", "s t/1", "code_challenge", challenge(),
                "code_challenge_method", "S256")));
    }

    String code(String email) {
        return query(URI.create(sandbox.authorize(authorizeUrl(), email, true))).get("code");
    }

    HttpResponse<String> exchange(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT,
                "code_verifier", VERIFIER));
    }

    HttpResponse<String> refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    HttpResponse<String> token(Map<String, String> fields) {
        return post("/oauth/token", fields, sandbox.clientSecret());
    }

    HttpResponse<String> revoke(String accessToken) {
        return post("/oauth/revoke", Map.of("token", accessToken), sandbox.clientSecret());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String secret) {
        return post(path, fields, sandbox.clientId(), secret);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String id, String secret) {
        String basic = Base64.getEncoder().encodeToString((id + ':' + secret)
                .getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Goes through consent and exchange. */
    JsonNode connect(String email) {
        return json(exchange(code(email)));
    }

    public String accessToken(String email) {
        return connect(email).get("access_token").asText();
    }

    HttpResponse<String> api(String token, String method, String path, String body) {
        return send(request(token, method, path, body).header("Accept", "application/json"));
    }

    HttpResponse<String> api(String token, String method, String path) {
        return api(token, method, path, null);
    }

    HttpRequest.Builder request(String token, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + path))
                .timeout(Duration.ofSeconds(5)).header("Authorization", "Bearer " + token);
        return body == null ? request.method(method, HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body());
    }
}
