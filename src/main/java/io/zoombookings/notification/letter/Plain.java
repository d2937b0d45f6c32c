package io.zoombookings.notification.letter;

import java.text.Bidi;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside, made harmless: no control characters, no override of the writing direction, no endless length. */
final class Plain {

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");
    private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");
    /** More code units than any real character has; what stacks more combining marks is cut within. */
    private static final int UNITS_OF_A_CHARACTER = 32;
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Plain() {
    }

    /** One line of at most {@code limit} characters as people count them; null becomes empty. */
    static String line(String value, int limit) {
        if (value == null) {
            return "";
        }
        return cut(SPACES.matcher(clean(value, ' ')).replaceAll(" ").strip(), limit);
    }

    /** Lines of at most {@code limit} characters together, without blank ones around and runs of them within. */
    static List<String> lines(String value, int limit) {
        if (value == null) {
            return List.of();
        }
        String clean = clean(value.replace("\r\n", "\n").replace('\r', '\n'), '\n');
        List<String> lines = clean.lines().map(String::stripTrailing).toList();
        String text = BLANK_LINES.matcher(String.join("\n", lines)).replaceAll("\n\n").strip();
        return text.isEmpty() ? List.of() : cut(text, limit).lines().toList();
    }

    /** At most {@code limit} characters, the last one an ellipsis where something was left out. */
    static String cut(String value, int limit) {
        if (value.length() <= limit) {
            return value;
        }
        Matcher character = CHARACTER.matcher(value);
        int end = 0;
        int endBeforeLast = 0;
        for (int count = 0; count < limit && character.find(); count++) {
            endBeforeLast = end;
            end = character.end();
            if (end - character.start() > UNITS_OF_A_CHARACTER) {
                int within = value.offsetByCodePoints(character.start(), UNITS_OF_A_CHARACTER / 2);
                return value.substring(0, within) + "…";
            }
        }
        return end == value.length() ? value : value.substring(0, endBeforeLast).stripTrailing() + "…";
    }

    /**
     * The value as part of a sentence in the given direction: isolated where its own direction differs, so that it
     * cannot reorder the words around it.
     */
    static String isolated(String value, boolean rightToLeft) {
        char[] text = value.toCharArray();
        boolean foreign = rightToLeft
                ? text.length > 0 && !new Bidi(value, Bidi.DIRECTION_RIGHT_TO_LEFT).isRightToLeft()
                : Bidi.requiresBidi(text, 0, text.length);
        return foreign ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
    }

    private static String clean(String value, char lineBreak) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(point -> {
            if (point == '\n' || point == 0x85 || point == 0x2028 || point == 0x2029) {
                clean.append(lineBreak);
            } else if (Character.getType(point) == Character.CONTROL) {
                clean.append(' ');
            } else if (Character.getType(point) == Character.SURROGATE) {
                clean.append('\ufffd');
            } else if (!isDirectionControl(point) && !isNoCharacter(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    /** Embeddings, overrides and isolates (Unicode TR 9); the harmless marks stay. */
    private static boolean isDirectionControl(int point) {
        return point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
    }

    private static boolean isNoCharacter(int point) {
        return point == 0xfeff || (point & 0xfffe) == 0xfffe || point >= 0xfdd0 && point <= 0xfdef;
    }
}
