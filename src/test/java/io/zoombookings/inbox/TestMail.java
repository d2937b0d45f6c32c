package io.zoombookings.inbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends a mail such as the application's. */
final class TestMail {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nMETHOD:REQUEST\r\n"
            + "BEGIN:VEVENT\r\nUID:1@test\r\nDTSTAMP:20261122T090000Z\r\nDTSTART:20261201T090000Z\r\n"
            + "DTEND:20261201T093000Z\r\nSUMMARY:Consultation\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private final Session session;

    TestMail(int port) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.timeout", "2000");
        properties.put("mail.smtp.connectiontimeout", "2000");
        session = Session.getInstance(properties);
    }

    void send(String subject, String... recipients) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("bookings@app.example"));
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Booking-Notification", "CONFIRMATION");
        message.setHeader("X-Booking-Id", "default/B-1/0");
        MimeMultipart parts = new MimeMultipart("alternative", part("Grüße in plain text", "plain"),
                part("<b>Grüße</b><script>alert(1)</script>", "html"), part(CALENDAR, "calendar"));
        message.setContent(parts);
        Transport.send(message);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        return part;
    }
}
