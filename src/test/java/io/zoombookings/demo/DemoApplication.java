package io.zoombookings.demo;

import io.zoombookings.Browser;
import io.zoombookings.ZoomBookingsApplication;
import io.zoombookings.inbox.Inbox;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.sandbox.ZoomUsers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The main job at work, with nothing to configure: the application with a sandbox for Zoom and a mail server with an inbox
 * page, a workspace that is connected through the real consent, and sample bookings through the real door.
 */
public final class DemoApplication {

    private static final String WORKSPACE = "demo";
    private static final String PASSWORD = "demo-demo-demo";

    private DemoApplication() {
    }

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "8080"));
        ZoomSandbox sandbox = ZoomSandbox.start(free(8090), Clock.systemUTC());
        Inbox inbox = Inbox.start(free(2525), free(8025));
        String url = System.getenv().getOrDefault("PUBLIC_URL", "http://localhost:" + port);
        sandbox.settings().joinBase(sandbox.url());
        sandbox.redirectUris(url + "/integrations/zoom/callback");
        sandbox.webhookTarget(URI.create("http://localhost:" + port + "/integrations/zoom/events"));
        Path data = Path.of("target", "demo-data");
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);

        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("data.dir", data.toString());
        properties.put("zoom.oauth.base-url", sandbox.url());
        properties.put("zoom.api.base-url", sandbox.apiUrl());
        properties.put("zoom.oauth.client-id", sandbox.clientId());
        properties.put("zoom.oauth.client-secret", sandbox.clientSecret());
        properties.put("zoom.webhook.secret", sandbox.webhookSecret());
        properties.put("mail.host", "localhost");
        properties.put("mail.port", inbox.smtpPort());
        properties.put("mail.from", "Demo Clinic <bookings@demo.example>");
        properties.put("admin.password", PASSWORD);
        properties.put("admin.email", "admin@demo.example");
        String[] arguments = properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        ZoomBookingsApplication.start(arguments);

        String local = "http://localhost:" + port;
        Samples samples = new Samples(local, "admin", PASSWORD);
        String apiKey = samples.createWorkspace(WORKSPACE, "Demo Clinic");
        connect(url, sandbox);
        samples.feed(WORKSPACE, apiKey, Path.of("samples"));
        samples.print(WORKSPACE, inbox, sandbox, new Pages(url, "admin", PASSWORD, apiKey, WORKSPACE));
    }

    /** What an administrator does in a browser: signs in, presses the button, allows it at Zoom, comes back. */
    private static void connect(String url, ZoomSandbox sandbox) {
        Browser browser = new Browser(url);
        browser.signIn("admin", PASSWORD);
        String page = "/workspaces/" + WORKSPACE + "/settings/integrations/zoom";
        String consent = Browser.location(browser.submit(page, page + "/connect", Map.of()));
        browser.get(sandbox.authorize(URI.create(consent), ZoomUsers.HOST, true));
    }

    /** The preferred port, or, where it is taken, any. */
    private static int free(int preferred) {
        try (ServerSocket socket = new ServerSocket(preferred)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    /** Where a person may look. */
    record Pages(String url, String username, String password, String apiKey, String workspace) {
    }
}
