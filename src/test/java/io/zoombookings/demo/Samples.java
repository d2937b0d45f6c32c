package io.zoombookings.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.demo.DemoApplication.Pages;
import io.zoombookings.inbox.Inbox;
import io.zoombookings.sandbox.ZoomSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Feeds the sample bookings through the door, as a booking system does, and shows what came of them. */
final class Samples {

    private static final String ROW = "%-12s  %-11s  %-13s  %-52s  %s%n";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final String basic;
    private final Set<String> bookings = new LinkedHashSet<>();
    private String apiKey;

    Samples(String url, String username, String password) {
        this.url = url;
        this.basic = "Basic " + Base64.getEncoder()
                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String createWorkspace(String id, String name) {
        return call("POST", "/api/workspaces", basic, null, "{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}")
                .path("apiKey").asText();
    }

    void feed(String workspace, String key, Path directory) throws IOException {
        apiKey = "Bearer " + key;
        List<Path> files;
        try (Stream<Path> found = Files.list(directory)) {
            files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : files) {
            String event = Files.readString(file);
            call("POST", "/api/workspaces/" + workspace + "/booking-events", apiKey, "wait=30", event);
            bookings.add(json.readTree(event).at("/booking/id").asText());
        }
    }

    void print(String workspace, Inbox inbox, ZoomSandbox sandbox, Pages pages) {
        PrintStream out = System.out;
        out.println();
        out.printf(ROW, "BOOKING", "MEETING ID", "STATE", "LINK", "MAILS DELIVERED");
        for (String booking : bookings) {
            JsonNode view = settled(workspace, booking);
            String name = booking;
            for (JsonNode one : view.path("occurrences")) {
                long mails = Stream.of(one.path("notifications")).flatMap(list -> {
                    Stream.Builder<JsonNode> all = Stream.builder();
                    list.forEach(all::add);
                    return all.build();
                }).filter(mail -> "SENT".equals(mail.path("state").asText())).count();
                out.printf(ROW, name, one.at("/meeting/id").asText("-"), one.at("/meeting/state").asText(),
                        one.at("/meeting/joinUrl").asText("-"), mails);
                name = "";
            }
        }
        out.println();
        out.println("Bookings            " + pages.url() + "/workspaces/" + workspace + "/bookings");
        out.println("Zoom settings       " + pages.url() + "/workspaces/" + workspace + "/settings/integrations/zoom");
        out.println("                    sign in as " + pages.username() + " with " + pages.password());
        out.println("Inbox               " + inbox.url());
        out.println("Zoom sandbox        " + sandbox.url());
        out.println("Camel console       " + pages.url() + "/actuator/camel");
        out.println("API key of " + workspace + "     " + pages.apiKey());
        out.println();
        out.println("Up and waiting. Press Ctrl+C to stop.");
    }

    /** The booking once all its mails that are due have left. */
    private JsonNode settled(String workspace, String booking) {
        JsonNode view = json.createObjectNode();
        for (int look = 0; look < 100; look++) {
            view = call("GET", "/api/workspaces/" + workspace + "/bookings/" + booking, apiKey, null, null);
            if (view.at("/occurrences/0/notifications").size() > 0 && !view.toString().contains("\"at\":null")) {
                return view;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
        }
        return view;
    }

    private JsonNode call(String method, String path, String authorization, String prefer, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization).header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (prefer != null) {
            request.header("Prefer", prefer);
        }
        try {
            HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() >= 400) {
                throw new IllegalStateException(path + " answered " + reply.statusCode() + ": " + reply.body());
            }
            return json.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
