package io.zoombookings.source.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which bookings follow from what is known of persons in appointments that are connected by moves. A pure function: who sits
 * where does not depend on the order in which it became known. An appointment whose people have all moved on hands its booking
 * to the one that they moved to, so that a booking keeps its meeting.
 */
final class Seating {

    /** Stands for everybody in an appointment. */
    static final String EVERYBODY = "*";

    /**
     * The latest word about a person in an appointment.
     *
     * @param slot     the appointment
     * @param toldAt   when it was said
     * @param gone     it was a cancellation
     * @param previous the appointment, or the person, that this one continues; or null
     * @param event    the booking event that said it
     */
    record Seat(String slot, String person, Instant toldAt, boolean gone, String previous, ObjectNode event) {
    }

    /** A booking event that is wanted, without version and id of its own. */
    record Wanted(String bookingId, String slot, ObjectNode event) {
    }

    private final Map<String, List<Seat>> slots = new TreeMap<>();
    private final Map<String, List<Seat>> seated = new HashMap<>();
    private final Map<String, String> bookings = new LinkedHashMap<>();
    private final Predicate<String> taken;

    private Seating(List<Seat> seats, Map<String, String> bookings, Predicate<String> taken) {
        this.taken = taken;
        this.bookings.putAll(bookings);
        seats.stream().sorted(Comparator.comparing(Seat::toldAt).thenComparing(Seat::person))
                .forEach(seat -> slots.computeIfAbsent(seat.slot(), slot -> new ArrayList<>()).add(seat));
        slots.forEach((slot, all) -> seated.put(slot, all.stream()
                .filter(seat -> !seat.gone() && !hasLeft(seat) && !isSwept(seat)).toList()));
    }

    /**
     * @param seats    all of the appointments that are connected
     * @param bookings the id of the booking that stands for an appointment, by appointment
     * @param taken    whether a booking id is another booking's
     */
    static List<Wanted> of(List<Seat> seats, Map<String, String> bookings, Predicate<String> taken) {
        return new Seating(seats, bookings, taken).wanted();
    }

    private List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        for (String slot : slots.keySet()) {
            if (!seated.get(slot).isEmpty() && !bookings.containsKey(slot)) {
                String from = emptiedBy(slot);
                bookings.put(slot, from == null ? freshId(slot) : bookings.remove(from));
            }
        }
        for (String slot : slots.keySet()) {
            List<Seat> gone = slots.get(slot).stream().filter(seat -> !hasLeft(seat)).toList();
            if (!seated.get(slot).isEmpty()) {
                wanted.add(new Wanted(bookings.get(slot), slot, booked(bookings.get(slot), seated.get(slot))));
            } else if (bookings.containsKey(slot)) {
                wanted.add(new Wanted(bookings.get(slot), slot, cancelled(bookings.get(slot), gone)));
            } else if (!gone.isEmpty() && !isTaken(naturalId(slot))) {
                wanted.add(new Wanted(naturalId(slot), slot, neverBooked(naturalId(slot), gone)));
            }
        }
        return wanted;
    }

    /**
     * Whether the person sits elsewhere by now. Where only appointments are known to follow each other, those who came with
     * somebody who moved have moved too, and everybody if none of them is known by name.
     */
    private boolean hasLeft(Seat seat) {
        List<Seat> movers = new ArrayList<>();
        for (List<Seat> all : slots.values()) {
            for (Seat other : all) {
                if (seat.person().equals(other.previous())) {
                    return true;
                }
                if (seat.slot().equals(other.previous()) && !seat.slot().equals(other.slot())
                        && other.toldAt().isAfter(seat.toldAt())) {
                    movers.add(other);
                }
            }
        }
        Set<String> names = new HashSet<>();
        movers.forEach(mover -> names.add(mover.person()));
        List<Seat> named = slots.get(seat.slot()).stream().filter(one -> names.contains(one.person())).toList();
        return !movers.isEmpty() && (named.isEmpty() || named.stream().anyMatch(one ->
                one.person().equals(seat.person()) || one.toldAt().equals(seat.toldAt())));
    }

    private boolean isSwept(Seat seat) {
        return seat.person().equals(EVERYBODY) || slots.get(seat.slot()).stream().anyMatch(other ->
                other.person().equals(EVERYBODY) && !other.toldAt().isBefore(seat.toldAt()));
    }

    /** The nearest appointment before this one that has a booking and nobody in it any more, or null. */
    private String emptiedBy(String slot) {
        Deque<String> next = new ArrayDeque<>(List.of(slot));
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            String at = next.poll();
            if (!seen.add(at) || !at.equals(slot) && !seated.get(at).isEmpty()) {
                continue;
            }
            if (!at.equals(slot) && bookings.containsKey(at)) {
                return at;
            }
            slots.get(at).stream().map(this::before).filter(Objects::nonNull).forEach(next::add);
        }
        return null;
    }

    /** The appointment that this seat's person came from, if anything is known of it. */
    private String before(Seat seat) {
        if (seat.previous() == null || slots.containsKey(seat.previous())) {
            return seat.previous();
        }
        return slots.values().stream().flatMap(List::stream)
                .filter(other -> other.person().equals(seat.previous())).map(Seat::slot).findFirst().orElse(null);
    }

    private String naturalId(String slot) {
        return slots.get(slot).get(0).event().path("booking").path("id").asText();
    }

    private String freshId(String slot) {
        String id = isTaken(naturalId(slot)) ? slot : naturalId(slot);
        for (int n = 2; isTaken(id); n++) {
            id = slot + "~" + n;
        }
        return id;
    }

    private boolean isTaken(String id) {
        return bookings.containsValue(id) || taken.test(id);
    }

    private static ObjectNode booked(String id, List<Seat> seats) {
        return whole("booking.rescheduled", id, seats);
    }

    private static ObjectNode neverBooked(String id, List<Seat> gone) {
        return whole("booking.cancelled", id, gone);
    }

    private static ObjectNode cancelled(String id, List<Seat> gone) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("event", "booking.cancelled");
        event.putObject("booking").put("id", id);
        if (!gone.isEmpty()) {
            JsonNode reason = gone.get(gone.size() - 1).event().get("reason");
            event.setAll(reason == null ? Map.of() : Map.of("reason", reason));
        }
        return event;
    }

    /** The latest word about the appointment, with all of these people. */
    private static ObjectNode whole(String type, String id, List<Seat> seats) {
        ObjectNode event = seats.get(seats.size() - 1).event().deepCopy();
        event.put("event", type).remove(List.of("eventId", "occurredAt"));
        ObjectNode booking = (ObjectNode) event.get("booking");
        booking.put("id", id).remove("guests");
        // What one of several people has written is not for the eyes of the others.
        if (seats.stream().map(seat -> seat.event().path("booking").path("notes")).distinct().count() > 1) {
            booking.remove("notes");
        }
        ArrayNode guests = JsonNodeFactory.instance.arrayNode();
        seats.stream().sorted(Comparator.comparing(Seat::person))
                .forEach(seat -> seat.event().path("booking").path("guests").forEach(guests::add));
        if (!guests.isEmpty()) {
            booking.set("guests", guests);
        }
        return event;
    }
}
