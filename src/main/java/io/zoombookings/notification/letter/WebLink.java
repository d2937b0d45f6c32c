package io.zoombookings.notification.letter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of the web, and Zoom's meeting ids as people read them out. */
final class WebLink {

    private WebLink() {
    }

    /** The address if it is one of http or https, so that nothing else becomes a link. */
    static Optional<String> of(String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** 83320363126 as 833 2036 3126, as Zoom writes it; null stays null. */
    static String grouped(String meetingId) {
        if (meetingId == null || !meetingId.matches("[0-9]{9,11}")) {
            return meetingId;
        }
        int middle = meetingId.length() == 11 ? 7 : 6;
        return meetingId.substring(0, 3) + " " + meetingId.substring(3, middle) + " " + meetingId.substring(middle);
    }
}
