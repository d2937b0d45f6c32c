package io.zoombookings.source.webhook;

import io.zoombookings.booking.event.Booking;
import io.zoombookings.source.system.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which bookings of a booking system get a Zoom meeting here. Pure. */
final class ForZoom {

    /** What is elsewhere by its system's word is not for Zoom, unless an administrator says so. */
    private static final Set<Place> BY_DEFAULT = EnumSet.of(Place.NONE, Place.ZOOM, Place.CUSTOM);
    private static final Map<Place, String> ELSEWHERE = Map.of(
            Place.CUSTOM, "It takes place where its own words say",
            Place.ZOOM, "It takes place online",
            Place.NONE, "Its system does not say where it takes place",
            Place.IN_PERSON, "It takes place in person",
            Place.PHONE, "It is a phone call",
            Place.LINK, "It has a link of its own",
            Place.OTHER_VIDEO, "It takes place in another video service",
            Place.OWN_MEETING, "%s has made a video meeting for it, or is making one");

    private ForZoom() {
    }

    /** @return one sentence without an end, or null: it is for Zoom */
    static String whyNot(WebhookSource source, WebhookSettings settings, Booking booking) {
        Map<String, String> said = booking.metadata();
        if ("draft".equals(said.get("status"))) {
            return "It is a draft";
        }
        Place place = Place.of(said.getOrDefault("location", "none")).orElse(Place.NONE);
        List<String> places = WebhookSettings.entries(settings.locations());
        boolean here = places.isEmpty() ? BY_DEFAULT.contains(place) : places.contains(place.id())
                || places.contains(WebhookSettings.ALL_PLACES) && place != Place.OWN_MEETING;
        if (!here) {
            return ELSEWHERE.get(place).formatted(source.title()) + " (" + place.id() + ")";
        }
        List<String> types = WebhookSettings.entries(settings.eventTypes());
        String name = said.getOrDefault("eventType", "");
        boolean meant = types.isEmpty() || types.contains(name.toLowerCase(Locale.ROOT))
                || types.contains(said.getOrDefault("eventTypeId", "").toLowerCase(Locale.ROOT));
        return meant ? null : "Its kind is not one of those for Zoom" + (name.isEmpty() ? "" : ": " + name);
    }
}
