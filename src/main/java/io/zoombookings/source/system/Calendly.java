package io.zoombookings.source.system;

import com.fasterxml.jackson.databind.JsonNode;
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
     * @return the booking event as JSON; null if the webhook says nothing about a booking, or about one whose Zoom meeting
     *         Calendly has made. {@code metadata} has the addresses {@code invitee}, {@code event} and, of a reschedule,
     *         {@code oldInvitee} or {@code newInvitee}
     */
    public String event(byte[] body) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        if (!isBooking(webhook)) {
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
        JsonNode host = appointment.path("event_memberships").path(0);
        if (WebhookJson.text(host, "user_email") != null) {
            booking.set("host", WebhookJson.person(WebhookJson.text(host, "user_name"),
                    WebhookJson.text(host, "user_email"), null, null));
        }
        if (WebhookJson.text(invitee, "email") != null) {
            booking.putArray("guests").add(WebhookJson.person(WebhookJson.text(invitee, "name"),
                    WebhookJson.text(invitee, "email"), null, WebhookJson.text(invitee, "timezone")));
        }
        ObjectNode metadata = booking.putObject("metadata");
        WebhookJson.put(metadata, "event", uri(appointment, "uri"));
        WebhookJson.put(metadata, "invitee", uri(invitee, "uri"));
        WebhookJson.put(metadata, "oldInvitee", uri(invitee, "old_invitee"));
        if (invitee.path("rescheduled").asBoolean()) {
            WebhookJson.put(metadata, "newInvitee", uri(invitee, "new_invitee"));
        }
        return WebhookJson.write(event);
    }

    /** Where Calendly itself is connected with Zoom there is nothing left to do. */
    private static boolean isBooking(JsonNode webhook) {
        JsonNode location = webhook.path("payload").path("scheduled_event").path("location");
        boolean hasMeeting = location.path("type").asText().startsWith("zoom")
                && WebhookJson.text(location, "join_url") != null;
        return EVENTS.containsKey(webhook.path("event").asText()) && !hasMeeting;
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
