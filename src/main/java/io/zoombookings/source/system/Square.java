package io.zoombookings.source.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Square's webhooks about bookings ("Bookings webhooks", Square's developer documentation) and the customer that its API adds.
 * A booking that the seller has yet to accept is not one.
 */
public final class Square implements BookingSystem {

    private static final String WHAT = "The webhook of Square";
    private static final Set<String> TYPES = Set.of("booking.created", "booking.updated");
    private static final Set<String> ENDED = Set.of("DECLINED", "NO_SHOW");

    @Override
    public Optional<WebhookIdentity> identify(byte[] body) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        return isBooking(webhook)
                ? Optional.of(new WebhookIdentity(id(webhook), WebhookJson.digest(eventId(webhook)))) : Optional.empty();
    }

    /**
     * @param base of the API, with or without {@code /v2} at the end
     * @return where to read the customer; null if nothing needs to be read
     */
    public String address(String base, byte[] body) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        if (!isBooking(webhook) || isCancelled(webhook)) {
            return null;
        }
        String customer = WebhookJson.text(booking(webhook), "customer_id");
        if (customer == null) {
            return null;
        }
        if (customer.matches("\\.{1,2}")) {
            throw new WebhookUnreadableException(WHAT + " has a customer_id that cannot be one");
        }
        return WebhookJson.base(base, "/v2") + "/v2/customers/"
                + URLEncoder.encode(customer, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * @param details  what was read at {@link #address}; empty bytes if it is not there
     * @param host     email address of the host, which Square does not tell
     * @param timeZone of the host, or null
     * @param hosts    which team member is which host, see {@link HostNames}; may be null
     * @return the booking event as JSON, or null if the webhook says nothing about a booking
     */
    public String event(byte[] body, byte[] details, String host, String timeZone, String hosts) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        if (!isBooking(webhook)) {
            return null;
        }
        boolean created = webhook.path("type").asText().equals("booking.created");
        boolean cancelled = isCancelled(webhook);
        JsonNode booked = booking(webhook);
        ObjectNode event = WebhookJson.event(cancelled ? "booking.cancelled"
                : created ? "booking.confirmed" : "booking.rescheduled", id(webhook));
        event.put("eventId", "square:" + WebhookJson.digest(eventId(webhook)));
        ObjectNode booking = (ObjectNode) event.get("booking");
        booking.put("version", Long.parseLong(WebhookJson.number(booked, "version", WHAT)));
        if (!cancelled) {
            JsonNode customer = booked.path("customer_id").asText().isBlank() ? booked.path("customer_id")
                    : WebhookJson.detail(details, "Square", "customer").path("customer");
            JsonNode segment = booked.path("appointment_segments").path(0);
            String ours = HostNames.of(hosts).find(host, WebhookJson.text(segment, "team_member_id"));
            booking.put("title", "Appointment");
            WebhookJson.put(booking, "notes", WebhookJson.text(booked, "customer_note"));
            booking.put("start", WebhookJson.instant(booked, "start_at", WHAT).toString());
            WebhookJson.put(booking, "timeZone", WebhookJson.zone(timeZone));
            booking.put("durationMinutes", minutes(booked));
            booking.set("host", WebhookJson.person(null, ours, null, timeZone));
            String name = WebhookJson.name(WebhookJson.text(customer, "given_name"), WebhookJson.text(customer, "family_name"));
            String email = WebhookJson.text(customer, "email_address");
            booking.putArray("guests").add(email == null ? WebhookJson.guestWithoutAddress(name, ours)
                    : WebhookJson.person(name, email, null, null));
            place(booked).in(booking);
            WebhookJson.eventType(booking, null, WebhookJson.text(segment, "service_variation_id"));
        }
        return WebhookJson.write(event);
    }

    private static long minutes(JsonNode booking) {
        long minutes = 0;
        for (JsonNode segment : booking.path("appointment_segments")) {
            minutes += Long.parseLong(WebhookJson.number(segment, "duration_minutes", WHAT));
        }
        return minutes;
    }

    /** A business's own location is what Square says where nothing was chosen. */
    private static Place place(JsonNode booked) {
        return switch (booked.path("location_type").asText()) {
            case "CUSTOMER_LOCATION" -> Place.IN_PERSON;
            case "PHONE" -> Place.PHONE;
            default -> Place.NONE;
        };
    }

    private static boolean isBooking(JsonNode webhook) {
        return TYPES.contains(webhook.path("type").asText())
                && !booking(webhook).path("status").asText().equals("PENDING");
    }

    private static boolean isCancelled(JsonNode webhook) {
        String status = booking(webhook).path("status").asText();
        return status.startsWith("CANCELLED_BY_") || ENDED.contains(status);
    }

    private static JsonNode booking(JsonNode webhook) {
        return webhook.path("data").path("object").path("booking");
    }

    private static String id(JsonNode webhook) {
        return WebhookJson.bookingId(WebhookJson.required(booking(webhook), "id", WHAT), WHAT);
    }

    private static String eventId(JsonNode webhook) {
        return WebhookJson.required(webhook, "event_id", WHAT);
    }
}
