package io.zoombookings.booking.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever strangers send, it is read or refused with a reason, and soon. */
class BookingEventFuzzTest {

    private static final List<String> PIECES = List.of("null", "{}", "[]", "1e99", "-0", "1e-400", "true", "\"\"",
            "\"\\u0000\"", "\"\\ud800\"", "99999999999999999999999", "{\"a\":{\"b\":[[[]]]}}", "\"2026-03-29T02:30:00\"",
            "\"FREQ=DAILY;INTERVAL=9999;COUNT=366\"", "\"FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYSETPOS=-1;COUNT=9\"",
            "\"FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3;BYDAY=MO;COUNT=300\"", "\"+999999999-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59-18:00\"", "\"1970-01-01T00:00:00+18:00\"", "\"booking.cancelled\"", "\"\\uD83D\\uDE00\"",
            "\"a@b.c\"", "\"Etc/GMT+12\"", "[{\"id\":\"a\",\"start\":\"2026-12-01T10:00:00Z\",\"durationMinutes\":1}]",
            "{\"specversion\":\"1.0\"}", "\"RRULE:FREQ=DAILY;COUNT=3\\nEXDATE;TZID=:,\\n:;=\"", "\"UNTIL=T\"");

    @Property(tries = 5000)
    void changedValuesAreReadOrRefused(@ForAll Random random) {
        String json = Events.full().toString();
        for (int i = random.nextInt(4); i >= 0; i--) {
            json = changeValue(json, random);
        }
        readOrRefuse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 5000)
    void changedBytesAreReadOrRefused(@ForAll Random random) {
        byte[] json = Events.full().toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        readOrRefuse(json);
    }

    @Property(tries = 3000)
    void changedRulesAreReadOrRefusedSoon(@ForAll Random random) {
        List<String> parts = List.of("FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=DAILY", "FREQ=HOURLY", "COUNT=366",
                "COUNT=2", "UNTIL=99991231", "UNTIL=20270101T000000Z", "INTERVAL=9999", "INTERVAL=2", "BYDAY=MO,SU",
                "BYDAY=-1FR", "BYMONTH=2", "BYMONTHDAY=29", "BYMONTHDAY=-31", "BYYEARDAY=366", "BYWEEKNO=53",
                "BYHOUR=2,3", "BYMINUTE=0,30", "BYSECOND=59", "BYSETPOS=-1", "WKST=SU", "RSCALE=HEBREW", "SKIP=OMIT");
        StringBuilder rule = new StringBuilder(parts.get(random.nextInt(5)));
        for (int i = random.nextInt(6); i >= 0; i--) {
            rule.append(';').append(parts.get(random.nextInt(parts.size())));
        }
        String json = Events.full().toString().replace("FREQ=WEEKLY;COUNT=4", rule);
        Instant begin = Instant.now();
        readOrRefuse(json.getBytes(StandardCharsets.UTF_8));
        assertThat(Duration.between(begin, Instant.now())).as("%s", rule).isLessThan(Duration.ofSeconds(5));
    }

    /** Replaces one value of the JSON, whether simple, list or object. */
    private static String changeValue(String json, Random random) {
        int colon = json.indexOf(':', random.nextInt(json.length()));
        if (colon < 0 || colon + 1 >= json.length()) {
            return json;
        }
        int end = colon + 1;
        int depth = 0;
        boolean quoted = false;
        while (end < json.length() && (quoted || depth > 0 || ",}]".indexOf(json.charAt(end)) < 0)) {
            char c = json.charAt(end++);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        return json.substring(0, colon + 1) + PIECES.get(random.nextInt(PIECES.size())) + json.substring(end);
    }

    private static void readOrRefuse(byte[] body) {
        try {
            BookingEvent event = Events.READER.read(body, "application/json", Map.of());
            BookingState state = BookingHistory.apply(BookingState.UNKNOWN, event, Instant.EPOCH.plusSeconds(1));
            assertThat(Series.wanted(state)).hasSizeLessThanOrEqualTo(366);
            assertThat(state.booking() == null || !Series.wanted(state).isEmpty()).isTrue();
        } catch (InvalidBookingEventException refused) {
            assertThat(refused.getMessage()).endsWith(".");
            assertThat(refused.problems()).allSatisfy(problem -> {
                assertThat(problem.pointer()).matches("(?s)(/.*)?");
                assertThat(problem.detail()).isNotBlank();
            });
        }
    }
}
