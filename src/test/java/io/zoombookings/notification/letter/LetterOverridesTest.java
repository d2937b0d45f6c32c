package io.zoombookings.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation's own texts and templates. */
class LetterOverridesTest {

    @TempDir
    Path directory;

    @Test
    void aTextTakesTheBuiltInOnesPlace() {
        write("messages_de.properties", "mail.subject.CONFIRMATION.GUEST=Schön, dass Sie kommen: {what}");
        LetterComposer composer = composer();

        assertThat(parts(composer, "de").subject()).startsWith("Schön, dass Sie kommen: Intro consultation");
        assertThat(parts(composer, "de").text()).contains("Ihr Termin ist bestätigt");
        assertThat(parts(composer, "en").subject()).startsWith("Confirmed: ");
        assertThat(composer.overrideProblems()).isEmpty();
    }

    @Test
    void aTextMayDoWithoutThePlural() {
        write("messages.properties", "mail.heading.CONFIRMATION.GUEST=See you on Zoom");
        LetterComposer composer = composer();

        assertThat(parts(composer, "en").text()).startsWith("See you on Zoom");
        assertThat(composer.overrideProblems()).isEmpty();
    }

    @Test
    void aBrokenTextIsReportedAndTheBuiltInOneStands() {
        write("messages.properties", """
                mail.subject.CONFIRMATION.GUEST=Confirmed
                mail.greeting=Dear {nmae},
                mail.heading.CONFIRMATION.GUEST={count, plural, one{x}
                mail.footer={0} {1}
                mail.nothing=x
                mail.label.host=With
                """);
        LetterComposer composer = composer();
        LetterParts parts = parts(composer, "en");

        assertThat(parts.subject()).isEqualTo("Confirmed: Intro consultation, Tue, Dec 1, 2026, 5:00 PM");
        assertThat(parts.text()).startsWith("Your appointment is confirmed").contains("Hello Bo Li,")
                .contains("Sent by Kern Clinic for booking B-1001.").contains("\r\nWith\r\n");
        assertThat(composer.overrideProblems()).hasSize(5)
                .allMatch(problem -> problem.file().endsWith("messages.properties"))
                .extracting(OverrideProblem::cause)
                .anyMatch(cause -> cause.startsWith("mail.subject.CONFIRMATION.GUEST: its placeholders must be [what]"))
                .anyMatch(cause -> cause.startsWith("mail.greeting: ") && cause.contains("nmae"))
                .anyMatch(cause -> cause.startsWith("mail.heading.CONFIRMATION.GUEST: "))
                .anyMatch(cause -> cause.startsWith("mail.footer: "))
                .anyMatch(cause -> cause.equals("mail.nothing: no mail has this text"));
    }

    @Test
    void aLanguageOfItsOwnIsSpokenAndWrittenItsWay() {
        write("messages_ar.properties", """
                mail.subject.CONFIRMATION.GUEST=تم التأكيد: {what}
                mail.heading.CONFIRMATION.GUEST={count, plural, one{تم تأكيد موعدك} other{تم تأكيد مواعيدك}}
                """);
        LetterComposer composer = composer();
        LetterParts parts = parts(composer, "ar");

        assertThat(composer.languages()).contains("ar").hasSize(13);
        assertThat(parts.language()).isEqualTo("ar");
        assertThat(parts.html()).contains("<html lang=\"ar\" dir=\"rtl\">").contains("تم تأكيد موعدك")
                .contains("text-align:right").doesNotContain("text-align:left")
                .contains("dir=\"ltr\" class=\"link\"");
        assertThat(parts.subject()).contains("\u2068Intro consultation\u2069");
        assertThat(composer.overrideProblems()).hasSize(1);
        assertThat(composer.overrideProblems().get(0).cause()).startsWith("English stands in for the texts it lacks: ")
                .contains("mail.greeting,").doesNotContain("mail.subject.CONFIRMATION.GUEST,");
    }

    @Test
    void templatesTakeTheBuiltInOnesPlace() {
        write("letter.html", "<html><body><h1 th:text=\"${view.heading}\">x</h1>"
                + "<a th:if=\"${view.button}\" th:href=\"${view.button.url}\">go</a></body></html>");
        write("letter.txt", "Own: [(${view.heading})] [(${view.button?.url})]");
        LetterComposer composer = composer();
        LetterParts parts = parts(composer, "en");

        assertThat(parts.html()).startsWith("<html><body><h1>Your appointment is confirmed</h1><a href=");
        assertThat(parts.text()).startsWith("Own: Your appointment is confirmed https://");
        assertThat(composer.overrideProblems()).isEmpty();
    }

    @Test
    void oneTemplateAloneMayBeTheInstallations() {
        write("letter.txt", "Own: [(${view.button.url})]");
        LetterParts parts = parts(composer(), "en");

        assertThat(parts.text()).startsWith("Own: ");
        assertThat(parts.html()).contains("<!DOCTYPE html>").contains("Join Zoom meeting");
    }

    @Test
    void aBrokenTemplateIsReportedOnceAndTheBuiltInOneStands() {
        write("letter.html", "<p th:text=\"${view.nothing.there}\">x</p>");
        write("letter.txt", "[# th:each=\"x : ${");
        LetterComposer composer = composer();

        for (int i = 0; i < 3; i++) {
            LetterParts parts = parts(composer, "en");
            assertThat(parts.html()).contains("Join Zoom meeting");
            assertThat(parts.text()).contains("Join Zoom meeting");
        }
        assertThat(composer.overrideProblems()).hasSize(2)
                .extracting(problem -> Path.of(problem.file()).getFileName().toString())
                .containsExactlyInAnyOrder("letter.html", "letter.txt");
        assertThat(composer.overrideProblems()).allMatch(problem -> !problem.cause().isBlank());
    }

    @Test
    void aTemplateThatFailsForOneKindOfMailIsKnownAfterTheStart() {
        write("letter.txt", "[(${view.heading})] [(${view.button.url})]");
        LetterComposer composer = composer();
        assertThat(composer.overrideProblems()).isEmpty();

        new LetterWarmUp(composer).writeEach();

        assertThat(composer.overrideProblems()).singleElement().extracting(OverrideProblem::file).asString()
                .endsWith("letter.txt");
    }

    @Test
    void aTemplateThatLosesTheLinkIsBroken() {
        write("letter.html", "<p th:text=\"${view.heading}\">x</p>");
        LetterComposer composer = composer();

        assertThat(parts(composer, "en").html()).contains("https://us02web.zoom.us/j/");
        assertThat(composer.overrideProblems()).hasSize(1);
        assertThat(composer.overrideProblems().get(0).cause()).contains("link");
    }

    @Test
    void whatIsNoFileOfTextsIsReported() throws IOException {
        write("messages_klingon.properties", "mail.greeting=nuqneH {name}");
        Files.write(directory.resolve("messages_fr.properties"), new byte[] {'m', (byte) 0xff, (byte) 0xfe});
        LetterComposer composer = composer();

        assertThat(composer.overrideProblems()).hasSize(2);
        assertThat(parts(composer, "fr").subject()).startsWith("Confirmé : ");
    }

    @Test
    void aDirectoryThatIsNotThereIsReported() {
        LetterComposer composer = new LetterComposer("bookings@clinic.example", directory.resolve("none"));

        assertThat(composer.overrideProblems()).hasSize(1);
        assertThat(parts(composer, "de").subject()).startsWith("Bestätigt: ");
    }

    private LetterComposer composer() {
        return new LetterComposer("bookings@clinic.example", directory);
    }

    private static LetterParts parts(LetterComposer composer, String locale) {
        return composer.parts(SampleLetters.of(NotificationKind.CONFIRMATION, Role.GUEST, locale));
    }

    private void write(String name, String content) {
        try {
            Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
