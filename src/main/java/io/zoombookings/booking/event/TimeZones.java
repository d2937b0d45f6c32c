package io.zoombookings.booking.event;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The time zones of IANA that this Java knows, by their exact ids. */
final class TimeZones {

    private static final Set<String> IDS = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    private TimeZones() {
    }

    static Optional<ZoneId> find(String id) {
        return IDS.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }
}
