package io.zoombookings.notification.letter;

import io.zoombookings.notification.Role;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
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
 * The calendar part of a letter (RFC 5545, 5546): one file for all its dates, each an event of its own. Nobody is
 * asked to answer: who booked has accepted, and declining in a calendar would not cancel a booking.
 */
final class CalendarFile {

    private static final ProdId PRODUCT = new ProdId("-//Camel Zoom Bookings//Mail//EN");
    private static final Duration ALARM_AHEAD = Duration.ofMinutes(15);
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

    /** The dates to add or change, METHOD REQUEST; or those to remove, METHOD CANCEL. */
    String write(Letter letter, LetterDates dates, List<LetterOccurrence> chosen, boolean cancel, Language language) {
        ZoneId zone = dates.bookingZone();
        List<CalendarComponent> components = new ArrayList<>();
        if (!(zone.normalized() instanceof ZoneOffset)) {
            components.add(zones.zone(zone, chosen.get(0).start(), chosen.get(chosen.size() - 1).end()));
        }
        for (LetterOccurrence date : chosen) {
            components.add(event(letter, date, zone, cancel, language));
        }
        Calendar calendar = new Calendar(
                new PropertyList(List.of(PRODUCT, ImmutableVersion.VERSION_2_0, ImmutableCalScale.GREGORIAN,
                        cancel ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST)),
                new ComponentList<>(components));
        StringWriter unfolded = new StringWriter();
        try {
            new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, unfolded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fold(unfolded.toString());
    }

    private VEvent event(Letter letter, LetterOccurrence date, ZoneId zone, boolean cancel, Language language) {
        List<Property> properties = new ArrayList<>(List.of(
                new Uid(date.uid()), new DtStamp(letter.now()), new Sequence(date.sequence())));
        properties.addAll(times(date, zone));
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
        return new VEvent(new PropertyList(properties),
                new ComponentList<>(cancel ? List.of() : List.of(alarm(title))));
    }

    /**
     * Local times, written here: ical4j would look through all its zones for each of them, and convert by its own
     * idea of them, which has changes that never were.
     */
    private static List<Property> times(LetterOccurrence date, ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset) {
            return List.of(new DtStart<Instant>(date.start()), new DtEnd<Instant>(date.end()));
        }
        ParameterList zoned = new ParameterList(List.of(new TzId(zone.getId())));
        return List.of(new XProperty(Property.DTSTART, zoned, LOCAL_TIME.format(date.start().atZone(zone))),
                new XProperty(Property.DTEND, zoned, LOCAL_TIME.format(date.end().atZone(zone))));
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
