package io.zoombookings.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON as Zoom writes it: compact, members in the order they were put. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws IllegalArgumentException if it is no JSON object */
    static ObjectNode read(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode read(byte[] json) {
        return read(new String(json, StandardCharsets.UTF_8));
    }

    /** The same content as Zoom's API gives it to clients that do not ask for JSON. */
    static String xml(String root, JsonNode content) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        element(xml, root, content);
        return xml.toString();
    }

    private static void element(StringBuilder xml, String name, JsonNode content) {
        if (content.isArray()) {
            content.forEach(item -> element(xml, name, item));
            return;
        }
        xml.append('<').append(name).append('>');
        if (content.isObject()) {
            content.properties().forEach(member -> element(xml, member.getKey(), member.getValue()));
        } else {
            xml.append(Html.escape(content.asText()));
        }
        xml.append("</").append(name).append('>');
    }
}
