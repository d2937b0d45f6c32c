package io.zoombookings.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What went wrong, as a host reads it. */
class CausesTest {

    private static final Language GERMAN = new LetterTexts(null, new OverrideProblems()).language("de");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Zoom says: “No such user: bo”|Zoom sagt: „No such user: bo“",
        "Zoom says: “Invalid field.” (topic, start_time)|Zoom sagt: „Invalid field.“ (topic, start_time)",
        "The meeting 83320363126 was deleted in Zoom. Retry on the bookings page makes it again"
            + "|Das Meeting 83320363126 wurde in Zoom gelöscht. „Retry“ auf der Buchungsseite legt es neu an",
        "Zoom cannot be reached; it is tried again|Zoom ist nicht erreichbar; es wird erneut versucht",
        "Zoom says: “{said} ${x} \\1 'a'”|Zoom sagt: „{said} ${x} \\1 'a'“",
        "Something that no bundle knows|Something that no bundle knows",
    })
    void areSaidInTheReadersLanguage(String stored, String said) {
        assertThat(Causes.in(GERMAN, stored)).isEqualTo(said);
    }

    @Test
    void noneStaysNone() {
        assertThat(Causes.in(GERMAN, null)).isNull();
    }

    /** A sentence that is worded anew must be so in the bundle too, or its translations are lost. */
    @Test
    void areWordedAsInTheCodeThatStoresThem() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            code = files.filter(file -> file.toString().endsWith(".java")).map(CausesTest::read)
                    .collect(Collectors.joining("\n")).replaceAll("\"\\s*\\+\\s*\"", "");
        }
        for (var text : LetterTexts.builtIn("en").entrySet()) {
            if (text.getKey().startsWith("mail.cause.")) {
                assertThat(Arrays.stream(text.getValue().pattern().split("\\{\\w+}|[.] "))
                        .map(part -> part.replaceAll("^[\\W_]+|[\\W_]+$", "")).filter(part -> part.length() > 3))
                        .as(text.getKey()).isNotEmpty().allMatch(code::contains);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
