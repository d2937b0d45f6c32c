package io.zoombookings.notification.letter;

import io.zoombookings.notification.letter.Language.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What went wrong is stored, and shown to administrators, in English; a mail says it in its reader's language where it is
 * one of the texts {@code mail.cause.*}. Thread-safe.
 */
final class Causes {

    private static final String PREFIX = "mail.cause.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    /** The longest first: it says the most. */
    private static final List<Known> KNOWN = LetterTexts.builtIn("en").entrySet().stream()
            .filter(text -> text.getKey().startsWith(PREFIX))
            .sorted(Comparator.comparing((Map.Entry<String, Text> text) -> -text.getValue().pattern().length()))
            .map(text -> known(text.getKey(), text.getValue().pattern())).toList();

    private record Known(String key, Pattern sentence, List<String> arguments) {
    }

    private Causes() {
    }

    /** @param english as stored, or null */
    static String in(Language language, String english) {
        for (Known known : KNOWN) {
            Matcher sentence = known.sentence().matcher(english == null ? "" : english);
            if (sentence.matches()) {
                List<Object> arguments = new ArrayList<>();
                known.arguments().forEach(name -> arguments.addAll(List.of(name, sentence.group(name))));
                return language.text(known.key(), arguments.toArray());
            }
        }
        return english;
    }

    private static Known known(String key, String english) {
        List<String> arguments = PLACEHOLDER.matcher(english).results().map(found -> found.group(1)).toList();
        String sentence = Pattern.quote(english);
        for (String argument : arguments) {
            sentence = sentence.replace("{" + argument + "}", "\\E(?<" + argument + ">.+)\\Q");
        }
        return new Known(key, Pattern.compile(sentence), arguments);
    }
}
