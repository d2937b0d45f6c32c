package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Many programs that ask at the same moment wait for their turn, and none is sent away. */
class CrowdTest extends RunningApplication {

    private static final int CROWD = 512;

    @Autowired
    private DataSource database;
    @Autowired
    private TaskExecutor applicationTaskExecutor;
    @Value("${server.tomcat.max-connections}")
    private int connections;

    @Test
    void nobodyIsRefusedWhileTheDatabaseIsBusy() throws Exception {
        String key = "Bearer " + apiKeys.create("default", "crowd", "root").secret();
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest event = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/workspaces/default/booking-events"))
                .header("Authorization", key).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"event":"booking.confirmed","eventId":"e-crowd","booking":{"id":"B-crowd","title":"Talk",
                        "start":"2031-03-04T09:00:00Z","durationMinutes":30,"host":{"email":"ada@clinic.example"},
                        "guests":[{"email":"bo@guest.example"}]}}""")).build();

        List<Connection> held = new ArrayList<>();
        List<CompletableFuture<Integer>> answers;
        try {
            while (held.size() < pool.getMaximumPoolSize()) {
                held.add(database.getConnection());
            }
            answers = IntStream.range(0, CROWD).mapToObj(one -> http
                    .sendAsync(event, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode)).toList();
            await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() >= 64);
        } finally {
            for (Connection one : held) {
                one.close();
            }
        }

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(202);
    }

    @Test
    void eachConnectionHasAPlaceInTheQueue() {
        // With virtual threads (Java 21) there is no queue.
        assertThat(applicationTaskExecutor instanceof ThreadPoolTaskExecutor threads ? threads.getQueueCapacity()
                : ((SimpleAsyncTaskExecutor) applicationTaskExecutor).isThrottleActive() ? 0 : Integer.MAX_VALUE)
                .isGreaterThanOrEqualTo(connections);
    }
}
