package io.zoombookings.source.system;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which calendar or team member of a booking system is which host: {@code 5 = ada@clinic.example}, one a line, or with commas
 * between. Safe for several threads.
 */
public final class HostNames {

    private static final Pattern ENTRY = Pattern.compile("[^=,;\\n]{1,200}=\\s*[^@\\s,;=<>\"]{1,64}@[A-Za-z0-9.-]{1,189}\\s*");
    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");

    private final Map<String, String> hosts = new HashMap<>();

    private HostNames() {
    }

    /** @return whether the text has this form; nothing at all has it */
    public static boolean isReadable(String text) {
        return text == null || BETWEEN.splitAsStream(text).filter(entry -> !entry.isBlank())
                .allMatch(entry -> ENTRY.matcher(entry).matches());
    }

    /** What has not this form counts as nothing. */
    static HostNames of(String text) {
        HostNames names = new HostNames();
        BETWEEN.splitAsStream(text == null ? "" : text).filter(entry -> ENTRY.matcher(entry).matches()).forEach(entry -> {
            String[] both = entry.split("=", 2);
            names.hosts.putIfAbsent(key(both[0]), both[1].strip());
        });
        return names;
    }

    /** The host of the first of these names that has one, else the other. */
    String find(String otherwise, String... named) {
        for (String name : named) {
            String host = name == null ? null : hosts.get(key(name));
            if (host != null) {
                return host;
            }
        }
        return otherwise;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
