package io.zoombookings.source.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Calendly's webhooks ("Webhook payloads", Calendly's developer documentation). Each names one invitee; those of a group event
 * share its {@code scheduled_event.uri}. A reschedule is two of them: one invitee is cancelled and another one created.
 */
public final class Calendly implements BookingSystem {

    private static final String WHAT = "The webhook of Calendly";
    private static final int LONGEST_URI = 300;
    private static final Map<String, String> EVENTS = Map.of(
            "invitee.created", "booking.confirmed",
            "invitee.canceled", "booking.cancelled");

    @Override
    public Optional<WebhookIdentity> identify(byte[] body) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        return isBooking(webhook)
                ? Optional.of(new WebhookIdentity(appointment(webhook), WebhookJson.digest(eventId(webhook))))
                : Optional.empty();
    }

    /**
     * @param all whether a booking whose Zoom meeting Calendly makes itself gives an event too
     * @return the booking event as JSON; null if the webhook says nothing about a booking, or about one whose Zoom meeting
     *         Calendly makes. {@code metadata} has the addresses {@code invitee}, {@code event} and, of a reschedule,
     *         {@code oldInvitee} or {@code newInvitee}
     */
    public String event(byte[] body, boolean all) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        Place place = place(webhook.path("payload").path("scheduled_event").path("location"));
        if (!isBooking(webhook) || place == Place.OWN_MEETING && !all) {
            return null;
        }
        JsonNode invitee = webhook.path("payload");
        JsonNode appointment = invitee.path("scheduled_event");
        ObjectNode event = WebhookJson.event(EVENTS.get(webhook.path("event").asText()), appointment(webhook));
        event.put("eventId", "calendly:" + WebhookJson.digest(eventId(webhook)));
        event.put("occurredAt", WebhookJson.instant(webhook, "created_at", WHAT).toString());
        WebhookJson.put(event, "reason", WebhookJson.text(invitee.path("cancellation"), "reason"));
        ObjectNode booking = (ObjectNode) event.get("booking");
        WebhookJson.put(booking, "title", WebhookJson.text(appointment, "name"));
        WebhookJson.put(booking, "start", WebhookJson.instantIfAny(appointment, "start_time", WHAT));
        WebhookJson.put(booking, "end", WebhookJson.instantIfAny(appointment, "end_time", WHAT));
        WebhookJson.put(booking, "notes", answers(invitee));
        JsonNode hosts = appointment.path("event_memberships");
        if (WebhookJson.text(hosts.path(0), "user_email") != null) {
            booking.set("host", member(hosts.path(0)));
        }
        addGuests(booking, invitee, appointment, hosts);
        ObjectNode metadata = booking.putObject("metadata");
        WebhookJson.put(metadata, "event", uri(appointment, "uri"));
        WebhookJson.put(metadata, "invitee", uri(invitee, "uri"));
        WebhookJson.put(metadata, "oldInvitee", uri(invitee, "old_invitee"));
        if (invitee.path("rescheduled").asBoolean()) {
            WebhookJson.put(metadata, "newInvitee", uri(invitee, "new_invitee"));
        }
        place.in(booking);
        String type = WebhookJson.text(appointment, "event_type");
        WebhookJson.eventType(booking, WebhookJson.text(appointment, "name"),
                type == null ? null : type.substring(type.lastIndexOf('/') + 1));
        return WebhookJson.write(event);
    }

    /** The invitee, whom the invitee brings along, and who hosts beside the first host. */
    private static void addGuests(ObjectNode booking, JsonNode invitee, JsonNode appointment, JsonNode hosts) {
        if (WebhookJson.text(invitee, "email") == null) {
            return;
        }
        ArrayNode guests = booking.putArray("guests");
        guests.add(WebhookJson.person(WebhookJson.text(invitee, "name"), WebhookJson.text(invitee, "email"), null,
                WebhookJson.text(invitee, "timezone")));
        for (JsonNode brought : appointment.path("event_guests")) {
            if (WebhookJson.text(brought, "email") != null) {
                guests.add(WebhookJson.person(null, WebhookJson.text(brought, "email"), null,
                        WebhookJson.text(invitee, "timezone")));
            }
        }
        for (int i = 1; i < hosts.size(); i++) {
            if (WebhookJson.text(hosts.path(i), "user_email") != null) {
                guests.add(member(hosts.path(i)));
            }
        }
    }

    private static ObjectNode member(JsonNode host) {
        return WebhookJson.person(WebhookJson.text(host, "user_name"), WebhookJson.text(host, "user_email"), null, null);
    }

    /** What the invitee has answered, a line for each question, in their order; null if nothing. */
    private static String answers(JsonNode invitee) {
        StringBuilder notes = new StringBuilder();
        for (JsonNode each : invitee.path("questions_and_answers")) {
            String answer = WebhookJson.text(each, "answer");
            String question = WebhookJson.text(each, "question");
            if (answer != null) {
                notes.append(notes.isEmpty() ? "" : "\n").append(question == null ? "" : question + ": ").append(answer);
            }
        }
        return notes.isEmpty() ? null : notes.toString();
    }

    private static boolean isBooking(JsonNode webhook) {
        return EVENTS.containsKey(webhook.path("event").asText());
    }

    /** Where Calendly itself is connected with Zoom it makes the meeting, which has a link a moment later. */
    private static Place place(JsonNode location) {
        String status = location.path("status").asText();
        return switch (location.path("type").asText()) {
            case "" -> Place.NONE;
            case "zoom", "zoom_conference" -> status.equals("failed") ? Place.ZOOM : Place.OWN_MEETING;
            case "physical" -> Place.ofText(WebhookJson.text(location, "location")) == Place.ZOOM ? Place.ZOOM : Place.IN_PERSON;
            case "outbound_call", "inbound_call" -> Place.PHONE;
            case "custom", "ask_invitee" -> {
                Place told = Place.ofText(WebhookJson.text(location, "location"));
                yield told == Place.OWN_MEETING || told == Place.ZOOM || told == Place.LINK ? told : Place.CUSTOM;
            }
            default -> Place.OTHER_VIDEO;
        };
    }

    /** Only a name; it is never called. */
    private static String uri(JsonNode node, String field) {
        String uri = WebhookJson.text(node, field);
        if (uri != null && uri.length() > LONGEST_URI) {
            throw new WebhookUnreadableException(WHAT + " has a " + field + " of more than " + LONGEST_URI + " characters");
        }
        return uri;
    }

    private static String appointment(JsonNode webhook) {
        String uri = WebhookJson.required(webhook.path("payload").path("scheduled_event"), "uri", WHAT);
        return WebhookJson.bookingId(uri.substring(uri.lastIndexOf('/') + 1), WHAT);
    }

    private static String eventId(JsonNode webhook) {
        return webhook.path("event").asText() + " " + WebhookJson.required(webhook.path("payload"), "uri", WHAT);
    }
}
