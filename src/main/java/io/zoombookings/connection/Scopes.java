package io.zoombookings.connection;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a grant must allow. Zoom's newer apps have granular scopes, older ones classic scopes that cover more at once; either
 * will do, and so will the variants of an app that an account's administrator manages ({@code :admin}). Pure.
 */
final class Scopes {

    private record Need(String granular, String classic) {
    }

    private static final List<Need> NEEDS = List.of(
            new Need("user:read:user", "user:read"),
            new Need("meeting:write:meeting", "meeting:write"),
            new Need("meeting:update:meeting", "meeting:write"),
            new Need("meeting:delete:meeting", "meeting:write"),
            new Need("meeting:read:meeting", "meeting:read"),
            new Need("meeting:read:list_meetings", "meeting:read"));

    private Scopes() {
    }

    /** As the token reply and the database hold them: names with spaces between. */
    static Set<String> parse(String text) {
        return Arrays.stream(text.split("\\s+")).filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The granular names of what {@code granted} lacks, in a fixed order; empty when complete. */
    static Set<String> missing(Collection<String> granted) {
        Set<String> names = granted.stream().map(scope -> scope.replaceFirst(":(admin|master)$", ""))
                .collect(Collectors.toSet());
        return NEEDS.stream()
                .filter(need -> !names.contains(need.granular()) && !names.contains(need.classic()))
                .map(Need::granular)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
