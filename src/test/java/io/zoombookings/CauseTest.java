package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Cause.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is stored of a cause, and what is read of it. */
class CauseTest {

    private static final Cause REFUSED = Cause.of(Kind.REFUSED, "said", "No such user: {bo} $1 \\");

    @Test
    void isReadAsItWasStored() {
        assertThat(Cause.stored(REFUSED.sentence(), Cause.kind(REFUSED), Cause.arguments(REFUSED))).isEqualTo(REFUSED);
        assertThat(REFUSED.sentence()).isEqualTo("Zoom says: “No such user: {bo} $1 \\”");
        assertThat(REFUSED.code()).isEqualTo("REFUSED");
    }

    /** A node of the former version writes the sentence and leaves the kind of an earlier cause. */
    @ParameterizedTest
    @ValueSource(strings = {"DAY_USED_UP", "REFUSED", "NO_SUCH_KIND"})
    void aKindThatDoesNotSayTheSentenceDoesNotCount(String kind) {
        Cause read = Cause.stored("Zoom cannot be reached; it is tried again", kind, "{\"said\":\"x\"}");

        assertThat(read.kind()).isEqualTo(Kind.OTHER);
        assertThat(read.sentence()).isEqualTo("Zoom cannot be reached; it is tried again");
        assertThat(read.isSame(Cause.of(Kind.ZOOM_UNREACHABLE))).isTrue();
        assertThat(read.isSame(Cause.of(Kind.DAY_USED_UP))).isFalse();
    }

    @Test
    void noSentenceIsNoCause() {
        assertThat(Cause.stored(null, "DAY_USED_UP", null)).isNull();
        assertThat(Cause.code(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void eachKindHasItsSentenceInEveryLanguageWithTheSameArguments(Kind kind) throws IOException {
        Set<String> english = arguments(bundle("").getProperty(kind.key()));
        for (String language : new String[] {"_de", "_es", "_fr", "_it", "_ja", "_nl", "_pl", "_pt", "_sv", "_tr", "_zh"}) {
            String text = bundle(language).getProperty(kind.key());
            assertThat(text).as(kind + language).isNotBlank();
            assertThat(arguments(text)).as(kind + language).isEqualTo(english);
        }
    }

    @Test
    void theBundlesHaveNoSentenceThatNoKindSays() throws IOException {
        Set<String> keys = Arrays.stream(Kind.values()).map(Kind::key).filter(Objects::nonNull).collect(Collectors.toSet());

        assertThat(bundle("").stringPropertyNames()).filteredOn(key -> key.startsWith("mail.cause."))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void programsFindEachCodeInTheDescriptionOfTheApi() throws IOException {
        try (InputStream stream = CauseTest.class.getResourceAsStream("/openapi.yaml")) {
            Map<?, ?> api = new Yaml().load(stream);
            Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) api.get("components")).get("schemas");

            assertThat((List<?>) ((Map<?, ?>) schemas.get("Cause")).get("enum")).filteredOn(Objects::nonNull)
                    .map(Object::toString).containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Kind.values()).map(Kind::code).distinct().toList());
        }
    }

    @Test
    void anArgumentIsOneLineOfAtMostFiveHundredCharacters() {
        Cause cause = new Cause(Kind.MAIL_REFUSED, Map.of()).with("said", "550 5.1.1\r\nno such user " + "x".repeat(900));

        assertThat(cause.arguments().get("said")).doesNotContain("\n").hasSizeLessThanOrEqualTo(501);
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\w+)}").matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties bundle(String language) throws IOException {
        try (InputStream stream = CauseTest.class.getResourceAsStream("/io/zoombookings/messages" + language + ".properties")) {
            Properties all = new Properties();
            all.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return all;
        }
    }
}
