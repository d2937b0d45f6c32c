package io.zoombookings.inbox;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zoombookings.sandbox.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inbox for people: a list, each mail with its parts, and the list as JSON. Nothing of a mail can run here. */
final class InboxPages {

    private static final Pattern MAIL = Pattern.compile("/mails/([0-9]{1,9})(/html|/source)?");
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** The mail's own HTML: no scripts, no forms, no origin, nothing loaded from anywhere. */
    private static final String MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mailbox mailbox;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "inbox");
        thread.setDaemon(true);
        return thread;
    });

    InboxPages(Mailbox mailbox, int port) {
        this.mailbox = mailbox;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox cannot listen on port " + port, e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher mail = MAIL.matcher(path);
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", PAGE_POLICY, "Only GET");
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html", PAGE_POLICY, list(exchange.getRequestURI().getRawQuery()));
            } else if (path.equals("/mails.json")) {
                send(exchange, 200, "application/json", PAGE_POLICY, json());
            } else if (mail.matches()) {
                one(exchange, Integer.parseInt(mail.group(1)), mail.group(2) == null ? "" : mail.group(2));
            } else {
                send(exchange, 404, "text/plain", PAGE_POLICY, "Not found");
            }
        }
    }

    private void one(HttpExchange exchange, int number, String view) throws IOException {
        Mail mail = mailbox.mails().stream().filter(each -> each.number() == number).findFirst().orElse(null);
        if (mail == null) {
            send(exchange, 404, "text/plain", PAGE_POLICY, "No such mail");
        } else if (view.equals("/html")) {
            send(exchange, 200, "text/html", MAIL_POLICY, mail.html() == null ? "" : mail.html());
        } else if (view.equals("/source")) {
            send(exchange, 200, "text/plain", MAIL_POLICY, new String(mail.source(), StandardCharsets.UTF_8));
        } else {
            send(exchange, 200, "text/html", PAGE_POLICY, page(mail));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String policy, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + ";charset=UTF-8");
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private String list(String rawQuery) {
        String to = rawQuery != null && rawQuery.startsWith("to=")
                ? URLDecoder.decode(rawQuery.substring(3), StandardCharsets.UTF_8) : "";
        List<Mail> mails = new ArrayList<>(to.isEmpty() ? mailbox.mails() : mailbox.mailsTo(to));
        Collections.reverse(mails);
        StringBuilder main = new StringBuilder("<form class=\"buttons\"><label>Mails to <input name=\"to\" type=\"search\" value=\"")
                .append(Html.escape(to)).append("\"></label> <button>Show</button></form>"
                        + "<p class=\"muted\">This page renews itself every five seconds. "
                        + "<a href=\"/mails.json\">JSON</a></p><div class=\"scroll\"><table><thead><tr><th>Time</th>"
                        + "<th>From</th><th>To</th><th>Subject</th><th>Notification</th></tr></thead><tbody>");
        if (mails.isEmpty()) {
            main.append("<tr><td colspan=\"5\">None yet.</td></tr>");
        }
        for (Mail mail : mails.subList(0, Math.min(mails.size(), 500))) {
            main.append("<tr>");
            cell(main, mail.at().truncatedTo(ChronoUnit.SECONDS));
            cell(main, mail.header("From"));
            cell(main, mail.to());
            main.append("<td><a href=\"/mails/").append(mail.number()).append("\">")
                    .append(Html.escape(mail.subject() == null ? "(no subject)" : mail.subject())).append("</a></td>");
            cell(main, mail.kind());
            main.append("</tr>");
        }
        main.append("</tbody></table></div>");
        return Html.page("Inbox", "Mails", "<meta http-equiv=\"refresh\" content=\"5\">", "", main.toString());
    }

    private static String page(Mail mail) {
        StringBuilder main = new StringBuilder("<p class=\"muted\">").append(mail.at()).append(", to ")
                .append(Html.escape(mail.to())).append(" · <a href=\"/mails/").append(mail.number())
                .append("/source\">source</a></p>");
        if (mail.html() != null) {
            main.append("<h2>As seen in a mail program</h2><iframe sandbox=\"\" title=\"HTML part\" src=\"/mails/")
                    .append(mail.number()).append("/html\"></iframe>");
        }
        section(main, "Text", mail.text());
        if (mail.calendar() != null) {
            main.append("<h2>Calendar</h2>").append(calendar(mail.calendar()));
            main.append("<pre>").append(Html.escape(mail.calendar())).append("</pre>");
        }
        section(main, "Parts", String.join("\n", mail.parts()));
        main.append("<h2>Headers</h2><div class=\"scroll\"><table><tbody>");
        for (Mail.Line header : mail.headers()) {
            main.append("<tr><th scope=\"row\">").append(Html.escape(header.name())).append("</th>");
            cell(main, header.value());
            main.append("</tr>");
        }
        main.append("</tbody></table></div>");
        return Html.page("Inbox", mail.subject() == null ? "(no subject)" : mail.subject(), "", "", main.toString());
    }

    private static String calendar(String source) {
        StringBuilder table = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>Method</th><th>Summary</th>"
                + "<th>Start</th><th>End</th><th>Organizer</th><th>Attendees</th><th>Status</th><th>UID</th>"
                + "<th>Instance</th><th>Sequence</th></tr></thead><tbody>");
        for (ICalendar calendar : Biweekly.parse(source).all()) {
            for (VEvent event : calendar.getEvents()) {
                table.append("<tr>");
                cell(table, calendar.getMethod() == null ? null : calendar.getMethod().getValue());
                cell(table, event.getSummary() == null ? null : event.getSummary().getValue());
                cell(table, event.getDateStart() == null ? null : event.getDateStart().getValue().toInstant());
                cell(table, event.getDateEnd() == null ? null : event.getDateEnd().getValue().toInstant());
                cell(table, event.getOrganizer() == null ? null : event.getOrganizer().getEmail());
                cell(table, String.join(", ", event.getAttendees().stream()
                        .map(attendee -> String.valueOf(attendee.getEmail())).toList()));
                cell(table, event.getStatus() == null ? null : event.getStatus().getValue());
                cell(table, event.getUid() == null ? null : event.getUid().getValue());
                cell(table, event.getRecurrenceId() == null ? null : event.getRecurrenceId().getValue().toInstant());
                cell(table, event.getSequence() == null ? null : event.getSequence().getValue());
                table.append("</tr>");
            }
        }
        return table.append("</tbody></table></div>").toString();
    }

    private static void section(StringBuilder html, String title, String content) {
        if (content != null) {
            html.append("<h2>").append(title).append("</h2><pre>").append(Html.escape(content)).append("</pre>");
        }
    }

    private static void cell(StringBuilder html, Object content) {
        html.append("<td>").append(content == null ? "" : Html.escape(content)).append("</td>");
    }

    private String json() {
        ArrayNode all = JSON.createArrayNode();
        for (Mail mail : mailbox.mails()) {
            all.addObject().put("number", mail.number()).put("at", mail.at().toString()).put("from",
                    mail.header("From")).put("to", mail.to()).put("subject", mail.subject()).put("kind", mail.kind())
                    .put("bookingId", mail.bookingId()).put("messageId", mail.messageId());
        }
        return all.toString();
    }
}
