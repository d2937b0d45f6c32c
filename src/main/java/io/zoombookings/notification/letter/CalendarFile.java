package io.zoombookings.notification.letter;

import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The calendar part of a letter (RFC 5545, 5546): a booking is one entry, whose dates are instances with a link of
 * their own. Nobody is asked to answer: who booked has accepted, and declining in a calendar would not cancel a booking.
 */
final class CalendarFile {

    private static final ProdId PRODUCT = new ProdId("-//Camel Zoom Bookings//Mail//EN");
    private static final Duration ALARM_AHEAD = Duration.ofMinutes(15);
    static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int LINE_OCTETS = 75;
    private static final int NOTES_LIMIT = 2000;

    private final CalendarZones zones;
    private final InternetAddress sender;

    /** @param sender stands in as organizer where the host's address is none */
    CalendarFile(CalendarZones zones, InternetAddress sender) {
        this.zones = zones;
        this.sender = sender;
    }

    /**
     * The booking's entry as it is to be after the letter, with all its dates; removed where none is left. A letter about
     * one date says that one alone where all else stays: calendars then show what the letter is about.
     */
    CalendarPart write(Letter letter, LetterDates dates, Language language) {
        LetterCalendar entry = letter.calendar();
        ZoneId zone = dates.bookingZone();
        boolean cancel = letter.kind() == NotificationKind.CANCELLED;
        if (entry.dates().isEmpty()) {
            LetterOccurrence first = dates.all().get(0);
            return file(true, zone, List.of(first), List.of(event(letter, first, null, zone, true, language)));
        }
        LetterOccurrence told = toldAlone(dates.all(), entry, zone);
        if (told != null) {
            LetterOccurrence date = cancel ? told : dates.all().get(0);
            return file(cancel, zone, List.of(date),
                    List.of(event(letter, date, local(told, zone), zone, cancel, language)));
        }
        List<LetterOccurrence> all = entry.dates();
        CalendarSeries series = CalendarSeries.of(locals(all, zone), zone);
        List<CalendarComponent> events = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            events.add(event(letter, all.get(i), i == 0 ? null : series.slots().get(i), zone, false, language));
        }
        if (all.size() > 1) {
            VEvent first = (VEvent) events.get(0);
            first.add(new RRule<Instant>(series.rule()));
            series.excluded().forEach(slot -> first.add(time(Property.EXDATE, slot, zone)));
            series.additional().forEach(slot -> first.add(time(Property.RDATE, slot, zone)));
        }
        return file(false, zone, all, events);
    }

    /**
     * The letter's one date as told before, where all others stay and calendars know it by the same slot before and after;
     * or null. Any other letter says the whole: a calendar that knows the date by two slots would show it twice.
     */
    private static LetterOccurrence toldAlone(List<LetterOccurrence> dates, LetterCalendar entry, ZoneId zone) {
        LetterOccurrence only = dates.get(0);
        LetterOccurrence told = entry.before().stream()
                .filter(date -> date.occurrenceId().equals(only.occurrenceId())).findFirst().orElse(null);
        if (dates.size() != 1 || told == null || entry.before().size() < 2) {
            return null;
        }
        Map<String, Instant> others = starts(entry.dates());
        others.put(told.occurrenceId(), told.start());
        List<LocalDateTime> before = locals(entry.before(), zone);
        List<LocalDateTime> slots = CalendarSeries.of(locals(entry.dates(), zone), zone).slots();
        boolean sameSlot = IntStream.range(0, slots.size())
                .filter(i -> entry.dates().get(i).occurrenceId().equals(only.occurrenceId()))
                .allMatch(i -> slots.get(i).equals(local(told, zone)));
        return starts(entry.before()).equals(others) && CalendarSeries.of(before, zone).uniform(before) && sameSlot
                ? told : null;
    }

    private static Map<String, Instant> starts(List<LetterOccurrence> dates) {
        Map<String, Instant> starts = new HashMap<>();
        dates.forEach(date -> starts.put(date.occurrenceId(), date.start()));
        return starts;
    }

    private static List<LocalDateTime> locals(List<LetterOccurrence> dates, ZoneId zone) {
        return dates.stream().map(date -> local(date, zone)).toList();
    }

    private static LocalDateTime local(LetterOccurrence date, ZoneId zone) {
        return LocalDateTime.ofInstant(date.start(), zone);
    }

    private CalendarPart file(
            boolean cancel, ZoneId zone, List<LetterOccurrence> dates, List<CalendarComponent> events) {
        Calendar calendar = new Calendar(
                new PropertyList(List.of(PRODUCT, ImmutableVersion.VERSION_2_0, ImmutableCalScale.GREGORIAN,
                        cancel ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST)),
                new ComponentList<>(events));
        StringWriter unfolded = new StringWriter();
        try {
            new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, unfolded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String written = unfolded.toString();
        if (!(zone.normalized() instanceof ZoneOffset)) {
            int event = written.indexOf("BEGIN:VEVENT");
            written = written.substring(0, event) + zones.zone(zone, dates.get(0).start(), dates.get(dates.size() - 1).end())
                    + written.substring(event);
        }
        return new CalendarPart(cancel ? "CANCEL" : "REQUEST", fold(written));
    }

    /** @param slot of an instance of a recurring entry, or null */
    private VEvent event(Letter letter, LetterOccurrence date, LocalDateTime slot, ZoneId zone, boolean cancel,
            Language language) {
        List<Property> properties = new ArrayList<>(List.of(new Uid(letter.calendar().uid()),
                new DtStamp(letter.now()), new Sequence(letter.calendar().sequence())));
        if (slot != null) {
            properties.add(time(Property.RECURRENCE_ID, slot, zone));
        }
        properties.add(time(Property.DTSTART, local(date, zone), zone));
        properties.add(time(Property.DTEND, LocalDateTime.ofInstant(date.end(), zone), zone));
        String title = LetterWriter.title(letter, LetterWriter.TITLE_LIMIT);
        properties.add(new Summary(title));
        properties.add(cancel ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        properties.add(cancel ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        properties.add(organizer(letter));
        letter.guests().stream().map(CalendarFile::attendee).flatMap(Optional::stream).forEach(properties::add);
        Optional<String> link = cancel ? Optional.empty() : WebLink.of(date.joinUrl());
        String description = description(letter, date, link, cancel, language);
        if (!description.isEmpty()) {
            properties.add(new Description(description));
        }
        link.ifPresent(url -> {
            properties.add(new Location(url));
            properties.add(new Url(URI.create(url)));
        });
        if (link.isEmpty() && !cancel && slot != null) {
            // Outlook gives an instance without a location that of the whole, which is another date's link.
            properties.add(new Location(language.text("mail.link.follows", "count", 1)));
        }
        return new VEvent(new PropertyList(properties),
                new ComponentList<>(cancel ? List.of() : List.of(alarm(title))));
    }

    /**
     * Local times, written here: ical4j would look through all its zones for each of them, and convert by its own
     * idea of them, which has changes that never were.
     */
    private static Property time(String name, LocalDateTime local, ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset
                ? new XProperty(name, UTC_TIME.format(local.toInstant(zone.getRules().getOffset(local))))
                : new XProperty(name, new ParameterList(List.of(new TzId(zone.getId()))), LOCAL_TIME.format(local));
    }

    private Organizer organizer(Letter letter) {
        Optional<InternetAddress> host = Optional.ofNullable(letter.host()).flatMap(MailAddress::ifValid);
        InternetAddress address = host.orElse(sender);
        String name = letter.host() == null ? address.getAddress() : LetterWriter.name(letter.host());
        return new Organizer(new ParameterList(List.of(commonName(name))), MailAddress.calendarAddress(address));
    }

    private static Optional<Attendee> attendee(Party guest) {
        return MailAddress.ifValid(guest).map(address -> new Attendee(new ParameterList(List.of(
                CuType.INDIVIDUAL, net.fortuna.ical4j.model.parameter.Role.REQ_PARTICIPANT, PartStat.ACCEPTED,
                Rsvp.FALSE, commonName(LetterWriter.name(guest)))), MailAddress.calendarAddress(address)));
    }

    /** Quotes have no place in a parameter (RFC 5545, 3.2), and few calendars know how RFC 6868 writes them. */
    private static Cn commonName(String name) {
        return new Cn(name.replace('"', '\''));
    }

    private static String description(
            Letter letter, LetterOccurrence date, Optional<String> link, boolean cancel, Language language) {
        List<String> lines = new ArrayList<>();
        link.ifPresent(url -> {
            addLabelled(lines, language, "mail.button.join", url);
            addLabelled(lines, language, "mail.label.meetingId", WebLink.grouped(date.meetingId()));
            addLabelled(lines, language, "mail.label.passcode",
                    Plain.line(date.passcode(), LetterWriter.NAME_LIMIT));
        });
        if (link.isEmpty() && !cancel) {
            lines.add(language.text("mail.link.follows", "count", 1));
        }
        if (letter.role() == Role.GUEST && letter.host() != null) {
            addLabelled(lines, language, "mail.label.host", LetterWriter.name(letter.host()));
        }
        List<String> notes = Plain.lines(cancel ? letter.reason() : letter.notes(), NOTES_LIMIT);
        if (!notes.isEmpty() && !lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(notes);
        return String.join("\n", lines);
    }

    private static void addLabelled(List<String> lines, Language language, String label, String value) {
        if (value != null && !value.isBlank()) {
            lines.add(language.text("mail.labelled", "label", language.text(label), "value", value.strip()));
        }
    }

    private static VAlarm alarm(String title) {
        return new VAlarm(new PropertyList(List.of(ImmutableAction.DISPLAY, trigger(),
                new Description(title))));
    }

    private static Trigger trigger() {
        return new Trigger(new ParameterList(List.of(Related.START)), ALARM_AHEAD.negated());
    }

    /** Lines of at most 75 octets, none broken within a character (RFC 5545, 3.1); ical4j counts characters. */
    static String fold(String calendar) {
        StringBuilder folded = new StringBuilder(calendar.length() + calendar.length() / 32);
        calendar.lines().forEach(line -> {
            int octets = 0;
            for (int i = 0; i < line.length();) {
                int point = line.codePointAt(i);
                int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                if (octets + size > LINE_OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.appendCodePoint(point);
                octets += size;
                i += Character.charCount(point);
            }
            folded.append("\r\n");
        });
        return folded.toString();
    }
}
