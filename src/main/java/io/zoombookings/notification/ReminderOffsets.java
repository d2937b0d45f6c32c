package io.zoombookings.notification;

import io.zoombookings.WrongConfigurationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long before the start people are reminded. */
@Component
class ReminderOffsets {

    private static final Pattern OFFSET = Pattern.compile("(\\d{1,4})([mhd])");

    private final List<Duration> list;

    ReminderOffsets(@Value("${reminder.offsets:24h,1h}") String offsets) {
        this.list = offsets.isBlank() || "none".equalsIgnoreCase(offsets.strip()) ? List.of()
                : Arrays.stream(offsets.split(",")).map(String::strip).map(ReminderOffsets::parse).distinct().toList();
    }

    List<Duration> list() {
        return list;
    }

    private static Duration parse(String offset) {
        Matcher parts = OFFSET.matcher(offset);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) == 0) {
            throw new WrongConfigurationException(
                    "REMINDER_OFFSETS must be a list of <n>m, <n>h or <n>d, or none; it holds “" + offset + "”");
        }
        int amount = Integer.parseInt(parts.group(1));
        return switch (parts.group(2)) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
