package io.zoombookings.source;

import io.zoombookings.booking.BookingDoor;
import io.zoombookings.booking.DoorRequest;
import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.booking.event.InvalidBookingEventException;
import io.zoombookings.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Between brokers and booking events: what comes in is washed and read as at the HTTP door. Safe for several threads. */
@Component("zoomBookings.bookingSource")
public class BookingSource {

    /** CloudEvents on Kafka and HTTP, on AMQP, and on JMS, whose names admit no hyphen and no colon. */
    private static final Pattern CLOUD_EVENT = Pattern.compile("(?:ce[-_]|cloudEvents[:_])(.+)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> NAMES = names();

    private final BookingDoor door;
    private final Workspaces workspaces;

    BookingSource(BookingDoor door, Workspaces workspaces) {
        this.door = door;
        this.workspaces = workspaces;
    }

    /** Keeps what is wanted of a message. */
    public DoorRequest wash(byte[] body, Map<String, Object> headers) {
        Map<String, Object> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8)
                    : value instanceof String string ? string : null;
            Matcher attribute = CLOUD_EVENT.matcher(name);
            String known = attribute.matches() ? "ce-" + attribute.group(1) : NAMES.get(name);
            if (text != null && known != null) {
                kept.put(known, text);
            }
        });
        return door.wash((String) kept.get("workspace"), body, kept);
    }

    /** Reads the event; never throws for what the message says. */
    public SourceEvent read(DoorRequest message) {
        try {
            BookingEvent event = door.read(message);
            String workspace = message.workspace() != null ? message.workspace()
                    : event.workspace() != null ? event.workspace() : Workspaces.DEFAULT;
            return workspaces.exists(workspace) ? new SourceEvent(workspace, event, null)
                    : new SourceEvent(null, null, "There is no workspace with the id that the message names");
        } catch (InvalidBookingEventException e) {
            String fields = e.problems().stream().map(field -> field.pointer() + " " + field.detail())
                    .collect(Collectors.joining("; "));
            return new SourceEvent(null, null, fields.isEmpty() ? e.getMessage() : e.getMessage() + " " + fields);
        }
    }

    /**
     * Whether a failure is the database's, which may be over after a while, and not of what was to be written. Of the whole
     * chain: Camel alone would go by the cause whose class is nearest to one that a policy names.
     */
    public boolean isDatabaseAway(Throwable failure) {
        boolean database = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataIntegrityViolationException || cause instanceof DataRetrievalFailureException) {
                return false;
            }
            database |= cause instanceof DataAccessException || cause instanceof TransactionException;
        }
        return database;
    }

    /** What the header is called here, by the names that it has on its way. */
    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        names.put("workspace", "workspace");
        for (String name : new String[] {"Content-Type", "contentType", "content_type", "JMS_AMQP_ContentType",
            "CamelSpringRabbitmqContentType"}) {
            names.put(name, "Content-Type");
        }
        names.put("Idempotency-Key", "Idempotency-Key");
        names.put("idempotencyKey", "Idempotency-Key");
        return names;
    }
}
