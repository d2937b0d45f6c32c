package io.zoombookings.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * A mail as one recipient got it.
 *
 * @param number   counts from 1, in order of arrival
 * @param sender   of the envelope
 * @param to       the one recipient of the envelope
 * @param headers  of the whole mail, decoded, in order
 * @param text     the first text part, or null
 * @param html     the first HTML part, or null
 * @param calendar the first calendar part, or null
 * @param parts    content type and file name of every part that is not a container
 * @param source   every byte
 */
public record Mail(int number, Instant at, String sender, String to, List<Line> headers, String text, String html,
                   String calendar, List<String> parts, byte[] source) {

    /** A header. */
    public record Line(String name, String value) {
    }

    static Mail read(int number, Instant at, String sender, String to, byte[] source) {
        Reader reader = new Reader();
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source));
            List<Line> headers = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.add(new Line(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
            }
            reader.read(message);
            return new Mail(number, at, sender, to, List.copyOf(headers), reader.text, reader.html, reader.calendar,
                    List.copyOf(reader.parts), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + number + " to " + to + " cannot be read", e);
        }
    }

    /** Walks through the parts. */
    private static final class Reader {
        private final List<String> parts = new ArrayList<>();
        private String text;
        private String html;
        private String calendar;

        private void read(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart container = (Multipart) part.getContent();
                for (int i = 0; i < container.getCount(); i++) {
                    BodyPart inner = container.getBodyPart(i);
                    read(inner);
                }
                return;
            }
            parts.add(MimeUtility.unfold(part.getContentType())
                    + (part.getFileName() == null ? "" : " (" + part.getFileName() + ')'));
            if (text == null && part.isMimeType("text/plain")) {
                text = content(part);
            } else if (html == null && part.isMimeType("text/html")) {
                html = content(part);
            } else if (calendar == null && part.isMimeType("text/calendar")) {
                calendar = content(part);
            }
        }

        private static String content(Part part) throws MessagingException, IOException {
            Object content = part.getContent();
            return content instanceof String string ? string
                    : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The first such header, decoded and unfolded, or null. */
    public String header(String name) {
        return headers.stream().filter(line -> line.name().equalsIgnoreCase(name)).map(Line::value).findFirst()
                .orElse(null);
    }

    public String subject() {
        return header("Subject");
    }

    public String messageId() {
        return header("Message-ID");
    }

    /** The kind of notification, such as {@code CONFIRMATION}, or null. */
    public String kind() {
        return header("X-Booking-Notification");
    }

    /** {@code <workspace>/<booking>/<occurrence>}, or null. */
    public String bookingId() {
        return header("X-Booking-Id");
    }

    /** The whole mail as text, one character a byte. */
    public String sourceText() {
        return new String(source, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "Mail " + number + " to " + to + ": " + kind() + " \"" + subject() + '"';
    }
}
