package io.zoombookings.notification.letter;

import static io.zoombookings.notification.letter.LetterDraft.date;
import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.inbox.CalendarProgram;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A series lives through any changes: its letters, in whatever order, make calendars show what it is. */
class SeriesLettersTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 12, 1, 10, 0);

    private final LetterComposer composer = new LetterComposer("bookings@clinic.example", null);
    private final List<String> sent = new ArrayList<>();
    private Map<String, LetterOccurrence> dates;
    private int sequence;
    private int links;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void showWhatTheSeriesIs(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < 3; life++) {
            sent.clear();
            sequence = 0;
            dates = new TreeMap<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                dates.put("" + i, linked("" + i, FIRST.plusWeeks(i)));
            }
            send(NotificationKind.CONFIRMATION, dates.values(), Map.of());
            for (int step = 0; step < 8; step++) {
                change(random);
                assertThat(shown(sent)).as("%s after step %d: %s", seed, step, sent).isEqualTo(shown());
            }
            List<String> mixed = new ArrayList<>(sent);
            Collections.shuffle(mixed, random);
            assertThat(shown(mixed)).as("%s: %s", seed, mixed).isEqualTo(shown());
        }
    }

    /** What one change of a booking brings: some dates moved, linked anew, added, and some cancelled. */
    private void change(Random random) {
        Map<String, LetterOccurrence> before = new TreeMap<>(dates);
        List<LetterOccurrence> changed = new ArrayList<>();
        List<LetterOccurrence> cancelled = new ArrayList<>();
        List<String> ids = new ArrayList<>(before.keySet());
        Collections.shuffle(ids, random);
        for (String id : ids.subList(0, random.nextInt(3) == 0 ? random.nextInt(ids.size() + 1) : Math.min(1, ids.size()))) {
            LetterOccurrence old = before.get(id);
            LocalDateTime start = LocalDateTime.ofInstant(old.start(), ZONE);
            switch (random.nextInt(5)) {
                case 0 -> cancelled.add(dates.remove(id));
                case 1, 2 -> changed.add(linked(id, start.plusDays(random.nextInt(9) - 4L)));
                case 3 -> changed.add(linked(id, start.plusHours(random.nextInt(9) - 4L)));
                default -> changed.add(linked(id, start));
            }
        }
        if (dates.size() < 3 || random.nextInt(6) == 0) {
            String id = "" + random.nextInt(9);
            if (!before.containsKey(id)) {
                changed.add(linked(id, FIRST.plusWeeks(random.nextInt(9))));
            }
        }
        changed.forEach(date -> dates.put(date.occurrenceId(), date));
        if (changed.size() + cancelled.size() > 0) {
            sequence++;
        }
        List<Runnable> letters = new ArrayList<>();
        letters.add(() -> send(NotificationKind.RESCHEDULED, changed, before));
        letters.add(() -> send(NotificationKind.CANCELLED, cancelled, before));
        // Reads the entry when it is sent, which may be before the letters that make it so.
        letters.add(() -> send(NotificationKind.REMINDER, dates.values().stream().limit(1).toList(), dates));
        Collections.shuffle(letters, random);
        letters.forEach(Runnable::run);
    }

    private LetterOccurrence linked(String id, LocalDateTime start) {
        return date(id, start.atZone(ZONE).toInstant(), "https://zoom.example/j/8332036" + (1000 + links++));
    }

    private void send(NotificationKind kind, Collection<LetterOccurrence> about, Map<String, LetterOccurrence> before) {
        if (about.isEmpty()) {
            return;
        }
        LetterDraft draft = LetterDraft.of(kind, Role.GUEST).dates(about.toArray(LetterOccurrence[]::new));
        draft.sequence = sequence;
        draft.before = sorted(before);
        draft.entry = sorted(dates);
        sent.add(ReceivedMail.of(composer.compose(draft.letter())).calendar);
    }

    private static List<LetterOccurrence> sorted(Map<String, LetterOccurrence> dates) {
        return dates.values().stream().sorted(Comparator.comparing(LetterOccurrence::start)).toList();
    }

    private List<String> shown() {
        return dates.values().stream().map(date -> date.start() + " " + date.joinUrl()).sorted().toList();
    }

    private static List<String> shown(List<String> mails) {
        CalendarProgram calendar = new CalendarProgram();
        mails.forEach(calendar::receive);
        return calendar.shown().stream().map(event -> event.start() + " " + event.link()).sorted().toList();
    }
}
