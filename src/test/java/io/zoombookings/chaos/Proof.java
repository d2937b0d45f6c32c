package io.zoombookings.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.SandboxMeeting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps what a run was and what came of it, so that another program can check it: target/chaos, one file a verdict, one JSON
 * object a line (docs/proof.md says the format).
 */
final class Proof {

    private static final Path DIRECTORY = Path.of("target", "chaos");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final BufferedWriter out;

    private Proof(BufferedWriter out) {
        this.out = out;
    }

    static void write(History history, List<TestWorkspace> workspaces, List<SandboxMeeting> live, List<Mail> mails,
            Checker.Verdict verdict) {
        Path file = DIRECTORY.resolve("%s-%s-%d-%d.jsonl.gz".formatted(System.getProperty("test.database", "h2"),
                history.seed(), ProcessHandle.current().pid(), NUMBER.incrementAndGet()));
        try {
            Files.createDirectories(DIRECTORY);
            try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
                new Proof(out).write(history, workspaces, live, mails).write(verdict);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Proof write(History history, List<TestWorkspace> workspaces, List<SandboxMeeting> live, List<Mail> mails)
            throws IOException {
        for (History.Lane lane : history.lanes()) {
            for (String event : lane.events()) {
                line(JSON.createObjectNode().put("type", "event").put("workspace", workspaces.get(lane.workspace()).id())
                        .set("body", JSON.readTree(event)));
            }
        }
        for (SandboxMeeting meeting : live) {
            line(JSON.createObjectNode().put("type", "meeting").put("id", meeting.id()).put("host", meeting.host().email())
                    .put("topic", meeting.topic()).put("start", String.valueOf(meeting.start()))
                    .put("duration", meeting.duration()).put("marker", meeting.agendaFirstLine())
                    .put("joinUrl", meeting.joinUrl()));
        }
        for (Truth truth : history.truths()) {
            TestWorkspace workspace = workspaces.get(truth.workspace());
            line(JSON.createObjectNode().put("type", "view").put("workspace", workspace.id())
                    .set("body", workspace.get(truth.bookingId()).body()));
        }
        for (Mail mail : mails) {
            line(JSON.createObjectNode().put("type", "mail").put("at", mail.at().toString()).put("to", mail.to())
                    .put("source", new String(mail.source(), StandardCharsets.UTF_8)));
        }
        return this;
    }

    private void write(Checker.Verdict verdict) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("type", "verdict").put("meetings", verdict.meetings())
                .put("mails", verdict.mails()).put("sentAgain", verdict.sentAgain());
        verdict.lost().forEach(line.putArray("lost")::add);
        verdict.twice().forEach(line.putArray("twice")::add);
        line(line);
    }

    private void line(JsonNode node) throws IOException {
        out.write(JSON.writeValueAsString(node));
        out.newLine();
    }
}
