package io.zoombookings.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zoombookings.source.webhook.Seating.Seat;
import io.zoombookings.source.webhook.Seating.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who sits where does not depend on the order in which it became known, and nobody has two meetings. */
class SeatingPropertyTest {

    /** What is remembered between two words, as the database does it. */
    private static final class Memory {

        private final Map<String, Seat> seats = new TreeMap<>();
        private final Map<String, String> bookings = new HashMap<>();
        private final Set<String> ids = new TreeSet<>();
        private List<Wanted> wanted = List.of();

        void hear(Seat said) {
            Seat known = seats.get(said.slot() + said.person());
            boolean later = known == null || said.toldAt().isAfter(known.toldAt())
                    || said.toldAt().equals(known.toldAt()) && said.gone();
            Seat counts = later ? said : known;
            String previous = said.previous() == null && known != null ? known.previous() : said.previous();
            seats.put(said.slot() + said.person(), new Seat(counts.slot(), counts.person(), counts.toldAt(), counts.gone(),
                    previous, counts.event()));
            wanted = Seating.of(List.copyOf(seats.values()), bookings, ids::contains);
            bookings.clear();
            wanted.forEach(one -> {
                bookings.put(one.slot(), one.bookingId());
                ids.add(one.bookingId());
            });
        }

        /** Guests by appointment, of those bookings that live. */
        Map<String, String> live() {
            Map<String, String> live = new TreeMap<>();
            wanted.stream().filter(one -> !one.event().path("event").asText().equals("booking.cancelled")).forEach(one ->
                    assertThat(live.put(one.slot(), one.event().at("/booking/guests").toString())).isNull());
            return live;
        }
    }

    private static Seat seat(String slot, String person, int at, boolean gone, String previous) {
        ObjectNode event = JsonNodeFactory.instance.objectNode()
                .put("event", gone ? "booking.cancelled" : "booking.confirmed");
        event.putObject("booking").put("id", previous == null || previous.contains("@") ? slot : previous)
                .put("title", slot).putArray("guests").addObject().put("email", person);
        return new Seat(slot, person, Instant.ofEpochSecond(at), gone, previous, event);
    }

    /** As Calendly tells it: somebody new comes for somebody who goes. */
    @Provide
    Arbitrary<List<Seat>> successions() {
        return Arbitraries.integers().between(1, 4).flatMap(length -> {
            List<Seat> story = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                story.add(seat("slot" + i, "bo" + i + "@x", i, false, i == 0 ? null : "bo" + (i - 1) + "@x"));
                story.add(seat("slot" + i, "bo" + i + "@x", i + 1, i < length - 1, null));
            }
            return Arbitraries.shuffle(story);
        });
    }

    @Property(tries = 200)
    void anInviteeWhoMovesEndsInOneMeetingInAnyOrder(@ForAll("successions") List<Seat> story) {
        Memory memory = new Memory();
        story.forEach(memory::hear);

        assertThat(memory.live().keySet()).containsExactly("slot" + (story.size() / 2 - 1));
    }

    /** One booking that moves and moves and is perhaps cancelled, as Cal.com tells it. */
    @Provide
    Arbitrary<List<Seat>> moves() {
        return Arbitraries.integers().between(1, 4).flatMap(length -> Arbitraries.of(true, false).flatMap(cancelled -> {
            List<Seat> story = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                story.add(seat("slot" + i, "bo@x", i, false, i == 0 ? null : "slot" + (i - 1)));
            }
            if (cancelled) {
                story.add(seat("slot" + (length - 1), "bo@x", length, true, null));
            }
            return Arbitraries.shuffle(story);
        }));
    }

    @Property(tries = 300)
    void aBookingThatMovesEndsInOneMeetingInAnyOrder(@ForAll("moves") List<Seat> story) {
        Memory memory = new Memory();
        story.forEach(memory::hear);
        story.forEach(memory::hear);

        int last = (int) story.stream().filter(said -> !said.gone()).count() - 1;
        boolean cancelled = story.stream().anyMatch(Seat::gone);
        assertThat(memory.live().keySet()).isEqualTo(cancelled ? Set.of() : Set.of("slot" + last));
        assertThat(memory.wanted).filteredOn(one -> memory.live().containsKey(one.slot())).extracting(Wanted::bookingId)
                .doesNotHaveDuplicates();
    }

    /** Anybody is booked in, cancelled in, or moves between three appointments. */
    @Provide
    Arbitrary<List<Seat>> groups() {
        Arbitrary<Integer> slot = Arbitraries.integers().between(0, 2);
        Arbitrary<Seat> word = Arbitraries.of("bo@x", "cy@x", "di@x").flatMap(person -> slot.flatMap(to -> slot.flatMap(from ->
                Arbitraries.of(true, false, false).flatMap(gone -> Arbitraries.integers().between(0, 50).map(at ->
                        seat("slot" + to, person, at, gone, gone || from.equals(to) ? null : "slot" + from))))));
        return word.list().ofMinSize(1).ofMaxSize(8).uniqueElements(Seat::toldAt);
    }

    @Property(tries = 300)
    void whoSitsWhereDoesNotDependOnTheOrder(@ForAll("groups") List<Seat> story) {
        Memory given = new Memory();
        story.forEach(given::hear);
        Memory inOrder = new Memory();
        story.stream().sorted(Comparator.comparing(Seat::toldAt)).forEach(inOrder::hear);

        boolean clear = story.stream().map(said -> said.slot() + said.person()).distinct().count() == story.size();
        if (clear) {
            assertThat(given.live()).isEqualTo(inOrder.live());
        }
        assertThat(given.wanted).extracting(Wanted::bookingId).doesNotHaveDuplicates();
        assertThat(given.wanted).extracting(Wanted::slot).doesNotHaveDuplicates();
        given.ids.forEach(id -> assertThat(given.wanted).as("every booking that was made is told its end")
                .anyMatch(one -> one.bookingId().equals(id)));
    }
}
