package io.zoombookings.notification.letter;

import io.zoombookings.Cause;
import java.util.List;
import java.util.Map;

/**
 * What there is to know of a letter's meetings beside their links.
 *
 * @param dialIn    numbers by which people call in
 * @param start     how the meeting begins, for a host who is not its Zoom user: the end of the text's key, or null
 * @param arguments of that text
 * @param warnings  what the host should know before
 */
public record LetterZoom(List<String> dialIn, String start, Map<String, String> arguments, List<Cause> warnings) {

    static final LetterZoom NOTHING = new LetterZoom(List.of(), null, Map.of(), List.of());

    public LetterZoom {
        dialIn = List.copyOf(dialIn);
        arguments = Map.copyOf(arguments);
        warnings = List.copyOf(warnings);
    }
}
