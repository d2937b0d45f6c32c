package io.zoombookings.notification.letter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The templates of mails, {@code letter.html} and {@code letter.txt}: an installation's own where it has one and it
 * works, else the built-in ones, which {@link HtmlLetter} and {@link TextLetter} are in Java. Thread-safe; each is parsed once.
 */
final class LetterTemplates {

    private static final String HTML = "letter.html";
    private static final String TEXT = "letter.txt";
    private static final Pattern BLANKS_AT_LINE_ENDS = Pattern.compile("[ \\t]+(?=\\n)");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private final TemplateEngine overrides;
    private final Path ownHtml;
    private final Path ownText;
    private final OverrideProblems problems;

    /** @param directory of the overrides, or null */
    LetterTemplates(Path directory, OverrideProblems problems) {
        this.problems = problems;
        this.ownHtml = own(directory, HTML);
        this.ownText = own(directory, TEXT);
        this.overrides = ownHtml == null && ownText == null ? null
                : engine(resolver(new FileTemplateResolver(), directory + "/", TemplateMode.HTML, ".html"),
                        resolver(new FileTemplateResolver(), directory + "/", TemplateMode.TEXT, ".txt"));
    }

    /** @param complete what a rendered letter must fulfil; an override that does not is left out */
    String html(LetterView view, Predicate<String> complete) {
        return render(ownHtml, HTML, view, complete, HtmlLetter::of);
    }

    /** @param complete as for {@link #html} */
    String text(LetterView view, Predicate<String> complete) {
        return tidy(render(ownText, TEXT, view, complete, TextLetter::of));
    }

    private String render(Path own, String template, LetterView view, Predicate<String> complete,
            Function<LetterView, String> builtIn) {
        if (own != null) {
            Context context = new Context(Locale.forLanguageTag(view.language()));
            context.setVariable("view", view);
            try {
                String rendered = overrides.process(template, context);
                if (complete.test(rendered)) {
                    return rendered;
                }
                problems.report(own, "it leaves out the link to the meeting");
            } catch (RuntimeException e) {
                problems.report(own, cause(e));
            }
        }
        return builtIn.apply(view);
    }

    private static String cause(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == error ? error.getMessage() : error.getMessage() + ": " + root.getMessage();
    }

    private static String tidy(String text) {
        String unix = BLANKS_AT_LINE_ENDS.matcher(text.replace("\r\n", "\n").replace('\u00a0', ' ')).replaceAll("");
        return BLANK_LINES.matcher(unix).replaceAll("\n\n").strip().replace("\n", "\r\n") + "\r\n";
    }

    private static Path own(Path directory, String name) {
        Path file = directory == null ? null : directory.resolve(name);
        return file != null && Files.isReadable(file) ? file : null;
    }

    private static AbstractConfigurableTemplateResolver resolver(
            AbstractConfigurableTemplateResolver resolver, String prefix, TemplateMode mode, String suffix) {
        resolver.setPrefix(prefix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        return resolver;
    }

    private static TemplateEngine engine(AbstractConfigurableTemplateResolver... resolvers) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setEnableSpringELCompiler(true);
        for (AbstractConfigurableTemplateResolver resolver : resolvers) {
            engine.addTemplateResolver(resolver);
        }
        return engine;
    }
}
