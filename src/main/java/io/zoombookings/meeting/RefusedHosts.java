package io.zoombookings.meeting;

import io.zoombookings.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which alternative hosts a refusal of Zoom is about: those that it names; where it names none, one of them, the last, so that
 * each costs itself and not the meeting. Pure.
 */
final class RefusedHosts {

    private RefusedHosts() {
    }

    /**
     * @param asked   the alternative hosts of the request
     * @param refusal Zoom's words, with the fields that it names
     * @return each of those refused with Zoom's words; empty: it is about something else
     */
    static Map<String, String> of(List<String> asked, Cause refusal) {
        String said = refusal.arguments().getOrDefault("said", "");
        String words = (said + " " + refusal.arguments().getOrDefault("fields", "")).toLowerCase(Locale.ROOT);
        Map<String, String> refused = new TreeMap<>();
        asked.stream().filter(host -> words.contains(host.toLowerCase(Locale.ROOT))).forEach(host -> refused.put(host, said));
        boolean meant = words.contains("alternative") || words.contains("not belong to this account");
        if (refused.isEmpty() && meant && !asked.isEmpty()) {
            refused.put(asked.get(asked.size() - 1), said);
        }
        return refused;
    }
}
