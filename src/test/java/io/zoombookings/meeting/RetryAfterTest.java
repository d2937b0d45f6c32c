package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a limit holds, in each form in which Zoom has told it. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String DAILY = "You have reached the maximum daily rate limit for this API.";

    private static ZoomFailure limited(String message, String retryAfter) {
        Map<String, String> headers = new HashMap<>();
        if (retryAfter != null) {
            headers.put("Retry-After", retryAfter);
        }
        return ZoomFailure.of(new HttpOperationFailedException("http://zoom.example", 429, "Too Many Requests", null,
                headers, "{\"code\":429,\"message\":\"" + message + "\"}"), NOW);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T11:30:00Z, 2026-11-23T11:30:00Z", "'Mon, 23 Nov 2026 11:30:00 GMT', 2026-11-23T11:30:00Z",
            "5400, 2026-11-23T11:30:00Z", "whenever, 2026-11-24T00:00:00Z", ", 2026-11-24T00:00:00Z",
            "2036-01-01T00:00:00Z, 2026-11-24T00:00:00Z"})
    void aDailyLimitHoldsUntilZoomSaysOrTheDayEnds(String told, Instant until) {
        ZoomFailure failure = limited(DAILY, told);

        assertThat(failure.kind()).isEqualTo(ZoomFailure.Kind.RATE_LIMIT);
        assertThat(failure.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T09:59:59Z", "0", "'Mon, 23 Nov 2026 09:59:58 GMT'"})
    void aLimitThatHasJustPassedDoesNotCostTheDay(String told) {
        assertThat(limited(DAILY, told).until()).isBetween(NOW.plusSeconds(1), NOW.plusSeconds(10));
    }

    @Test
    void aLimitPerSecondIsOverSoon() {
        ZoomFailure failure = limited("You have reached the maximum per-second rate limit for this API.", null);

        assertThat(Duration.between(NOW, failure.until())).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
    }

    @Test
    void theHundredOfAHostAreOverAtTheEndOfTheDay() {
        String used = "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests "
                + "permitted for this particular user.";

        assertThat(limited(used, null).kind()).isEqualTo(ZoomFailure.Kind.HOST_LIMIT);
        assertThat(limited(used, null).until()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(limited(used, "3600").until()).as("ended earlier").isEqualTo(Instant.parse("2026-11-23T11:00:00Z"));
    }
}
