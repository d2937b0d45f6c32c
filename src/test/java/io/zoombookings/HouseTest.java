package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.zoombookings.DslFile.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house for routes and Kamelets: what their authors agreed on, and no compiler checks. */
class HouseTest {

    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "method", "exchangeProperty", "header",
            "variable", "jsonpath", "tokenize", "csimple", "xpath");
    /** Where the DSL has an expression without the field {@code expression}. */
    private static final Set<String> BARE = Set.of("expression", "handled", "continued", "retryWhile", "onWhen");
    private static final Set<String> ON_FAILURE = Set.of("onException", "errorHandler", "doCatch", "onCompletion",
            "routeConfiguration", "circuitBreaker");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([\\w.-]+)(?::[^{}]*)?}}");

    private static JsonSchema schema;
    private static CamelCatalog catalog;

    @BeforeAll
    static void load() {
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(HouseTest.class.getResourceAsStream("/schema/camelYamlDsl.json"));
        catalog = new DefaultCamelCatalog();
    }

    static Stream<DslFile> routes() {
        return DslFile.routes().stream();
    }

    static Stream<DslFile> kamelets() {
        return DslFile.kamelets().stream();
    }

    static Stream<DslFile> all() {
        return Stream.concat(routes(), kamelets());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isValidAgainstTheSchemaOfTheDsl(DslFile file) {
        assertThat(schema.validate(file.dsl())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isCanonical(DslFile file) {
        List<String> compact = new ArrayList<>();
        for (Field field : file.fields()) {
            if (LANGUAGES.contains(field.name()) && BARE.contains(field.parent()) && !field.value().isObject()) {
                compact.add("expression in short: " + field);
            }
            if (LANGUAGES.contains(field.name()) && !BARE.contains(field.parent())
                    && field.value().isObject() && field.value().has("expression")) {
                compact.add("expression without its field: " + field);
            }
            if (field.name().equals("uri") && !field.parent().equals("parameters") && field.value().asText().contains("?")
                    && !field.value().asText().startsWith("{{")) {
                compact.add("parameters in the URI: " + field);
            }
            if (field.name().equals("steps")) {
                field.value().forEach(step -> step.properties().forEach(one -> {
                    if (!one.getValue().isObject()) {
                        compact.add("step in short: " + one);
                    }
                }));
            }
        }
        assertThat(compact).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void namesItsRoutesAsItIsNamedItself(DslFile file) {
        for (JsonNode route : file.all("route")) {
            String id = route.path("id").asText();
            assertThat(id).matches(Pattern.quote(file.name()) + "(-[a-z]+)*");
            assertThat(route.path("description").asText()).as(id).hasSizeGreaterThan(10).doesNotEndWith(".");
            String from = route.at("/from/uri").asText();
            if (from.startsWith("direct:") || from.startsWith("seda:")) {
                assertThat(from.substring(from.indexOf(':') + 1)).isEqualTo(id);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void isATableOfContents(DslFile file) {
        for (JsonNode route : file.all("route")) {
            assertThat(route.at("/from/steps").size()).as(route.path("id").asText()).isBetween(1, 12);
        }
    }

    @Test
    void routeIdsAreUniqueAndInnerRoutesExist() {
        List<String> ids = DslFile.routes().stream().flatMap(file -> file.all("route").stream())
                .map(route -> route.path("id").asText()).toList();
        Set<String> called = DslFile.routes().stream().flatMap(file -> file.fields().stream())
                .filter(field -> field.name().equals("uri")).map(field -> field.value().asText())
                .filter(uri -> uri.startsWith("direct:") || uri.startsWith("seda:"))
                .map(uri -> uri.substring(uri.indexOf(':') + 1)).collect(Collectors.toSet());

        assertThat(ids).doesNotHaveDuplicates().containsAll(called);
    }

    @Test
    void sayAboutErrorsOnlyWhichPolicyTheyFollow() {
        Set<String> policies = new HashSet<>();
        DslFile.routes().stream().flatMap(file -> file.all("routeConfiguration").stream()).forEach(policy -> {
            assertThat(policy.path("description").asText()).as(policy.path("id").asText()).isNotEmpty();
            assertThat(policy.path("id").asText()).as("a nameless policy is everybody's, the host's routes too").isNotEmpty();
            assertThat(policy.has("errorHandler")).as(policy.path("id").asText() + " has its own error handler").isTrue();
            policies.add(policy.path("id").asText());
        });
        all().forEach(file -> {
            if (!file.name().equals("error-policies")) {
                assertThat(file.fields()).as(file.name()).noneMatch(field -> ON_FAILURE.contains(field.name()));
            }
            file.all("route").stream().filter(route -> route.has("routeConfigurationId"))
                    .forEach(route -> assertThat(policies).contains(route.path("routeConfigurationId").asText()));
        });
    }

    /** A route without one would follow that of the application that it is a guest of, if it has one for all. */
    @Test
    void everyRouteFollowsAPolicy() {
        DslFile.routes().stream().flatMap(file -> file.all("route").stream())
                .forEach(route -> assertThat(route.has("routeConfigurationId")).as(route.path("id").asText()).isTrue());
    }

    /** A bean of the application that has this library may have any other name. */
    @ParameterizedTest
    @MethodSource("routes")
    void namesOurBeansWithTheirPrefix(DslFile file) {
        file.fields().stream().filter(field -> field.name().equals("ref") || field.value().asText().startsWith("#bean:"))
                .map(field -> field.value().asText().replaceFirst("#bean:", ""))
                .forEach(bean -> assertThat(bean).matches("zoomBookings\\.[a-z][A-Za-z]+"));
    }

    @Test
    void pagesNameNoBeans() throws IOException {
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates/pages"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                assertThat(Pattern.compile("\\$\\{[^}]*@[a-zA-Z]\\w*\\.")
                        .matcher(Files.readString(page)).results()).as(page.toString()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void usesOptionsThatItsEndpointsHave(DslFile file) {
        Map<String, JsonNode> properties = new TreeMap<>();
        file.root().at("/spec/definition/properties").properties()
                .forEach(property -> properties.put(property.getKey(), property.getValue()));
        endpoints(file.dsl()).forEach(endpoint -> {
            String uri = endpoint.path("uri").asText();
            if (uri.startsWith("kamelet:") && !uri.matches("kamelet:(source|sink)")) {
                usesPropertiesOf(uri.substring("kamelet:".length()), endpoint.path("parameters"));
            } else if (!uri.startsWith("{{acknowledged:") && !uri.equals("{{booking.result-uri}}")) {
                validate(filled(uri, properties), endpoint.path("parameters"));
            }
        });
    }

    private static void validate(String uri, JsonNode parameters) {
        StringBuilder whole = new StringBuilder(uri);
        parameters.properties().forEach(option -> whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(option.getKey()).append('=').append(option.getValue().asText().replaceAll("[${}#]", "x")));
        EndpointValidationResult result = catalog.validateEndpointProperties(whole.toString());
        assertThat(result.getUnknown()).as(whole.toString()).isNull();
        assertThat(result.getRequired()).as(whole.toString()).isNull();
        assertThat(result.getUnknownComponent()).as(whole.toString()).isNull();
        assertThat(result.getSyntaxError()).as(whole.toString()).isNull();
    }

    /** The address as it may come to be: a Kamelet's properties have their defaults or examples. */
    private static String filled(String uri, Map<String, JsonNode> properties) {
        Matcher placeholder = PLACEHOLDER.matcher(uri);
        return placeholder.replaceAll(found -> {
            JsonNode property = properties.get(found.group(1));
            return property == null ? "x" : property.path("default").asText(property.path("example").asText("x"));
        });
    }

    private static void usesPropertiesOf(String kamelet, JsonNode parameters) {
        JsonNode definition = DslFile.kamelets().stream().filter(file -> file.name().equals(kamelet)).findAny()
                .orElseThrow(() -> new AssertionError("There is no Kamelet " + kamelet)).root().at("/spec/definition");
        parameters.fieldNames().forEachRemaining(name -> assertThat(definition.path("properties").has(name))
                .as(kamelet + " has no property " + name).isTrue());
        boolean elsewhere = kamelet.equals("booking-source");
        definition.path("required").forEach(name -> assertThat(elsewhere || parameters.has(name.asText()))
                .as(kamelet + " needs " + name.asText()).isTrue());
    }

    private static List<JsonNode> endpoints(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        node.forEach(child -> {
            if (child.isObject() && child.has("uri")) {
                found.add(child);
            }
            found.addAll(endpoints(child));
        });
        return found;
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void keepsTheRulesOfTheKameletCatalog(DslFile kamelet) {
        JsonNode root = kamelet.root();
        JsonNode definition = root.at("/spec/definition");
        String type = root.at("/metadata/labels").path("camel.apache.org/kamelet.type").asText();
        assertThat(root.path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(root.path("kind").asText()).isEqualTo("Kamelet");
        assertThat(root.at("/metadata/name").asText()).isEqualTo(kamelet.name());
        assertThat(kamelet.name()).endsWith("-" + type);
        assertThat(type).isIn("source", "action", "sink");
        assertThat(definition.path("title").asText()).isEqualTo(Arrays.stream(kamelet.name().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining(" ")));
        assertThat(definition.path("description").asText()).endsWith(".");
        assertThat(definition.path("type").asText()).isEqualTo("object");
        JsonNode annotations = root.at("/metadata/annotations");
        for (String annotation : List.of("kamelet.support.level", "provider", "kamelet.group", "kamelet.namespace")) {
            assertThat(annotations.path("camel.apache.org/" + annotation).asText()).as(annotation).isNotEmpty();
        }
        assertThat(annotations.path("camel.apache.org/catalog.version").asText()).isEqualTo(catalog.getCatalogVersion());
        assertThat(annotations.path("camel.apache.org/kamelet.icon").asText()).startsWith("data:image/svg+xml;base64,");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void describesEveryPropertyThatItUsesAndNoOther(DslFile kamelet) {
        JsonNode definition = kamelet.root().at("/spec/definition");
        String template = kamelet.root().at("/spec/template").toString();
        Set<String> required = new HashSet<>();
        definition.path("required").forEach(name -> required.add(name.asText()));
        Set<String> described = new TreeSet<>();
        definition.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode about = property.getValue();
            described.add(name);
            assertThat(name).matches("[a-z][a-zA-Z]*");
            assertThat(about.path("title").asText()).as(name).matches("[A-Z].*");
            assertThat(about.path("description").asText()).as(name).matches("(?s)[A-Z].*\\.");
            assertThat(about.path("type").asText()).as(name).isIn("string", "integer", "boolean", "number");
            assertThat(about.has("default") || required.contains(name) || template.contains("{{?" + name + "}}"))
                    .as(name + " has a default, is required or optional").isTrue();
            boolean secret = name.matches("(?i).*(password|secret|apiKey|token)") && !name.equals("nextPageToken");
            assertThat(about.path("format").asText().equals("password")).as(name).isEqualTo(secret);
            if (secret) {
                assertThat(about.path("x-descriptors").toString()).isEqualTo("[\"urn:camel:group:credentials\"]");
            }
        });
        assertThat(described).containsAll(required);
        Set<String> used = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        while (placeholder.find()) {
            used.add(placeholder.group(1));
        }
        kamelet.root().at("/spec/template/beans").forEach(bean -> used.remove(bean.path("name").asText()));
        assertThat(used).isEqualTo(described);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void listsWhatItDependsOn(DslFile kamelet) {
        Set<String> listed = new HashSet<>();
        kamelet.root().at("/spec/dependencies").forEach(dependency -> listed.add(dependency.asText()));
        assertThat(listed).contains("camel:core", "camel:kamelet");
        Map<String, JsonNode> properties = new TreeMap<>();
        kamelet.root().at("/spec/definition/properties").properties()
                .forEach(property -> properties.put(property.getKey(), property.getValue()));
        endpoints(kamelet.dsl()).forEach(endpoint -> {
            String scheme = filled(endpoint.path("uri").asText(), properties).replaceFirst(":.*", "");
            if (!scheme.startsWith("{{")) {
                String artifact = catalog.componentModel(scheme).getArtifactId();
                assertThat(listed).contains("camel:" + artifact.substring("camel-".length()));
            }
        });
        if (kamelet.fields().stream().anyMatch(field -> field.name().equals("json"))) {
            assertThat(listed).contains("camel:jackson");
        }
        if (kamelet.fields().stream().anyMatch(field -> field.name().matches("bean|method") && field.value().isObject())) {
            assertThat(listed).contains("camel:bean");
        }
        if (kamelet.root().toString().contains("io.zoombookings.") || kamelet.root().toString().contains("{{acknowledged:")) {
            assertThat(listed).anyMatch(dependency -> dependency.startsWith("mvn:io.zoombookings:camel-zoom-bookings-kamelets:"));
        }
    }
}
