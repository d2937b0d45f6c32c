package io.zoombookings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Booking events as files in a folder. */
class BookingSourceFileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void aFileIsMovedAwayOnceItIsDurableAndParkedIfItIsNoEvent() throws IOException {
        try (RunningApplication application = RunningApplication.start(Map.of("booking.source-uri", "file:" + folder))) {
            TestWorkspace workspace = application.workspace().connected();

            Files.writeString(folder.resolve("1.json"), SourceEvents.confirmed(workspace.id(), "F-1", 1));
            Files.writeString(folder.resolve("2.json"), "nothing of the kind");

            workspace.awaitMail("F-1", "CONFIRMATION", 2);
            await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve(".camel/1.json"))
                    && Files.exists(folder.resolve(".camel/2.json")) && Files.notExists(folder.resolve("1.json")));
            JsonNode parked = SourceEvents.parked(application).get(0);
            assertThat(parked.path("source").asText()).isEqualTo("file:" + folder);
            assertThat(workspace.meetings()).hasSize(1);
            // No broker runs, and nothing looks for one.
            assertThat(application.admin("GET", "/actuator/health", null).body().path("status").asText()).isEqualTo("UP");
        }
    }
}
