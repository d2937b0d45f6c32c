package io.zoombookings.notification.letter;

import io.zoombookings.Cause;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A letter that tests change before it is one. */
final class LetterDraft {

    static final String LINK = "https://us02web.zoom.us/j/83320363126?pwd=aB1.2&x=<y>".replace("<y>", "%3Cy%3E");
    static final String UID = "B-1001@bookings.example";
    static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

    NotificationKind kind = NotificationKind.CONFIRMATION;
    Role role = Role.GUEST;
    String messageId = "<n-1@bookings.example>";
    Party host = new Party("Ada Kern", "ada@clinic.example", "de", "Europe/Berlin");
    List<Party> guests = new ArrayList<>(List.of(new Party("Bo Li", "bo@guest.example", "en", "Asia/Shanghai"),
            new Party("Cem Öz", "cem@secret.example", "tr", "Europe/Istanbul")));
    Party recipient;
    String workspaceName = "Kern Clinic";
    String workspaceLocale = "en";
    String bookingId = "B-1001";
    String title = "Intro consultation";
    String notes = "Bring last year's report";
    List<LetterOccurrence> dates = new ArrayList<>(List.of(date("0", START, LINK)));
    int sequence = 2;
    List<LetterOccurrence> before = List.of();
    /** All dates of the recipient's entry; null for those of the letter that take place. */
    List<LetterOccurrence> entry;
    String reason;
    String problem;
    String remedy;
    String actionUrl;
    String bookingTimeZone = "Europe/Berlin";
    Instant now = Instant.parse("2026-11-22T09:00:00Z");

    static LetterDraft of(NotificationKind kind, Role role) {
        LetterDraft draft = new LetterDraft();
        draft.kind = kind;
        draft.role = role;
        return draft;
    }

    LetterDraft dates(LetterOccurrence... some) {
        dates = List.of(some);
        return this;
    }

    Letter letter() {
        Party to = recipient != null ? recipient : role == Role.GUEST ? guests.get(0) : host;
        return new Letter(kind, role, messageId, to, "clinic", workspaceName, workspaceLocale, bookingId, title, notes,
                host, guests, dates, new LetterCalendar(UID, sequence, before, entry()), reason,
                problem == null ? null : Cause.other(problem), remedy,
                actionUrl, now, bookingTimeZone, null);
    }

    private List<LetterOccurrence> entry() {
        return entry != null ? entry : kind == NotificationKind.CANCELLED ? List.of() : dates.stream()
                .filter(date -> !date.cancelled()).sorted(Comparator.comparing(LetterOccurrence::start)).toList();
    }

    static LetterOccurrence date(String id, Instant start, String joinUrl) {
        return new LetterOccurrence(id, start, 30, false, joinUrl, joinUrl == null ? null : "s3cret",
                joinUrl == null ? null : "83320363126", null, null, null, false);
    }

    static LetterOccurrence cancelled(LetterOccurrence date) {
        return new LetterOccurrence(date.occurrenceId(), date.start(), date.durationMinutes(), true,
                null, null, null, null, null, null, false);
    }

    static LetterOccurrence moved(LetterOccurrence date, Instant from) {
        return new LetterOccurrence(date.occurrenceId(), date.start(), date.durationMinutes(), false,
                date.joinUrl(), date.passcode(), date.meetingId(), from, null, null, false);
    }

    static LetterOccurrence relinked(LetterOccurrence date) {
        return new LetterOccurrence(date.occurrenceId(), date.start(), date.durationMinutes(), false,
                date.joinUrl(), date.passcode(), date.meetingId(), null, null, null, true);
    }
}
