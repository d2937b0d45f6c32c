package io.zoombookings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the YAML DSL: routes, or a Kamelet.
 *
 * @param name without its endings
 */
record DslFile(String name, JsonNode root) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * A field somewhere in the file.
     *
     * @param parent the name of the field that it is in; lists do not count
     */
    record Field(String parent, String name, JsonNode value) {
    }

    static List<DslFile> routes() {
        return in("routes", ".camel.yaml");
    }

    static List<DslFile> kamelets() {
        return in("kamelets", ".kamelet.yaml");
    }

    private static List<DslFile> in(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> !file.endsWith("pom.xml")).sorted().map(file -> {
                String name = file.getFileName().toString();
                if (!name.endsWith(ending)) {
                    throw new AssertionError(file + " does not end in " + ending);
                }
                try {
                    return new DslFile(name.substring(0, name.length() - ending.length()), YAML.readTree(file.toFile()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the DSL's schema describes: the file itself, or what a Kamelet's template holds. */
    JsonNode dsl() {
        if (!root.has("spec")) {
            return root;
        }
        var items = YAML.createArrayNode();
        root.at("/spec/template").properties().forEach(part -> items.addObject().set(part.getKey(), part.getValue()));
        return items;
    }

    List<JsonNode> all(String kind) {
        List<JsonNode> found = new ArrayList<>();
        root.forEach(item -> {
            if (item.has(kind)) {
                found.add(item.get(kind));
            }
        });
        return found;
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        collect("", dsl(), fields);
        return fields;
    }

    private static void collect(String parent, JsonNode node, List<Field> fields) {
        if (node.isArray()) {
            node.forEach(item -> collect(parent, item, fields));
        }
        node.properties().forEach(field -> {
            fields.add(new Field(parent, field.getKey(), field.getValue()));
            collect(field.getKey(), field.getValue(), fields);
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
