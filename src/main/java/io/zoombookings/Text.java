package io.zoombookings;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of people on its way to places with limits. */
public final class Text {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private Text() {
    }

    /** The text on one line: control characters and line separators become a space. */
    public static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /** At most {@code limit} UTF-16 units of the text, cut between two characters as a person sees them. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(limit);
        return text.substring(0, end) + "…";
    }
}
