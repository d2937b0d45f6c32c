package io.zoombookings;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What happens, counted and timed, in Micrometer's global registry, to which the application's own belong; docs/metrics.md
 * describes each. Names and tags are a fixed few: nothing that people or programs send becomes a tag. Thread-safe.
 */
public final class Meters {

    /** What operators promise: a link within 1, 5 and 60 seconds; finer below, to see what becomes slow. */
    private static final Duration[] OBJECTIVES = {Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200),
        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10),
        Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(300)};

    private static final Map<List<String>, Counter> COUNTERS = new ConcurrentHashMap<>();
    private static final Map<List<String>, Timer> TIMERS = new ConcurrentHashMap<>();

    private Meters() {
    }

    /**
     * A booking event has come in.
     *
     * @param source http, broker, replay, or a booking system
     * @param type   confirmed, rescheduled, cancelled, or unknown
     * @param result accepted, duplicate, refused, or failed
     */
    public static void event(String source, String type, String result) {
        count("zoombookings.events", "Booking events that came in", "source", source, "type", type, "result", result);
    }

    /** @param took from the acceptance of the event to the meeting's link */
    public static void link(Duration took) {
        time("zoombookings.link", "From the acceptance of an event to its meeting's link", took);
    }

    /** @param took from the acceptance of the event to the delivery of a mail about it */
    public static void mail(Duration took) {
        time("zoombookings.mail", "From the acceptance of an event to the delivery of a mail about it", took);
    }

    /**
     * @param operation create, update, delete, get, list or other
     * @param result    the class of the reply's status (2xx, 4xx, 5xx), limited (429), or failed: no reply
     */
    public static void zoomCall(String operation, String result, Duration took) {
        time("zoombookings.zoom.calls", "Calls of Zoom's API", took, "operation", operation, "result", result);
    }

    /** @param result sent, refused, or failed */
    public static void mailDelivery(String result, Duration took) {
        time("zoombookings.mail.deliveries", "Conversations with the mail server", took, "result", result);
    }

    /** @param door zoom, or a booking system */
    public static void refusedSignature(String door) {
        count("zoombookings.refused.signatures", "Webhooks whose signature was not right", "door", door);
    }

    public static void refusedSignIn() {
        count("zoombookings.refused.sign.ins", "Sign-ins that were refused");
    }

    private static void count(String name, String description, String... tags) {
        COUNTERS.computeIfAbsent(key(name, tags), key ->
                Counter.builder(name).description(description).tags(tags).register(Metrics.globalRegistry)).increment();
    }

    private static void time(String name, String description, Duration took, String... tags) {
        TIMERS.computeIfAbsent(key(name, tags), key -> Timer.builder(name).description(description).tags(tags)
                .serviceLevelObjectives(OBJECTIVES).register(Metrics.globalRegistry)).record(took);
    }

    private static List<String> key(String name, String... tags) {
        return tags.length == 0 ? List.of(name) : List.of(name + ' ' + String.join(" ", tags));
    }
}
