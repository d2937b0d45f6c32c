package io.zoombookings.source.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** What booking systems have in common when they write JSON, and how a booking event is written. */
final class WebhookJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Pattern BOOKING_ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~:@+=-]{1,100}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private WebhookJson() {
    }

    /** @throws WebhookUnreadableException if it is not one JSON object */
    static JsonNode read(byte[] body, String what) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (IOException e) {
            // said below; the parser's own words may quote the body
        }
        throw new WebhookUnreadableException(what + " is not a JSON object");
    }

    /** The value as text, whether it was written as text or as a number; null if there is none, or only blanks. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    static String required(JsonNode node, String field, String what) {
        String text = text(node, field);
        if (text == null) {
            throw new WebhookUnreadableException(what + " has no " + field);
        }
        return text;
    }

    /** @throws WebhookUnreadableException if it cannot be the id of a booking here */
    static String bookingId(String id, String what) {
        if (!BOOKING_ID.matcher(id).matches()) {
            throw new WebhookUnreadableException(what + " has an id that cannot be that of a booking");
        }
        return id;
    }

    /** A date-time with any offset. */
    static Instant instant(JsonNode node, String field, String what) {
        try {
            return OffsetDateTime.parse(required(node, field, what)).toInstant();
        } catch (DateTimeException e) {
            throw new WebhookUnreadableException(what + " has a " + field + " that is no date-time with an offset");
        }
    }

    /** The zone if it is one of IANA that this Java knows, else null. */
    static String zone(String id) {
        return id != null && ZONES.contains(id) && !id.startsWith("SystemV/") ? id : null;
    }

    /** As {@link #instant}, for what may be left out: null if it is not there. */
    static Instant instantIfAny(JsonNode node, String field, String what) {
        return text(node, field) == null ? null : instant(node, field, what);
    }

    /** A whole number of at most 18 digits, whether it was written as a number or as text. */
    static String number(JsonNode node, String field, String what) {
        String number = required(node, field, what);
        if (!NUMBER.matcher(number).matches()) {
            throw new WebhookUnreadableException(what + " has a " + field + " that is not a whole number");
        }
        return number;
    }

    /**
     * What a system's API answered.
     *
     * @throws WebhookUnreadableException if it knows no such thing
     * @throws UnusableAnswerException    if it answers something else than JSON, as a page about its maintenance
     */
    static JsonNode detail(byte[] details, String system, String thing) {
        if (details == null || details.length == 0) {
            throw new WebhookUnreadableException(system + " answers that there is no such " + thing
                    + " (404): it was deleted, or apiUrl is not the base of the API");
        }
        try {
            return read(details, "The answer");
        } catch (WebhookUnreadableException e) {
            throw new UnusableAnswerException(system + " answers something that is not JSON");
        }
    }

    /** The base without a slash or this ending, which administrators may have written or left out. */
    static String base(String url, String ending) {
        String base = url.strip().replaceFirst("/+$", "");
        return base.endsWith(ending) ? base.substring(0, base.length() - ending.length()) : base;
    }

    static String name(String first, String last) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return name.isEmpty() ? null : name;
    }

    /** A new booking event about a booking with this id. */
    static ObjectNode event(String event, String bookingId) {
        ObjectNode root = JSON.createObjectNode();
        root.put("event", event);
        root.putObject("booking").put("id", bookingId);
        return root;
    }

    /** What kind of booking it is, by its name and the system's id, where that is known. */
    static void eventType(ObjectNode booking, String name, String id) {
        if (name != null || id != null) {
            ObjectNode metadata = booking.withObject("/metadata");
            put(metadata, "eventType", name);
            put(metadata, "eventTypeId", id);
        }
    }

    /** A guest whose address the system does not know: the host gets the mail in the guest's place. */
    static ObjectNode guestWithoutAddress(String name, String hostEmail) {
        return person(name == null ? "Guest" : name, hostEmail, null, null);
    }

    /** A person with what is known. */
    static ObjectNode person(String name, String email, String locale, String timeZone) {
        ObjectNode person = JSON.createObjectNode();
        put(person, "name", name);
        put(person, "email", email);
        put(person, "locale", locale);
        put(person, "timeZone", zone(timeZone));
        return person;
    }

    static void put(ObjectNode node, String field, Object value) {
        if (value != null) {
            node.put(field, value.toString());
        }
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256, hex. */
    static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
