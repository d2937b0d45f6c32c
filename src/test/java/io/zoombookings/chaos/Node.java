package io.zoombookings.chaos;

import static org.awaitility.Awaitility.await;

import io.zoombookings.ZoomBookingsApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The application in a process of its own, which can be killed, paused and asked to end. */
final class Node {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Pattern USED = Pattern.compile("generation +total \\d+K, used (\\d+)K");

    private final String name;
    private final List<String> command = new ArrayList<>();
    private final int port;
    private Process process;

    /** @param memory the JVM's heap, such as {@code 256m} */
    Node(String name, Map<String, Object> properties, String memory) {
        this.name = name;
        this.port = freePort();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + memory, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider", "-cp",
                System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                ZoomBookingsApplication.class.getName()));
        properties.forEach((property, value) -> {
            if (!"server.port".equals(property)) {
                command.add("--" + property + "=" + value);
            }
        });
        command.add("--server.port=" + port);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Begins the start; {@link #awaitReady()} waits for its end. */
    Node launch() {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "chaos-" + name + ".log"))).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Node awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest readiness = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5)).build();
        await(name + " is ready").atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended with " + process.exitValue());
            }
            try {
                return http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException starting) {
                return false;
            }
        });
        return this;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        end(Duration.ofSeconds(10));
    }

    /** SIGTERM, and the exit code. */
    int terminate() {
        process.destroy();
        return end(Duration.ofSeconds(90));
    }

    /** SIGSTOP: the process stands still and knows nothing of it. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    /** What is in use of the heap after a full collection, in KiB. */
    long heapInUse() {
        run("jcmd", String.valueOf(process.pid()), "GC.run");
        return USED.matcher(run("jcmd", String.valueOf(process.pid()), "GC.heap_info")).results()
                .mapToLong(generation -> Long.parseLong(generation.group(1))).sum();
    }

    /** No file of the process may grow beyond this from now on, as if the disk were full; null for no limit. */
    void limitFiles(Long bytes) {
        run("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + (bytes == null ? "unlimited" : bytes) + ":");
    }

    private int end(Duration most) {
        try {
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(name + " did not end within " + most);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String signal) {
        run("kill", "-" + signal, String.valueOf(process.pid()));
    }

    private static String run(String... command) {
        try {
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = run.waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
