package io.zoombookings.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Meters;
import io.zoombookings.Shares;
import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.booking.event.BookingEventReader;
import io.zoombookings.booking.event.FieldProblem;
import io.zoombookings.booking.event.InvalidBookingEventException;
import io.zoombookings.meeting.Settlements;
import io.zoombookings.workspace.Workspaces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Between HTTP and booking events: what comes in is washed and read, what goes out is built here. Safe for several threads. */
@Component("zoomBookings.bookingDoor")
public class BookingDoor {

    private static final Logger LOG = LoggerFactory.getLogger(BookingDoor.class);
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_WAIT = 30;
    /** Who waits keeps a thread of the door (64 on Java 17): one workspace has a share, and all of them leave some. */
    private static final int WAITS = 40;
    private static final int WAITS_OF_ONE = 16;
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final BookingEventReader reader;
    private final BookingViews views;
    private final Settlements settlements;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final Shares waits = new Shares(WAITS, WAITS_OF_ONE);

    BookingDoor(BookingEventReader reader, BookingViews views, Settlements settlements, Workspaces workspaces,
            ObjectMapper json) {
        this.reader = reader;
        this.views = views;
        this.settlements = settlements;
        this.workspaces = workspaces;
        this.json = json;
    }

    /** Keeps what is wanted of a request. */
    public DoorRequest wash(String workspace, byte[] body, Map<String, Object> headers) {
        Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            if (value instanceof String text) {
                kept.put(name, text);
            }
        });
        Map<String, String> cloudEvent = new LinkedHashMap<>();
        kept.forEach((name, value) -> {
            if (name.regionMatches(true, 0, "ce-", 0, 3)) {
                cloudEvent.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return new DoorRequest(workspace, body == null ? new byte[0] : body, kept.get("Content-Type"), cloudEvent,
                kept.get("Idempotency-Key"), waitSeconds(kept.get("Prefer")));
    }

    /** @throws InvalidBookingEventException with every wrong field */
    public BookingEvent read(DoorRequest request) {
        BookingEvent event = reader.read(request.body(), request.contentType(), request.cloudEvent());
        String key = request.idempotencyKey();
        if (key == null || key.isBlank()) {
            return event;
        }
        if (key.length() > 200 || event.eventId() != null && !event.eventId().equals(key)) {
            throw new InvalidBookingEventException(key.length() > 200
                    ? "The header Idempotency-Key has at most 200 characters"
                    : "The header Idempotency-Key and the field eventId name different events", List.of());
        }
        return event.withEventId(key);
    }

    /** The answer to an event that is durable; with {@code Prefer: wait} after its meetings are settled, or time is up. */
    public DoorReply answer(DoorRequest request, Accepted accepted) {
        String location = "/api/workspaces/" + accepted.workspace() + "/bookings/" + encode(accepted.bookingId());
        if (request.waitSeconds() > 0 && settles(request, accepted)) {
            return new DoorReply(200, JSON, location, null, "wait=" + request.waitSeconds(), write(views.get(accepted.booking())));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("bookingId", accepted.bookingId());
        body.put("status", accepted.status());
        body.put("duplicate", accepted.duplicate());
        return new DoorReply(202, JSON, location, null, null, write(body));
    }

    /** Whether it is settled in the time that the sender waits; at once false where too many wait already (RFC 7240, 4.3). */
    private boolean settles(DoorRequest request, Accepted accepted) {
        if (!waits.take(accepted.workspace())) {
            return views.settled(accepted.booking());
        }
        try {
            return settlements.await(accepted.booking(), Duration.ofSeconds(request.waitSeconds()),
                    () -> views.settled(accepted.booking()));
        } finally {
            waits.free(accepted.workspace());
        }
    }

    /** The answer to a question for one booking. */
    public DoorReply show(String workspace, String bookingId) {
        return views.get(workspace, bookingId)
                .map(view -> new DoorReply(200, JSON, null, null, null, write(view)))
                .orElseGet(() -> problem(404, "Not Found", "There is no booking with this id in this workspace.", null,
                        List.of()));
    }

    /** The answer where something is wrong. */
    public DoorReply refuse(Exception cause) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof InvalidBookingEventException invalid) {
                Meters.event("http", "unknown", "refused");
                return problem(400, "Bad Request", invalid.getMessage(), null, invalid.problems());
            }
            if (reason instanceof DataAccessException || reason instanceof TransactionException) {
                Meters.event("http", "unknown", "failed");
                LOG.error("An event could not be made durable: {}", reason.getMessage());
                return problem(503, "Service Unavailable",
                        "The event could not be made durable now; send it again in a few seconds.", "5", List.of());
            }
        }
        LOG.error("A request failed", cause);
        return problem(500, "Internal Server Error", "Something went wrong here; it is in the log.", null, List.of());
    }

    /** @throws InvalidBookingEventException if there is no such workspace */
    public String workspace(String id) {
        if (!workspaces.exists(id)) {
            throw new InvalidBookingEventException("There is no workspace with this id", List.of());
        }
        return id;
    }

    private DoorReply problem(int status, String title, String detail, String retryAfter, List<FieldProblem> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return new DoorReply(status, PROBLEM, null, retryAfter, null, write(body));
    }

    private static int waitSeconds(String prefer) {
        Matcher wait = prefer == null ? null : WAIT.matcher(prefer);
        return wait != null && wait.find() ? (int) Math.min(LONGEST_WAIT, Long.parseLong(wait.group(1))) : 0;
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
