package io.zoombookings.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords that everybody tries first. Those of lists that leaked are mostly a word, written with digits for letters, and
 * with digits or signs after it; the same thing again and again; or a row of keys.
 */
public final class CommonPasswords {

    private static final Set<String> WORDS = Set.of("password", "passwort", "passw", "pass", "passphrase", "secret", "geheim",
            "admin", "administrator", "root", "user", "username", "login", "guest", "test", "testing", "tester", "default",
            "letmein", "welcome", "willkommen", "changeme", "changeit", "change", "iloveyou", "loveyou", "hello", "hallo",
            "qwerty", "qwertz", "azerty", "asdf", "asdfgh", "zxcvbn", "yxcvbn", "master", "superman", "batman", "dragon",
            "monkey", "shadow", "sunshine", "princess", "football", "baseball", "basketball", "trustno", "starwars", "whatever",
            "computer", "internet", "server", "system", "manager", "oracle", "postgres", "mysql", "zoom", "booking", "bookings",
            "zoombookings", "camel", "camelzoombookings", "company", "office", "summer", "winter", "spring", "autumn",
            "january", "february", "august", "september", "october", "november", "december", "monday", "friday");
    private static final List<String> ROWS = List.of("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6z7u8i9o0p",
            "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm");
    private static final int MAX_UNIT = 3;

    private CommonPasswords() {
    }

    /** Whether it is among the first that a guesser tries. */
    public static boolean contains(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        String letters = plain.replaceAll("[\\d\\p{Punct}\\s]+$", "");
        return plain.isEmpty() || isWords(letters) || isWords(spelt(letters)) || isWords(spelt(plain).replaceAll("[^a-z]", ""))
                || isRow(plain.replaceAll("[^a-z0-9]", "")) || isRepeated(plain);
    }

    /** One word, or the same or another one after it. */
    private static boolean isWords(String text) {
        String joined = text.replaceAll("[\\s._-]", "");
        return WORDS.contains(joined) || WORDS.stream().anyMatch(word -> joined.startsWith(word)
                && WORDS.contains(joined.substring(word.length())));
    }

    private static String spelt(String text) {
        return text.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's').replace('7', 't')
                .replace('@', 'a').replace('$', 's').replace('!', 'i');
    }

    private static boolean isRow(String text) {
        String back = new StringBuilder(text).reverse().toString();
        return text.length() > MAX_UNIT && ROWS.stream().anyMatch(row -> row.contains(text) || row.contains(back));
    }

    /** One to three characters again and again. */
    private static boolean isRepeated(String text) {
        for (int unit = 1; unit <= MAX_UNIT && unit < text.length(); unit++) {
            if (text.equals(text.substring(0, unit).repeat(text.length() / unit + 1).substring(0, text.length()))) {
                return true;
            }
        }
        return false;
    }
}
