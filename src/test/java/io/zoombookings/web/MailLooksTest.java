package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.zoombookings.notification.letter.Letter;
import io.zoombookings.notification.letter.LetterComposer;
import io.zoombookings.notification.letter.SampleLetters;
import io.zoombookings.notification.letter.SampleLetters.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** Mails in the browser: on a phone and wide, light and dark; judged by axe, kept as pictures under target. */
class MailLooksTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "mails");

    private final LetterComposer composer = new LetterComposer("bookings@clinic.example", null);

    @Test
    void everyMailFitsEveryScreenAndIsAccessible() {
        TreeMap<String, Letter> letters = new TreeMap<>();
        for (Sample sample : SampleLetters.all()) {
            String name = (sample.kind() + "-" + sample.role()).toLowerCase(Locale.ROOT);
            letters.put(name, SampleLetters.of(sample.kind(), sample.role(), "en"));
            letters.put(name + "-series", SampleLetters.series(sample.kind(), sample.role(), "en"));
        }
        List<String> wrong = new ArrayList<>();
        try (Chromium chromium = Chromium.start()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 800 : 375;
                try (BrowserContext context = chromium.browser().newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setColorScheme(scheme).setViewportSize(width, 800))) {
                    Page page = context.newPage();
                    page.onRequest(request -> wrong.add("asks for " + request.url()));
                    letters.forEach((name, letter) -> {
                        page.setContent(composer.parts(letter).html());
                        wrong.addAll(judge(page, name, scheme.name().toLowerCase(Locale.ROOT) + "-" + width, width));
                    });
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A picture for each language and width with every mail in it, as wide as the screen would be. */
    @Test
    void everyMailInEveryLanguageFitsAPhoneAndADesktop() {
        List<String> wrong = new ArrayList<>();
        try (Chromium chromium = Chromium.start(); BrowserContext context = chromium.browser().newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1640, 800))) {
            Page page = context.newPage();
            page.onRequest(request -> wrong.add("asks for " + request.url()));
            for (String language : composer.languages()) {
                for (int width : new int[] {800, 375}) {
                    page.setContent(sheet(language, width));
                    for (Object fit : (List<?>) page.evaluate("""
                            () => [...document.querySelectorAll('iframe')].map(frame => {
                              const mail = frame.contentDocument.documentElement;
                              frame.style.height = mail.scrollHeight + 'px';
                              return mail.scrollWidth <= frame.clientWidth ? '' : frame.title + ': ' + mail.scrollWidth;
                            })""")) {
                        if (!fit.equals("")) {
                            wrong.add(language + " " + width + ": " + fit + " pixels needed");
                        }
                    }
                    page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                            .setPath(PICTURES.resolve("language-" + language + "-" + width + ".png")));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String sheet(String language, int width) {
        StringBuilder sheet = new StringBuilder("<!DOCTYPE html><body style=\"margin:0;background:#888\">");
        for (Sample sample : SampleLetters.all()) {
            sheet.append("<iframe title=\"").append(sample.kind()).append(' ').append(sample.role())
                    .append("\" style=\"border:0;vertical-align:top;margin:0 8px 8px 0;width:").append(width)
                    .append("px\" srcdoc=\"").append(HtmlUtils.htmlEscape(composer.parts(
                            SampleLetters.of(sample.kind(), sample.role(), language)).html(), "UTF-8"))
                    .append("\"></iframe>");
        }
        return sheet.toString();
    }

    private static List<String> judge(Page page, String name, String variant, int width) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + variant + ".png")));
        List<String> wrong = new ArrayList<>();
        int needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (needed > width) {
            wrong.add(name + " " + variant + ": needs " + needed + " of " + width + " pixels");
        }
        // A mail is shown within a mail program's page, which brings the landmarks.
        Chromium.violations(page, "region", "landmark-one-main").forEach(one -> wrong.add(name + " " + variant + ": " + one));
        return wrong;
    }
}
