package io.zoombookings.benchmark;

import com.example.handwritten.Yardstick;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zoombookings.Browser;
import io.zoombookings.ZoomBookingsApplication;
import io.zoombookings.secret.KeysetCommand;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One application with a database, a Zoom and a mail server of its own, each a process, and what load does to it. */
final class Bench implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("\"apiKey\"\\s*:\\s*\"([^\"]+)\"");
    private static final String PASSWORD = "correct horse battery staple";
    static final String WORK = System.getProperty("benchmark.directory", "target/benchmark");

    private final List<Process> processes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedPostgres database;
    private final boolean yardstick;
    private final int port = freePort();
    private final int zoomPort = freePort();
    private final int mailPort = freePort();
    private final Process application;
    private final Path workspaces;
    private final String name;
    private final double readyAfter;
    private int next;

    /** What one load has come to. {@code perThousand}: CPU seconds of the application; times in milliseconds. */
    record Result(String name, int bookings, double perSecond, double perThousand, double transactions, double seconds,
                  double[] link, double[] mail, long duplicates, long doubleMails, long mailBytes, String answers) {

        @Override
        public String toString() {
            return "%-34s %6d %8.0f %8.2f %6.1f %7.1f %8.0f %7.0f %8.0f %7.0f %6d %s".formatted(name, bookings, perSecond,
                    perThousand, transactions, seconds, link[0], link[1], mail[0], mail[1], mailBytes, answers);
        }

        /** Whether there is one meeting and two mails for each booking, all with link and invitation. */
        boolean complete() {
            return !answers.contains("ME") && !answers.contains("MA");
        }

        static String head() {
            return "%-34s %6s %8s %8s %6s %7s %8s %7s %8s %7s %6s %s".formatted("", "n", "1/s", "CPU-s/k", "tx", "seconds",
                    "link p50", "p99", "mail p50", "p99", "bytes", "answers");
        }
    }

    Bench(boolean yardstick, int hosts, List<String> more) throws IOException {
        this.yardstick = yardstick;
        name = (yardstick ? "hand-written" : "this project") + ", " + hosts + (hosts == 1 ? " host" : " hosts");
        Files.createDirectories(Path.of(WORK));
        database = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        start("zoom", List.of("-Xmx256m"), ZoomStandIn.class, String.valueOf(zoomPort), System.getProperty("benchmark.zoom", "150"));
        start("mail", List.of("-Xmx512m"), MailSink.class, String.valueOf(mailPort), System.getProperty("benchmark.mail", "0"),
                System.getProperty("benchmark.mail.connections", "1000"));
        long begin = System.nanoTime();
        application = application(more);
        workspaces = Files.createTempFile("workspaces", ".txt");
        try {
            awaitReady();
            readyAfter = (System.nanoTime() - begin) / 1e9;
            Files.write(workspaces, yardstick ? List.of("w0 key") : connect(hosts));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Process application(List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port, "--public-url=http://localhost:" + port,
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres", "--spring.datasource.password=",
                "--zoom.api.base-url=http://localhost:" + zoomPort + "/v2"));
        if (yardstick) {
            arguments.addAll(List.of("--spring.config.name=yardstick", "--spring.mail.host=localhost",
                    "--spring.mail.port=" + mailPort, "--spring.threads.virtual.enabled=true", "--logging.level.root=warn",
                    "--spring.datasource.hikari.maximum-pool-size=20"));
        } else {
            arguments.addAll(List.of("--zoom.oauth.base-url=http://localhost:" + zoomPort, "--zoom.oauth.client-id=bench",
                    "--zoom.oauth.client-secret=bench", "--mail.host=localhost", "--mail.port=" + mailPort,
                    "--mail.from=Bookings <bookings@app.example>", "--admin.password=" + PASSWORD,
                    "--admin.email=admin@app.example", "--encryption.keyset=" + keyset(),
                    "--zoom.daily-limit-per-host=9999999", "--booking.rate-limit-per-second=1000000"));
        }
        arguments.addAll(more);
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + System.getProperty("benchmark.heap", "768m"),
                "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider"));
        String recording = System.getProperty("benchmark.jfr");
        if (recording != null && !yardstick) {
            jvm.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        }
        return start(yardstick ? "hand-written" : "application", jvm,
                yardstick ? Yardstick.class : ZoomBookingsApplication.class, arguments.toArray(String[]::new));
    }

    private Process start(String log, List<String> jvm, Class<?> main, String... arguments) {
        String home = System.getProperty("benchmark.java.home", System.getProperty("java.home"));
        List<String> command = new ArrayList<>(List.of(Path.of(home, "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(new File(WORK, log + ".log")).start();
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        for (int i = 0; i < 3000; i++) {
            try {
                if (get("http://localhost:" + port + "/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // It is starting.
            }
            if (!application.isAlive()) {
                break;
            }
            pause(100);
        }
        throw new IllegalStateException(name + " has not started: see " + WORK);
    }

    /** Workspaces, each with a key and a Zoom user of its own, made through the pages. */
    private List<String> connect(int hosts) {
        String url = "http://localhost:" + port;
        Browser browser = new Browser(url);
        browser.signIn("admin", PASSWORD);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            String id = "w" + i;
            HttpResponse<String> made = send(HttpRequest.newBuilder(URI.create(url + "/api/workspaces"))
                    .header("Content-Type", "application/json").header("Authorization", "Basic " + Base64.getEncoder()
                            .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\",\"name\":\"Clinic " + i + "\"}")));
            Matcher key = KEY.matcher(made.body());
            if (!key.find()) {
                throw new IllegalStateException("No workspace: " + made.body());
            }
            String page = "/workspaces/" + id + "/settings/integrations/zoom";
            String consent = Browser.location(browser.submit(page, page + "/connect", Map.of()));
            String state = consent.replaceAll(".*[?&]state=([^&]*).*", "$1");
            browser.get("/integrations/zoom/callback?code=" + id + "&state=" + state);
            lines.add(id + " " + key.group(1));
        }
        return lines;
    }

    /**
     * @param rate bookings a second, or 0: as fast as they are answered
     * @param wait whether each waits for its link
     */
    Result load(String what, int count, int connections, int rate, boolean wait) throws IOException, InterruptedException {
        int first = next;
        next += count;
        long made = count(zoom(), 0);
        String[] mails = totals();
        double cpu = cpu();
        long transactions = transactions();
        Path results = Files.createTempFile("load", ".txt");
        Process load = start("load", List.of("-Xmx256m"), Load.class, String.valueOf(port), workspaces.toString(),
                String.valueOf(first), String.valueOf(count), String.valueOf(connections), String.valueOf(rate),
                String.valueOf(wait), results.toString());
        if (!load.waitFor(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The load has not ended");
        }
        awaitMails(Long.parseLong(mails[0]) + 2L * count);
        cpu = cpu() - cpu;
        transactions = transactions() - transactions;
        String[] after = totals();
        Map<String, Long> arrivals = arrivals();
        List<String> lines = Files.readAllLines(results);
        double[] link = new double[count];
        double[] mail = new double[count];
        int arrived = 0;
        long begin = Long.MAX_VALUE;
        long end = 0;
        for (int i = 0; i < count; i++) {
            String[] one = lines.get(i + 1).split(" ");
            long due = Long.parseLong(one[1]);
            Long host = arrivals.get("h" + one[0] + "@clinic.example");
            Long guest = arrivals.get("g" + one[0] + "@guest.example");
            link[i] = (Long.parseLong(one[2]) - due) / 1000.0;
            begin = Math.min(begin, due);
            end = Math.max(end, due);
            // What never arrived has no latency; the line says how many mails there were.
            if (host != null && guest != null) {
                end = Math.max(end, Math.max(host, guest));
                mail[arrived++] = (Math.max(host, guest) - due) / 1000.0;
            }
        }
        String zoom = zoom();
        long sent = Long.parseLong(after[0]) - Long.parseLong(mails[0]);
        String amiss = count(zoom, 0) - made != count ? " MEETINGS " + (count(zoom, 0) - made) : sent != 2L * count ? " MAILS " + sent
                : Long.parseLong(after[3]) != Long.parseLong(after[0]) || Long.parseLong(after[4]) != Long.parseLong(after[0])
                ? " MAILS WITHOUT LINK OR INVITATION" : "";
        double seconds = (end - begin) / 1e6;
        return new Result(name + ": " + what, count, count / seconds, cpu * 1000 / count, (double) transactions / count, seconds,
                percentiles(link), percentiles(Arrays.copyOf(mail, arrived)), count(zoom, 1), sent - 2L * count,
                (Long.parseLong(after[2]) - Long.parseLong(mails[2])) / Math.max(1, sent), lines.get(0) + amiss);
    }

    double readyAfter() {
        return readyAfter;
    }

    /** Seconds of CPU the application has used so far. */
    double cpu() {
        return application.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    long pid() {
        return application.pid();
    }

    private static double[] percentiles(double[] values) {
        if (values.length == 0) {
            return new double[2];
        }
        Arrays.sort(values);
        return new double[] {values[values.length / 2], values[Math.min(values.length - 1, values.length * 99 / 100)]};
    }

    private void awaitMails(long expected) {
        long last = -1;
        for (int idle = 0; idle < 300;) {
            long now = Long.parseLong(totals()[0]);
            if (now >= expected) {
                return;
            }
            idle = now == last ? idle + 1 : 0;
            last = now;
            pause(100);
        }
    }

    private long transactions() {
        pause(1100);
        try (Connection connection = database.getPostgresDatabase().getConnection(); Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("select sum(xact_commit + xact_rollback) from pg_stat_database")) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String zoom() {
        return get("http://localhost:" + zoomPort + "/made").body();
    }

    private static long count(String pair, int which) {
        return Long.parseLong(pair.strip().split(" ")[which]);
    }

    private String[] totals() {
        return ask("TOTALS").get(0).split(" ");
    }

    private Map<String, Long> arrivals() {
        Map<String, Long> arrivals = new HashMap<>();
        for (String line : ask("ARRIVALS")) {
            String[] words = line.split(" ");
            if (words.length == 2) {
                arrivals.put(words[0], Long.parseLong(words[1]));
            }
        }
        return arrivals;
    }

    private List<String> ask(String verb) {
        try (Socket socket = new Socket("localhost", mailPort); BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            in.readLine();
            socket.getOutputStream().write((verb + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.startsWith("221"); line = in.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String keyset() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        KeysetCommand.run(new PrintStream(printed, true, StandardCharsets.UTF_8), System.err, "keyset");
        return printed.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Process process : processes) {
            process.destroy();
        }
        for (Process process : processes) {
            try {
                if (!process.waitFor(40, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        database.close();
    }
}
