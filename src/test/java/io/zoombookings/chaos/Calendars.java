package io.zoombookings.chaos;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.zoombookings.inbox.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What people's calendars show after all mails, kept as a calendar program keeps it: by UID, the highest SEQUENCE counts. */
final class Calendars {

    /** An entry of somebody's calendar. */
    record Entry(String uid, int sequence, Instant start, long minutes, boolean cancelled, String link, String title,
                 String messageId, String kind) {

        boolean sameNews(Entry other) {
            return start.equals(other.start) && minutes == other.minutes && cancelled == other.cancelled
                    && Objects.equals(link, other.link) && title.equals(other.title);
        }
    }

    private final Map<String, Map<String, Entry>> byPerson = new TreeMap<>();
    private final List<String> repeated = new ArrayList<>();
    private int mails;
    private int sentAgain;

    static Calendars of(List<Mail> mails) {
        Calendars calendars = new Calendars();
        Map<String, Map<String, Entry>> news = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (Mail mail : mails) {
            calendars.mails++;
            boolean again = ids.put(mail.messageId(), mail.to()) != null;
            calendars.sentAgain += again ? 1 : 0;
            for (Entry entry : entries(mail)) {
                calendars.byPerson.computeIfAbsent(mail.to(), to -> new TreeMap<>()).merge(entry.uid(), entry,
                        (old, next) -> next.sequence() >= old.sequence() ? next : old);
                Map<String, Entry> told = news.computeIfAbsent(mail.to() + " " + entry.uid(), key -> new TreeMap<>());
                Entry before = told.values().stream().filter(one -> one.sequence() == entry.sequence() - 1
                        && one.kind().equals(entry.kind()) && one.sameNews(entry)).findFirst().orElse(null);
                if (!again && before != null) {
                    calendars.repeated.add(mail + " says again what " + before.messageId() + " said: " + entry);
                }
                told.put(entry.messageId(), entry);
            }
        }
        return calendars;
    }

    /** Entries that are not cancelled. */
    List<Entry> of(String person) {
        return byPerson.getOrDefault(person, Map.of()).values().stream().filter(entry -> !entry.cancelled()).toList();
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

    private static List<Entry> entries(Mail mail) {
        if (mail.calendar() == null) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (ICalendar calendar : Biweekly.parse(mail.calendar()).all()) {
            boolean cancels = calendar.getMethod().isCancel();
            for (VEvent event : calendar.getEvents()) {
                Instant start = event.getDateStart().getValue().toInstant();
                entries.add(new Entry(event.getUid().getValue(), event.getSequence().getValue(), start,
                        Duration.between(start, event.getDateEnd().getValue().toInstant()).toMinutes(), cancels,
                        event.getUrl() == null ? null : event.getUrl().getValue(), event.getSummary().getValue(),
                        mail.messageId(), mail.kind()));
            }
        }
        return entries;
    }
}
