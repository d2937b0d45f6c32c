package io.zoombookings.source.webhook;

import io.zoombookings.booking.event.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an administrator tells about a booking system. What is not needed, or has a default, may be null.
 *
 * @param secret   signs what the system posts, or comes with it
 * @param apiUrl   base of the system's API: the only address that is called
 * @param apiKey   of the API; of Acuity also what signs; a secret is another key that may
 * @param timeZone IANA id
 */
public record WebhookSettings(String secret, String apiUrl, String apiUser, String apiKey, String timeZone,
        String hostEmail) {

    private static final int LONGEST_SECRET = 1000;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_USER = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cc}<>\"]{1,64}@[A-Za-z0-9.-]{1,189}");

    public WebhookSettings {
        secret = blankToNull(secret);
        apiUrl = blankToNull(apiUrl);
        apiUser = blankToNull(apiUser);
        apiKey = blankToNull(apiKey);
        timeZone = blankToNull(timeZone);
        hostEmail = blankToNull(hostEmail);
    }

    /** What is wrong for this source, each problem at its field; empty if nothing is. */
    public List<FieldProblem> problems(WebhookSource source) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, String> given = Map.of("secret", text(secret), "apiUrl", text(apiUrl), "apiUser", text(apiUser),
                "apiKey", text(apiKey), "timeZone", text(timeZone), "hostEmail", text(hostEmail));
        source.required().stream().filter(field -> given.get(field).isEmpty())
                .forEach(field -> problems.add(new FieldProblem("/" + field, "is required for " + source.title())));
        limit(problems, "/secret", secret, LONGEST_SECRET);
        limit(problems, "/apiKey", apiKey, LONGEST_SECRET);
        limit(problems, "/apiUser", apiUser, LONGEST_USER);
        if (apiUrl != null && !isBase(apiUrl)) {
            problems.add(new FieldProblem("/apiUrl",
                    "must be an absolute http or https URL without user name, query and fragment"));
        }
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            problems.add(new FieldProblem("/timeZone", "is not the IANA id of a known time zone"));
        }
        if (hostEmail != null && !EMAIL.matcher(hostEmail).matches()) {
            problems.add(new FieldProblem("/hostEmail", "must be an email address"));
        }
        return problems;
    }

    /** Control characters would end up in a header. */
    private static void limit(List<FieldProblem> problems, String pointer, String value, int length) {
        if (value != null && (value.length() > length || value.chars().anyMatch(Character::isISOControl))) {
            problems.add(new FieldProblem(pointer, "must be at most " + length + " characters, all of them visible"));
        }
    }

    private static boolean isBase(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= LONGEST_URL && uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + apiUrl + ", " + timeZone + ", " + hostEmail + "]";
    }
}
