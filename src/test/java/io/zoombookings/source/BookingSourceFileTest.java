package io.zoombookings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.DoorCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Booking events as files in a folder. */
class BookingSourceFileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void aFileIsMovedAwayOnceItIsDurableAndParkedIfItIsNoEventAndNothingIsLost() {
        try (RunningApplication application = RunningApplication.start(Map.of(
                "booking.source-uri", "file:" + folder, "reminder.offsets", "none"))) {
            TestWorkspace workspace = application.workspace().connected();

            write(folder.resolve("1.json"), SourceEvents.confirmed(workspace.id(), "F-1", 1));
            write(folder.resolve("2.json"), "nothing of the kind");

            workspace.awaitMail("F-1", "CONFIRMATION", 2);
            await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve(".camel/1.json"))
                    && Files.exists(folder.resolve(".camel/2.json")) && Files.notExists(folder.resolve("1.json")));
            JsonNode parked = SourceEvents.parked(application).get(0);
            assertThat(parked.path("source").asText()).isEqualTo("file:" + folder);
            assertThat(workspace.meetings()).hasSize(1);
            AtomicInteger number = new AtomicInteger();
            DoorCheck.nothingIsLostOrMadeTwice(application, "Folder", 603, event ->
                    write(folder.resolve("event" + number.incrementAndGet() + ".json"), event));
            // No broker runs, and nothing looks for one.
            assertThat(application.admin("GET", "/actuator/health", null).body().path("status").asText()).isEqualTo("UP");
        }
    }
    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
