package io.zoombookings.notification.letter;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes the mail of a letter: text, HTML and calendar, in the recipient's language and zone. Values in, message out;
 * thread-safe; everything that can be is built once.
 */
public class LetterComposer {

    private static final String STREAM_PROVIDER = "jakarta.mail.util.StreamProvider";

    private static final InternetAddress NOBODY = MailAddress.of(new Party(null, "nobody@localhost", null, null));

    static {
        // Without a name to go by, Jakarta Mail searches the class path for each message.
        if (System.getProperty(STREAM_PROVIDER) == null) {
            System.setProperty(STREAM_PROVIDER, "org.eclipse.angus.mail.util.MailStreamProvider");
        }
    }

    private final InternetAddress from;
    private final LetterTexts texts;
    private final LetterTemplates templates;
    private final CalendarFile calendars;
    private final OverrideProblems problems = new OverrideProblems();
    private final Session session = Session.getInstance(new Properties());
    private final Session utf8Session = utf8Session();

    /**
     * @param from           sender of all mail, {@code name@domain} or {@code Name <name@domain>}; null or blank where
     *                       none is set: then nothing can be composed
     * @param textsDirectory an installation's own texts and templates, or null
     * @throws IllegalArgumentException if the sender is no address
     */
    public LetterComposer(String from, Path textsDirectory) {
        this.from = from == null || from.isBlank() ? null : sender(from);
        this.texts = new LetterTexts(textsDirectory, problems);
        this.templates = new LetterTemplates(textsDirectory, problems);
        this.calendars = new CalendarFile(new CalendarZones(), Objects.requireNonNullElse(this.from, NOBODY));
    }

    /** @throws LetterIncompleteException if it lacks what the mail needs: a link, an address, a sender */
    public MimeMessage compose(Letter letter) {
        if (from == null) {
            throw new LetterIncompleteException("No mail can be sent: MAIL_FROM is not set");
        }
        try {
            return message(letter, parts(letter));
        } catch (MessagingException e) {
            throw new LetterIncompleteException("The mail cannot be built: " + e.getMessage(), e);
        }
    }

    /**
     * The letter's texts and calendar alone, for those who only look at them; needs no sender.
     *
     * @throws LetterIncompleteException if it lacks its link
     */
    public LetterParts parts(Letter letter) {
        LetterDates dates = new LetterDates(letter);
        for (LetterOccurrence date : dates.live()) {
            if (dates.needsLink(date) && !dates.hasLink(date)) {
                throw missing(letter, date, "its values");
            }
        }
        Language language = texts.language(letter.recipient().locale(), letter.workspaceLocale());
        LetterView view = new LetterWriter(letter, dates, language).write();
        List<LetterOccurrence> linked = dates.live().stream().filter(dates::hasLink).toList();
        String text = templates.text(view, rendered -> lacking(linked, rendered) == null);
        String html = templates.html(view, rendered -> lackingInHtml(linked, rendered) == null);
        CalendarPart calendar = dates.hasCalendar() ? calendars.write(letter, dates, language) : null;
        check(letter, lacking(linked, text), "text");
        check(letter, lackingInHtml(linked, html), "HTML");
        check(letter, lacking(linked, calendar == null ? "" : calendar.content().replace("\r\n ", "")), "calendar part");
        return new LetterParts(language.tag(), view.subject(), text, html, calendar);
    }

    /** What is wrong with the installation's own texts and templates, as far as it is known by now. */
    public List<OverrideProblem> overrideProblems() {
        return problems.all();
    }

    /** Codes of the languages that mail can be written in. */
    public Set<String> languages() {
        return texts.codes();
    }

    private MimeMessage message(Letter letter, LetterParts parts) throws MessagingException {
        InternetAddress recipient = MailAddress.of(letter.recipient());
        MimeMessage message = new LetterMessage(
                MailAddress.needsUtf8(recipient) ? utf8Session : session, messageId(letter.messageId()));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient);
        Optional<InternetAddress> replyTo = replyTo(letter, recipient);
        if (replyTo.isPresent()) {
            message.setReplyTo(new InternetAddress[] {replyTo.get()});
        }
        message.setSubject(parts.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.now()));
        message.setContentLanguage(new String[] {parts.language()});
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Booking-Notification", letter.kind().name());
        if (letter.bookingId() != null) {
            message.setHeader("X-Booking-Id", bookingId(letter));
        }
        message.setContent(parts.calendar() == null ? alternative(parts) : mixed(parts));
        message.saveChanges();
        return message;
    }

    /** As the large calendars send invitations: the calendar as an alternative for them, and as a file for people. */
    private static MimeMultipart mixed(LetterParts parts) throws MessagingException {
        MimeMultipart alternative = alternative(parts);
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setDataHandler(data(parts.calendar().content(),
                "text/calendar; charset=UTF-8; method=" + parts.calendar().method()));
        alternative.addBodyPart(calendar);
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternative);
        return new MimeMultipart("mixed", body, attachment(parts.calendar()));
    }

    private static MimeMultipart alternative(LetterParts parts) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(parts.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(ascii(parts.html()), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Other characters as references: what is ASCII travels as it is, and is not made half as long again by encoding it. */
    private static String ascii(String html) {
        StringBuilder ascii = new StringBuilder(html.length() + 256);
        for (int i = 0; i < html.length();) {
            int point = html.codePointAt(i);
            if (point == '\n') {
                ascii.append("\r\n");
            } else if (point < 0x80) {
                ascii.append((char) point);
            } else {
                ascii.append("&#").append(point).append(';');
            }
            i += Character.charCount(point);
        }
        return ascii.toString();
    }

    private static MimeBodyPart attachment(CalendarPart calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(data(calendar.content(), "application/ics"));
        part.setFileName(calendar.fileName());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    private static DataHandler data(String content, String type) {
        return new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type));
    }

    /** The other side, where that is one person whose address this mail's header can hold. */
    private static Optional<InternetAddress> replyTo(Letter letter, InternetAddress recipient) {
        List<Party> otherSide = new LetterDates(letter).otherSide();
        return otherSide.size() != 1 ? Optional.empty() : MailAddress.ifValid(otherSide.get(0))
                .filter(address -> !MailAddress.needsUtf8(address) || MailAddress.needsUtf8(recipient));
    }

    private static String messageId(String id) {
        String plain = id.replaceAll("[\\s<>\\p{Cntrl}]", "");
        return "<" + plain + ">";
    }

    private static String bookingId(Letter letter) {
        List<LetterOccurrence> dates = new LetterDates(letter).all();
        String id = letter.workspace() + "/" + letter.bookingId();
        return Plain.line(dates.isEmpty() ? id : id + "/" + dates.get(0).occurrenceId(), 300);
    }

    /** The first date whose link the rendered part lacks, or null. */
    private static LetterOccurrence lacking(List<LetterOccurrence> linked, String rendered) {
        return linked.stream().filter(date -> !rendered.contains(date.joinUrl())).findFirst().orElse(null);
    }

    private static LetterOccurrence lackingInHtml(List<LetterOccurrence> linked, String html) {
        boolean plainly = linked.stream().allMatch(date -> html.contains(HtmlUtils.htmlEscape(date.joinUrl())));
        return plainly ? null : lacking(linked, HtmlUtils.htmlUnescape(html));
    }

    private static void check(Letter letter, LetterOccurrence lacking, String part) {
        if (lacking != null) {
            throw missing(letter, lacking, part);
        }
    }

    private static LetterIncompleteException missing(Letter letter, LetterOccurrence date, String part) {
        return new LetterIncompleteException("The mail " + letter.kind() + " about " + letter.workspace() + "/"
                + letter.bookingId() + "/" + date.occurrenceId() + " lacks the meeting's link in " + part);
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress parsed = new InternetAddress(from.strip(), true);
            return MailAddress.of(new Party(parsed.getPersonal(), parsed.getAddress(), null, null));
        } catch (AddressException | LetterIncompleteException e) {
            throw new IllegalArgumentException(
                    "MAIL_FROM must be a mail address such as bookings@example.com, not \"" + from + "\"", e);
        }
    }

    /** For recipients whom only servers with SMTPUTF8 know; raw UTF-8 in other mail's headers would harm it. */
    private static Session utf8Session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }
}
