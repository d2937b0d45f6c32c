package io.zoombookings.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileStringsTest {

    private static final String FAMILY = "👩‍👩‍👧‍👦";

    private final LetterComposer composer = new LetterComposer("bookings@clinic.example", null);

    static Stream<String> hostile() {
        return Stream.of(
                "a\r\nBcc: evil@x.example\r\n\r\nbody",
                "a\nX-Booking-Id: other/1/1\u0085b\u2028c\u2029d\u000be\u0000f",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\"><a href=\"javascript:alert(1)\">x</a> ' ` ${7*7} *{1} [[${view}]] th:text",
                "{title} {0} '{' {count, plural, other{x}} # %s \\u0041",
                "=?utf-8?B?QmNjOiBldmlsQHguZXhhbXBsZQ==?=",
                "\u202egnp.exe\u202c \u2066\u2067x \u202d",
                "مرحبا بالعالم abc שלום",
                FAMILY.repeat(500),
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301" + "\u0301".repeat(5000),
                "x".repeat(10_000),
                "x ".repeat(5_000),
                "長".repeat(10_000),
                "\ud83d lone \ude42 surrogates",
                "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\n",
                "a;b,c:d\"e\\f\tg",
                " \u00a0\t\r\n ");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingThatPeopleTypeBecomesAHeaderOrMarkupOrAnotherEvent(String value) throws Exception {
        ReceivedMail plain = mail(NotificationKind.CONFIRMATION, Role.HOST, "plain", "Ada");
        for (Role role : List.of(Role.GUEST, Role.HOST)) {
            for (NotificationKind kind : List.of(NotificationKind.CONFIRMATION, NotificationKind.CANCELLED)) {
                ReceivedMail mail = mail(kind, role, value, value);

                assertThat(headers(mail.message)).isSubsetOf(withReplyTo(headers(plain.message)));
                assertThat(mail.header("X-Booking-Id")).isEqualTo("clinic/B-1001/0");
                assertThat(mail.address("To").getAddress())
                        .isEqualTo(role == Role.GUEST ? "bo@guest.example" : "ada@clinic.example");
                assertThat(tags(mail.html)).isSubsetOf("html", "head", "meta", "title", "style", "body", "div", "table",
                        "tbody", "tr", "td", "th", "h1", "p", "span", "a", "b", "s", "br");
                assertThat(mail.html).doesNotContainPattern("href=\"(?!https?://|mailto:)").doesNotContain("49");
                assertThat(mail.events().getEvents()).hasSize(1);
                assertThat(mail.events().getEvents().get(0).getUid().getValue()).isEqualTo(LetterDraft.UID);
                assertThat(mail.events().getEvents().get(0).getAttendees()).hasSize(role == Role.GUEST ? 1 : 2);
                for (String part : List.of(mail.subject(), mail.text, mail.html, mail.calendar)) {
                    assertThat(part).doesNotContainPattern("[\u202a-\u202e\u2066\u2067\u0000\u000b]");
                    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(part)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noHeaderLineIsLongerThanMailAllowsAndNoSubjectThanPeopleRead(String value) throws Exception {
        ReceivedMail mail = mail(NotificationKind.CONFIRMATION, Role.GUEST, value, value);
        String raw = new String(mail.bytes, StandardCharsets.ISO_8859_1);

        for (String line : raw.split("\r\n")) {
            assertThat(line.length()).isLessThanOrEqualTo(998);
        }
        for (String line : raw.substring(0, raw.indexOf("\r\n\r\n")).split("\r\n")) {
            assertThat(line).matches("[\\x20-\\x7e\\t]*").isNotBlank();
        }
        assertThat(mail.subject()).doesNotContain("\n");
        assertThat(characters(mail.subject())).isLessThanOrEqualTo(160);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void longNotesAndReasonsAreShownWithoutMarkup(String value) {
        LetterDraft draft = LetterDraft.of(NotificationKind.CANCELLED, Role.GUEST);
        draft.reason = value;
        ReceivedMail cancelled = ReceivedMail.of(composer.compose(draft.letter()));
        draft.kind = NotificationKind.CONFIRMATION;
        draft.notes = value;
        ReceivedMail confirmed = ReceivedMail.of(composer.compose(draft.letter()));

        for (ReceivedMail mail : List.of(cancelled, confirmed)) {
            assertThat(mail.html).doesNotContain("<script").doesNotContain("<img");
            assertThat(mail.events().getEvents()).hasSize(1);
            assertThat(characters(mail.text)).isLessThan(6000);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void problemsAndNamesOfWorkspacesAreShownWithoutMarkup(String value) throws Exception {
        LetterDraft draft = LetterDraft.of(NotificationKind.RECONNECT_REQUIRED, Role.ADMIN);
        draft.problem = value;
        draft.remedy = value;
        draft.workspaceName = value;
        draft.recipient = new Party(value, "admin@clinic.example", "en", null);
        draft.dates = List.of();

        ReceivedMail mail = ReceivedMail.of(composer.compose(draft.letter()));

        assertThat(mail.html).doesNotContain("<script").doesNotContain("<img");
        assertThat(headers(mail.message)).doesNotContain("Bcc");
    }

    @Test
    void showsWhatItIsGiven() {
        ReceivedMail mail = mail(NotificationKind.CONFIRMATION, Role.GUEST, "<b>Tom & \"Jo\"</b> 🙂", "Ada <Kern>");

        assertThat(mail.subject()).contains("<b>Tom & \"Jo\"</b> 🙂");
        assertThat(mail.text).contains("<b>Tom & \"Jo\"</b> 🙂").contains("Ada <Kern>");
        assertThat(mail.html).contains("&lt;b&gt;Tom &amp; &quot;Jo&quot;&lt;/b&gt; 🙂");
        assertThat(mail.events().getEvents().get(0).getSummary().getValue()).isEqualTo("<b>Tom & \"Jo\"</b> 🙂");
    }

    @Test
    void aTitleOfNothingVisibleIsTheBookingsId() {
        ReceivedMail mail = mail(NotificationKind.CONFIRMATION, Role.GUEST, " \r\n\u202e", "");

        assertThat(mail.subject()).startsWith("Confirmed: B-1001, ");
        assertThat(mail.text).contains("* B-1001").contains("ada@clinic.example").doesNotContain("null");
        assertThat(mail.events().getEvents().get(0).getSummary().getValue()).isEqualTo("B-1001");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Plain.line(FAMILY.repeat(30), 10)).isEqualTo(FAMILY.repeat(9) + "…");
        assertThat(Plain.line("e\u0301".repeat(30), 10)).isEqualTo("e\u0301".repeat(9) + "…");
        assertThat(Plain.line("🇩🇪".repeat(30), 10)).isEqualTo("🇩🇪".repeat(9) + "…");
        assertThat(Plain.line("👍🏽".repeat(10), 10)).isEqualTo("👍🏽".repeat(10));
        assertThat(Plain.line("abc", 3)).isEqualTo("abc");
        assertThat(Plain.line("abcd", 3)).isEqualTo("ab…");
        assertThat(Plain.line("e" + "\u0301".repeat(5000), 10).length()).isLessThan(40);
        assertThat(Plain.line("🙂".repeat(20), 10)).isEqualTo("🙂".repeat(9) + "…");
    }

    @Test
    void keepsLinesOfNotesAndDropsRunsOfBlankOnes() {
        assertThat(Plain.lines("\r\n a\r\n\r\n\r\n\r\nb\rc \n", 100)).containsExactly("a", "", "b", "c");
        assertThat(Plain.lines(" \n ", 100)).isEmpty();
        assertThat(Plain.lines(null, 100)).isEmpty();
    }

    @Test
    void isolatesWhatIsWrittenTheOtherWay() {
        LetterDraft draft = new LetterDraft();
        draft.title = "שלום";

        assertThat(composer.parts(draft.letter()).subject())
                .startsWith("Confirmed: \u2068").contains("שלום\u2069, Tue");
        assertThat(Plain.isolated("plain", false)).isEqualTo("plain");
        assertThat(Plain.isolated("plain", true)).isEqualTo("\u2068plain\u2069");
        assertThat(Plain.isolated("שלום", true)).isEqualTo("שלום");
    }

    @ParameterizedTest
    @CsvSource({
        "jürgen@bücher.example, jürgen@xn--bcher-kva.example",
        "bo@BÜCHER.example, bo@xn--bcher-kva.example",
        "用户@例子.广告, 用户@xn--fsqu00a.xn--4rr70v",
        "' bo@guest.example ', bo@guest.example",
        "bo+tag@guest.example, bo+tag@guest.example",
        "faß@faß.example, faß@xn--fa-hia.example"})
    void internationalAddressesArriveWithTheirDomainAsDnsHasIt(String given, String sent) {
        LetterDraft draft = new LetterDraft();
        draft.recipient = new Party("Bö", given, "en", null);

        ReceivedMail mail = ReceivedMail.of(composer.compose(draft.letter()));

        assertThat(new String(mail.bytes, StandardCharsets.UTF_8)).contains("<" + sent + ">");
        assertThat(mail.address("To").getAddress()).isEqualTo(sent);
        assertThat(mail.events().getEvents().get(0).getAttendees()).hasSize(1);
    }

    @Test
    void anAddressBeyondAsciiIsNoReplyAddressForOneWithinIt() {
        LetterDraft draft = new LetterDraft();
        draft.host = new Party("Jürgen", "jürgen@clinic.example", "de", null);

        ReceivedMail mail = ReceivedMail.of(composer.compose(draft.letter()));

        assertThat(mail.header("Reply-To")).isNull();
        assertThat(mail.text).contains("jürgen@clinic.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bo", "bo@", "@guest.example", "bo@guest.example, eve@x.example", "bo@gu est.example",
        "bo@guest.example\r\nBcc: eve@x.example", "bo\u202e@guest.example", "bo@-guest-.example", "bo@guest..example",
        "<bo@guest.example>", "Bo <bo@guest.example>", "bo@guest_.example", "a b@guest.example", "bo;eve@x@y.example"})
    void whatIsNoAddressIsNoRecipient(String address) {
        LetterDraft draft = new LetterDraft();
        draft.recipient = new Party("Bo", address, "en", null);

        assertThatThrownBy(() -> composer.compose(draft.letter()))
                .isInstanceOf(LetterIncompleteException.class).hasMessageStartingWith("Not a mail address: ");
    }

    private ReceivedMail mail(NotificationKind kind, Role role, String title, String name) {
        LetterDraft draft = LetterDraft.of(kind, role);
        draft.title = title;
        draft.notes = title;
        draft.reason = title;
        draft.workspaceName = name;
        draft.host = new Party(name, "ada@clinic.example", "en", null);
        draft.guests = List.of(new Party(name, "bo@guest.example", "en", null),
                new Party(name, "cem@guest.example", "en", null));
        return ReceivedMail.of(composer.compose(draft.letter()));
    }

    private static Set<String> headers(MimeMessage message) throws Exception {
        Set<String> names = new TreeSet<>();
        for (Enumeration<Header> all = message.getAllHeaders(); all.hasMoreElements();) {
            names.add(all.nextElement().getName());
        }
        return names;
    }

    private static Set<String> withReplyTo(Set<String> names) {
        names.add("Reply-To");
        return names;
    }

    private static Set<String> tags(String html) {
        Set<String> tags = new TreeSet<>();
        Matcher tag = Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)").matcher(
                html.replaceAll("(?s)<!--.*?-->", ""));
        while (tag.find()) {
            tags.add(tag.group(1));
        }
        return tags;
    }

    private static long characters(String text) {
        return Pattern.compile("\\X").matcher(text).results().count();
    }
}
