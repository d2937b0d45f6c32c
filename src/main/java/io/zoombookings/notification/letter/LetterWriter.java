package io.zoombookings.notification.letter;

import io.zoombookings.Cause;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import io.zoombookings.notification.letter.LetterView.Accent;
import io.zoombookings.notification.letter.LetterView.Button;
import io.zoombookings.notification.letter.LetterView.Fact;
import io.zoombookings.notification.letter.LetterView.Mark;
import io.zoombookings.notification.letter.LetterView.Row;
import io.zoombookings.notification.letter.LetterView.Value;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts one letter into words. A new one for each letter; pure. */
final class LetterWriter {

    static final int TITLE_LIMIT = 200;
    static final int TEXT_LIMIT = 4000;
    static final int NAME_LIMIT = 100;
    private static final int SUBJECT_TITLE_LIMIT = 80;
    private static final int SENTENCE_LIMIT = 1000;
    private static final String PHONE_NUMBERS = "https://zoom.us/zoomconference";

    private final Letter letter;
    private final Language language;
    private final LetterDates dates;
    private final Variant variant;
    private final ZoneId zone;

    LetterWriter(Letter letter, LetterDates dates, Language language) {
        this.letter = letter;
        this.language = language;
        this.dates = dates;
        this.variant = Variant.of(letter, dates);
        this.zone = dates.zoneOf(letter.recipient());
    }

    LetterView write() {
        boolean series = dates.all().size() > 1;
        LetterOccurrence single = dates.all().size() == 1 ? dates.all().get(0) : null;
        return new LetterView(
                language.tag(), language.rightToLeft() ? "rtl" : "ltr", variant.accent, subject(), preheader(),
                heading(), greeting(), paragraphs(), trouble(),
                title(TITLE_LIMIT), titleWas(), single == null ? null : when(single), button(single), facts(single),
                series ? text("mail.label.dates") : null, series ? rows() : List.of(), series ? rowsNote() : null,
                hints(), footer());
    }

    private String subject() {
        return ofRole("mail.subject.", "what", what(), "workspace", workspace()).replaceAll("[\\s\u00a0]+", " ");
    }

    /** Title and first date. */
    private String what() {
        String title = title(letter, SUBJECT_TITLE_LIMIT);
        return dates.all().isEmpty() ? title : text("mail.what", "title", title, "when", when());
    }

    private String when() {
        LetterOccurrence first = dates.all().get(0);
        String date = language.formats().shortDate(first.start().atZone(zone));
        return dates.all().size() == 1
                ? text("mail.dateTime", "date", date, "time", language.formats().time(first.start().atZone(zone)))
                : text("mail.when.series", "count", dates.all().size(), "date", date);
    }

    private String preheader() {
        if (dates.all().isEmpty()) {
            return Plain.line(cause(), SENTENCE_LIMIT);
        }
        LetterOccurrence first = dates.all().get(0);
        String zoneName = language.formats().zone(first.start().atZone(zone));
        return Stream.concat(Stream.of(when(), zoneName), otherSide().stream().map(LetterWriter::name))
                .reduce((a, b) -> a + " · " + b).orElseThrow();
    }

    private String heading() {
        return ofRole("mail.heading.", "count", dates.all().size(), "in", startsIn());
    }

    private String startsIn() {
        return dates.all().isEmpty() || variant != Variant.REMINDER ? ""
                : language.formats().in(Duration.between(letter.now(), dates.all().get(0).start()));
    }

    private String greeting() {
        String name = Plain.line(letter.recipient().name(), NAME_LIMIT);
        return name.isEmpty() ? text("mail.greeting.anonymous") : text("mail.greeting", "name", name);
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(ofRole("mail.intro.", "count", dates.all().size(), "workspace", workspace()));
        if (variant == Variant.RESCHEDULED && !dates.live().isEmpty()) {
            String link = !dates.live().stream().allMatch(dates::hasLink) ? "mail.link.follows"
                    : dates.live().stream().anyMatch(LetterOccurrence::linkChanged) ? "mail.link.changed"
                    : "mail.link.kept";
            paragraphs.add(text(link, "count", dates.live().size()));
        }
        return paragraphs;
    }

    private Value titleWas() {
        return dates.all().stream()
                .map(LetterOccurrence::previousTitle)
                .filter(was -> was != null && !was.equals(letter.title()))
                .findFirst()
                .map(was -> new Value(Mark.BEFORE, text("mail.previously"), Plain.line(was, TITLE_LIMIT), null))
                .orElse(null);
    }

    private Button button(LetterOccurrence single) {
        if (letter.actionUrl() != null && variant.problem()) {
            return new Button(ofRole("mail.button."), WebLink.of(letter.actionUrl()).orElseThrow(() ->
                    new LetterIncompleteException("Not a web address: " + Plain.line(letter.actionUrl(), 100))),
                    text("mail.link.copy"));
        }
        return single != null && dates.hasLink(single)
                ? new Button(text("mail.button.join"), single.joinUrl(), text("mail.link.copy"))
                : null;
    }

    private List<Fact> trouble() {
        List<Fact> trouble = new ArrayList<>();
        if (letter.role() != Role.GUEST) {
            add(trouble, "cause", lines(cause()));
            add(trouble, "remedy", letter.remedy() != null || !variant.problem() ? lines(letter.remedy())
                    : List.of(plain(text("mail.remedy." + variant))));
        }
        return trouble;
    }

    /** What went wrong, in the reader's language, or null. */
    private String cause() {
        return sentence(letter.problem());
    }

    private String sentence(Cause cause) {
        return cause == null || cause.kind() == Cause.Kind.OTHER ? Cause.sentence(cause)
                : text(cause.kind().key(), pairs(cause.arguments()));
    }

    private List<Fact> facts(LetterOccurrence single) {
        List<Fact> facts = new ArrayList<>();
        if (letter.role() == Role.ADMIN) {
            add(facts, "workspace", List.of(plain(workspace())));
        }
        add(facts, "reason", variant == Variant.CANCELLED ? lines(letter.reason()) : List.of());
        if (letter.role() == Role.GUEST && letter.host() != null) {
            add(facts, "host", person(letter.host(), single));
        }
        if (!letter.guests().isEmpty() && letter.role() == Role.HOST) {
            facts.add(new Fact("guests", text("mail.label.guests", "count", letter.guests().size()),
                    letter.guests().stream().flatMap(guest -> person(guest, single).stream()).toList()));
        }
        if (single != null && dates.hasLink(single)) {
            add(facts, "meetingId", line(WebLink.grouped(single.meetingId())));
            add(facts, "passcode", line(single.passcode()));
        }
        if (dates.hasAnyLink()) {
            add(facts, "phone", Stream.concat(letter.zoom().dialIn().stream(),
                    Stream.of(text("mail.phone", "url", PHONE_NUMBERS))).map(LetterWriter::plain).toList());
            if (letter.role() == Role.HOST) {
                add(facts, "start", start());
            }
        }
        add(facts, "notes", variant == Variant.CANCELLED ? List.of() : lines(letter.notes()));
        return facts;
    }

    /** How the meeting begins, and what could keep it from beginning. */
    private List<Value> start() {
        List<Value> values = new ArrayList<>();
        if (letter.zoom().start() != null) {
            values.add(plain(text("mail.start." + letter.zoom().start(), pairs(letter.zoom().arguments()))));
        }
        letter.zoom().warnings().forEach(warning -> values.add(plain(sentence(warning))));
        return values;
    }

    private static Object[] pairs(Map<String, String> arguments) {
        return arguments.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray();
    }

    private List<Value> when(LetterOccurrence single) {
        List<Value> values = new ArrayList<>();
        Mark mark = dates.cancelled(single) ? Mark.CANCELLED : dates.moved(single) ? Mark.AFTER : Mark.PLAIN;
        if (mark == Mark.AFTER) {
            values.add(new Value(Mark.BEFORE, text("mail.previously"), dates.before(single, zone, language), null));
        }
        values.add(new Value(mark, mark == Mark.AFTER ? text("mail.now") : null,
                dates.range(single, zone, language), null));
        values.add(new Value(Mark.MUTED, null, language.formats().duration(single.durationMinutes()) + " · "
                + language.formats().zone(single.start().atZone(zone)), null));
        return values;
    }

    /** Name and address, and their own time of the single date where it is another. */
    private List<Value> person(Party party, LetterOccurrence single) {
        String name = Plain.line(party.name(), NAME_LIMIT);
        String email = Plain.line(party.email(), TITLE_LIMIT);
        Value value = new Value(Mark.PLAIN, null,
                name.isEmpty() ? email : Plain.isolated(name, language.rightToLeft()) + " <" + email + ">",
                MailAddress.ifValid(party).map(address -> MailAddress.calendarAddress(address).toString())
                        .orElse(null));
        ZoneId theirs = dates.zoneOf(party);
        if (single == null || dates.cancelled(single) || dates.sameTime(single, zone, theirs)) {
            return List.of(value);
        }
        String local = dates.elsewhere(single, zone, theirs, language) + ", "
                + language.formats().zone(single.start().atZone(theirs));
        return List.of(value, new Value(Mark.MUTED, text("mail.localTime"), local, null));
    }

    private List<Row> rows() {
        return dates.all().stream().map(this::row).toList();
    }

    private Row row(LetterOccurrence date) {
        Mark mark = dates.cancelled(date) ? Mark.CANCELLED : dates.moved(date) ? Mark.AFTER : Mark.PLAIN;
        Value time = new Value(mark, mark == Mark.AFTER ? text("mail.now") : null,
                dates.range(date, zone, language), null);
        Value was = mark == Mark.AFTER
                ? new Value(Mark.BEFORE, text("mail.previously"), dates.before(date, zone, language), null) : null;
        boolean link = dates.hasLink(date);
        return new Row(time, was, mark == Mark.CANCELLED ? null : elsewhere(date), state(date, mark, link),
                link ? new Button(text("mail.button.joinShort"), date.joinUrl(), null) : null,
                link ? access(date) : List.of());
    }

    private String state(LetterOccurrence date, Mark mark, boolean link) {
        if (mark == Mark.CANCELLED) {
            return variant == Variant.CANCELLED ? null : text("mail.state.cancelled");
        }
        if (link) {
            return date.linkChanged() ? text("mail.state.newLink") : null;
        }
        return variant.problem() ? null : text("mail.state.linkFollows");
    }

    private List<String> access(LetterOccurrence date) {
        List<String> access = new ArrayList<>();
        line(WebLink.grouped(date.meetingId())).forEach(id -> access.add(labelled("mail.label.meetingId", id.text())));
        line(date.passcode()).forEach(code -> access.add(labelled("mail.label.passcode", code.text())));
        return access;
    }

    private String elsewhere(LetterOccurrence date) {
        if (letter.role() != Role.GUEST || letter.host() == null) {
            return null;
        }
        ZoneId theirs = dates.zoneOf(letter.host());
        return dates.sameTime(date, zone, theirs) ? null
                : text("mail.hostTime", "time", dates.elsewhere(date, zone, theirs, language));
    }

    private String rowsNote() {
        return text("mail.zone", "zone", language.formats().zoneAllYear(zone, dates.all().get(0).start()));
    }

    private List<String> hints() {
        List<String> hints = new ArrayList<>();
        int count = dates.all().size();
        if (dates.hasCalendar()) {
            hints.add(switch (variant) {
                case CANCELLED -> text("mail.calendar.remove", "count", count);
                case RESCHEDULED, NEW_LINK, LINK_READY -> text("mail.calendar.update", "count", count);
                default -> text("mail.calendar.add", "count", count);
            });
        }
        if (otherSide().size() == 1 && letter.role() != Role.ADMIN) {
            hints.add(text("mail.reply", "name", name(otherSide().get(0))));
        }
        return hints;
    }

    private String footer() {
        return letter.bookingId() == null
                ? text("mail.footer.workspace", "workspace", workspace())
                : text("mail.footer", "workspace", workspace(), "booking", Plain.line(letter.bookingId(), NAME_LIMIT));
    }

    private List<Party> otherSide() {
        return dates.otherSide();
    }

    /** Null for mail about no booking; a booking without a visible title has its id for one. */
    private String title(int limit) {
        return letter.title() == null && letter.bookingId() == null ? null : title(letter, limit);
    }

    static String title(Letter letter, int limit) {
        String title = Plain.line(letter.title(), limit);
        return title.isEmpty() ? Plain.line(letter.bookingId(), limit) : title;
    }

    private String workspace() {
        String name = Plain.line(letter.workspaceName(), NAME_LIMIT);
        return name.isEmpty() ? letter.workspace() : name;
    }

    static String name(Party party) {
        String name = Plain.line(party.name(), NAME_LIMIT);
        return name.isEmpty() ? Plain.line(party.email(), TITLE_LIMIT) : name;
    }

    private void add(List<Fact> facts, String name, List<Value> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(name, text("mail.label." + name), values));
        }
    }

    private static List<Value> line(String value) {
        String line = Plain.line(value, NAME_LIMIT);
        return line.isEmpty() ? List.of() : List.of(plain(line));
    }

    private static List<Value> lines(String value) {
        return Plain.lines(value, TEXT_LIMIT).stream().map(LetterWriter::plain).toList();
    }

    private static Value plain(String text) {
        return new Value(Mark.PLAIN, null, text, null);
    }

    private String labelled(String label, String value) {
        return text("mail.labelled", "label", text(label), "value", value);
    }

    private String text(String key, Object... arguments) {
        return language.text(key, arguments);
    }

    /** The text for the recipient's role, where there is one of its own, else for everybody. */
    private String ofRole(String prefix, Object... arguments) {
        String key = prefix + variant;
        String own = key + "." + letter.role();
        return text(language.has(own) ? own : key, arguments);
    }

    /** What the letter is about: its kind, but for a change of nothing but the link. */
    enum Variant {
        CONFIRMATION(Accent.GOOD), LINK_FOLLOWS(Accent.GOOD), LINK_READY(Accent.GOOD), RESCHEDULED(Accent.CHANGED),
        NEW_LINK(Accent.CHANGED), CANCELLED(Accent.CANCELLED), REMINDER(Accent.GOOD), HOST_PROBLEM(Accent.PROBLEM),
        RECONNECT_REQUIRED(Accent.PROBLEM);

        private final Accent accent;

        Variant(Accent accent) {
            this.accent = accent;
        }

        boolean problem() {
            return accent == Accent.PROBLEM;
        }

        static Variant of(Letter letter, LetterDates dates) {
            boolean mayBeLinkAlone = letter.kind() == NotificationKind.RESCHEDULED
                    || letter.kind() == NotificationKind.LINK_READY;
            boolean otherwiseSame = dates.all().stream().noneMatch(date ->
                    dates.cancelled(date) || dates.moved(date) || dates.retitled(date));
            boolean newLink = dates.all().stream().anyMatch(LetterOccurrence::linkChanged);
            return mayBeLinkAlone && otherwiseSame && newLink ? NEW_LINK : valueOf(letter.kind().name());
        }
    }
}
