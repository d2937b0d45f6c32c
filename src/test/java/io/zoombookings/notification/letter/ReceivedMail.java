package io.zoombookings.notification.letter;

import biweekly.Biweekly;
import biweekly.ICalendar;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as it arrives: written to bytes, parsed anew, its parts by type. */
final class ReceivedMail {

    final byte[] bytes;
    final MimeMessage message;
    /** Types and structure, such as {@code multipart/mixed(multipart/alternative(text/plain,text/html))}. */
    final String structure;
    String text;
    String html;
    String calendarType;
    String calendar;
    final List<String> fileNames = new ArrayList<>();
    final List<String> files = new ArrayList<>();

    private ReceivedMail(byte[] bytes) throws MessagingException, IOException {
        this.bytes = bytes;
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        this.message = new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(bytes));
        this.structure = read(message);
    }

    static ReceivedMail of(MimeMessage sent) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            sent.writeTo(out);
            return new ReceivedMail(out.toByteArray());
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    ICalendar events() {
        return parse(calendar);
    }

    static ICalendar parse(String calendar) {
        return Biweekly.parse(calendar).first();
    }

    String header(String name) {
        try {
            String[] values = message.getHeader(name);
            if (values == null) {
                return null;
            }
            if (values.length != 1) {
                throw new AssertionError(name + " is there " + values.length + " times");
            }
            return values[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    InternetAddress address(String header) {
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(header(header), false);
            if (addresses.length != 1) {
                throw new AssertionError(header + " has " + addresses.length + " addresses");
            }
            return addresses[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** All that a recipient can read, decoded, and the headers raw. */
    String everything() {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        return raw + subject() + text + html + (calendar == null ? "" : unfold(calendar)) + files;
    }

    static String unfold(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private String read(Part part) throws MessagingException, IOException {
        ContentType type = new ContentType(part.getContentType());
        if (part.getContent() instanceof Multipart parts) {
            List<String> inner = new ArrayList<>();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                inner.add(read(each));
            }
            return type.getBaseType() + "(" + String.join(",", inner) + ")";
        }
        String content = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        switch (type.getBaseType()) {
            case "text/plain" -> text = content;
            case "text/html" -> html = characters(content).replace('\u00a0', ' ');
            case "text/calendar" -> {
                calendar = content;
                calendarType = part.getContentType();
            }
            default -> {
                fileNames.add(part.getFileName());
                files.add(content);
            }
        }
        return type.getBaseType();
    }

    /** What is not ASCII is written as a reference. */
    private static String characters(String html) {
        return Pattern.compile("&#(\\d{3,7});").matcher(html.replace("\r\n", "\n"))
                .replaceAll(reference -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(reference.group(1)))));
    }
}
