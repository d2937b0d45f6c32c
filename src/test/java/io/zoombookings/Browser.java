package io.zoombookings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does with our pages, without its eyes: keeps cookies, sends forms with their hidden token. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final String url;

    public Browser(String url) {
        this.url = url;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html"));
    }

    /** Sends a form as the page {@code from} offers it. */
    public HttpResponse<String> submit(String from, String action, Map<String, String> fields) {
        HttpResponse<String> page = get(from);
        Matcher token = TOKEN.matcher(page.body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1) != null ? token.group(1) : token.group(2));
        }
        return post(action, all);
    }

    public HttpResponse<String> post(String action, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(action)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public void signIn(String username, String password) {
        HttpResponse<String> reply = submit("/login", "/login", Map.of("username", username, "password", password));
        if (reply.statusCode() != 302 || location(reply).contains("error")) {
            throw new IllegalStateException("Sign-in answered " + reply.statusCode());
        }
    }

    public static String location(HttpResponse<?> reply) {
        return reply.headers().firstValue("Location").orElse("");
    }

    private URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : url + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
