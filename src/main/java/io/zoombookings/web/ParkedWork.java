package io.zoombookings.web;

import io.zoombookings.booking.Accepted;
import io.zoombookings.booking.DoorRequest;
import io.zoombookings.connection.FailedZoomEvents;
import io.zoombookings.outcome.FailedDeliveries;
import io.zoombookings.source.BookingSource;
import io.zoombookings.source.ParkedEvents;
import io.zoombookings.source.SourceEvent;
import io.zoombookings.source.webhook.FailedWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** What was given up, of every kind, and what people may do with it. Safe for several threads. */
@Component
class ParkedWork {

    /** The kinds, by their names in addresses. */
    enum Kind {
        MESSAGE("message"), WEBHOOK("webhook"), ZOOM_EVENT("zoom-event"), OUTCOME("outcome");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }

        static Optional<Kind> of(String path) {
            return List.of(values()).stream().filter(kind -> kind.path.equals(path)).findFirst();
        }
    }

    /**
     * @param from      who sent it, or to whom it was to go
     * @param what      it is about
     * @param bookingId of a booking that there is, or null
     */
    record Row(Kind kind, String id, Instant at, String from, String what, String problem, String bookingId) {
    }

    /** @param problem why it is still no booking event; null: it was accepted */
    record Replay(Accepted accepted, String problem) {
    }

    private static final String GONE = "It is not there any more";

    private final ParkedEvents messages;
    private final BookingSource source;
    private final ProducerTemplate routes;
    private final FailedWebhooks webhooks;
    private final FailedZoomEvents zoomEvents;
    private final FailedDeliveries deliveries;

    ParkedWork(ParkedEvents messages, BookingSource source, ProducerTemplate routes, FailedWebhooks webhooks,
            FailedZoomEvents zoomEvents, FailedDeliveries deliveries) {
        this.messages = messages;
        this.source = source;
        this.routes = routes;
        this.webhooks = webhooks;
        this.zoomEvents = zoomEvents;
        this.deliveries = deliveries;
    }

    /** @param stray also what is of no workspace */
    List<Row> list(String workspace, boolean stray) {
        List<Row> rows = new ArrayList<>();
        messages.waiting(workspace, stray).forEach(one -> rows.add(new Row(Kind.MESSAGE, one.id().toString(), one.receivedAt(),
                one.source(), one.workspace() == null ? null : "workspace " + one.workspace(), one.problem(), null)));
        webhooks.list(workspace).forEach(one -> rows.add(new Row(Kind.WEBHOOK, one.id().toString(), one.at(), one.source(),
                one.subject(), one.problem(), null)));
        deliveries.list(workspace).forEach(one -> rows.add(new Row(Kind.OUTCOME, one.id().toString(), one.at(), "to the callback",
                one.type(), one.problem(), one.bookingId())));
        if (stray) {
            zoomEvents.list().forEach(one -> rows.add(new Row(Kind.ZOOM_EVENT, one.id(), one.at(), "Zoom", one.event(),
                    one.problem(), null)));
        }
        return rows;
    }

    /** What it says, if it is there. */
    Optional<String> body(String workspace, boolean stray, Kind kind, String id) {
        return switch (kind) {
            case MESSAGE -> messages.waiting(workspace, stray, uuid(id)).map(message -> new String(message.body(), StandardCharsets.UTF_8));
            case WEBHOOK -> webhooks.body(workspace, uuid(id));
            case OUTCOME -> deliveries.body(workspace, uuid(id));
            case ZOOM_EVENT -> stray ? zoomEvents.body(id) : Optional.empty();
        };
    }

    /** @return what keeps it parked, or null: it goes on */
    String replay(String workspace, boolean stray, Kind kind, String id) {
        if (kind == Kind.MESSAGE) {
            Optional<DoorRequest> message = messages.waiting(workspace, stray, uuid(id));
            return message.isEmpty() ? GONE : replay(uuid(id), message.get()).problem();
        }
        boolean done = switch (kind) {
            case WEBHOOK -> webhooks.replay(workspace, uuid(id));
            case OUTCOME -> deliveries.replay(workspace, uuid(id));
            default -> stray && zoomEvents.replay(id);
        };
        return done ? null : GONE;
    }

    void discard(String workspace, boolean stray, Kind kind, String id) {
        switch (kind) {
            case MESSAGE -> messages.waiting(workspace, stray, uuid(id)).ifPresent(message -> messages.delete(uuid(id)));
            case WEBHOOK -> webhooks.discard(workspace, uuid(id));
            case OUTCOME -> deliveries.discard(workspace, uuid(id));
            case ZOOM_EVENT -> {
                if (stray) {
                    zoomEvents.discard(id);
                }
            }
        }
    }

    /** Accepts the message as if it came in now; what is wrong with it may have been mended here, a workspace made, say. */
    Replay replay(UUID id, DoorRequest message) {
        SourceEvent event = source.read(message);
        if (event.problem() != null) {
            return new Replay(null, event.problem());
        }
        Exchange done = routes.send("direct:booking-event", exchange -> {
            exchange.setVariable("workspace", event.workspace());
            exchange.setVariable("source", "replay");
            exchange.getMessage().setBody(event.event());
        });
        if (done.getException() instanceof RuntimeException failure) {
            throw failure;
        } else if (done.getException() != null) {
            throw new IllegalStateException(done.getException());
        }
        messages.replayed(id);
        return new Replay(done.getMessage().getBody(Accepted.class), null);
    }

    /** One that nothing has where the text is no id. */
    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
