package io.zoombookings.booking.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The published JSON Schema, compiled once. Formats are asserted. Safe for several threads. */
final class BookingEventSchema {

    private static final String RESOURCE = "/schemas/booking-event.schema.json";

    private final JsonNode source;
    private final JsonSchema schema;

    BookingEventSchema() {
        source = load();
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .format(format("idn-email", EmailAddress::isValid))
                .format(format("date-time", BookingEventSchema::isInstant))
                .build();
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(dialect));
        schema = factory.getSchema(source, SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(BookingEventSchema::regularExpression)
                .build());
        schema.initializeValidators();
    }

    private static JsonNode load() {
        try (InputStream resource = BookingEventSchema.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readTree(resource);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void validate(JsonNode event, Problems problems) {
        for (ValidationMessage message : schema.validate(event)) {
            problems.add(pointer(message), detail(message));
        }
    }

    /** A field that is not known is refused with {@code null} too. */
    void refuseUnknownNulls(JsonNode event, Problems problems) {
        for (ValidationMessage message : schema.validate(event)) {
            if ("additionalProperties".equals(message.getType())
                    && event.at(message.getInstanceLocation().toString()).path(message.getProperty()).isNull()) {
                problems.add(pointer(message), detail(message));
            }
        }
    }

    private static String pointer(ValidationMessage message) {
        String instance = message.getInstanceLocation().toString();
        return message.getProperty() == null
                ? instance
                : instance + "/" + Problems.escape(message.getProperty());
    }

    private String detail(ValidationMessage message) {
        JsonPointer keyword = JsonPointer.compile(message.getSchemaLocation().getFragment().toString());
        JsonNode limit = source.at(keyword);
        return switch (message.getType()) {
            case "required" -> "is required";
            case "additionalProperties" -> "is not a field of a booking event";
            case "type" -> "must be " + typeName(limit.asText());
            case "enum" -> "must be one of " + words(limit);
            case "minLength" -> "must not be empty";
            case "maxLength" -> "must have at most " + limit.asText() + " characters";
            case "minimum" -> "must be at least " + limit.asText();
            case "maximum" -> "must be at most " + limit.asText();
            case "minItems" -> "must have at least one entry";
            case "maxItems", "maxProperties" -> "must have at most " + limit.asText() + " entries";
            case "propertyNames" -> "must have names of 1 to 200 characters";
            default -> "must be " + source.at(keyword.head()).path("description").asText();
        };
    }

    private static String typeName(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            default -> "an object";
        };
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return String.join(", ", words);
    }

    static boolean isInstant(String text) {
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(text);
            return WallClock.isPlausible(parsed.getYear());
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    /** As in ECMA 262, which JSON Schema means, {@code $} is the end of the text: not before a last line break. */
    private static RegularExpression regularExpression(String pattern) {
        Pattern compiled = Pattern.compile(pattern.replace("$", "\\z"));
        return text -> compiled.matcher(text).find();
    }

    private static Format format(String name, Predicate<String> rule) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return rule.test(value);
            }
        };
    }
}
