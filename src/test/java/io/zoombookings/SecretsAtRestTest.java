package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A whole run leaves no secret in the clear: not in the database and its files, not in the log. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class SecretsAtRestTest {

    @Test
    void leavesNoTokenLinkOrPasscodeInTheDatabaseOrTheLog(CapturedOutput log) throws IOException {
        List<String> secrets = new ArrayList<>();
        StringBuilder stored = new StringBuilder();
        try (RunningApplication application = RunningApplication.start(Map.of("logging.level.io.zoombookings", "DEBUG"))) {
            TestWorkspace workspace = application.workspace().connected();
            secrets.add(workspace.apiKey());
            secrets.add("Pass-4711x");
            String callback = application.admin("PUT", "/api/workspaces/" + workspace.id() + "/callback",
                    "{\"url\":\"https://receiver.example/hook\"}").body().path("secret").asText();
            secrets.add(callback);
            String link = workspace.post("""
                    {"event":"booking.confirmed","booking":{"id":"B-1","version":1,"title":"Talk",
                    "start":"2031-03-04T10:00:00Z","durationMinutes":30,"host":{"email":"ada@clinic.example"},
                    "guests":[{"email":"bo@guest.example"}],"meeting":{"passcode":"Pass-4711x"}}}""",
                    Map.of("Prefer", "wait=10")).body().at("/occurrences/0/meeting/joinUrl").asText();
            assertThat(link).contains("pwd=");
            secrets.add(link);
            secrets.add(link.substring(link.indexOf("pwd=") + 4));
            workspace.awaitMail("B-1", "CONFIRMATION", 2);
            application.sandbox().killAccessTokens(workspace.zoomUser().email());
            workspace.post("{\"event\":\"booking.cancelled\",\"booking\":{\"id\":\"B-1\",\"version\":2}}");
            workspace.awaitMail("B-1", "CANCELLED", 2);
            secrets.addAll(application.sandbox().secretsIssued());
            stored.append(DatabaseDump.of(application.bean(DataSource.class)));
            application.stop();
            String files = files(Path.of(String.valueOf(application.properties().get("data.dir"))));
            assertThat(files).as("names and addresses in the embedded database's file").doesNotContain("guest.example");
            stored.append(files);
        }

        assertThat(stored).contains("bo@guest.example");
        assertThat(log.getAll()).contains("Routes startup");
        assertThat(secrets).hasSizeGreaterThan(8).allSatisfy(secret -> {
            assertThat(secret).hasSizeGreaterThan(6);
            assertThat(stored.indexOf(secret)).as("in the database").isNegative();
            assertThat(log.getAll().contains(secret)).as("in the log").isFalse();
        });
    }

    private static String files(Path directory) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
