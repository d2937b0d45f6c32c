package io.zoombookings.booking.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published documents agree with themselves, with the reader, and with the samples. */
class DocumentsTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonNode OPEN_API = openApi();

    @ParameterizedTest
    @CsvSource({"/schemas/booking-event.schema.json, application/schema+json", "/openapi.yaml, application/yaml",
        "/asyncapi.yaml, application/yaml"})
    void arePublishedAndMayBeCached(String address, String type) throws Exception {
        MockMvc http = MockMvcBuilders.standaloneSetup(new DocumentsController()).build();

        String tag = http.perform(get(address)).andExpect(status().isOk()).andExpect(content().contentType(type))
                .andExpect(content().bytes(bytes(address)))
                .andExpect(header().string("Cache-Control", "max-age=3600, public"))
                .andReturn().getResponse().getHeader("ETag");

        http.perform(get(address).header("If-None-Match", tag)).andExpect(status().isNotModified());
    }

    @Test
    void theSchemaIsAJsonSchema() throws IOException {
        JsonSchema meta = SCHEMAS.getSchema(URI.create("https://json-schema.org/draft/2020-12/schema"));
        String schema = new String(bytes("/schemas/booking-event.schema.json"), StandardCharsets.UTF_8);

        assertThat(meta.validate(schema, InputFormat.JSON)).isEmpty();
        assertThat(Events.JSON.readTree(schema).findParents("properties"))
                .allSatisfy(object -> assertThat(object.has("additionalProperties") || !object.has("type")).isTrue());
    }

    @Test
    void everyCallOfTheInterfaceIsDescribed() {
        List<String> calls = new ArrayList<>();
        OPEN_API.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> !method.getKey().equals("parameters"))
                .forEach(method -> calls.add(method.getKey() + " " + path.getKey())));

        assertThat(calls).contains(
                "post /api/workspaces/{workspace}/booking-events", "get /api/workspaces/{workspace}/bookings/{bookingId}",
                "get /api/workspaces/{workspace}/bookings",
                "get /api/workspaces/{workspace}/zoom-connection", "get /api/workspaces", "post /api/workspaces",
                "put /api/workspaces/{workspace}/callback",
                "put /api/workspaces/{workspace}/webhooks/{source}", "post /api/workspaces/{workspace}/webhooks/{source}",
                "post /api/workspaces/{workspace}/bookings/{bookingId}/retry", "get /integrations/zoom/callback",
                "get /api/workspaces/{workspace}/personal-data", "delete /api/workspaces/{workspace}/personal-data",
                "get /api/parked-events", "post /api/parked-events/{id}/replay", "post /integrations/zoom/events");
    }

    @Test
    void everyReferenceOfTheOpenApiDocumentLeadsSomewhere() {
        assertThat(OPEN_API.findValuesAsText("$ref")).hasSizeGreaterThan(50).allSatisfy(reference ->
                assertThat(reference.equals("./schemas/booking-event.schema.json")
                        || OPEN_API.at(reference.substring(1)).isObject()).as(reference).isTrue());
    }

    @Test
    void everyExampleOfAnEventIsRead() {
        JsonNode content = OPEN_API.at("/paths/~1api~1workspaces~1{workspace}~1booking-events/post/requestBody/content");
        Map<String, BookingEventType> read = new TreeMap<>();
        content.properties().forEach(type -> type.getValue().get("examples").properties().forEach(example ->
                read.put(type.getKey() + " " + example.getKey(), Events.READER.read(
                        example.getValue().get("value").toString().getBytes(StandardCharsets.UTF_8), type.getKey(),
                        Map.of()).type())));

        assertThat(read).hasSize(6).containsEntry("application/cloudevents+json cancelled", BookingEventType.CANCELLED);
    }

    @Test
    void everyOtherExampleMatchesItsSchema() {
        List<JsonNode> bodies = OPEN_API.findParents("examples");
        int checked = 0;
        for (JsonNode body : bodies) {
            String reference = body.path("schema").path("$ref").asText();
            if (!body.has("schema") || reference.endsWith("/BookingEvent")) {
                continue;
            }
            JsonSchema schema = schema((ObjectNode) body.get("schema"));
            for (Map.Entry<String, JsonNode> example : body.get("examples").properties()) {
                JsonNode value = example.getValue().has("$ref")
                        ? OPEN_API.at(example.getValue().get("$ref").asText().substring(1)) : example.getValue();
                assertThat(schema.validate(value.get("value"))).as("%s", value).isEmpty();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(10);
    }

    @Test
    void theManifestOfTheZoomAppAsksForWhatIsUsedAndNoMore() throws IOException {
        JsonNode manifest = Events.JSON.readTree(Path.of("docs", "zoom-app-manifest.json").toFile());

        assertThat(manifest.at("/oauth_information/scopes").findValuesAsText("scope")).containsExactlyInAnyOrder("user:read:user",
                "meeting:write:meeting", "meeting:update:meeting", "meeting:delete:meeting", "meeting:read:meeting",
                "meeting:read:list_meetings");
        for (String use : List.of("development", "production")) {
            assertThat(URI.create(manifest.at("/oauth_information/" + use + "_redirect_uri").asText()).getPath())
                    .isEqualTo("/integrations/zoom/callback");
            assertThat(URI.create(manifest.at("/features/event_subscription/events/0/" + use + "_webhook_url").asText()).getPath())
                    .isEqualTo("/integrations/zoom/events");
        }
        assertThat(OPEN_API.get("paths").has("/integrations/zoom/callback")).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void everySampleIsReadAndLiesInTheFuture(Path sample) throws IOException {
        BookingEvent event = Events.READER.read(Files.readAllBytes(sample), "application/json", Map.of());

        assertThat(event.eventId()).isNotNull();
        assertThat(event.type() == BookingEventType.CANCELLED || event.booking() != null).isTrue();
        if (event.booking() != null) {
            assertThat(event.booking().startsAt()).isAfter(Instant.parse("2030-01-01T00:00:00Z"));
        }
    }

    static Stream<Path> everySampleIsReadAndLiesInTheFuture() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            return samples.sorted().toList().stream();
        }
    }

    @Test
    void theSamplesTellOneStory() throws IOException {
        Map<String, BookingState> bookings = new TreeMap<>();
        for (Path sample : everySampleIsReadAndLiesInTheFuture().toList()) {
            BookingEvent event = Events.READER.read(Files.readAllBytes(sample), null, Map.of());
            bookings.merge(event.bookingId(), BookingHistory.apply(
                    bookings.getOrDefault(event.bookingId(), BookingState.UNKNOWN), event, Instant.now()),
                    (before, after) -> after);
        }

        assertThat(bookings).hasSize(5).allSatisfy((id, state) -> assertThat(state.booking()).isNotNull());
        assertThat(bookings.values().stream().flatMap(state -> Series.wanted(state).stream()))
                .hasSize(9).filteredOn(WantedOccurrence::cancelled).hasSize(2);
    }

    private static JsonSchema schema(ObjectNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", OPEN_API.get("components"));
        return SCHEMAS.getSchema(whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true)
                .preloadJsonSchema(false).build());
    }

    private static JsonNode openApi() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return Events.JSON.valueToTree(yaml.load(new String(bytes("/openapi.yaml"), StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = DocumentsTest.class.getResourceAsStream(resource)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
