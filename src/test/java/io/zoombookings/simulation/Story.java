package io.zoombookings.simulation;

import io.zoombookings.booking.event.BookingEvent;
import io.zoombookings.notification.Mailing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happened, line by line; nothing is written unless somebody wants to read it. */
final class Story {

    private final Clock clock;
    private final boolean told;
    private final List<String> lines = new ArrayList<>();

    Story(Clock clock, boolean told) {
        this.clock = clock;
        this.told = told;
    }

    void tell(Supplier<String> line) {
        if (told) {
            Duration since = Duration.between(VirtualClock.START, clock.instant());
            lines.add(String.format("%d:%02d:%02d.%03d  %s", since.toHours(), since.toMinutesPart(), since.toSecondsPart(),
                    since.toMillisPart(), line.get()));
        }
    }

    static String words(Object[] arguments) {
        return Arrays.stream(arguments).map(Story::words).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String words(Object value) {
        String text = String.valueOf(value);
        return value instanceof Map<?, ?> map ? "reply " + map.get("id")
                : value instanceof Throwable failure ? failure.getClass().getSimpleName()
                : value instanceof BookingEvent event ? event.inWords() + " of " + event.bookingId()
                : text.length() > 120 ? value.getClass().getSimpleName() : text;
    }

    static String outcome(Object result) {
        String text = result instanceof List<?> list ? String.valueOf(list.size())
                : result == null || result instanceof Mailing ? "" : words(result);
        return text.isEmpty() ? "" : " → " + text;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
