package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class AdminApiTest extends RunningApplication {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asText()).isNotBlank();
    }

    @Test
    void aWorkspaceIsCreatedWithAKeyThatWorks() throws Exception {
        String id = "api-" + UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"id\":\"" + id + "\",\"name\":\"Clinic\"}";
        HttpResponse<String> created = call("POST", "/api/workspaces", ROOT, body);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).get("id").asText()).isEqualTo(id);
        assertThat(json(created).get("name").asText()).isEqualTo("Clinic");
        assertThat(apiKeys.verify(json(created).get("apiKey").asText()).orElseThrow().workspace()).isEqualTo(id);
        assertProblem(call("POST", "/api/workspaces", ROOT, body), 409);
        assertThat(call("GET", "/api/workspaces", ROOT, null).body()).contains(id);
    }

    @Test
    void wrongFieldsAreNamedByPointer() throws Exception {
        HttpResponse<String> wrong = call("POST", "/api/workspaces", ROOT, "{\"id\":\"Not An Id\",\"name\":\"\"}");
        assertProblem(wrong, 400);
        assertThat(json(wrong).get("errors").findValuesAsText("pointer")).containsExactly("/id", "/name");
        assertProblem(call("POST", "/api/workspaces", ROOT, "not json"), 400);
        assertProblem(call("POST", "/api/workspaces", ROOT, "[]"), 400);
        assertProblem(call("PUT", "/api/workspaces/default/callback", ROOT, "{\"url\":\"http://10.0.0.1/\"}"), 400);
    }

    @Test
    void aCallbackIsSetAndRemoved() throws Exception {
        String path = "/api/workspaces/" + newWorkspace() + "/callback";
        HttpResponse<String> set = call("PUT", path, ROOT, "{\"url\":\"https://clinic.example/hook\"}");
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(json(set).get("secret").asText()).startsWith("whsec_");
        assertThat(json(call("PUT", path, ROOT, "{\"url\":\"https://clinic.example/hook\"}"))).isEqualTo(json(set));
        assertThat(json(call("PUT", path, ROOT, "{\"url\":null}")).get("url").isNull()).isTrue();
    }

    @Test
    void theZoomConnectionHasAllFields() throws Exception {
        HttpResponse<String> answer = call("GET", "/api/workspaces/default/zoom-connection", ROOT, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).fieldNames()).toIterable().containsExactly("status", "email", "accountId", "scopes",
                "connectedAt", "tokenExpiresAt", "problem");
        assertThat(json(answer).get("status").asText()).isEqualTo("NOT_CONFIGURED");
    }

    @Test
    void everyRefusalIsAProblemDocument() throws Exception {
        assertProblem(call("GET", "/api/nothing", ROOT, null), 404);
        assertProblem(call("GET", "/api/nothing", null, null), 401);
        assertProblem(call("DELETE", "/api/workspaces", ROOT, null), 405);
        assertThat(call("DELETE", "/api/workspaces", ROOT, null).headers().firstValue("Allow")).isPresent();
        assertProblem(call("POST", "/api/workspaces/nobody-has-this/retry", ROOT, null), 404);
        assertProblem(browser().send(browser().request("/api/workspaces").header("Authorization", ROOT)
                .header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString("x"))), 415);
        assertProblem(call("GET", "/api/../workspaces", ROOT, null), 400);
        assertProblem(call("GET", "/no-page", ROOT, null), 401);
    }

    @Test
    void aBodyOverOneMebibyteIsRefusedHoweverItIsSent() throws Exception {
        String large = "{\"url\":\"" + "x".repeat(1 << 20) + "\"}";
        assertProblem(call("PUT", "/api/workspaces/default/callback", ROOT, large), 413);
        HttpRequest.BodyPublisher chunked = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofString(large));
        assertProblem(browser().send(browser().request("/api/workspaces/default/callback").header("Authorization", ROOT)
                .header("Content-Type", "application/json").PUT(chunked)), 413);
        HttpRequest.BodyPublisher small = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofString("{\"url\":\"https://clinic.example/\"}"));
        assertThat(browser().send(browser().request("/api/workspaces/default/callback").header("Authorization", ROOT)
                .header("Content-Type", "application/json").PUT(small)).statusCode()).isEqualTo(200);
        assertProblem(call("PUT", "/api/workspaces/default/callback", null, large), 401);
        assertProblem(call("POST", "/api/workspaces/default/booking-events", ROOT, large), 413);
        assertProblem(browser().send(browser().request("/api/workspaces/default/booking-events")
                .header("Authorization", ROOT).header("Content-Type", "application/json").POST(chunked)), 413);
    }
}
