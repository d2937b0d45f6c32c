package io.zoombookings.source.webhook;

import io.zoombookings.booking.event.FieldProblem;
import io.zoombookings.source.system.HostNames;
import io.zoombookings.source.system.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an administrator tells about a booking system. What is not needed, or has a default, may be null.
 *
 * @param secret   signs what the system posts, or comes with it
 * @param apiUrl   base of the system's API: the only address that is called
 * @param apiKey   of the API; of Acuity also what signs; a secret is another key that may
 * @param timeZone   IANA id
 * @param hosts      which calendar or team member is which host, see {@link HostNames}
 * @param locations  which bookings are for Zoom: ids of {@link Place} with commas between, or {@code all}
 * @param eventTypes of those again, the names or ids of the kinds of booking, with commas or line breaks between
 */
public record WebhookSettings(String secret, String apiUrl, String apiUser, String apiKey, String timeZone,
        String hostEmail, String hosts, String locations, String eventTypes) {

    static final String ALL_PLACES = "all";
    private static final int LONGEST_LIST = 10000;

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
        hosts = blankToNull(hosts);
        locations = blankToNull(locations);
        eventTypes = blankToNull(eventTypes);
    }

    /** Of a system whose bookings are all taken as it says, with one host. */
    public WebhookSettings(String secret, String apiUrl, String apiUser, String apiKey, String timeZone, String hostEmail) {
        this(secret, apiUrl, apiUser, apiKey, timeZone, hostEmail, null, null, null);
    }

    /** The entries of a list, in small letters. */
    static List<String> entries(String list) {
        return list == null ? List.of() : Arrays.stream(list.split("[,;\\n]")).map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty()).toList();
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
        if (!HostNames.isReadable(hosts) || hosts != null && hosts.length() > LONGEST_LIST) {
            problems.add(new FieldProblem("/hosts", "must be lines such as 5 = ada@clinic.example"));
        }
        if (entries(locations).stream().anyMatch(place -> !place.equals(ALL_PLACES) && Place.of(place).isEmpty())) {
            problems.add(new FieldProblem("/locations", "must be " + ALL_PLACES + ", or some of "
                    + Arrays.stream(Place.values()).map(Place::id).collect(Collectors.joining(", "))));
        }
        if (eventTypes != null && eventTypes.length() > LONGEST_LIST) {
            problems.add(new FieldProblem("/eventTypes", "must be at most " + LONGEST_LIST + " characters"));
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
