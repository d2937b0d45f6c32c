package io.zoombookings.notification.letter;

import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The dates of a letter in order, and the questions that its text and its calendar part both ask about them. */
final class LetterDates {

    private static final Set<NotificationKind> WITHOUT_CALENDAR =
            EnumSet.of(NotificationKind.HOST_PROBLEM, NotificationKind.RECONNECT_REQUIRED);
    private static final Set<NotificationKind> ALWAYS_WITH_LINK =
            EnumSet.of(NotificationKind.CONFIRMATION, NotificationKind.LINK_READY, NotificationKind.REMINDER);

    private final Letter letter;
    private final List<LetterOccurrence> all;
    private final List<LetterOccurrence> live;

    LetterDates(Letter letter) {
        this.letter = letter;
        this.all = letter.occurrences().stream().sorted(Comparator.comparing(LetterOccurrence::start)).toList();
        this.live = all.stream().filter(date -> !cancelled(date)).toList();
    }

    List<LetterOccurrence> all() {
        return all;
    }

    List<LetterOccurrence> live() {
        return live;
    }

    boolean cancelled(LetterOccurrence date) {
        return date.cancelled() || letter.kind() == NotificationKind.CANCELLED;
    }

    boolean moved(LetterOccurrence date) {
        return date.previousStart() != null && !date.previousStart().equals(date.start())
                || date.previousDurationMinutes() != null && date.previousDurationMinutes() != date.durationMinutes();
    }

    boolean retitled(LetterOccurrence date) {
        return date.previousTitle() != null && !date.previousTitle().equals(letter.title());
    }

    boolean hasCalendar() {
        return letter.role() != Role.ADMIN && !WITHOUT_CALENDAR.contains(letter.kind()) && !all.isEmpty();
    }

    /** True where the letter is to show the date's link; it has one then. */
    boolean hasLink(LetterOccurrence date) {
        return hasCalendar() && !cancelled(date) && WebLink.of(date.joinUrl()).isPresent();
    }

    boolean hasAnyLink() {
        return live.stream().anyMatch(this::hasLink);
    }

    /** True where a letter without this date's link is an error. */
    boolean needsLink(LetterOccurrence date) {
        return hasCalendar() && !cancelled(date) && (ALWAYS_WITH_LINK.contains(letter.kind())
                || date.joinUrl() != null || date.meetingId() != null || date.linkChanged());
    }

    /** Those to whom a reply goes: the host for guests, the guests for the host. */
    List<Party> otherSide() {
        return switch (letter.role()) {
            case GUEST -> letter.host() == null ? List.of() : List.of(letter.host());
            case HOST -> letter.guests();
            case ADMIN -> List.of();
        };
    }

    /** The person's zone, else the booking's, else UTC; an unknown one counts as none. */
    ZoneId zoneOf(Party party) {
        ZoneId own = zone(party.timeZone());
        return own == null ? bookingZone() : own;
    }

    ZoneId bookingZone() {
        return Objects.requireNonNullElse(zone(letter.bookingTimeZone()), ZoneOffset.UTC);
    }

    boolean sameTime(LetterOccurrence date, ZoneId one, ZoneId other) {
        return one.getRules().getOffset(date.start()).equals(other.getRules().getOffset(date.start()));
    }

    String range(LetterOccurrence date, ZoneId zone, Language language) {
        return range(date.start(), date.durationMinutes(), zone, language);
    }

    /** The time in another zone, with its date where that is another one too. */
    String elsewhere(LetterOccurrence date, ZoneId here, ZoneId there, Language language) {
        ZonedDateTime start = date.start().atZone(there);
        return start.toLocalDate().equals(date.start().atZone(here).toLocalDate())
                ? language.formats().timeRange(start, date.end().atZone(there))
                : range(date, there, language);
    }

    /** Date and time as the recipient was told them before. */
    String before(LetterOccurrence date, ZoneId zone, Language language) {
        return range(Objects.requireNonNullElse(date.previousStart(), date.start()),
                Objects.requireNonNullElse(date.previousDurationMinutes(), date.durationMinutes()), zone, language);
    }

    private static String range(Instant start, int minutes, ZoneId zone, Language language) {
        ZonedDateTime from = start.atZone(zone);
        LocalFormats formats = language.formats();
        return language.text("mail.dateTime",
                "date", formats.date(from), "time", formats.timeRange(from, from.plusMinutes(minutes)));
    }

    private static ZoneId zone(String id) {
        try {
            return id == null || id.isBlank() ? null : ZoneId.of(id.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
