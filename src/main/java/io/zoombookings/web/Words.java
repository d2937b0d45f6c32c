package io.zoombookings.web;

import java.util.Collection;
import java.util.stream.Stream;

/** What a claim of a token lists: a list, or words separated by blanks. */
final class Words {

    private Words() {
    }

    static Stream<String> of(Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().map(String::valueOf);
        }
        return claim instanceof String text && !text.isBlank() ? Stream.of(text.trim().split(" +")) : Stream.empty();
    }
}
