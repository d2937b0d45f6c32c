package io.zoombookings.booking.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON of strangers, read strictly: UTF-8, one document, no field twice, bounded in depth and number of values. Fields
 * with null are dropped, and remembered. Text with NUL or half a surrogate pair is refused: a database cannot keep the one, nor UTF-8
 * the other.
 */
final class EventJson {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_VALUES = 20_000;
    private static final double MAX_WHOLE = 9_007_199_254_740_991d;
    private static final DoubleNode NOT_WHOLE = DoubleNode.valueOf(0.5);

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH).maxNumberLength(100).maxNameLength(1000).build())
            .build());

    private final Problems problems;
    private final DroppedNulls dropped;
    private int values;

    private EventJson(Problems problems, DroppedNulls dropped) {
        this.problems = problems;
        this.dropped = dropped;
    }

    /** @throws InvalidBookingEventException if the bytes are no acceptable JSON at all */
    static JsonNode parse(byte[] body, Problems problems, DroppedNulls dropped) {
        String text = decode(body);
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode tree = parse(parser);
            new EventJson(problems, dropped).clean(tree, "");
            return tree;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode parse(JsonParser parser) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null) {
                throw new InvalidBookingEventException("The body is empty.", List.of());
            }
            if (parser.nextToken() != null) {
                throw new InvalidBookingEventException("The body goes on after the JSON document.", List.of());
            }
            return tree;
        } catch (StreamConstraintsException exceeded) {
            throw new InvalidBookingEventException(
                    "The body is nested too deeply, or has a name or number that is too long.", List.of());
        } catch (JsonProcessingException wrong) {
            if (wrong.getOriginalMessage() != null && wrong.getOriginalMessage().startsWith("Duplicate field")) {
                throw new InvalidBookingEventException("The body has a field twice.", List.of(new FieldProblem(
                        parser.getParsingContext().pathAsPointer().toString(), "is there twice")));
            }
            throw new InvalidBookingEventException("The body is not JSON: see line "
                    + parser.currentLocation().getLineNr() + ", column " + parser.currentLocation().getColumnNr() + ".",
                    List.of());
        }
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new InvalidBookingEventException("The body is not UTF-8.", List.of());
        }
    }

    private JsonNode clean(JsonNode node, String pointer) {
        if (++values > MAX_VALUES) {
            throw new InvalidBookingEventException("The body has more than " + MAX_VALUES + " values.", List.of());
        }
        if (node instanceof ObjectNode object) {
            cleanFields(object, pointer);
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, clean(array.get(i), pointer + "/" + i));
            }
        } else if (node instanceof TextNode && isUnstorable(node.textValue())) {
            problems.add(pointer, "must not contain NUL or half a surrogate pair");
        } else if (node.isNumber() && !(node.isIntegralNumber() && node.canConvertToLong())) {
            return whole(node.doubleValue());
        }
        return node;
    }

    private void cleanFields(ObjectNode object, String pointer) {
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getValue().isNull()) {
                fields.remove();
                dropped.add(object, field.getKey());
                continue;
            }
            String fieldPointer = pointer + "/" + Problems.escape(field.getKey());
            if (isUnstorable(field.getKey())) {
                problems.add(fieldPointer, "has a name that contains NUL or half a surrogate pair");
            }
            field.setValue(clean(field.getValue(), fieldPointer));
        }
    }

    /** 30.0 is a whole number; 1e99 is none that any field could take, nor is it worth computing with. */
    private static JsonNode whole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= MAX_WHOLE
                ? LongNode.valueOf((long) number) : NOT_WHOLE;
    }

    private static boolean isUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return true;
            }
        }
        return false;
    }
}
