package io.zoombookings.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes every mail and remembers for whom, when, how often and how large. */
final class MailSink extends Conversations {

    private final ConcurrentHashMap<String, Long> arrivals = new ConcurrentHashMap<>();
    private final AtomicLong mails = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong links = new AtomicLong();
    private final AtomicLong invitations = new AtomicLong();
    private final long millis;
    private final Semaphore connections;

    private MailSink(long millis, int connections) {
        this.millis = millis;
        this.connections = new Semaphore(connections);
    }

    /** @param arguments port, milliseconds that a mail takes, connections that are served at a time */
    public static void main(String[] arguments) throws IOException {
        new MailSink(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2])).serve(Integer.parseInt(arguments[0]));
    }

    @Override
    void talk(InputStream in, OutputStream out) throws IOException, InterruptedException {
        if (!connections.tryAcquire()) {
            say(out, "421 Too many connections");
            return;
        }
        try {
            session(in, out);
        } finally {
            connections.release();
        }
    }

    private void session(InputStream in, OutputStream out) throws IOException, InterruptedException {
        say(out, "220 sink ESMTP");
        String recipient = "";
        for (String line = line(in); line != null; line = line(in)) {
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("EHLO")) {
                say(out, "250-sink\r\n250 8BITMIME");
            } else if (verb.startsWith("RCPT TO:")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                say(out, "250 OK");
            } else if (verb.equals("DATA")) {
                say(out, "354 Go on");
                take(recipient, data(in));
                if (millis > 0) {
                    Thread.sleep(millis);
                }
                say(out, "250 OK");
            } else if (verb.equals("TOTALS")) {
                say(out, mails.get() + " " + arrivals.size() + " " + bytes.get() + " " + links.get() + " " + invitations.get());
            } else if (verb.equals("ARRIVALS")) {
                StringBuilder all = new StringBuilder();
                arrivals.forEach((who, when) -> all.append(who).append(' ').append(when).append('\n'));
                say(out, all.append('.').toString());
            } else if (verb.equals("QUIT")) {
                say(out, "221 Bye");
                return;
            } else {
                say(out, "250 OK");
            }
        }
    }

    private void take(String recipient, String mail) {
        arrivals.put(recipient, now());
        mails.incrementAndGet();
        bytes.addAndGet(mail.length());
        links.addAndGet(mail.contains("us06web.zoom.us/j/") ? 1 : 0);
        invitations.addAndGet(mail.contains("text/calendar") ? 1 : 0);
    }

    private static String data(InputStream in) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream(16 * 1024);
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            mail.write(next);
            // The end is a line with a dot alone: CR LF dot CR LF.
            last = next == '\r' && (last == 0 || last == 3) ? last + 1 : next == '\n' && (last == 1 || last == 4) ? last + 1
                    : next == '.' && last == 2 ? 3 : next == '\r' ? 1 : 0;
            if (last == 5) {
                break;
            }
        }
        return mail.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void say(OutputStream out, String line) throws IOException {
        write(out, line + "\r\n");
        out.flush();
    }
}
