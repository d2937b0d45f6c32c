package io.zoombookings.web;

import io.zoombookings.source.webhook.WebhookSettings;
import io.zoombookings.source.webhook.WebhookSource;
import io.zoombookings.source.webhook.WebhookSources.Overview;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A booking system on its page.
 *
 * @param address to register at the booking system
 * @param setUp   null if it is not
 */
record BookingSystemCard(WebhookSource source, String address, Overview setUp, List<Field> fields) {

    /** As the systems themselves call them. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("secret", "Secret"), Map.entry("apiUrl", "Address of the API"), Map.entry("apiUser", "User id"),
            Map.entry("apiKey", "API key"), Map.entry("timeZone", "Time zone"), Map.entry("hostEmail", "Host’s email address"),
            Map.entry("calendly.secret", "Signing key"), Map.entry("easyappointments.secret", "Secret token"),
            Map.entry("easyappointments.apiUrl", "Address of the installation"),
            Map.entry("easyappointments.apiKey", "API token"), Map.entry("acuity.secret", "API key that signs, if another"),
            Map.entry("hosts", "Hosts of its calendars"), Map.entry("square.hosts", "Hosts by team member"),
            Map.entry("locations", "Places that are for Zoom"), Map.entry("eventTypes", "Kinds of booking that are for Zoom"),
            Map.entry("square.secret", "Signature key"), Map.entry("square.apiKey", "Access token"));
    private static final Map<String, String> TYPES =
            Map.of("secret", "password", "apiKey", "password", "apiUrl", "url", "hostEmail", "email");

    /**
     * An input.
     *
     * @param id    of the element, unique on the page
     * @param value null for what is secret, which is never shown again
     * @param error null if nothing is wrong
     */
    record Field(String id, String name, String label, String type, boolean required, String value, String hint,
                 String error) {
    }

    /**
     * @param typed  what was typed and is not saved, or null
     * @param errors by the names of the fields
     */
    static BookingSystemCard of(WebhookSource source, String address, Overview setUp, WebhookSettings typed,
            Map<String, String> errors) {
        WebhookSettings shown = typed != null || setUp == null ? typed : new WebhookSettings(
                null, setUp.apiUrl(), setUp.apiUser(), null, setUp.timeZone(), setUp.hostEmail(), setUp.hosts(),
                setUp.locations(), setUp.eventTypes());
        return new BookingSystemCard(source, address, setUp, Stream.concat(source.required().stream(), source.optional().stream())
                .map(name -> field(source, name, setUp != null, shown, errors)).toList());
    }

    static String label(WebhookSource source, String name) {
        return LABELS.getOrDefault(source.id() + "." + name, LABELS.get(name));
    }

    private static Field field(WebhookSource source, String name, boolean stored, WebhookSettings shown,
            Map<String, String> errors) {
        boolean required = source.required().contains(name);
        return new Field(source.id() + "-" + name, name, label(source, name), TYPES.getOrDefault(name, "text"), required,
                shown == null ? null : value(name, shown), hint(source, name, required, stored), errors.get(name));
    }

    private static String value(String name, WebhookSettings settings) {
        return switch (name) {
            case "apiUrl" -> settings.apiUrl();
            case "apiUser" -> settings.apiUser();
            case "timeZone" -> settings.timeZone();
            case "hostEmail" -> settings.hostEmail();
            case "hosts" -> settings.hosts();
            case "locations" -> settings.locations();
            case "eventTypes" -> settings.eventTypes();
            default -> null;
        };
    }

    private static String hint(WebhookSource source, String name, boolean required, boolean stored) {
        if (TYPES.getOrDefault(name, "").equals("password")) {
            return stored ? name.equals("apiKey") && (source.required().contains("apiUrl") || source.optional().contains("apiUrl"))
                    ? "Empty: as it is, unless the address changes." : "Empty: as it is."
                    : required ? "Kept encrypted, never shown again." : "Optional. Kept encrypted, never shown again.";
        }
        return switch (name) {
            case "timeZone" -> "Optional. Such as Europe/Berlin.";
            case "apiUrl" -> required ? "With /index.php, unless the installation does without." : "Empty: " + source.apiUrl() + ".";
            case "hostEmail" -> "Who hosts where nothing else is said.";
            case "hosts" -> "Optional. By id or name: 5 = ada@clinic.example, 6 = cy@clinic.example.";
            case "locations" -> "Empty: what its system does not place elsewhere (none, zoom, custom). Others: in-person, phone, link, "
                    + "other-video, own-meeting; or all.";
            case "eventTypes" -> "Empty: all. Else names or ids, with commas between.";
            default -> "";
        };
    }
}
