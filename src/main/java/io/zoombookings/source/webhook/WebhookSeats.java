package io.zoombookings.source.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.booking.event.BookingEventReader;
import io.zoombookings.source.webhook.Seating.Seat;
import io.zoombookings.source.webhook.Seating.Wanted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sits in which appointment of a booking system that tells of each person, or each move, alone; and the bookings that follow
 * from that. What is said about one system in one workspace is taken one after the other, by a lock on the row of its
 * settings. Safe for several threads and nodes.
 */
@Component
class WebhookSeats {

    /** The two words about a move come within seconds; after this time the first one is believed. */
    private static final Duration OTHER_HALF = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final BookingEventReader reader;
    private final ObjectMapper json;
    private final Clock clock;

    /** A booking as it was told last. */
    private record Held(String bookingId, String slot, long version, String digest) {
    }

    WebhookSeats(JdbcClient jdbc, BookingEventReader reader, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes what a webhook says down and gives the events about all bookings that it may concern; those that have been given
     * before are given again, under the same ids and versions.
     *
     * @param event what the system's Kamelet makes of the webhook
     * @throws WebhookWaitsException if it is one half of a move whose other half has not come
     */
    @Transactional
    public List<BookingEvent> take(WebhookWork work, ObjectNode event) {
        jdbc.sql("select id from booking_webhook where id = ? for update").param(work.system()).query().listOfRows();
        List<Seat> said = seats(work, event);
        waitForOtherHalf(work, event);
        said.forEach(seat -> write(work, seat));
        Set<String> slots = new TreeSet<>();
        said.stream().map(Seat::slot).distinct().forEach(slot -> slots.addAll(connected(work, slot)));
        Map<String, Held> held = new HashMap<>();
        held(work, slots).forEach(one -> held.put(one.bookingId(), one));
        Map<String, String> bookings = new HashMap<>();
        held.values().forEach(one -> bookings.put(one.slot(), one.bookingId()));
        List<BookingEvent> events = new ArrayList<>();
        for (Wanted wanted : Seating.of(read(work, slots), bookings, id -> isTaken(work, id))) {
            events.add(told(work, wanted, held.get(wanted.bookingId())));
        }
        return events;
    }

    /** Forgets appointments that began before this instant and have not been spoken of since. */
    int forget(Instant before) {
        return jdbc.sql("""
                delete from booking_webhook_seat
                where told_at < :before and (starts_at is null or starts_at < :before)""")
                .param("before", Sql.time(before)).update();
    }

    /** Whether it is about one of several people in a slot, such as a class, of a system that knows appointments otherwise. */
    boolean isSeat(WebhookWork work, ObjectNode event) {
        return event.at("/booking/metadata").has("slot") || !slotsOf(work, event.at("/booking/id").asText()).isEmpty();
    }

    /** The slots in which a person of such a system sits. */
    private List<String> slotsOf(WebhookWork work, String person) {
        return jdbc.sql("""
                select slot from booking_webhook_seat
                where workspace_id = ? and source = ? and person = ? and not gone order by slot""")
                .params(work.workspace(), work.source(), person).query(String.class).list();
    }

    /** The person sits in the slot that is named, and in no other any more. */
    private List<Seat> inSlots(WebhookWork work, ObjectNode event) {
        ObjectNode booking = (ObjectNode) event.path("booking");
        String person = booking.path("id").asText();
        boolean cancelled = event.path("event").asText().equals("booking.cancelled");
        String slot = cancelled ? "" : booking.at("/metadata/slot").asText();
        List<Seat> seats = new ArrayList<>();
        for (String left : slotsOf(work, person)) {
            if (!left.equals(slot)) {
                ObjectNode gone = json.createObjectNode().put("event", "booking.cancelled");
                gone.putObject("booking").put("id", left);
                seats.add(new Seat(left, person, work.receivedAt(), true, null, gone));
            }
        }
        if (!slot.isEmpty()) {
            booking.put("id", slot);
            ((ObjectNode) booking.path("metadata")).remove(List.of("slot", "person"));
            seats.add(new Seat(slot, person, work.receivedAt(), false, null, event));
        }
        return seats;
    }

    private List<Seat> seats(WebhookWork work, ObjectNode event) {
        WebhookSource source = work.knownSource();
        if (source.order() != WebhookSource.Order.BY_SEAT) {
            return inSlots(work, event);
        }
        JsonNode booking = event.path("booking");
        JsonNode metadata = booking.path("metadata");
        Instant at = Instant.parse(event.path("occurredAt").asText());
        boolean gone = event.path("event").asText().equals("booking.cancelled");
        if (source == WebhookSource.CALENDLY) {
            return List.of(new Seat(booking.path("id").asText(), metadata.path("invitee").asText(), at, gone,
                    metadata.path("oldInvitee").textValue(), event));
        }
        String slot = metadata.path("uid").asText();
        String previous = slot.equals(booking.path("id").asText()) ? null : booking.path("id").asText();
        List<Seat> seats = new ArrayList<>();
        List<String> team = List.of(metadata.path("team").asText().split(" "));
        List<JsonNode> members = new ArrayList<>();
        booking.path("guests").forEach(guest -> {
            if (team.contains(guest.path("email").asText().toLowerCase(Locale.ROOT))) {
                members.add(guest);
            }
        });
        for (JsonNode guest : booking.path("guests")) {
            if (members.contains(guest)) {
                continue;
            }
            ObjectNode one = event.deepCopy();
            ((ObjectNode) one.get("booking")).putArray("guests").add(guest).addAll(members);
            seats.add(new Seat(slot, guest.path("email").asText().toLowerCase(Locale.ROOT), at, gone, previous, one));
        }
        return seats.isEmpty() ? List.of(new Seat(slot, Seating.EVERYBODY, at, true, previous, event)) : seats;
    }

    private void waitForOtherHalf(WebhookWork work, ObjectNode event) {
        String newcomer = event.at("/booking/metadata/newInvitee").textValue();
        if (newcomer != null && clock.instant().isBefore(work.receivedAt().plus(OTHER_HALF)) && jdbc.sql("""
                select 1 from booking_webhook_seat where workspace_id = ? and source = ? and person = ?""")
                .params(work.workspace(), work.source(), newcomer).query(Integer.class).optional().isEmpty()) {
            throw new WebhookWaitsException("The new appointment of a rescheduled one has not come yet");
        }
    }

    /** The later word counts; of two at the same time a cancellation. Where somebody came from is never unsaid. */
    private void write(WebhookWork work, Seat seat) {
        Optional<Seat> known = jdbc.sql("""
                select slot, person, told_at, gone, previous, event from booking_webhook_seat
                where workspace_id = ? and source = ? and slot = ? and person = ?""")
                .params(work.workspace(), work.source(), seat.slot(), seat.person()).query((row, n) -> seat(row)).optional();
        boolean later = known.isEmpty() || seat.toldAt().isAfter(known.get().toldAt())
                || seat.toldAt().equals(known.get().toldAt()) && seat.gone();
        Seat counts = later ? seat : known.get();
        String previous = seat.previous() == null && known.isPresent() ? known.get().previous() : seat.previous();
        JsonNode booking = counts.event().path("booking");
        String sql = known.isPresent() ? """
                update booking_webhook_seat set told_at = :at, gone = :gone, previous = :previous, email = :email,
                  starts_at = :start, event = :event
                where workspace_id = :workspace and source = :source and slot = :slot and person = :person""" : """
                insert into booking_webhook_seat (workspace_id, source, slot, person, told_at, gone, previous, email,
                  starts_at, event)
                values (:workspace, :source, :slot, :person, :at, :gone, :previous, :email, :start, :event)""";
        jdbc.sql(sql).param("workspace", work.workspace()).param("source", work.source()).param("slot", seat.slot())
                .param("person", seat.person()).param("at", Sql.time(counts.toldAt())).param("gone", counts.gone())
                .param("previous", previous, Types.VARCHAR)
                .param("email", booking.at("/guests/0/email").textValue(), Types.VARCHAR)
                .param("start", booking.has("start") ? Sql.time(Instant.parse(booking.path("start").asText())) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("event", counts.event().toString()).update();
    }

    /** The appointments that moves connect with this one, over any number of steps. */
    private Set<String> connected(WebhookWork work, String slot) {
        Set<String> all = new TreeSet<>(Set.of(slot));
        int before = 0;
        while (all.size() > before) {
            before = all.size();
            all.addAll(jdbc.sql("""
                    select distinct o.slot from booking_webhook_seat s
                    join booking_webhook_seat o on o.workspace_id = s.workspace_id and o.source = s.source
                      and (o.slot = s.previous or o.person = s.previous or o.previous = s.slot or o.previous = s.person)
                    where s.workspace_id = :workspace and s.source = :source and s.slot in (:slots)""")
                    .param("workspace", work.workspace()).param("source", work.source()).param("slots", all)
                    .query(String.class).list());
        }
        return all;
    }

    private List<Seat> read(WebhookWork work, Set<String> slots) {
        return jdbc.sql("""
                select slot, person, told_at, gone, previous, event from booking_webhook_seat
                where workspace_id = :workspace and source = :source and slot in (:slots)""")
                .param("workspace", work.workspace()).param("source", work.source()).param("slots", slots)
                .query((row, n) -> seat(row)).list();
    }

    private List<Held> held(WebhookWork work, Set<String> slots) {
        return jdbc.sql("""
                select booking_id, slot, version, digest from booking_webhook_booking
                where workspace_id = :workspace and source = :source and slot in (:slots)""")
                .param("workspace", work.workspace()).param("source", work.source()).param("slots", slots)
                .query((row, n) -> new Held(row.getString(1), row.getString(2), row.getLong(3), row.getString(4))).list();
    }

    private boolean isTaken(WebhookWork work, String bookingId) {
        return jdbc.sql("""
                select 1 from booking_webhook_booking where workspace_id = ? and source = ? and booking_id = ?""")
                .params(work.workspace(), work.source(), bookingId).query(Integer.class).optional().isPresent();
    }

    /** Gives an event that says something new the next version, any other the one that it had. */
    private BookingEvent told(WebhookWork work, Wanted wanted, Held held) {
        ObjectNode event = wanted.event();
        String digest = digest(event.toString());
        boolean told = held != null && held.digest().equals(digest);
        long version = held == null ? 1 : told ? held.version() : held.version() + 1;
        String sql = held == null ? """
                insert into booking_webhook_booking (workspace_id, source, booking_id, slot, version, digest)
                values (:workspace, :source, :booking, :slot, :version, :digest)""" : """
                update booking_webhook_booking set slot = :slot, version = :version, digest = :digest
                where workspace_id = :workspace and source = :source and booking_id = :booking""";
        jdbc.sql(sql).param("workspace", work.workspace()).param("source", work.source())
                .param("booking", wanted.bookingId()).param("slot", wanted.slot()).param("version", version)
                .param("digest", digest).update();
        event.put("eventId", work.source() + ":" + wanted.bookingId() + ":" + version);
        ((ObjectNode) event.get("booking")).put("version", version);
        if (version == 1 && event.path("event").asText().equals("booking.rescheduled")) {
            event.put("event", "booking.confirmed");
        }
        return reader.read(event.toString().getBytes(StandardCharsets.UTF_8), null, Map.of());
    }

    private Seat seat(ResultSet row) throws SQLException {
        try {
            return new Seat(row.getString("slot"), row.getString("person"), Sql.instant(row, "told_at"),
                    row.getBoolean("gone"), row.getString("previous"), (ObjectNode) json.readTree(row.getString("event")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored event cannot be read", e);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
