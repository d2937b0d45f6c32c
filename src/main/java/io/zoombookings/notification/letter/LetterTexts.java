package io.zoombookings.notification.letter;

import io.zoombookings.notification.letter.Language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of all mails, {@code mail.*} of {@code messages*.properties}, and what an installation overrides of them.
 * An override that is no text (unknown key, broken pattern, a placeholder missing) is reported and left out.
 * Thread-safe; read once.
 */
final class LetterTexts {

    static final List<String> BUILT_IN =
            List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "tr", "ja", "zh");

    private static final String PREFIX = "mail.";
    private static final String DEFAULT = "en";
    /** Only chooses the plural, so that a text may do without. */
    private static final String COUNT = "count";
    private static final Pattern BUNDLE = Pattern.compile("messages(?:_([A-Za-z]{2,3}))?\\.properties");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Map<String, Map<String, Text>> texts = new TreeMap<>();
    private final Map<Locale, Language> languages = new ConcurrentHashMap<>();

    /** @param directory of the overrides, or null */
    LetterTexts(Path directory, OverrideProblems problems) {
        Map<String, Text> english = builtIn(DEFAULT);
        for (String language : BUILT_IN) {
            texts.put(language, builtIn(language));
        }
        if (directory != null) {
            override(directory, english, problems);
        }
    }

    /** The first of the tags (BCP 47, or null) whose language there is, else English. */
    Language language(String... tags) {
        return Arrays.stream(tags)
                .filter(tag -> tag != null && !tag.isBlank())
                .map(LetterTexts::locale)
                .filter(locale -> texts.containsKey(locale.getLanguage()))
                .findFirst()
                .map(this::language)
                .orElseGet(() -> language(Locale.ENGLISH));
    }

    /** Codes of the languages there are, those of overrides too. */
    Set<String> codes() {
        return Collections.unmodifiableSet(texts.keySet());
    }

    private Language language(Locale locale) {
        return languages.computeIfAbsent(locale,
                key -> new Language(key, new LocalFormats(key), texts.get(key.getLanguage())));
    }

    /** Language and country alone: the rest of a tag is anything that people may send, and each costs memory. */
    private static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        return new Locale(locale.getLanguage(), COUNTRIES.contains(locale.getCountry()) ? locale.getCountry() : "");
    }

    static Map<String, Text> builtIn(String language) {
        String file = "/io/zoombookings/messages" + (language.equals(DEFAULT) ? "" : "_" + language) + ".properties";
        try (InputStream stream = LetterTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("Missing in the jar: " + file);
            }
            Map<String, Text> read = new HashMap<>();
            read(new InputStreamReader(stream, StandardCharsets.UTF_8)).forEach((key, pattern) ->
                    read.put(key, new Text(pattern, Locale.forLanguageTag(language))));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Map<String, String> read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> read = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> read.put(key, properties.getProperty(key)));
        return read;
    }

    private void override(Path directory, Map<String, Text> english, OverrideProblems problems) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.properties")) {
            for (Path file : files) {
                Matcher name = BUNDLE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    String code = name.group(1) == null ? DEFAULT : name.group(1);
                    override(file, new Locale(code).getLanguage(), english, problems);
                } else {
                    problems.report(file, "its name must be messages.properties or messages_<language>.properties");
                }
            }
        } catch (IOException e) {
            problems.report(directory, "it cannot be read: " + e);
        }
    }

    private void override(Path file, String language, Map<String, Text> english, OverrideProblems problems) {
        Map<String, Text> known = texts.getOrDefault(language, Map.of());
        Map<String, Text> merged = new HashMap<>(english);
        merged.putAll(known);
        Set<String> missing = new TreeSet<>(english.keySet());
        missing.removeAll(known.keySet());
        try (Reader reader = Files.newBufferedReader(file)) {
            read(reader).forEach((key, pattern) -> {
                String broken = broken(pattern, language, english.get(key));
                if (broken == null) {
                    merged.put(key, new Text(pattern, Locale.forLanguageTag(language)));
                    missing.remove(key);
                } else {
                    problems.report(file, key + ": " + broken);
                }
            });
        } catch (IOException | IllegalArgumentException e) {
            problems.report(file, "it cannot be read: " + e.getMessage());
            return;
        }
        if (!missing.isEmpty()) {
            problems.report(file, "English stands in for the texts it lacks: " + String.join(", ", missing));
        }
        texts.put(language, Map.copyOf(merged));
    }

    /** What is wrong with the override of a text, or null. */
    private static String broken(String pattern, String language, Text builtIn) {
        if (builtIn == null) {
            return "no mail has this text";
        }
        try {
            Set<String> wanted = new TreeSet<>(builtIn.placeholders());
            Set<String> found = new TreeSet<>(new Text(pattern, Locale.forLanguageTag(language)).placeholders());
            if (wanted.contains(COUNT)) {
                found.add(COUNT);
            }
            return found.equals(wanted) ? null : "its placeholders must be " + wanted + ", not " + found;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
