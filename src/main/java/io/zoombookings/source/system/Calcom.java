package io.zoombookings.source.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cal.com's webhooks ("Webhooks", Cal.com's documentation). A rescheduled booking has a new uid and names the one that it had
 * before; of an event with seats each webhook names the attendees of one seat.
 */
public final class Calcom implements BookingSystem {

    private static final String WHAT = "The webhook of Cal.com";
    private static final Map<String, String> EVENTS = Map.of(
            "BOOKING_CREATED", "booking.confirmed",
            "BOOKING_RESCHEDULED", "booking.rescheduled",
            "BOOKING_CANCELLED", "booking.cancelled");

    @Override
    public Optional<WebhookIdentity> identify(byte[] body) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        return event(webhook) == null ? Optional.empty()
                : Optional.of(new WebhookIdentity(uid(webhook.path("payload")), WebhookJson.digest(eventId(webhook))));
    }

    /**
     * @param all whether a booking for which Cal.com has made a video meeting itself gives an event too
     * @return the booking event as JSON, or null if the webhook says nothing about a booking. Its booking has the id that it
     *         had before a reschedule; {@code metadata.uid} is the one that it has now, {@code metadata.team} has the addresses
     *         of those guests who belong to the host's team
     */
    public String event(byte[] body, boolean all) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        String type = event(webhook);
        if (type == null) {
            return null;
        }
        JsonNode payload = webhook.path("payload");
        Place place = place(payload);
        if (place == Place.OWN_MEETING && !all) {
            return null;
        }
        String uid = uid(payload);
        String before = type.equals("booking.rescheduled") ? WebhookJson.text(payload, "rescheduleUid") : null;
        ObjectNode event = WebhookJson.event(type, before == null ? uid : WebhookJson.bookingId(before, WHAT));
        event.put("eventId", "calcom:" + WebhookJson.digest(eventId(webhook)));
        event.put("occurredAt", at(webhook).toString());
        WebhookJson.put(event, "reason", WebhookJson.text(payload, "cancellationReason"));
        ObjectNode booking = (ObjectNode) event.get("booking");
        describe(booking, payload);
        ObjectNode metadata = booking.putObject("metadata").put("uid", uid);
        WebhookJson.put(metadata, "bookingId", WebhookJson.text(payload, "bookingId"));
        place.in(booking);
        WebhookJson.eventType(booking, WebhookJson.text(payload, "type"), WebhookJson.text(payload, "eventTypeId"));
        addTeam(booking, payload);
        return WebhookJson.write(event);
    }

    /** What is missing is found by whoever checks the event: a cancellation may do without. */
    private static void describe(ObjectNode booking, JsonNode payload) {
        JsonNode organizer = payload.path("organizer");
        WebhookJson.put(booking, "title", WebhookJson.text(payload, "title"));
        WebhookJson.put(booking, "notes", WebhookJson.text(payload, "additionalNotes"));
        WebhookJson.put(booking, "start", WebhookJson.instantIfAny(payload, "startTime", WHAT));
        WebhookJson.put(booking, "end", WebhookJson.instantIfAny(payload, "endTime", WHAT));
        WebhookJson.put(booking, "timeZone", WebhookJson.zone(WebhookJson.text(organizer, "timeZone")));
        if (!organizer.isMissingNode()) {
            booking.set("host", person(organizer));
        }
        JsonNode attendees = payload.path("attendees");
        if (!attendees.isEmpty()) {
            ArrayNode guests = booking.putArray("guests");
            attendees.forEach(attendee -> guests.add(person(attendee)));
        }
    }

    /** Members of a team who host together get the link as the guests do. */
    private static void addTeam(ObjectNode booking, JsonNode payload) {
        String host = payload.path("organizer").path("email").asText();
        List<String> addresses = new ArrayList<>();
        for (JsonNode member : payload.path("team").path("members")) {
            String email = WebhookJson.text(member, "email");
            if (email != null && !email.equalsIgnoreCase(host) && booking.has("guests")
                    && booking.path("guests").findValuesAsText("email").stream().noneMatch(email::equalsIgnoreCase)) {
                booking.withArray("guests").add(person(member));
                addresses.add(email.toLowerCase(Locale.ROOT));
            }
        }
        if (!addresses.isEmpty()) {
            booking.withObject("/metadata").put("team", String.join(" ", addresses));
        }
    }

    /** The kind that was chosen stands in the answers; {@code location} may be what was made of it. */
    private static Place place(JsonNode payload) {
        String location = WebhookJson.text(payload, "location");
        String chosen = WebhookJson.text(payload.path("responses").path("location").path("value"), "value");
        if (WebhookJson.text(payload.path("videoCallData"), "url") != null) {
            return Place.OWN_MEETING;
        }
        String app = location != null && location.startsWith("integrations:") ? location : chosen == null ? "" : chosen;
        if (app.startsWith("integrations:")) {
            return switch (app) {
                case "integrations:zoom" -> Place.ZOOM;
                case "integrations:none", "integrations:daily" -> Place.NONE;
                default -> Place.OTHER_VIDEO;
            };
        }
        return switch (app.isEmpty() && location != null ? location : app) {
            case "inPerson", "attendeeInPerson" -> Place.ofText(location) == Place.ZOOM ? Place.ZOOM : Place.IN_PERSON;
            case "phone", "userPhone" -> Place.PHONE;
            case "link" -> Place.ofText(location) == Place.OWN_MEETING ? Place.OWN_MEETING : Place.LINK;
            case "somewhereElse", "conferencing" -> Place.CUSTOM;
            default -> Place.ofText(location);
        };
    }

    private static ObjectNode person(JsonNode person) {
        return WebhookJson.person(WebhookJson.text(person, "name"), WebhookJson.text(person, "email"),
                WebhookJson.text(person.path("language"), "locale"), WebhookJson.text(person, "timeZone"));
    }

    private static String event(JsonNode webhook) {
        return EVENTS.get(webhook.path("triggerEvent").asText());
    }

    private static String uid(JsonNode payload) {
        return WebhookJson.bookingId(WebhookJson.required(payload, "uid", WHAT), WHAT);
    }

    private static Instant at(JsonNode webhook) {
        return WebhookJson.instant(webhook, "createdAt", WHAT);
    }

    /** Cal.com gives deliveries no id; two seats may be booked in one millisecond. */
    private static String eventId(JsonNode webhook) {
        JsonNode payload = webhook.path("payload");
        TreeSet<String> attendees = new TreeSet<>();
        payload.path("attendees").forEach(attendee -> attendees.add(attendee.path("email").asText()));
        return uid(payload) + " " + webhook.path("triggerEvent").asText() + " " + at(webhook) + " " + attendees;
    }
}
