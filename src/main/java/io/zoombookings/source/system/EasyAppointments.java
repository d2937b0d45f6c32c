package io.zoombookings.source.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Easy!Appointments' webhooks and the details that its API ("REST API", its documentation) adds. Times are those of the
 * provider's wall clock; ids are numbers or text.
 */
public final class EasyAppointments implements BookingSystem {

    private static final String WHAT = "The webhook of Easy!Appointments";
    private static final String SAVED = "appointment_save";
    private static final String DELETED = "appointment_delete";
    private static final String PROVIDERS_OWN = "provider";
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** It names languages in English. */
    private static final Map<String, String> LANGUAGES = Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toMap(
            code -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
            code -> code, (one, other) -> one));

    @Override
    public Optional<WebhookIdentity> identify(byte[] body) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        // Saved as it was before, a booking is sent in the same words: only the time of the change tells them apart.
        boolean dated = WebhookJson.text(webhook.path("payload"), "update_datetime") != null;
        return isBooking(webhook)
                ? Optional.of(new WebhookIdentity(id(webhook, "id"), dated ? WebhookJson.digest(body) : null))
                : Optional.empty();
    }

    /**
     * @param base of the installation, with or without {@code /api/v1} at the end
     * @return where to read the customer, the provider and the service; empty if nothing needs to be read
     */
    public List<String> addresses(String base, byte[] body) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        if (!isBooking(webhook) || isCancelled(webhook)) {
            return List.of();
        }
        String api = WebhookJson.base(base, "/api/v1") + "/api/v1";
        return List.of(api + "/customers/" + id(webhook, "id_users_customer"),
                api + "/providers/" + id(webhook, "id_users_provider"),
                api + "/services/" + id(webhook, "id_services"));
    }

    /**
     * @param details  what was read at {@link #addresses}; empty bytes for what is not there
     * @param timeZone the zone of all providers' wall clocks; null or {@code provider}: each provider's own
     * @param all      whether a draft gives an event too
     * @return the booking event as JSON, or null if the webhook says nothing about a booking
     */
    public String event(byte[] body, List<byte[]> details, String timeZone, boolean all) {
        JsonNode webhook = WebhookJson.read(body, WHAT);
        String status = WebhookJson.text(webhook.path("payload"), "status");
        boolean draft = "Draft".equalsIgnoreCase(status);
        if (!isBooking(webhook) || draft && !all) {
            return null;
        }
        boolean cancelled = isCancelled(webhook);
        ObjectNode event = WebhookJson.event(cancelled ? "booking.cancelled" : "booking.confirmed",
                "easyappointments-" + id(webhook, "id"));
        identify(body).map(WebhookIdentity::delivery)
                .ifPresent(delivery -> event.put("eventId", "easyappointments:" + delivery));
        if (!cancelled) {
            describe((ObjectNode) event.get("booking"), webhook.path("payload"),
                    WebhookJson.detail(details.get(0), "Easy!Appointments", "customer"),
                    WebhookJson.detail(details.get(1), "Easy!Appointments", "provider"),
                    details.get(2).length == 0 ? null
                            : WebhookJson.detail(details.get(2), "Easy!Appointments", "service"), timeZone);
            if (draft) {
                ((ObjectNode) event.get("booking")).withObject("/metadata").put("status", "draft");
            }
        }
        return WebhookJson.write(event);
    }

    private static void describe(ObjectNode booking, JsonNode appointment, JsonNode customer, JsonNode provider,
            JsonNode service, String timeZone) {
        boolean own = timeZone == null || timeZone.isBlank() || timeZone.equals(PROVIDERS_OWN);
        String zone = WebhookJson.zone(own ? WebhookJson.text(provider, "timezone") : timeZone);
        if (zone == null) {
            throw new WebhookUnreadableException("The time zone of the provider's wall clock is not known: set timeZone");
        }
        String title = service == null ? null : WebhookJson.text(service, "name");
        booking.put("title", title == null ? "Appointment" : title);
        WebhookJson.eventType(booking, title, WebhookJson.text(appointment, "id_services"));
        Place place = Place.ofText(WebhookJson.text(appointment, "location"));
        (place == Place.NONE && service != null ? Place.ofText(WebhookJson.text(service, "location")) : place).in(booking);
        WebhookJson.put(booking, "notes", WebhookJson.text(appointment, "notes"));
        booking.put("start", wallClock(appointment, "start_datetime"));
        booking.put("end", wallClock(appointment, "end_datetime"));
        booking.put("timeZone", zone);
        String host = WebhookJson.required(provider, "email", "The provider of Easy!Appointments");
        booking.set("host", person(provider, host));
        String guest = WebhookJson.text(customer, "email");
        booking.putArray("guests").add(guest == null ? WebhookJson.guestWithoutAddress(name(customer), host)
                : person(customer, guest));
    }

    private static String name(JsonNode person) {
        return WebhookJson.name(WebhookJson.text(person, "firstName"), WebhookJson.text(person, "lastName"));
    }

    private static ObjectNode person(JsonNode person, String email) {
        String language = WebhookJson.text(person, "language");
        return WebhookJson.person(name(person), email,
                language == null ? null : LANGUAGES.get(language.toLowerCase(Locale.ROOT)),
                WebhookJson.text(person, "timezone"));
    }

    private static String wallClock(JsonNode appointment, String field) {
        try {
            return LocalDateTime.parse(WebhookJson.required(appointment, field, WHAT), WALL_CLOCK).toString();
        } catch (DateTimeException e) {
            throw new WebhookUnreadableException(WHAT + " has a " + field + " that is not written as a date and a time");
        }
    }

    private static boolean isBooking(JsonNode webhook) {
        String action = webhook.path("action").asText();
        return action.equals(SAVED) || action.equals(DELETED);
    }

    private static boolean isCancelled(JsonNode webhook) {
        String status = webhook.path("payload").path("status").asText();
        return webhook.path("action").asText().equals(DELETED) || status.equalsIgnoreCase("Cancelled")
                || status.equalsIgnoreCase("Canceled");
    }

    private static String id(JsonNode webhook, String field) {
        return WebhookJson.number(webhook.path("payload"), field, WHAT);
    }
}
