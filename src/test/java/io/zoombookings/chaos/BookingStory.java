package io.zoombookings.chaos;

import io.zoombookings.chaos.Truth.Date;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One booking's life: events as a booking system would send them, and what they come to. Some stories carry versions, and
 * their events may arrive in any order; the others have none, and their events arrive as they happened.
 */
final class BookingStory {

    private static final Instant FIRST_START = Instant.parse("2031-03-04T09:00:00Z");

    private final Random random;
    private final int workspace;
    private final String id;
    private final boolean versioned;
    private final int size;
    private final boolean rule;
    private final Map<String, Date> dates = new TreeMap<>();
    private final Set<String> everInvited = new TreeSet<>();
    private final List<String> events = new ArrayList<>();
    private Set<String> guests = new TreeSet<>();
    private String title;
    private Instant start;
    private int minutes;
    private boolean cancelled;
    private long version;

    private BookingStory(Random random, int workspace, String id) {
        this.random = random;
        this.workspace = workspace;
        this.id = id;
        this.versioned = random.nextInt(4) != 0;
        this.size = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        this.rule = random.nextBoolean();
        this.title = "Talk " + id;
        this.minutes = 30;
        this.start = FIRST_START.plus(random.nextInt(20), ChronoUnit.DAYS);
        addGuest();
    }

    /** @param changes how many events follow the first one */
    static BookingStory of(Random random, int workspace, String id, int changes) {
        BookingStory story = new BookingStory(random, workspace, id);
        story.confirm();
        for (int i = 0; i < changes; i++) {
            story.change();
        }
        return story;
    }

    /** What arrives, with repetitions; of a story with versions shuffled. */
    List<String> deliveries() {
        List<String> all = new ArrayList<>();
        for (String event : events) {
            all.add(event);
            if (random.nextInt(6) == 0) {
                all.add(event);
            }
        }
        if (versioned) {
            for (int i = all.size() - 1; i > 0; i--) {
                java.util.Collections.swap(all, i, Math.max(0, i - random.nextInt(3)));
            }
        }
        return all;
    }

    Truth truth() {
        Set<String> invited = new TreeSet<>(guests);
        invited.add(host());
        Set<String> uninvited = new TreeSet<>(everInvited);
        uninvited.removeAll(invited);
        List<Date> all = dates.values().stream().map(date -> cancelled
                ? new Date(date.id(), date.start(), date.minutes(), true) : date).toList();
        return new Truth(workspace, id, title, all, invited, uninvited);
    }

    private void change() {
        if (cancelled) {
            confirm();
            return;
        }
        switch (random.nextInt(size > 1 ? 8 : 5)) {
            case 0, 1 -> {
                start = start.plus(1 + random.nextInt(30), ChronoUnit.HOURS);
                reschedule();
            }
            case 2 -> {
                if (guests.size() > 1 && random.nextBoolean()) {
                    guests.remove(guests.iterator().next());
                } else {
                    addGuest();
                }
                reschedule();
            }
            case 3 -> {
                title = "Talk " + id + " take " + (version + 1);
                minutes = 15 + 15 * random.nextInt(4);
                reschedule();
            }
            case 4 -> cancel();
            case 5, 6 -> moveOne();
            default -> cancelOne();
        }
    }

    private void addGuest() {
        String guest = "guest" + everInvited.size() + "-" + id + "@guest.example";
        guests = new TreeSet<>(guests);
        guests.add(guest);
        everInvited.add(guest);
    }

    private void confirm() {
        cancelled = false;
        dates.clear();
        layOut();
        event("confirmed", null, start, minutes);
    }

    /** A series that moves as a whole takes along what was moved alone; what was cancelled alone stays so. */
    private void reschedule() {
        layOut();
        event("rescheduled", null, start, minutes);
    }

    private void layOut() {
        for (int i = 0; i < size; i++) {
            String name = name(i);
            Date before = dates.get(name);
            dates.put(name, new Date(name, start.plus(7L * i, ChronoUnit.DAYS), minutes,
                    before != null && before.cancelled()));
        }
    }

    private void cancel() {
        cancelled = true;
        version++;
        events.add("""
                {"event":"booking.cancelled","eventId":"%s-%d","booking":{"id":"%s"%s}}"""
                .formatted(id, version, id, versionField()));
    }

    private void moveOne() {
        Date date = dates.get(name(random.nextInt(size)));
        if (date.cancelled()) {
            return;
        }
        Date moved = new Date(date.id(), date.start().plus(1 + random.nextInt(20), ChronoUnit.HOURS), minutes, false);
        dates.put(date.id(), moved);
        event("rescheduled", date.id(), moved.start(), minutes);
    }

    private void cancelOne() {
        Date date = dates.get(name(random.nextInt(size)));
        if (date.cancelled()) {
            return;
        }
        dates.put(date.id(), new Date(date.id(), date.start(), date.minutes(), true));
        version++;
        events.add("""
                {"event":"booking.cancelled","eventId":"%s-%d","booking":{"id":"%s","occurrence":"%s"%s}}"""
                .formatted(id, version, id, date.id(), versionField()));
    }

    private void event(String type, String occurrence, Instant at, int duration) {
        version++;
        String series = occurrence != null || size == 1 ? ""
                : rule ? ",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=" + size + "\"}"
                : dates.values().stream().map(date -> {
                    int number = Integer.parseInt(date.id().substring(1));
                    return "{\"id\":\"%s\",\"start\":\"%s\",\"durationMinutes\":%d}".formatted(date.id(),
                            start.plus(7L * number, ChronoUnit.DAYS), duration);
                }).collect(Collectors.joining(",", ",\"occurrences\":[", "]"));
        events.add("""
                {"event":"booking.%s","eventId":"%s-%d","booking":{"id":"%s"%s%s,"title":"%s","start":"%s","timeZone":"UTC",\
                "durationMinutes":%d,"host":{"name":"Host","email":"%s"},"guests":[%s]%s}}""".formatted(type, id, version,
                id, versionField(), occurrence == null ? "" : ",\"occurrence\":\"" + occurrence + "\"", title, at,
                duration, host(), guests.stream().map(guest -> "{\"email\":\"" + guest + "\"}")
                        .collect(Collectors.joining(",")), series));
    }

    private String versionField() {
        return versioned ? ",\"version\":" + version : "";
    }

    private String name(int number) {
        return size == 1 || rule ? String.valueOf(number) : "d" + number;
    }

    private String host() {
        return "host-" + id + "@clinic.example";
    }
}
