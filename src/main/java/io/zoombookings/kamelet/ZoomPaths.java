package io.zoombookings.kamelet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Addresses within Zoom's API, whatever their parts hold. Pure. */
public final class ZoomPaths {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{9,12}");

    private ZoomPaths() {
    }

    /** @param userId {@code me}, or the id or email address of a user of the account */
    public static String meetings(String userId) {
        if (userId == null || userId.isBlank()) {
            throw new IllegalArgumentException("The user whose meetings are meant is not named: userId is empty");
        }
        return "/users/" + encode(userId.strip()) + "/meetings";
    }

    /** @param meetingId Zoom's number of the meeting */
    public static String meeting(String meetingId) {
        String number = meetingId == null ? "" : meetingId.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("The meeting is not named: meetingId must be Zoom's number of it, 9 to 12 digits");
        }
        return "/meetings/" + number;
    }

    /**
     * The query of a list.
     *
     * @param from     date in UTC, {@code 2031-03-04}, or empty
     * @param to       likewise
     * @param token    of the page, or empty for the first one
     */
    public static String page(String type, int pageSize, String from, String to, String token) {
        return "type=" + encode(type) + "&page_size=" + pageSize + part("from", from) + part("to", to)
                + part("next_page_token", token);
    }

    private static String part(String name, String value) {
        return value == null || value.isBlank() ? "" : "&" + name + "=" + encode(value.strip());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
