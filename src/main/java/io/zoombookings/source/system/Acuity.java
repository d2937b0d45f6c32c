package io.zoombookings.source.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Acuity Scheduling's webhooks ("Webhooks", Acuity's developer documentation): a form that names an appointment, which is read
 * as it is now.
 */
public final class Acuity implements BookingSystem {

    private static final String WHAT = "The webhook of Acuity";
    private static final String APPOINTMENT = "The appointment of Acuity";
    private static final Map<String, String> EVENTS = Map.of(
            "scheduled", "booking.confirmed",
            "rescheduled", "booking.rescheduled",
            "changed", "booking.rescheduled",
            "canceled", "booking.cancelled");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[XXX][XX]");

    @Override
    public Optional<WebhookIdentity> identify(byte[] body) {
        Map<String, String> form = form(body);
        return EVENTS.containsKey(action(form))
                ? Optional.of(new WebhookIdentity(id(form), once(form) ? action(form) + ":" + id(form) : null))
                : Optional.empty();
    }

    /**
     * @param base of the API, with {@code /api/v1}
     * @return where to read the appointment; null if nothing needs to be read
     */
    public String address(String base, byte[] body) {
        Map<String, String> form = form(body);
        return !EVENTS.containsKey(action(form)) || action(form).equals("canceled") ? null
                : WebhookJson.base(base, "") + "/appointments/" + id(form);
    }

    /** The value of the header {@code Authorization} (RFC 7617). */
    public String authorization(String user, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param details what was read at {@link #address}; empty bytes if it is not there
     * @param host    email address of the host, which Acuity does not tell
     * @param hosts   whose calendars are whose, see {@link HostNames}; may be null
     * @return the booking event as JSON, or null if the webhook says nothing about a booking. Of a class {@code metadata.slot}
     *         is the same for all its clients, and {@code metadata.person} each one's own
     */
    public String event(byte[] body, byte[] details, String host, String hosts) {
        Map<String, String> form = form(body);
        String type = EVENTS.get(action(form));
        if (type == null) {
            return null;
        }
        JsonNode appointment = type.equals("booking.cancelled") ? null
                : WebhookJson.detail(details, "Acuity", "appointment");
        boolean cancelled = appointment == null || appointment.path("canceled").asBoolean();
        ObjectNode event = WebhookJson.event(cancelled ? "booking.cancelled" : type, "acuity-" + id(form));
        if (once(form)) {
            event.put("eventId", "acuity:" + action(form) + ":" + id(form));
        }
        if (!cancelled) {
            describe((ObjectNode) event.get("booking"), appointment, HostNames.of(hosts).find(host,
                    WebhookJson.text(appointment, "calendarID"), WebhookJson.text(appointment, "calendar")));
        }
        return WebhookJson.write(event);
    }

    /** The appointment's {@code notes} are those of the staff, which its client never sees in Acuity: they stay there. */
    private static void describe(ObjectNode booking, JsonNode appointment, String host) {
        String own = WebhookJson.text(appointment, "timezone");
        String calendars = WebhookJson.text(appointment, "calendarTimezone");
        booking.put("title", WebhookJson.required(appointment, "type", APPOINTMENT));
        booking.put("start", start(appointment));
        WebhookJson.put(booking, "timeZone", WebhookJson.zone(calendars == null ? own : calendars));
        booking.put("durationMinutes", Long.parseLong(WebhookJson.number(appointment, "duration", APPOINTMENT)));
        booking.set("host", WebhookJson.person(WebhookJson.text(appointment, "calendar"), host, null, calendars));
        String name = WebhookJson.name(WebhookJson.text(appointment, "firstName"), WebhookJson.text(appointment, "lastName"));
        String email = WebhookJson.text(appointment, "email");
        booking.putArray("guests").add(email == null ? WebhookJson.guestWithoutAddress(name, host)
                : WebhookJson.person(name, email, null, own));
        Place.ofText(WebhookJson.text(appointment, "location")).in(booking);
        WebhookJson.eventType(booking, WebhookJson.text(appointment, "type"), WebhookJson.text(appointment, "appointmentTypeID"));
        String slot = WebhookJson.text(appointment, "classID");
        if (slot != null) {
            booking.withObject("/metadata").put("slot", WebhookJson.bookingId("acuity-class-" + slot, APPOINTMENT))
                    .put("person", booking.path("id").asText());
        }
    }

    /** Acuity writes the offset without a colon. */
    private static String start(JsonNode appointment) {
        try {
            return OffsetDateTime.parse(WebhookJson.required(appointment, "datetime", APPOINTMENT), TIME)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException e) {
            throw new WebhookUnreadableException(APPOINTMENT + " has a datetime that is no date-time with an offset");
        }
    }

    /** Whether this happens once to an appointment, so that another webhook like it is a repetition. */
    private static boolean once(Map<String, String> form) {
        return action(form).equals("scheduled") || action(form).equals("canceled");
    }

    /** Older webhooks write {@code appointment.scheduled}. */
    private static String action(Map<String, String> form) {
        return form.getOrDefault("action", "").replaceFirst("^appointment\\.", "");
    }

    private static String id(Map<String, String> form) {
        String id = form.getOrDefault("id", "");
        if (!id.matches("[0-9]{1,18}")) {
            throw new WebhookUnreadableException(WHAT + " has an id that is not a number");
        }
        return id;
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).strip().split("&")) {
            String[] both = pair.split("=", 2);
            try {
                form.putIfAbsent(URLDecoder.decode(both[0], StandardCharsets.UTF_8),
                        both.length < 2 ? "" : URLDecoder.decode(both[1], StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new WebhookUnreadableException(WHAT + " is not a form");
            }
        }
        return form;
    }
}
