package io.zoombookings.notification.letter;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The texts of one language with the formats of one country. Thread-safe.
 *
 * @param locale language and, where known, country
 */
record Language(Locale locale, LocalFormats formats, Map<String, Text> texts) {

    /** The text of the key, its arguments given as name, value, name, value; isolated where they write another way. */
    String text(String key, Object... arguments) {
        Text text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text " + key);
        }
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            Object value = arguments[i + 1];
            values.put((String) arguments[i],
                    value instanceof String string ? Plain.isolated(string, rightToLeft()) : value);
        }
        return text.format(values);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    boolean rightToLeft() {
        return ULocale.forLocale(locale).isRightToLeft();
    }

    String tag() {
        return locale.toLanguageTag();
    }

    /** A pattern in ICU's message syntax, read once. */
    static final class Text {

        private final String pattern;
        private final MessageFormat format;

        /** @throws IllegalArgumentException if the pattern is broken */
        Text(String pattern, Locale locale) {
            this.pattern = pattern;
            MessageFormat parsed = new MessageFormat(pattern, locale);
            if (!parsed.usesNamedArguments() && !parsed.getArgumentNames().isEmpty()) {
                throw new IllegalArgumentException("placeholders must have names, such as {title}");
            }
            this.format = parsed;
        }

        Set<String> placeholders() {
            return format.getArgumentNames();
        }

        String pattern() {
            return pattern;
        }

        private String format(Map<String, Object> values) {
            synchronized (format) {
                return format.format(values);
            }
        }
    }
}
