package io.zoombookings.chaos;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.zoombookings.inbox.CalendarProgram;
import io.zoombookings.inbox.Mail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people's calendars show after all mails. */
final class Calendars {

    private final Map<String, CalendarProgram> byPerson = new TreeMap<>();
    private final List<String> repeated = new ArrayList<>();
    private int mails;
    private int sentAgain;

    static Calendars of(List<Mail> mails) {
        Calendars calendars = new Calendars();
        Map<String, Mail> news = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (Mail mail : mails) {
            calendars.mails++;
            boolean again = ids.put(mail.messageId(), mail.to()) != null;
            calendars.sentAgain += again ? 1 : 0;
            if (mail.calendar() == null) {
                continue;
            }
            calendars.byPerson.computeIfAbsent(mail.to(), to -> new CalendarProgram()).receive(mail.calendar());
            VEvent event = Biweekly.parse(mail.calendar()).first().getEvents().get(0);
            int sequence = event.getSequence().getValue();
            String what = mail.to() + " " + event.getUid().getValue() + " " + mail.kind() + " " + mail.text() + " ";
            Mail before = news.get(what + (sequence - 1));
            if (!again && before != null) {
                calendars.repeated.add(mail + " says again what " + before.messageId() + " said: " + mail.text());
            }
            news.put(what + sequence, mail);
        }
        return calendars;
    }

    /** Events that are not cancelled. */
    List<CalendarProgram.Event> of(String person) {
        CalendarProgram calendar = byPerson.get(person);
        return calendar == null ? List.of() : calendar.shown();
    }

    /** Mails that told the same twice under different Message-IDs. */
    List<String> repeated() {
        return repeated;
    }

    int mails() {
        return mails;
    }

    /** Deliveries beyond the first of the same Message-ID. */
    int sentAgain() {
        return sentAgain;
    }
}
