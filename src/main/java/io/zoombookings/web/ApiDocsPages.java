package io.zoombookings.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** The OpenAPI document as a page: rendered here, with nothing from elsewhere and without a script. */
@PageController
class ApiDocsPages {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document;
    private final Map<String, List<Operation>> tags;

    /** @param security empty: it is open to everybody */
    record Operation(String id, String method, String path, String summary, String description, List<String> security,
            List<Parameter> parameters, List<Content> bodies, List<Answer> answers) {
    }

    record Parameter(String name, String in, boolean required, String description, String schema) {
    }

    /** @param example as YAML, or null */
    record Content(String type, String schema, String example) {
    }

    record Answer(String status, String description, List<Content> contents) {
    }

    ApiDocsPages() {
        try (InputStream stream = ApiDocsPages.class.getResourceAsStream("/openapi.yaml")) {
            this.document = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(stream));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.tags = tags();
    }

    @GetMapping("/api-docs")
    String show(Model model) {
        model.addAttribute("info", document.get("info"));
        model.addAttribute("tags", tags);
        Map<String, String> schemas = new LinkedHashMap<>();
        map(map(document.get("components")).get("schemas")).forEach((name, schema) -> schemas.put(name, yaml(schema)));
        model.addAttribute("schemas", schemas);
        return "pages/api-docs";
    }

    private Map<String, List<Operation>> tags() {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        list(document.get("tags")).forEach(tag -> byTag.put(String.valueOf(map(tag).get("name")), new ArrayList<>()));
        map(document.get("paths")).forEach((path, item) -> METHODS.forEach(method -> {
            Map<String, Object> operation = map(map(item).get(method));
            if (!operation.isEmpty()) {
                byTag.get(String.valueOf(list(operation.get("tags")).get(0)))
                        .add(operation(path, method, operation, list(map(item).get("parameters"))));
            }
        }));
        return byTag;
    }

    private Operation operation(String path, String method, Map<String, Object> operation, List<Object> common) {
        List<Object> parameters = new ArrayList<>(common);
        parameters.addAll(list(operation.get("parameters")));
        List<Answer> answers = new ArrayList<>();
        map(operation.get("responses")).forEach((status, response) -> {
            Map<String, Object> answer = resolved(response);
            answers.add(new Answer(status, text(answer.get("description")), contents(answer)));
        });
        return new Operation(text(operation.get("operationId")), method.toUpperCase(java.util.Locale.ROOT), path,
                text(operation.get("summary")), text(operation.get("description")),
                list(operation.get("security")).stream().flatMap(way -> map(way).keySet().stream()).toList(),
                parameters.stream().map(this::parameter).toList(), contents(resolved(operation.get("requestBody"))), answers);
    }

    private Parameter parameter(Object given) {
        Map<String, Object> parameter = resolved(given);
        return new Parameter(text(parameter.get("name")), text(parameter.get("in")),
                Boolean.TRUE.equals(parameter.get("required")), text(parameter.get("description")),
                schema(parameter.get("schema")));
    }

    private List<Content> contents(Map<String, Object> holder) {
        List<Content> contents = new ArrayList<>();
        map(holder.get("content")).forEach((type, content) -> {
            Object example = map(map(content).get("examples")).values().stream().findFirst().map(this::resolved)
                    .map(found -> found.get("value")).orElse(null);
            contents.add(new Content(type, schema(map(content).get("schema")), example == null ? null : yaml(example)));
        });
        return contents;
    }

    /** A schema's name where it has one, else the whole of it. */
    private String schema(Object schema) {
        Object reference = map(schema).get("$ref");
        return reference == null ? yaml(schema) : String.valueOf(reference).replaceAll(".*/", "");
    }

    private Map<String, Object> resolved(Object node) {
        Object reference = map(node).get("$ref");
        if (reference == null) {
            return map(node);
        }
        Object found = document;
        for (String part : String.valueOf(reference).substring(2).split("/")) {
            found = map(found).get(part);
        }
        return map(found);
    }

    private static String yaml(Object value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(100);
        return new Yaml(new Representer(options), options).dump(value).strip();
    }

    private static String text(Object value) {
        return value == null ? null : String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object node) {
        return node instanceof List<?> list ? (List<Object>) list : List.of();
    }
}
