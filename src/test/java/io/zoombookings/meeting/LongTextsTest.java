package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.text.BreakIterator;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.Call;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.SandboxMeeting;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts longer than Zoom and mail take, from outside: cut where they must be, and never within a character. */
class LongTextsTest {

    /** Of ZOOM.md: maxLength of topic and agenda. */
    private static final int TOPIC = 200;
    private static final int AGENDA = 2000;
    /** RFC 5322, 2.1.1: octets of a line without its end. */
    private static final int LINE = 998;

    private final RunningApplication application = RunningApplication.shared();

    static Stream<String> texts() {
        return Stream.of("x".repeat(10_000), "Größe ".repeat(1_700), "長".repeat(10_000), "👩‍👩‍👧‍👦".repeat(900),
                "a\u0301".repeat(5_000), "x".repeat(199) + "🎉🎉", "x".repeat(198) + "👍🏽 and more");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void areCutForZoomAndForMailBetweenCharacters(String text) {
        TestWorkspace workspace = application.workspace().connected();
        String guest = "bo-" + workspace.id() + "@guest.example";
        ObjectNode event = new ObjectMapper().createObjectNode().put("event", "booking.confirmed");
        ObjectNode booking = event.putObject("booking").put("id", "B-1").put("title", text).put("notes", text)
                .put("start", "2031-03-04T09:00:00Z").put("durationMinutes", 30);
        booking.putObject("host").put("name", text).put("email", "host-" + workspace.id() + "@clinic.example");
        booking.putArray("guests").addObject().put("name", text).put("email", guest);

        JsonNode view = workspace.post(event.toString(), Map.of("Prefer", "wait=20")).body();

        SandboxMeeting meeting = application.sandbox().meeting(view.at("/occurrences/0/meeting/id").asLong());
        String marker = "Booking " + workspace.id() + "/B-1/0";
        assertCut(meeting.topic(), text.strip(), TOPIC);
        assertThat(meeting.agendaFirstLine()).isEqualTo(marker);
        assertCut(meeting.agenda(), marker + "\n\n" + text, AGENDA);
        assertThat(application.sandbox().ledger().calls(call -> call.operation() == Operation.CREATE
                && workspace.zoomUser().email().equals(call.user()))).singleElement().matches(Call::effect);
        Mail mail = application.inbox().awaitMail(guest, "CONFIRMATION");
        assertThat(mail.sourceText().split("\r\n")).allSatisfy(line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LINE));
        assertThat(mail.text()).contains(meeting.joinUrl()).doesNotContain("\uFFFD");
    }

    /** What is there is the beginning of what was said, up to a boundary that a person sees, and nearly as much as fits. */
    private static void assertCut(String found, String said, int limit) {
        assertThat(found.length()).isLessThanOrEqualTo(limit);
        if (said.length() > limit) {
            String kept = found.substring(0, found.length() - 1);
            assertThat(found).endsWith("…").hasSizeGreaterThan(limit - 20);
            assertThat(said).startsWith(kept);
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(said);
            assertThat(characters.isBoundary(kept.length())).isTrue();
        } else {
            assertThat(found).isEqualTo(said);
        }
    }
}
