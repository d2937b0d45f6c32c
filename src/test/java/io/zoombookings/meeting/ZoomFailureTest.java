package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.connection.ZoomNotConnectedException;
import io.zoombookings.connection.ZoomTokenUnavailableException;
import io.zoombookings.meeting.ZoomFailure.Kind;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from each of Zoom's answers (ZOOM.md, B6 and C). */
class ZoomFailureTest {

    private static final Instant NOW = Instant.parse("2030-03-04T22:10:00Z");

    private static ZoomFailure reply(int status, String body, Map<String, String> headers) {
        return ZoomFailure.of(new IllegalStateException(
                new HttpOperationFailedException("https://zoom", status, "", null, headers, body)), NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | {\"code\":300,\"message\":\"Validation Failed.\",\"errors\":[{\"field\":\"topic\",\"message\":\"Invalid field.\"}]} | REFUSED",
        "400 | {\"code\":3161,\"message\":\"Your user account is not allowed meeting hosting and scheduling capabilities.\"} | REFUSED",
        "400 | {\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[meeting:write:meeting].\"} | SCOPE_MISSING",
        "400 | {\"code\":104,\"message\":\"Invalid access token, does not contain scopes:[meeting:write:meeting].\"} | SCOPE_MISSING",
        "404 | {\"code\":3001,\"message\":\"Meeting does not exist: 1.\"} | MEETING_GONE",
        "400 | {\"code\":300,\"message\":\"Meeting 1 is not found or has expired.\"} | MEETING_GONE",
        "404 | {\"code\":1001,\"message\":\"User does not exist: me.\"} | REFUSED",
        "401 | {\"code\":124,\"message\":\"Invalid access token.\"} | TRANSIENT",
        "400 | {\"code\":3002,\"message\":\"Sorry, you cannot delete this meeting since it's in progress.\"} | LATER",
        "500 | <html>oops</html> | TRANSIENT",
        "503 | | TRANSIENT",
        "403 | <html>blocked</html> | TRANSIENT",
        "400 | not json | TRANSIENT"})
    void tellsWhatARetryCanChange(int status, String body, Kind kind) {
        assertThat(reply(status, body, Map.of()).kind()).isEqualTo(kind);
    }

    @Test
    void namesTheFieldThatZoomRefuses() {
        assertThat(reply(400, "{\"code\":300,\"message\":\"Validation Failed.\",\"errors\":[{\"field\":\"topic\"}]}",
                Map.of()).cause().sentence()).contains("Validation Failed.", "(topic)");
    }

    @ParameterizedTest
    @CsvSource({"2030-03-04T23:00:00Z, 2030-03-04T23:00:00Z", "90, 2030-03-04T22:11:30Z",
        "'Mon, 04 Mar 2030 22:30:00 GMT', 2030-03-04T22:30:00Z", "soon, 2030-03-05T00:00:00Z",
        "2029-01-01T00:00:00Z, 2030-03-05T00:00:00Z"})
    void waitsAsLongAsZoomSaysInWhateverForm(String retryAfter, Instant until) {
        ZoomFailure failure = reply(429, "{\"code\":429,\"message\":\"You have reached the maximum daily rate limit for "
                + "this API. Refer to the response header for details.\"}", Map.of("Retry-After", retryAfter));

        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMIT);
        assertThat(failure.until()).isEqualTo(until);
        assertThat(failure.sent()).isFalse();
    }

    @Test
    void waitsAMomentWhenTheSecondIsFull() {
        assertThat(reply(429, "{\"code\":429,\"message\":\"You have reached the maximum per-second rate limit for this "
                + "API. Try again later.\"}", Map.of()).until()).isBetween(NOW.plusMillis(500), NOW.plusSeconds(3));
    }

    @Test
    void takesTheHostsDayForWhatItIs() {
        ZoomFailure failure = reply(429, "{\"code\":429,\"message\":\"You have exceeded the daily rate limit (100) of "
                + "Meeting Create/Update API requests permitted for this particular user. You may resume these requests at "
                + "GMT 00:00:00.\"}", Map.of("x-ratelimit-category", "Light"));

        assertThat(failure.kind()).isEqualTo(Kind.HOST_LIMIT);
        assertThat(failure.until()).isEqualTo(Instant.parse("2030-03-05T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2030-03-04T23:00:00Z, 2030-03-04T23:00:00Z", "90, 2030-03-04T22:11:30Z",
        "'Mon, 04 Mar 2030 22:30:00 GMT', 2030-03-04T22:30:00Z", "6599, 2030-03-05T00:00:00Z",
        "2030-03-05T07:00:00Z, 2030-03-05T00:00:00Z", "soon, 2030-03-05T00:00:00Z"})
    void endsTheHostsDayEarlierWhereZoomSaysSo(String retryAfter, Instant until) {
        ZoomFailure failure = reply(429, "{\"code\":429,\"message\":\"You have exceeded the daily rate limit (100) of "
                + "Meeting Create/Update API requests permitted for this particular user.\"}", Map.of("Retry-After", retryAfter));

        assertThat(failure.kind()).isEqualTo(Kind.HOST_LIMIT);
        assertThat(failure.until()).isEqualTo(until);
    }

    @Test
    void knowsWhetherZoomMayHaveDoneIt() {
        assertThat(ZoomFailure.of(new SocketTimeoutException("read"), NOW).sent()).isTrue();
        assertThat(reply(502, "", Map.of()).sent()).isTrue();
        assertThat(ZoomFailure.of(new ConnectException("refused"), NOW).sent()).isFalse();
        assertThat(ZoomFailure.of(new ZoomTokenUnavailableException("no token", null), NOW).sent()).isFalse();
    }

    @Test
    void leavesADeadGrantToAPerson() {
        assertThat(ZoomFailure.of(new RuntimeException(new ZoomNotConnectedException("gone")), NOW).kind())
                .isEqualTo(Kind.GRANT_GONE);
    }
}
