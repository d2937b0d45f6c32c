package io.zoombookings.meeting;

import io.zoombookings.Text;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A meeting as Zoom describes it in its reply to a create or a get.
 *
 * @param passcode null where the meeting has none
 */
record ZoomMeeting(long id, String joinUrl, String passcode, Map<?, ?> fields) {

    private static final int MOST_NUMBERS = 12;
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,30}");

    /** @throws IllegalArgumentException if the reply is no meeting: whether one was made is then not known */
    static ZoomMeeting of(Map<?, ?> reply) {
        if (reply == null || !(reply.get("id") instanceof Number id) || !(reply.get("join_url") instanceof String url)) {
            throw new IllegalArgumentException("Zoom's reply has no meeting id or no join URL");
        }
        URI join = URI.create(url);
        if (!("https".equals(join.getScheme()) || "http".equals(join.getScheme())) || join.getHost() == null) {
            throw new IllegalArgumentException("Zoom's join URL is not a web address");
        }
        return new ZoomMeeting(id.longValue(), url,
                reply.get("password") instanceof String passcode && !passcode.isEmpty() ? passcode : null, reply);
    }

    /** Whether what people see of it is already as asked for. */
    boolean agreesWith(Map<String, Object> request) {
        return same(request, "topic") && same(request, "start_time") && same(request, "timezone")
                && same(request, "duration") && same(request, "agenda")
                && (request.get("password") == null || request.get("password").equals(passcode));
    }

    /**
     * The numbers by which people call in, one a line with its country: {@code +1 646 558 8656 (US)}; null if the account has
     * none. Zoom lists one number for each city.
     */
    String dialIn() {
        if (!(fields.get("settings") instanceof Map<?, ?> settings)
                || !(settings.get("global_dial_in_numbers") instanceof List<?> numbers)) {
            return null;
        }
        String lines = numbers.stream().filter(Map.class::isInstance).map(number -> {
            Map<?, ?> one = (Map<?, ?>) number;
            String country = Text.oneLine(Objects.toString(one.get("country"), ""));
            String digits = Text.oneLine(Objects.toString(one.get("number"), ""));
            return DIGITS.matcher(digits).matches() ? digits + (country.length() == 2 ? " (" + country + ")" : "") : "";
        }).filter(line -> !line.isEmpty()).distinct().limit(MOST_NUMBERS).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private boolean same(Map<String, Object> request, String field) {
        return Objects.equals(String.valueOf(request.get(field)), String.valueOf(fields.get(field)));
    }
}
