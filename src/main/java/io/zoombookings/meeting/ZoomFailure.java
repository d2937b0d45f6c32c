package io.zoombookings.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.Cause;
import io.zoombookings.Text;
import io.zoombookings.connection.ZoomNotConnectedException;
import io.zoombookings.connection.ZoomTokenUnavailableException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Why Zoom did not do what it was asked.
 *
 * @param kind    what follows from it
 * @param cause   why, for people and programs
 * @param until   of a rate limit: no call before; else null
 * @param sent    false only where Zoom certainly did nothing
 */
record ZoomFailure(Kind kind, Cause cause, Instant until, boolean sent) {

    enum Kind {
        /** Nothing of Zoom can be reached, whatever the account. */
        UNREACHABLE,
        /** Zoom failed; a retry may help. */
        TRANSIENT,
        /** It is to be tried again, and says nothing about Zoom. */
        LATER,
        /** The account or the API is limited until a given instant. */
        RATE_LIMIT,
        /** This host's creates and updates are used up until the next UTC day, or an earlier instant that Zoom names. */
        HOST_LIMIT,
        MEETING_GONE,
        /** Only connecting again helps. */
        GRANT_GONE,
        SCOPE_MISSING,
        /** A retry cannot change it. */
        REFUSED
    }

    /** How long Zoom's clock and ours may differ about when its day begins. */
    private static final Duration DAWN = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(1);
    /** How long to wait where Zoom names an instant that has just passed. */
    private static final Duration LIFTED = Duration.ofSeconds(5);
    static final Cause DAY_USED_UP = Cause.of(Cause.Kind.DAY_USED_UP);
    private static final ObjectMapper JSON = new ObjectMapper();

    static ZoomFailure of(Throwable failure, Instant now) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ZoomNotConnectedException) {
                return new ZoomFailure(Kind.GRANT_GONE, Cause.of(Cause.Kind.GRANT_GONE), null, false);
            }
            if (cause instanceof ZoomTokenUnavailableException) {
                return new ZoomFailure(Kind.TRANSIENT, Cause.of(Cause.Kind.TOKEN_UNAVAILABLE, "why", cause.getMessage()), null,
                        false);
            }
            if (cause instanceof HttpOperationFailedException reply) {
                return of(reply, now);
            }
            if (cause instanceof LeaseLostException) {
                return new ZoomFailure(Kind.LATER, Cause.of(Cause.Kind.NOT_STORED), null, false);
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException || cause instanceof ConnectTimeoutException
                    || cause instanceof ConnectionRequestTimeoutException) {
                return new ZoomFailure(Kind.UNREACHABLE, Cause.of(Cause.Kind.ZOOM_UNREACHABLE), null, false);
            }
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return new ZoomFailure(Kind.LATER, Cause.of(Cause.Kind.NOT_STORED), null, true);
            }
        }
        return new ZoomFailure(Kind.TRANSIENT, Cause.of(Cause.Kind.ZOOM_NO_ANSWER, "why", failure.getClass().getSimpleName()),
                null, true);
    }

    private static ZoomFailure of(HttpOperationFailedException reply, Instant now) {
        int status = reply.getStatusCode();
        JsonNode body = parse(reply.getResponseBody());
        String said = Text.cut(Text.oneLine(body.path("message").asText("")), 500);
        if (status == 429) {
            return rateLimit(reply, said, now);
        }
        if (status == 401) {
            return new ZoomFailure(Kind.TRANSIENT, Cause.of(Cause.Kind.ACCESS_TOKEN_REFUSED), null, false);
        }
        if (said.contains("does not contain scopes")) {
            return new ZoomFailure(Kind.SCOPE_MISSING, Cause.of(Cause.Kind.SCOPE_MISSING, "said", said), null, false);
        }
        if (status == 404 && body.path("code").asInt() == 3001
                || said.startsWith("Meeting ") && (said.contains("not found") || said.contains("does not exist"))) {
            return new ZoomFailure(Kind.MEETING_GONE, Cause.of(Cause.Kind.REFUSED, "said", said), null, false);
        }
        if (body.path("code").asInt() == 3002) {
            return new ZoomFailure(Kind.LATER, Cause.of(Cause.Kind.MEETING_IN_PROGRESS), null, false);
        }
        boolean spoken = status >= 400 && status < 500 && body.has("code");
        if (spoken) {
            String fields = fields(body);
            return new ZoomFailure(Kind.REFUSED, fields.isEmpty() ? Cause.of(Cause.Kind.REFUSED, "said", said)
                    : Cause.of(Cause.Kind.FIELDS_REFUSED, "said", said).with("fields", fields), null, false);
        }
        return new ZoomFailure(Kind.TRANSIENT, Cause.of(Cause.Kind.ZOOM_FAILING, "status", status), null, true);
    }

    private static String fields(JsonNode body) {
        StringBuilder text = new StringBuilder();
        for (JsonNode error : body.path("errors")) {
            text.append(text.isEmpty() ? "" : ", ").append(Text.cut(Text.oneLine(error.path("field").asText()), 60));
        }
        return text.toString();
    }

    /** ZOOM.md C: the words decide; Retry-After may be an instant, a date or seconds, or be missing. */
    private static ZoomFailure rateLimit(HttpOperationFailedException reply, String said, Instant now) {
        String words = said.toLowerCase(Locale.ROOT);
        Instant told = retryAfter(reply.getResponseHeaders(), now);
        if (words.contains("daily rate limit") && words.contains("particular user")) {
            Instant end = dayEnd(now);
            // Seconds are rounded down: what is told to end with the day ends with it.
            boolean earlier = told != null && told.isBefore(end.minusSeconds(1));
            return new ZoomFailure(Kind.HOST_LIMIT, DAY_USED_UP, earlier ? told : end, false);
        }
        if (words.contains("daily")) {
            Instant until = told == null ? dayEnd(now) : told;
            return new ZoomFailure(Kind.RATE_LIMIT,
                    Cause.of(Cause.Kind.ACCOUNT_LIMITED, "until", until), until, false);
        }
        Instant until = told == null ? now.plusMillis(1000) : told;
        return new ZoomFailure(Kind.RATE_LIMIT, Cause.of(Cause.Kind.ACCOUNT_BUSY), until, false);
    }

    /** When a used up day of Zoom ends; one that has only just begun here may still be the one before there. */
    private static Instant dayEnd(Instant now) {
        LocalDate day = HostDays.day(now);
        return day.equals(HostDays.day(now.minus(DAWN))) ? HostDays.dayEnd(day) : now.plus(SOON);
    }

    /**
     * Whether the request counts towards the host's day. One whose effect is not known does not, until its meeting is
     * found: a request too many is refused, one too few costs a day.
     */
    boolean counts() {
        return kind == Kind.MEETING_GONE || kind == Kind.REFUSED || kind == Kind.HOST_LIMIT;
    }

    private static Instant retryAfter(Map<String, String> headers, Instant now) {
        String value = headers == null ? null : headers.entrySet().stream()
                .filter(header -> "Retry-After".equalsIgnoreCase(header.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(null);
        if (value == null) {
            return null;
        }
        Instant until;
        try {
            until = value.matches("\\d{1,6}") ? now.plusSeconds(Long.parseLong(value))
                    : value.endsWith("GMT")
                    ? ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
                    : ZonedDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
        if (until.isBefore(now.minus(Duration.ofDays(1))) || until.isAfter(now.plus(Duration.ofDays(2)))) {
            return null;
        }
        // Lifted while its reply was on the way, or by a clock that differs a little.
        return until.isAfter(now) ? until : now.plus(LIFTED);
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode node = body == null ? null : JSON.readTree(body);
            return node == null ? JSON.createObjectNode() : node;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
