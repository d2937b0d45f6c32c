package io.zoombookings.notification.letter;

import io.zoombookings.notification.letter.LetterView.Fact;
import io.zoombookings.notification.letter.LetterView.Row;
import io.zoombookings.notification.letter.LetterView.Value;
import java.util.List;

/** The built-in {@code letter.txt} in Java, as {@link HtmlLetter} is that of the HTML. A new one for each letter. */
final class TextLetter {

    private final LetterView view;
    private final StringBuilder out = new StringBuilder(1024);

    private TextLetter(LetterView view) {
        this.view = view;
    }

    static String of(LetterView view) {
        return new TextLetter(view).write();
    }

    private String write() {
        line(view.heading()).line("").line(view.greeting()).line("");
        view.paragraphs().forEach(paragraph -> line(paragraph).line(""));
        facts(view.trouble());
        line("");
        if (view.title() != null) {
            line("* " + view.title());
            if (view.titleWas() != null) {
                line("  " + view.titleWas().lead() + " " + view.titleWas().text());
            }
            line("");
        }
        if (view.when() != null) {
            view.when().forEach(this::value);
            line("");
        }
        if (view.button() != null) {
            line(view.button().label()).line(view.button().url()).line("");
        }
        rows();
        facts(view.facts());
        line("");
        view.hints().forEach(this::line);
        line("").line("--").line(view.footer());
        return out.toString();
    }

    private void rows() {
        if (view.rows().isEmpty()) {
            return;
        }
        line(view.rowsLabel() + " (" + view.rowsNote() + ")").line("");
        for (int i = 0; i < view.rows().size(); i++) {
            Row row = view.rows().get(i);
            line(i + 1 + ". " + led(row.time()));
            line(row.state() == null ? null : "   ** " + row.state());
            line(row.was() == null ? null : "   " + row.was().lead() + " " + row.was().text());
            line(row.elsewhere() == null ? null : "   " + row.elsewhere());
            line(row.join() == null ? null : "   " + row.join().url());
            row.access().forEach(code -> line("   " + code));
            line("");
        }
        line("");
    }

    private void facts(List<Fact> facts) {
        for (Fact fact : facts) {
            line(fact.label());
            fact.values().forEach(this::value);
            line("");
        }
    }

    private void value(Value value) {
        line("  " + led(value));
    }

    private static String led(Value value) {
        return value.lead() == null ? value.text() : value.lead() + " " + value.text();
    }

    /** @param line null: none */
    private TextLetter line(String line) {
        if (line != null) {
            out.append(line).append('\n');
        }
        return this;
    }
}
