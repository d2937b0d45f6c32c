package io.zoombookings.simulation;

import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.letter.Letter;
import io.zoombookings.notification.letter.LetterComposer;
import io.zoombookings.notification.letter.LetterOccurrence;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** The mail server and everybody's mailbox: whatever it took is there, even if it did not say so. */
final class Mailbox {

    private enum Fate { TAKEN, TAKES_TIME, REPLY_LOST, HUNG_UP, PUT_OFF }

    private static final int[] WEIGHTS = {80, 8, 5, 4, 3};
    private static final Session SESSION = Session.getInstance(new Properties());

    /** The letter itself, in the place of its thousands of bytes. */
    private static final class Envelope extends MimeMessage {
        private final Letter letter;

        private Envelope(Letter letter) {
            super(SESSION);
            this.letter = letter;
        }
    }

    /** How a letter is written is not what histories are about. */
    static final class Composer extends LetterComposer {

        Composer() {
            super("bookings@clinic.example", null);
        }

        @Override
        public MimeMessage compose(Letter letter) {
            return new Envelope(letter);
        }
    }

    private final VirtualClock clock;
    private final Choices choices;
    private final Story story;
    private final List<Letter> letters = new ArrayList<>();
    boolean faulty = true;
    int faults;

    Mailbox(VirtualClock clock, Choices choices, Story story) {
        this.clock = clock;
        this.choices = choices;
        this.story = story;
    }

    void send(Worker worker, Object message) {
        Letter letter = ((Envelope) message).letter;
        Fate fate = faulty ? Fate.values()[choices.weighted(WEIGHTS)] : Fate.TAKEN;
        faults += fate == Fate.TAKEN ? 0 : 1;
        story.tell(() -> worker.node + " sends mail " + letter.messageId().substring(0, 18) + " " + letter.kind() + " to "
                + letter.recipient().email() + ": " + letter.occurrences().stream().map(Mailbox::words).toList()
                + (fate == Fate.TAKEN ? "" : " (" + fate.name().toLowerCase().replace('_', ' ') + ")"));
        switch (fate) {
            case TAKEN -> {
                letters.add(letter);
                worker.answered(null, null);
            }
            case TAKES_TIME -> {
                letters.add(letter);
                worker.answered(null, clock.instant());
            }
            case REPLY_LOST -> {
                letters.add(letter);
                worker.failed(new MessagingException("Connection closed"), null);
            }
            case HUNG_UP -> worker.failed(new MessagingException("Connection reset"), null);
            default -> worker.failed(new SMTPSendFailedException("RCPT", 451, "4.3.0 Later", null, null, null, null), null);
        }
    }

    /** Is there, whoever has sent it. */
    void take(Object message) {
        Letter letter = ((Envelope) message).letter;
        letters.add(letter);
        story.tell(() -> "Mail " + letter.messageId().substring(0, 18) + " " + letter.kind() + " to " + letter.recipient().email()
                + " is out before the commit");
    }

    static String words(LetterOccurrence date) {
        return date.occurrenceId() + " at " + date.start() + " " + date.durationMinutes() + "m, "
                + (date.meetingId() == null ? "no meeting" : "meeting " + date.meetingId());
    }

    int count() {
        return letters.size();
    }

    /** What the entry of a booking shows in a person's calendar after all letters: start, minutes and link of each date. */
    List<String> calendar(String workspace, String booking, String person) {
        Letter latest = null;
        for (Letter letter : letters) {
            boolean about = letter.calendar() != null && letter.kind() != NotificationKind.REMINDER
                    && workspace.equals(letter.workspace()) && booking.equals(letter.bookingId())
                    && letter.recipient().email().equals(person);
            if (about && (latest == null || letter.calendar().sequence() >= latest.calendar().sequence())) {
                latest = letter;
            }
        }
        return latest == null ? List.of() : latest.calendar().dates().stream()
                .map(date -> date.start() + " " + date.durationMinutes() + " " + date.joinUrl()).sorted().toList();
    }

    /** Letters that say just what the one before said to the same person, under another Message-ID. */
    List<String> repeated() {
        List<String> repeated = new ArrayList<>();
        Map<String, Letter> news = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (Letter letter : letters) {
            boolean again = ids.put(letter.messageId(), "") != null;
            if (letter.calendar() == null || letter.kind() == NotificationKind.REMINDER) {
                continue;
            }
            String what = letter.recipient().email() + " " + letter.bookingId() + " " + letter.kind() + " " + letter.title() + " "
                    + letter.occurrences().stream().map(date -> date.occurrenceId() + date.start() + date.durationMinutes()
                    + date.joinUrl()).collect(Collectors.joining(" "));
            int sequence = letter.calendar().sequence();
            Letter before = news.getOrDefault(what + (sequence - 1), news.get(what + sequence));
            if (!again && before != null && !before.messageId().equals(letter.messageId())) {
                repeated.add("Mail " + letter.messageId() + " says again what " + before.messageId() + " said: " + what);
            }
            news.put(what + sequence, letter);
        }
        return repeated;
    }
}
