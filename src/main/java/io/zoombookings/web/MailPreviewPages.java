package io.zoombookings.web;

import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import io.zoombookings.notification.letter.Letter;
import io.zoombookings.notification.letter.LetterComposer;
import io.zoombookings.notification.letter.LetterParts;
import io.zoombookings.notification.letter.SampleLetters;
import io.zoombookings.notification.letter.SampleLetters.Sample;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What mails look like: each kind in each language, about made-up people, with the installation's own texts. */
@PageController
class MailPreviewPages {

    private static final String POLICY = "Content-Security-Policy";
    /** As every page's, and the mail in a frame. */
    private static final String WITH_FRAME = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    /** Its frame-ancestors stand before X-Frame-Options (CSP 3, 6.4.2.3), which refuses all frames of all pages. */
    private static final String MAIL = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final LetterComposer letters;

    MailPreviewPages(LetterComposer letters) {
        this.letters = letters;
    }

    @GetMapping("/mail-preview")
    String index(Model model) {
        model.addAttribute("samples", SampleLetters.all());
        model.addAttribute("languages", letters.languages());
        model.addAttribute("problems", letters.overrideProblems());
        return "pages/mails";
    }

    @GetMapping("/mail-preview/{kind}/{role}/{locale}")
    String mail(@PathVariable String kind, @PathVariable String role, @PathVariable String locale,
            @RequestParam(defaultValue = "false") boolean series, Model model, HttpServletResponse response) {
        Sample sample = sample(kind, role);
        model.addAttribute("sample", sample);
        model.addAttribute("locale", locale);
        model.addAttribute("series", series);
        model.addAttribute("languages", letters.languages());
        model.addAttribute("mail", parts(sample, locale, series));
        response.setHeader(POLICY, WITH_FRAME);
        return "pages/mail";
    }

    /** The HTML part alone, which no other site may show and which can do nothing. */
    @GetMapping("/mail-preview/{kind}/{role}/{locale}/html")
    ResponseEntity<String> html(@PathVariable String kind, @PathVariable String role, @PathVariable String locale,
            @RequestParam(defaultValue = "false") boolean series) {
        return ResponseEntity.ok().header(POLICY, MAIL).contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(parts(sample(kind, role), locale, series).html());
    }

    private LetterParts parts(Sample sample, String locale, boolean series) {
        if (!letters.languages().contains(Locale.forLanguageTag(locale).getLanguage())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Letter letter = series ? SampleLetters.series(sample.kind(), sample.role(), locale)
                : SampleLetters.of(sample.kind(), sample.role(), locale);
        return letters.parts(letter);
    }

    private static Sample sample(String kind, String role) {
        Sample wanted = new Sample(named(NotificationKind.class, kind), named(Role.class, role));
        return SampleLetters.all().stream().filter(wanted::equals).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
