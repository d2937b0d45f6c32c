package io.zoombookings.booking.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules of a booking that go beyond the schema, each problem at its field. */
final class BookingFields {

    private static final int MAX_MINUTES = 1440;
    private static final String NO_DATE_TIME = "is not a date-time of the years 1970 to 9998 that exists";

    private final Fields fields;
    private final Problems problems;
    private final boolean required;
    private final String occurrence;
    private final ZoneId zone;

    /**
     * @param required   whether the booking must be whole
     * @param occurrence the instance that the event names, or null; of a single instance the rule is not expanded
     */
    BookingFields(Fields fields, boolean required, String occurrence) {
        this.fields = fields;
        this.problems = fields.problems();
        this.required = required;
        this.occurrence = occurrence;
        this.zone = zone();
    }

    /** @return null if it is not a whole booking, or a wrong one */
    Booking read() {
        Person host = fields.has("host") ? person(fields.object("host")) : null;
        List<Person> guests = guests();
        List<String> alternativeHosts = alternativeHosts();
        String start = dateTime(fields, "start");
        Integer duration = duration(start);
        List<BookingOccurrence> occurrences = occurrences(duration);
        String rule = rule(start);
        if (!occurrences.isEmpty()) {
            BookingOccurrence first = firstOrNamed(occurrences);
            start = start == null ? first.start() : start;
            duration = duration == null ? Integer.valueOf(first.durationMinutes()) : duration;
        }
        String title = fields.text("title");
        if (title == null || start == null || duration == null || host == null || guests.isEmpty() || zone == null) {
            return null;
        }
        Fields meeting = fields.object("meeting");
        return new Booking(fields.text("id"), title, fields.text("notes"), start, zone.getId(), duration, host, guests,
                rule, occurrences,
                new MeetingOptions(meeting.bool("waitingRoom"), meeting.text("passcode"),
                        meeting.text("autoRecording"), alternativeHosts, meeting.bool("joinBeforeHost"),
                        minutes(meeting), meeting.text("aiSummary")),
                metadata());
    }

    private static Integer minutes(Fields meeting) {
        Long minutes = meeting.whole("joinBeforeHostMinutes");
        return minutes == null ? null : Integer.valueOf(minutes.intValue());
    }

    /** That of the booking, else the host's, else UTC; null if it is unknown. */
    private ZoneId zone() {
        ZoneId own = knownZone(fields);
        if (own != null || fields.has("timeZone")) {
            return own;
        }
        ZoneId hosts = knownZone(fields.object("host"));
        return hosts != null ? hosts : ZoneId.of("UTC");
    }

    private static ZoneId knownZone(Fields place) {
        String id = place.text("timeZone");
        if (id == null) {
            return null;
        }
        ZoneId known = TimeZones.find(id).orElse(null);
        if (known == null) {
            place.refuse("timeZone", "is not the IANA id of a known time zone");
        }
        return known;
    }

    private static Person person(Fields person) {
        ZoneId known = knownZone(person);
        String email = person.text("email");
        return email == null ? null
                : new Person(person.text("name"), email, person.text("locale"), known == null ? null : known.getId());
    }

    /** Each address once, whatever its case; what the first mention leaves out comes from the later ones. */
    private List<Person> guests() {
        Map<String, Person> byEmail = new LinkedHashMap<>();
        for (Fields each : fields.objects("guests")) {
            Person guest = person(each);
            if (guest != null) {
                byEmail.merge(guest.email().toLowerCase(Locale.ROOT), guest, (first, again) -> new Person(
                        first.name() == null ? again.name() : first.name(),
                        first.email(),
                        first.locale() == null ? again.locale() : first.locale(),
                        first.timeZone() == null ? again.timeZone() : first.timeZone()));
            }
        }
        return List.copyOf(byEmail.values());
    }

    private List<String> alternativeHosts() {
        List<Fields.Item> items = fields.object("meeting").texts("alternativeHosts");
        return items == null ? null : items.stream().map(Fields.Item::text).distinct().toList();
    }

    /** The date-time as it was sent, if it exists; a local one needs the booking's own zone. */
    private String dateTime(Fields place, String field) {
        String text = place.text(field);
        if (text == null || !exists(place.at(field), text)) {
            return null;
        }
        if (WallClock.isLocal(text) && !fields.has("timeZone")) {
            fields.refuse("timeZone", "is required, because a date-time has no offset");
            return null;
        }
        return zone == null ? null : text;
    }

    private boolean exists(String pointer, String dateTime) {
        try {
            if (WallClock.isPlausible(WallClock.year(dateTime))) {
                return true;
            }
        } catch (DateTimeException wrong) {
            // said below
        }
        problems.add(pointer, NO_DATE_TIME);
        return false;
    }

    private Integer duration(String start) {
        Long minutes = fields.whole("durationMinutes");
        String end = dateTime(fields, "end");
        if (fields.has("end") && fields.has("durationMinutes")) {
            fields.refuse("end", "must not be there beside durationMinutes");
            return null;
        }
        if (!fields.has("end") && !fields.has("durationMinutes") && !fields.has("occurrences") && required) {
            fields.refuse("durationMinutes", "is required, or end");
        }
        if (end == null || start == null) {
            return minutes == null ? null : Math.toIntExact(minutes);
        }
        long seconds = Duration.between(WallClock.instant(start, zone), WallClock.instant(end, zone)).toSeconds();
        if (seconds <= 0) {
            fields.refuse("end", "must be after the start");
            return null;
        }
        if (seconds > MAX_MINUTES * 60L) {
            fields.refuse("end", "must be at most " + MAX_MINUTES + " minutes after the start");
            return null;
        }
        return Math.toIntExact((seconds + 59) / 60);
    }

    private List<BookingOccurrence> occurrences(Integer duration) {
        List<BookingOccurrence> occurrences = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields each : fields.objects("occurrences")) {
            String id = each.text("id");
            if (id != null && !ids.add(id)) {
                each.refuse("id", "is there twice");
            }
            String start = dateTime(each, "start");
            Long own = each.whole("durationMinutes");
            Integer minutes = own == null ? duration : Integer.valueOf(Math.toIntExact(own));
            if (minutes == null && !each.has("durationMinutes") && !fields.has("end")
                    && !fields.has("durationMinutes")) {
                each.refuse("durationMinutes", "is required, because the booking has none");
            }
            if (id != null && start != null && minutes != null) {
                occurrences.add(new BookingOccurrence(id, start, minutes));
            }
        }
        return occurrences;
    }

    /** What stands for the booking's own start: the instance that the event names, else the earliest. */
    private BookingOccurrence firstOrNamed(List<BookingOccurrence> occurrences) {
        return occurrences.stream().filter(each -> each.id().equals(occurrence)).findFirst()
                .orElseGet(() -> occurrences.stream()
                        .min(Comparator.comparing(each -> WallClock.instant(each.start(), zone))).orElseThrow());
    }

    private String rule(String start) {
        Fields recurrence = fields.object("recurrence");
        if (fields.has("recurrence") && fields.has("occurrences")) {
            fields.refuse("occurrences", "must not be there beside recurrence");
            return null;
        }
        String rule = recurrence.text("rule");
        List<String> lines = new ArrayList<>();
        addDates(recurrence.texts("rdate"), "RDATE", lines);
        addDates(recurrence.texts("exdate"), "EXDATE", lines);
        if (rule == null || zone == null) {
            return null;
        }
        if (!lines.isEmpty()) {
            lines.add(0, rule.contains(":") ? rule : "RRULE:" + rule);
            rule = String.join("\n", lines);
        }
        try {
            Recurrence parsed = Recurrence.of(rule, zone);
            if (start != null && occurrence == null) {
                parsed.startingAt(WallClock.instant(start, zone));
            }
        } catch (InvalidRecurrenceException wrong) {
            recurrence.refuse("rule", wrong.getMessage());
        }
        return rule;
    }

    private void addDates(List<Fields.Item> items, String name, List<String> lines) {
        if (items == null) {
            return;
        }
        for (Fields.Item item : items) {
            if (item.text().indexOf('T') < 0 && item.text().indexOf('t') < 0) {
                addDay(item, name, lines);
            } else if (exists(item.pointer(), item.text())) {
                if (WallClock.isLocal(item.text()) && !fields.has("timeZone")) {
                    fields.refuse("timeZone", "is required, because a date-time has no offset");
                } else if (zone != null) {
                    lines.add(name + ":" + CalendarLine.of(WallClock.instant(item.text(), zone)));
                }
            }
        }
    }

    private void addDay(Fields.Item item, String name, List<String> lines) {
        try {
            LocalDate day = LocalDate.parse(item.text());
            lines.add(name + ";VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
        } catch (DateTimeException wrong) {
            problems.add(item.pointer(), "is not a date that exists");
        }
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : fields.node().path("metadata").properties()) {
            metadata.put(entry.getKey(), entry.getValue().asText());
        }
        return metadata;
    }
}
