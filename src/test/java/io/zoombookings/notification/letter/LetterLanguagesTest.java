package io.zoombookings.notification.letter;

import static io.zoombookings.notification.letter.LetterDraft.START;
import static io.zoombookings.notification.letter.LetterDraft.date;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.letter.Language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterLanguagesTest {

    private static final Set<NotificationKind> WITH_LINK = Set.of(NotificationKind.CONFIRMATION,
            NotificationKind.LINK_READY, NotificationKind.RESCHEDULED, NotificationKind.REMINDER);

    private final LetterComposer composer = new LetterComposer("bookings@clinic.example", null);

    static List<String> languages() {
        return LetterTexts.BUILT_IN;
    }

    @Test
    void thereAreTwelve() {
        assertThat(composer.languages())
                .containsExactlyInAnyOrder("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "tr", "ja", "zh");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachHasTheTextsOfEnglishWithTheirPlaceholders(String language) {
        Map<String, Text> english = LetterTexts.builtIn("en");
        Map<String, Text> texts = LetterTexts.builtIn(language);

        assertThat(new TreeSet<>(texts.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        english.forEach((key, text) -> assertThat(texts.get(key).placeholders())
                .as("%s in %s", key, language).isEqualTo(text.placeholders()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachIsWrittenInItself(String language) throws IOException {
        Map<String, Text> english = LetterTexts.builtIn("en");
        String file = "/io/zoombookings/messages" + (language.equals("en") ? "" : "_" + language) + ".properties";
        Properties read = new Properties();
        try (InputStream stream = getClass().getResourceAsStream(file)) {
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        assertThat(read.values()).noneMatch(value -> ((String) value).isBlank() || ((String) value).contains("\ufffd"));

        Set<String> same = LetterTexts.builtIn(language).entrySet().stream()
                .filter(entry -> entry.getValue().pattern().equals(english.get(entry.getKey()).pattern()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!language.equals("en")) {
            assertThat(same).isSubsetOf("mail.what", "mail.dateTime", "mail.labelled",
                    "mail.label.dates", "mail.label.cause");
        }
    }

    /** Every form that the language has for the numbers of dates that there can be, 1 to 366. */
    @ParameterizedTest
    @MethodSource("languages")
    void eachHasTheFormsOfItsPlural(String language) {
        PluralRules rules = PluralRules.forLocale(ULocale.forLanguageTag(language));
        Set<String> needed = IntStream.rangeClosed(1, 366).mapToObj(rules::select).collect(Collectors.toSet());
        LetterTexts.builtIn(language).forEach((key, text) -> {
            if (text.placeholders().contains("count")) {
                assertThat(forms(text.pattern())).as("%s in %s", key, language).containsAll(needed);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachSaysEveryKindToEveryRoleWithItsLinkInAllParts(String language) {
        Set<String> seen = new HashSet<>();
        for (SampleLetters.Sample sample : SampleLetters.all()) {
            for (Letter letter : List.of(SampleLetters.of(sample.kind(), sample.role(), language),
                    SampleLetters.series(sample.kind(), sample.role(), language))) {
                ReceivedMail mail = ReceivedMail.of(composer.compose(letter));

                assertThat(mail.header("Content-Language")).isEqualTo(language);
                assertThat(mail.html).contains("lang=\"" + language + "\"").contains("dir=\"ltr\"");
                for (String part : List.of(mail.subject(), mail.text, body(mail.html))) {
                    assertThat(part).isNotBlank().doesNotContain("{").doesNotContainPattern("mail\\.[a-z]")
                            .doesNotContainPattern("\\bnull\\b");
                }
                assertThat(WITH_LINK.contains(sample.kind())).isEqualTo(mail.text.contains("zoom.us/j/"));
                if (WITH_LINK.contains(sample.kind())) {
                    letter.occurrences().forEach(date -> assertLinked(mail, date));
                }
                seen.add(mail.subject());
            }
        }
        assertThat(seen).as("subjects").hasSizeGreaterThan(18);
    }

    @Test
    void eachHasADifferentMail() {
        Set<String> subjects = languages().stream()
                .map(language -> composer.parts(SampleLetters.of(NotificationKind.REMINDER,
                        io.zoombookings.notification.Role.GUEST, language)).subject())
                .collect(Collectors.toSet());

        assertThat(subjects).hasSize(12);
    }

    @Test
    void polishCountsInItsThreeForms() {
        assertThat(subjectOfPolishSeries(2)).contains("2 terminy");
        assertThat(subjectOfPolishSeries(5)).contains("5 terminów");
        assertThat(subjectOfPolishSeries(22)).contains("22 terminy");
    }

    @Test
    void datesTimesAndZonesAreThoseOfTheCountry() {
        assertThat(textOf("en-US")).contains("Tuesday, December 1, 2026, 5:00 PM");
        assertThat(textOf("en-GB")).contains("Tuesday, 1 December 2026, 17:00");
        assertThat(textOf("de")).contains("Dienstag, 1. Dezember 2026, 17:00").contains("Chinesische Normalzeit");
        assertThat(textOf("fr")).contains("mardi 1 décembre 2026").contains("heure normale de la Chine");
        assertThat(textOf("ja")).contains("2026年12月1日火曜日 17:00").contains("中国標準時");
    }

    private static String body(String html) {
        return html.substring(html.indexOf("</style>"));
    }

    private static void assertLinked(ReceivedMail mail, LetterOccurrence date) {
        assertThat(mail.text).contains(date.joinUrl());
        assertThat(mail.html).contains("href=\"" + date.joinUrl() + "\"").contains(">" + date.joinUrl() + "</a>");
        assertThat(mail.events().getEvents()).anyMatch(event -> event.getUrl().getValue().equals(date.joinUrl())
                && event.getDateStart().getValue().toInstant().equals(date.start())
                && event.getLocation().getValue().equals(date.joinUrl())
                && event.getDescription().getValue().contains(date.joinUrl()));
    }

    private String subjectOfPolishSeries(int count) {
        LetterDraft draft = new LetterDraft().dates(IntStream.range(0, count)
                .mapToObj(i -> date("" + i, START.plus(Duration.ofDays(i)), "https://zoom.example/j/" + i))
                .toArray(LetterOccurrence[]::new));
        draft.recipient = new Party("Bo", "bo@guest.example", "pl", null);
        return composer.parts(draft.letter()).subject();
    }

    private String textOf(String locale) {
        LetterDraft draft = new LetterDraft();
        draft.recipient = new Party("Bo", "bo@guest.example", locale, "Asia/Shanghai");
        return composer.parts(draft.letter()).text();
    }

    /** The plural forms that the pattern names; one that names {@code =1} and {@code other} has one and other. */
    private static Set<String> forms(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        return IntStream.range(0, parsed.countParts())
                .mapToObj(parsed::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_SELECTOR)
                .flatMap(part -> Stream.of(parsed.getSubstring(part)))
                .collect(Collectors.toSet());
    }
}
