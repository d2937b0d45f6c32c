package io.zoombookings.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of a create or update, checked as strictly as Zoom might: what it leaves open is refused. Members that are
 * absent or null are null here; unknown ones are ignored.
 */
record MeetingFields(String topic, Integer type, LocalDateTime localStart, Instant start, String timeZone,
                     Integer duration, String agenda, String password, Boolean defaultPassword, String scheduleFor,
                     ObjectNode settings, ObjectNode recurrence) {

    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9@_*-]{1,10}");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<Integer> TYPES = Set.of(1, 2, 3, 8, 10);
    private static final Set<String> FLAGS = Set.of("host_video", "participant_video", "join_before_host",
            "mute_upon_entry", "watermark", "use_pmi", "waiting_room", "meeting_authentication", "email_notification",
            "registrants_email_notification", "registrants_confirmation_email", "private_meeting", "cn_meeting",
            "in_meeting", "show_share_button", "allow_multiple_devices", "alternative_hosts_email_notification",
            "focus_mode", "host_save_video_order", "alternative_host_update_polls", "internal_meeting",
            "participant_focused_meeting", "push_change_to_calendar", "auto_start_meeting_summary",
            "auto_start_ai_companion_questions", "device_testing", "close_registration");
    private static final Map<String, Set<String>> WORDS = Map.of("audio",
            Set.of("both", "telephony", "voip", "thirdParty"), "auto_recording", Set.of("local", "cloud", "none"));
    private static final Map<String, Set<Integer>> NUMBERS = Map.of("approval_type", Set.of(0, 1, 2),
            "registration_type", Set.of(1, 2, 3), "jbh_time", Set.of(0, 5, 10, 15));

    /** @throws ApiError 400 with every wrong field */
    static MeetingFields read(SandboxRequest request) {
        JsonNode body;
        try {
            body = request.hasType("application/json") ? Json.MAPPER.readTree(request.body()) : null;
        } catch (JsonProcessingException notJson) {
            throw ApiError.notJson();
        }
        if (body == null || !body.isObject()) {
            throw ApiError.notJson();
        }
        return of((ObjectNode) body);
    }

    /** @throws ApiError 400 with every wrong field */
    static MeetingFields of(ObjectNode body) {
        return new Reader(body).read();
    }

    /** Reads field by field and remembers which are wrong. */
    private static final class Reader {
        private final ObjectNode body;
        private final List<ApiError.Field> wrong = new ArrayList<>();

        private Reader(ObjectNode body) {
            this.body = body;
        }

        private MeetingFields read() {
            Integer type = integer("type");
            check(type == null || TYPES.contains(type), "type");
            String zone = text("timezone", 100);
            check(zone == null || ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith("SystemV"),
                    "timezone");
            Integer duration = integer("duration");
            check(duration == null || duration > 0, "duration");
            String password = text("password", 10);
            check(password == null || password.isEmpty() || PASSWORD.matcher(password).matches(), "password");
            bool("pre_schedule");
            check(!body.hasNonNull("template_id"), "template_id");
            check(!body.hasNonNull("tracking_fields") || body.get("tracking_fields").isEmpty(), "tracking_fields");
            ObjectNode recurrence = objectOf("recurrence");
            check(type == null || type != 8 || recurrence != null, "recurrence");
            ObjectNode settings = objectOf("settings");
            if (settings != null) {
                settings.properties().forEach(setting -> setting(setting.getKey(), setting.getValue()));
            }
            LocalDateTime localStart = null;
            Instant start = null;
            String startTime = text("start_time", 30);
            if (startTime != null) {
                try {
                    boolean utc = startTime.endsWith("Z");
                    localStart = LocalDateTime.parse(utc ? startTime.substring(0, startTime.length() - 1) : startTime,
                            LOCAL);
                    start = utc ? localStart.toInstant(ZoneOffset.UTC) : null;
                } catch (DateTimeParseException e) {
                    check(false, "start_time");
                }
            }
            MeetingFields fields = new MeetingFields(text("topic", 200), type, localStart, start, zone, duration,
                    text("agenda", 2000), password, bool("default_password"), text("schedule_for", 200), settings,
                    recurrence);
            if (!wrong.isEmpty()) {
                throw ApiError.invalidFields(wrong);
            }
            return fields;
        }

        private void setting(String name, JsonNode value) {
            if (value.isNull()) {
                return;
            }
            boolean right = true;
            if (FLAGS.contains(name)) {
                right = value.isBoolean();
            } else if (WORDS.containsKey(name)) {
                right = value.isTextual() && WORDS.get(name).contains(value.asText());
            } else if (NUMBERS.containsKey(name)) {
                right = value.isInt() && NUMBERS.get(name).contains(value.asInt());
            } else if (name.equals("alternative_hosts")) {
                right = value.isTextual() && (value.asText().isEmpty()
                        || value.asText().matches("[^@;,\\s]+@[^@;,\\s]+(;[^@;,\\s]+@[^@;,\\s]+)*;?"));
            } else if (name.equals("meeting_invitees")) {
                right = value.isArray();
                for (JsonNode invitee : value) {
                    right &= invitee.path("email").isTextual();
                }
            }
            check(right, "settings." + name);
        }

        private String text(String name, int longest) {
            JsonNode value = body.get(name);
            if (value == null || value.isNull()) {
                return null;
            }
            check(value.isTextual() && value.asText().length() <= longest, name);
            return value.asText();
        }

        private Integer integer(String name) {
            JsonNode value = body.get(name);
            if (value == null || value.isNull()) {
                return null;
            }
            check(value.isInt(), name);
            return value.asInt();
        }

        private Boolean bool(String name) {
            JsonNode value = body.get(name);
            if (value == null || value.isNull()) {
                return null;
            }
            check(value.isBoolean(), name);
            return value.asBoolean();
        }

        private ObjectNode objectOf(String name) {
            JsonNode value = body.get(name);
            check(value == null || value.isNull() || value.isObject(), name);
            return value instanceof ObjectNode object ? object : null;
        }

        private void check(boolean right, String field) {
            ApiError.Field invalid = new ApiError.Field(field, "Invalid field.");
            if (!right && !wrong.contains(invalid)) {
                wrong.add(invalid);
            }
        }
    }
}
