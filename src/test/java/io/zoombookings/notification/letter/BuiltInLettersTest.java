package io.zoombookings.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in letters are written in Java, and say what the templates say that installations start from. */
class BuiltInLettersTest {

    private static final String FROM = "Bookings <bookings@app.example>";
    private static final LetterComposer BUILT_IN = new LetterComposer(FROM, null);
    private static final LetterComposer TEMPLATES = new LetterComposer(FROM, Path.of("src/main/resources/templates/mail"));

    static Stream<LetterDraft> drafts() {
        List<LetterDraft> drafts = new ArrayList<>();
        for (NotificationKind kind : NotificationKind.values()) {
            for (Role role : Role.values()) {
                for (int dates = 1; dates <= 4; dates += 3) {
                    drafts.add(draft(kind, role, dates));
                }
            }
        }
        List<LetterDraft> letters = drafts.stream().filter(draft -> parts(BUILT_IN, draft) != null).toList();
        assertThat(letters).hasSizeGreaterThan(20);
        return letters.stream();
    }

    private static LetterDraft draft(NotificationKind kind, Role role, int count) {
        LetterDraft draft = LetterDraft.of(kind, role);
        LetterOccurrence first = LetterDraft.date("0", LetterDraft.START, LetterDraft.LINK);
        LetterOccurrence moved = LetterDraft.moved(LetterDraft.date("1", LetterDraft.START.plusSeconds(90_000), LetterDraft.LINK),
                LetterDraft.START.plusSeconds(86_400));
        draft.dates = count == 1 ? List.of(kind == NotificationKind.RESCHEDULED ? moved : first) : List.of(first, moved,
                LetterDraft.cancelled(LetterDraft.date("2", LetterDraft.START.plusSeconds(200_000), null)),
                LetterDraft.relinked(LetterDraft.date("3", LetterDraft.START.plusSeconds(300_000), LetterDraft.LINK)));
        draft.title = "<b>\"Über\" & 'mehr'</b> \u4f1a\u8b70";
        draft.notes = "Line & one\n<script>alert('x')</script>\n\nLine three";
        draft.reason = "Because < of > \"it\"";
        draft.problem = "It did not work: 550 <no> & \"why\"";
        draft.actionUrl = "https://app.example/workspaces/w?a=1&b=%22";
        draft.workspaceLocale = role == Role.HOST ? "de" : "en";
        return draft;
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void sayWhatTheTemplatesSay(LetterDraft draft) {
        LetterParts parts = parts(BUILT_IN, draft);
        LetterParts model = parts(TEMPLATES, draft);

        assertThat(parts.html()).isEqualTo(model.html().replaceAll("\n+", "\n"));
        assertThat(parts.text()).isEqualTo(model.text());
        assertThat(TEMPLATES.overrideProblems()).isEmpty();
    }

    /** @return null for what nobody is ever told, such as a guest of a lost connection */
    private static LetterParts parts(LetterComposer composer, LetterDraft draft) {
        try {
            return composer.parts(draft.letter());
        } catch (LetterIncompleteException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Counted, not timed: on any machine the same. */
    @Test
    void costLittle() throws Exception {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Letter letter = LetterDraft.of(NotificationKind.CONFIRMATION, Role.GUEST).letter();
        for (int i = 0; i < 50; i++) {
            BUILT_IN.compose(letter);
        }
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 50; i++) {
            BUILT_IN.compose(letter);
        }
        long bytes = (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / 50;
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        BUILT_IN.compose(letter).writeTo(mail);

        assertThat(bytes).as("bytes allocated for a letter").isLessThan(340_000);
        assertThat(mail.size()).as("bytes of a mail").isLessThan(12_200);
    }
}
