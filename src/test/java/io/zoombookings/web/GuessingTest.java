package io.zoombookings.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessingTest extends RunningApplication {

    @Test
    void fewerThanThreeGuessesASecondAreJudgedAndTheRightPasswordWorksAgainSoon() throws Exception {
        String name = newAdministrator(newWorkspace());
        long start = System.nanoTime();
        List<Integer> statuses = guessInParallel(name, 120);
        double seconds = (System.nanoTime() - start) / 1e9;
        long judged = statuses.stream().filter(status -> status == 401).count();
        assertThat(judged).isLessThanOrEqualTo(8 + 2 * (long) Math.ceil(seconds));
        assertThat(statuses).allMatch(status -> status == 401 || status == 429);
        await().atMost(20, SECONDS).until(() -> callFrom("198.51.100.1", "GET", "/api/workspaces",
                Browser.basic(name, password(name)), null).statusCode() == 200);
    }

    @Test
    void thePersonComesInWhileOthersGuessFromTheSameAddress() throws Exception {
        String name = newAdministrator(newWorkspace());
        Browser known = browser();
        assertThat(known.signIn(name, password(name)).headers().firstValue("Location")).contains("/workspaces");
        known.submit("/logout", "/logout", Map.of());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicBoolean on = new AtomicBoolean(true);
        AtomicInteger guess = new AtomicInteger();
        try {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> {
                    while (on.get()) {
                        call("GET", "/api/workspaces", Browser.basic(name, "guess " + guess.incrementAndGet()), null);
                    }
                });
            }
            await().atMost(30, SECONDS).until(() -> guess.get() > 60);
            assertThat(known.signIn(name, password(name)).headers().firstValue("Location")).as("their own browser")
                    .contains("/workspaces");
            await("another address").atMost(10, SECONDS).until(() -> callFrom("198.51.100.9", "GET", "/api/workspaces",
                    Browser.basic(name, password(name)), null).statusCode() == 200);
            await().atMost(10, SECONDS).until(() -> call("GET", "/api/workspaces", Browser.basic(name, password(name)), null)
                    .statusCode() == 200);
        } finally {
            on.set(false);
            threads.shutdown();
        }
    }

    @Test
    void theFormSaysThatOneHasToWaitAndAnUnknownNameIsToldTheSame() {
        Browser browser = browser().from("198.51.100.2");
        String location = "";
        HttpResponse<String> last = null;
        for (int i = 0; i < 200 && (last == null || last.statusCode() != 429); i++) {
            last = browser.signIn("nobody-of-this-name", "guess " + i);
            location = last.headers().firstValue("Location").orElse(location);
        }
        assertThat(location).isEqualTo("/login?error");
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("Too many attempts");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void programsWithTheRightPasswordAreNeverThrottled() throws Exception {
        String name = newAdministrator(newWorkspace());
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> calls = IntStream.range(0, 60).mapToObj(i -> threads.submit(() ->
                    call("GET", "/api/workspaces", Browser.basic(name, password(name)), null).statusCode())).toList();
            for (Future<Integer> one : calls) {
                assertThat(one.get()).isIn(200);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void guessedKeysAreRefusedFasterThanTheyAreLookedUpWhileAKnownKeyGoesOn() {
        String key = apiKeys.create("default", "busy", "root").secret();
        String path = "/api/workspaces/default/bookings/none";
        assertThat(callFrom("198.51.100.3", "GET", path, "Bearer " + key, null).statusCode()).isEqualTo(404);
        boolean refused = IntStream.range(0, 400)
                .anyMatch(i -> callFrom("198.51.100.3", "GET", path, "Bearer guess" + i, null).statusCode() == 429);
        assertThat(refused).isTrue();
        assertThat(callFrom("198.51.100.3", "GET", path, "Bearer " + key, null).statusCode()).isEqualTo(404);
        await().atMost(3, SECONDS).until(() -> {
            String unseen = apiKeys.create("default", "new", "root").secret();
            callFrom("198.51.100.3", "GET", path, "Bearer guess", null);
            return callFrom("198.51.100.3", "GET", path, "Bearer " + unseen, null).statusCode() == 404;
        });
    }

    private List<Integer> guessInParallel(String name, int guesses) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(24);
        try {
            return threads.invokeAll(IntStream.range(0, guesses).<Callable<Integer>>mapToObj(i ->
                    () -> callFrom("198.51.100.1", "GET", "/api/workspaces", Browser.basic(name, "guess " + i), null).statusCode()).toList())
                    .stream().map(GuessingTest::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
