package io.zoombookings.source.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a booking takes place, as far as its system says. Written as {@code metadata.location} of the booking event. */
public enum Place {

    /** Nothing is said. */
    NONE("none"),
    /** Zoom, or simply online; the system makes no meeting itself. */
    ZOOM("zoom"),
    /** Words of its own, or what the guest is asked for. */
    CUSTOM("custom"),
    IN_PERSON("in-person"),
    PHONE("phone"),
    /** A fixed address of the web. */
    LINK("link"),
    /** Google Meet, Microsoft Teams and the like. */
    OTHER_VIDEO("other-video"),
    /** The system has made, or is making, a video meeting itself. */
    OWN_MEETING("own-meeting");

    static final String FIELD = "location";

    private static final Pattern ONLINE = Pattern.compile("\\b(zoom|online|virtual|video|remote|web ?conference|telehealth)\\b");
    private static final Pattern CALL = Pattern.compile("\\+?[0-9][0-9 ()./-]{5,}|.*\\b(phone|telephone|call)\\b.*");

    private final String id;

    Place(String id) {
        this.id = id;
    }

    /** As in settings and metadata. */
    public String id() {
        return id;
    }

    public static Optional<Place> of(String id) {
        return Arrays.stream(values()).filter(place -> place.id.equals(id)).findAny();
    }

    /** What a text that people wrote says; an address of Zoom is a meeting that there is already. */
    static Place ofText(String text) {
        String words = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return NONE;
        }
        if (words.startsWith("https://") || words.startsWith("http://")) {
            return isZoom(words) ? OWN_MEETING : LINK;
        }
        return ONLINE.matcher(words).find() ? ZOOM : CALL.matcher(words).matches() ? PHONE : IN_PERSON;
    }

    private static boolean isZoom(String url) {
        try {
            String host = URI.create(url.split("\\s", 2)[0]).getHost();
            return host != null && (host.equals("zoom.us") || host.endsWith(".zoom.us"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Notes it in the booking, if there is anything to note. */
    void in(ObjectNode booking) {
        if (this != NONE) {
            booking.withObject("/metadata").put(FIELD, id);
        }
    }
}
