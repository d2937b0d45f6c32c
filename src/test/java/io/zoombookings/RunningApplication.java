package io.zoombookings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.inbox.Inbox;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.secret.KeysetCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as it is shipped, with a sandbox for Zoom and a mail server of its own, all over real sockets. Tests
 * stand outside: they post events, read the mailbox and count what Zoom was asked.
 */
public final class RunningApplication implements AutoCloseable {

    public static final String ADMIN = "admin";
    public static final String PASSWORD = "correct horse battery staple";

    private static RunningApplication shared;
    private static RunningApplication ageing;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Object> properties = new HashMap<>();
    private final Clock clock;
    private final ZoomSandbox sandbox;
    private final Inbox inbox;
    private ConfigurableApplicationContext context;

    /** An answer of the application. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    }

    private RunningApplication(Map<String, Object> more, Clock clock) {
        this.clock = clock;
        sandbox = ZoomSandbox.start(0, clock);
        inbox = Inbox.start(0, 0);
        int port = freePort();
        properties.put("server.port", port);
        properties.put("public-url", "http://localhost:" + port);
        properties.put("zoom.oauth.base-url", sandbox.url());
        properties.put("zoom.api.base-url", sandbox.apiUrl());
        properties.put("zoom.oauth.client-id", sandbox.clientId());
        properties.put("zoom.oauth.client-secret", sandbox.clientSecret());
        properties.put("zoom.webhook.secret", sandbox.webhookSecret());
        properties.put("mail.host", "localhost");
        properties.put("mail.port", inbox.smtpPort());
        properties.put("mail.from", "Bookings <bookings@app.example>");
        properties.put("admin.password", PASSWORD);
        properties.put("admin.email", "admin@app.example");
        // Quartz finds its database by this name, in the whole JVM.
        properties.put("spring.quartz.properties.org.quartz.scheduler.instanceName", "zoom-bookings-" + port);
        properties.putAll(TestDatabase.properties());
        if (TestDatabase.isPostgres()) {
            properties.put("encryption.keyset", keyset());
        }
        properties.putAll(more);
        sandbox.redirectUris(url() + "/integrations/zoom/callback");
    }

    private RunningApplication(RunningApplication first) {
        clock = first.clock;
        sandbox = first.sandbox;
        inbox = first.inbox;
        int port = freePort();
        properties.putAll(first.properties);
        properties.put("server.port", port);
        properties.put("public-url", "http://localhost:" + port);
    }

    /** One for all tests of this JVM that do not change how it runs. */
    public static synchronized RunningApplication shared() {
        if (shared == null) {
            // What was made twice is looked for again soon: no test waits half a minute for it.
            shared = start(Map.of("meeting.sync.first-look", "2s"));
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** One for all tests of this JVM that let time pass, by {@link #clock()}; each second old personal data is erased. */
    public static synchronized RunningApplication ageing() {
        if (ageing == null) {
            ageing = start(Map.of("booking.retention", "10d", "booking.retention.cron", "* * * * * ?",
                    "notification.mail.period", "200"), new MovableClock());
            Runtime.getRuntime().addShutdownHook(new Thread(ageing::close));
        }
        return ageing;
    }

    /** A further one, with properties of its own, on an empty database. */
    public static RunningApplication start(Map<String, Object> properties) {
        return start(properties, Clock.systemUTC());
    }

    /** The same at a time of its own, by which Zoom's days begin too. */
    public static RunningApplication start(Map<String, Object> properties, Clock clock) {
        RunningApplication application = new RunningApplication(properties, clock);
        application.start();
        return application;
    }

    /** Everything around the application, which runs elsewhere with {@link #properties()} or is started later. */
    public static RunningApplication prepared(Map<String, Object> properties) {
        return new RunningApplication(properties, Clock.systemUTC());
    }

    /** A further node on the same database; end it with {@link #stop()}, the rest belongs to the first one. */
    public RunningApplication beside() {
        RunningApplication application = new RunningApplication(this);
        application.start();
        return application;
    }

    public void start() {
        SpringApplication application = new SpringApplication(ZoomBookingsApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(beans -> {
            beans.getBeanFactory().registerSingleton("clock", clock);
            beans.getBeanFactory().addBeanPostProcessor(new CountedDatabase());
        });
        String[] arguments = properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        context = application.run(arguments);
    }

    /** Ends the application; sandbox, mail server and database stay. */
    public void stop() {
        context.close();
    }

    public String url() {
        return (String) properties.get("public-url");
    }

    public ZoomSandbox sandbox() {
        return sandbox;
    }

    public Inbox inbox() {
        return inbox;
    }

    /** By which the application and Zoom go, where they were started with one that can be moved. */
    public MovableClock clock() {
        return (MovableClock) clock;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Map<String, Object> properties() {
        return properties;
    }

    /** A new workspace with an API key; not connected. */
    public TestWorkspace workspace() {
        String id = "w" + UUID.randomUUID().toString().substring(0, 12);
        Answer created = admin("POST", "/api/workspaces", "{\"id\":\"" + id + "\",\"name\":\"Clinic " + id + "\"}");
        if (created.status() != 201) {
            throw new IllegalStateException("No workspace: " + created.body());
        }
        return workspace(id, created.body().path("apiKey").asText());
    }

    /** A workspace that exists. */
    public TestWorkspace workspace(String id, String apiKey) {
        return new TestWorkspace(this, id, apiKey);
    }

    public Answer admin(String method, String path, String body) {
        String basic = Base64.getEncoder().encodeToString((ADMIN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return call(method, path, body, Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json"));
    }

    public Answer call(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path)).method(method, body == null
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = reply.headers().firstValue("Content-Type").orElse("");
            return new Answer(reply.statusCode(),
                    type.contains("json") ? json.readTree(reply.body()) : json.createObjectNode(), reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
        inbox.close();
        sandbox.close();
    }

    private static String keyset() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        KeysetCommand.run(new PrintStream(printed), System.err, "keyset");
        return printed.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
