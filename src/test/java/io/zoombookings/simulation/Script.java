package io.zoombookings.simulation;

import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.booking.event.BookingEventReader;
import io.zoombookings.booking.event.BookingHistory;
import io.zoombookings.booking.event.BookingState;
import io.zoombookings.booking.event.Series;
import io.zoombookings.booking.event.WantedOccurrence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What booking systems send about one booking: confirmations, moves, cancellations of the whole or of one date, in any order
 * and again. What it must come to is folded by the same pure rules that have tests of their own, in the order of acceptance.
 */
final class Script {

    static final String HOST = "host@clinic.example";
    private static final BookingEventReader READER = new BookingEventReader();

    private final Choices choices;
    private final Family family;
    private final String id;
    private final boolean versioned;
    private final Map<String, Instant> starts = new TreeMap<>();
    private final Set<String> guests = new TreeSet<>();
    private final Set<String> accepted = new HashSet<>();
    private int version;
    private String title = "Talk";
    private int minutes = 30;
    private BookingState state = BookingState.UNKNOWN;
    /** Everybody who was ever told of it. */
    final Set<String> people = new TreeSet<>(Set.of(HOST));
    /** In the order in which they are sent. */
    final List<String> events = new ArrayList<>();

    Script(Choices choices, Family family, int number) {
        this.choices = choices;
        this.family = family;
        this.id = "b" + number;
        this.versioned = !choices.oneIn(4);
        guests.add("guest" + number + "@guest.example");
        Instant first = VirtualClock.START.plus(choices.oneIn(12) ? Duration.ofMinutes(20) : Duration.ofHours(30))
                .plus(Duration.ofMinutes(number));
        int dates = 1 + choices.weighted(6, 2 * family.more, family.more);
        for (int i = 0; i < dates; i++) {
            starts.put("d" + i, first.plus(Duration.ofDays(i)));
        }
        more("confirmed");
        int changes = choices.weighted(family.changes);
        for (int i = 0; i < changes; i++) {
            change();
        }
    }

    String id() {
        return id;
    }

    /** One more event, or two. */
    void change() {
        switch (choices.weighted(family.kinds)) {
            case 0 -> {
                String date = anyDate();
                starts.put(date, starts.get(date).plus(Duration.ofMinutes(15L * (1 + choices.below(8)))));
                more("rescheduled");
            }
            case 1 -> events.add(event("cancelled", null));
            case 2 -> {
                events.add(event("cancelled", null));
                more("confirmed");
            }
            case 3 -> events.add(event("cancelled", anyDate()));
            case 4 -> {
                String date = anyDate();
                Instant before = starts.get(date);
                starts.put(date, before.plus(Duration.ofHours(1)));
                more("rescheduled");
                starts.put(date, before);
                more("rescheduled");
            }
            case 5 -> {
                title = title.equals("Talk") ? "Long talk" : "Talk";
                minutes = 75 - minutes;
                more("rescheduled");
            }
            default -> {
                String other = "other@guest.example";
                if (!guests.remove(other)) {
                    guests.add(other);
                }
                more("rescheduled");
            }
        }
        if (choices.oneIn(5)) {
            events.add(events.get(choices.below(events.size())));
        }
        if (events.size() > 2 && choices.oneIn(5)) {
            String late = events.remove(events.size() - 2);
            events.add(late);
        }
    }

    private String anyDate() {
        List<String> dates = List.copyOf(starts.keySet());
        return dates.get(choices.below(dates.size()));
    }

    private void more(String type) {
        events.add(event(type, null));
    }

    /** Of a cancellation just what it names. */
    private String event(String type, String occurrence) {
        version++;
        String head = "{\"event\":\"booking." + type + "\",\"eventId\":\"" + id + "-" + version + "\",\"booking\":{\"id\":\"" + id
                + "\"" + (versioned ? ",\"version\":" + version : "")
                + (occurrence == null ? "" : ",\"occurrence\":\"" + occurrence + "\"");
        if (type.equals("cancelled")) {
            return head + "}}";
        }
        people.addAll(guests);
        List<String> dates = new ArrayList<>();
        starts.forEach((date, start) -> dates.add("{\"id\":\"" + date + "\",\"start\":\"" + start + "\",\"durationMinutes\":"
                + minutes + "}"));
        return head + ",\"title\":\"" + title + "\",\"start\":\"" + starts.values().iterator().next() + "\",\"durationMinutes\":"
                + minutes + ",\"timeZone\":\"Europe/Berlin\",\"host\":{\"email\":\"" + HOST + "\"},\"guests\":["
                + String.join(",", guests.stream().map(guest -> "{\"email\":\"" + guest + "\"}").toList())
                + "],\"occurrences\":[" + String.join(",", dates) + "]}}";
    }

    static BookingEvent read(String event) {
        return READER.read(event.getBytes(StandardCharsets.UTF_8), "application/json", Map.of());
    }

    /** The application has made it durable. */
    void accepted(BookingEvent event, Instant at) {
        if (accepted.add(event.eventId())) {
            state = BookingHistory.apply(state, event, at);
        }
    }

    Map<String, WantedOccurrence> wanted() {
        Map<String, WantedOccurrence> wanted = new LinkedHashMap<>();
        Series.wanted(state).forEach(one -> wanted.put(one.id(), one));
        return wanted;
    }

    String wantedTitle() {
        return state.booking() == null ? null : state.booking().title();
    }

    /** Guests and host, as it is now. */
    Set<String> invited() {
        Set<String> invited = new TreeSet<>();
        if (state.booking() != null) {
            invited.add(state.booking().host().email());
            state.booking().guests().forEach(guest -> invited.add(guest.email()));
        }
        return invited;
    }

    boolean isAllHeard() {
        return events.isEmpty();
    }
}
