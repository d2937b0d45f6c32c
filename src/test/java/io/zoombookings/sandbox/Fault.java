package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One way in which a call goes wrong. Those whose name says nothing else strike before the call has an effect;
 * {@link #afterEffect()} lets the call take effect first, so that only its answer is wrong.
 *
 * @param pause     how long nothing happens
 * @param waitFirst whether the wait is before the effect, or between effect and answer
 * @param effect    whether the call takes effect
 * @param answer    what becomes of the answer (without effect: of an empty 200)
 */
public record Fault(String name, Duration pause, boolean waitFirst, boolean effect, UnaryOperator<Reply> answer,
                    Sending sending) {

    /** How the answer travels; LATER: not at all, and the effect comes when nobody waits any more. */
    enum Sending { WHOLE, DROPPED, CUT, SLOW, LATER }

    /** How a {@code Retry-After} header is written, if at all. */
    public enum RetryAfter { NONE, INSTANT, DATE, SECONDS }

    private static Fault answering(String name, UnaryOperator<Reply> answer) {
        return new Fault(name, Duration.ZERO, true, false, answer, Sending.WHOLE);
    }

    private static Fault distorting(String name, UnaryOperator<Reply> answer, Sending sending) {
        return new Fault(name, Duration.ZERO, true, true, answer, sending);
    }

    /** An error status with Zoom's JSON error body. */
    public static Fault status(int status) {
        return reply(status, Reply.JSON, "{\"code\":" + status + ",\"message\":\"Internal error.\"}");
    }

    public static Fault reply(int status, String contentType, String body) {
        return answering("answers " + status, reply -> Reply.text(status, contentType, body));
    }

    /** A gateway's HTML page. */
    public static Fault html(int status) {
        return reply(status, "text/html", "<html><head><title>" + status + "</title></head><body><h1>" + status
                + " Service Temporarily Unavailable</h1></body></html>");
    }

    public static Fault xml(int status) {
        return reply(status, "application/xml;charset=UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><result><code>"
                + status + "</code><message>Internal error.</message></result>");
    }

    /** 503 with {@code Retry-After} as given, word by word. */
    public static Fault unavailable(String retryAfter) {
        return answering("answers 503", reply -> Reply.json(503, "{\"code\":503,\"message\":\"Unavailable.\"}")
                .with("Retry-After", retryAfter));
    }

    /** The per-second limit of the account. */
    public static Fault tooManyPerSecond() {
        return answering("too many per second", reply -> ApiError.perSecondLimit().reply(true)
                .with("X-RateLimit-Category", "Medium").with("X-RateLimit-Type", "QPS"));
    }

    /** The daily limit of the account, lifted at {@code until}. */
    public static Fault tooManyToday(RetryAfter form, Instant now, Instant until) {
        return answering("too many today", reply -> retryAfter(ApiError.dailyLimit().reply(true)
                .with("X-RateLimit-Category", "Medium").with("X-RateLimit-Type", "Daily-limit")
                .with("X-RateLimit-Remaining", "0"), form, now, until));
    }

    /** The 100 a day of the meeting's host are used up, as seen without any helpful header. */
    public static Fault hostLimitToday() {
        return answering("host's day is used up", reply -> ApiError.hostLimit(100).reply(true)
                .with("x-ratelimit-category", "Light").with("x-ratelimit-limit", "6000")
                .with("x-ratelimit-remaining", "5893"));
    }

    /** 429 in any words. */
    public static Fault tooMany(String message, RetryAfter form, Instant now, Instant until) {
        return answering("answers 429", reply ->
                retryAfter(new ApiError(429, 429, message).reply(true), form, now, until));
    }

    /** 429 with {@code Retry-After} as given, word by word. */
    public static Fault tooMany(String message, String retryAfter) {
        return answering("answers 429", reply -> new ApiError(429, 429, message).reply(true).with("Retry-After", retryAfter));
    }

    static Reply retryAfter(Reply reply, RetryAfter form, Instant now, Instant until) {
        return switch (form) {
            case NONE -> reply;
            case INSTANT -> reply.with("Retry-After", DateTimeFormatter.ISO_INSTANT.format(until));
            case DATE -> reply.with("Retry-After",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC)));
            case SECONDS -> reply.with("Retry-After", String.valueOf(Duration.between(now, until).toSeconds()));
        };
    }

    /** 401, as for a token that Zoom does not know. */
    public static Fault unauthorized() {
        return answering("answers 401", reply -> ApiError.invalidToken().reply(true));
    }

    /** The token endpoint says that the grant is gone, although it is not. */
    public static Fault invalidGrant() {
        return reply(400, Reply.JSON, "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}");
    }

    public static Fault missingScopes(String... scopes) {
        return answering("scope missing", reply -> ApiError.missingScopes(4711, scopes).reply(true));
    }

    /** The connection ends without an answer and without effect. */
    public static Fault dropped() {
        return new Fault("dropped", Duration.ZERO, true, false, UnaryOperator.identity(), Sending.DROPPED);
    }

    /** The call takes effect, its answer never arrives. */
    public static Fault replyLost() {
        return distorting("reply lost", UnaryOperator.identity(), Sending.DROPPED);
    }

    /** Nothing for this long, then effect and answer: whoever has given up meanwhile missed the effect. */
    public static Fault late(Duration time) {
        return new Fault("late", time, true, true, UnaryOperator.identity(), Sending.WHOLE);
    }

    /** The connection ends without an answer at once; the call takes effect after this long by the sandbox's clock. */
    public static Fault takesEffectAfter(Duration time) {
        return new Fault("takes effect later", time, false, true, UnaryOperator.identity(), Sending.LATER);
    }

    /** Nothing for this long, then the connection ends without effect. */
    public static Fault hangs(Duration time) {
        return new Fault("hangs", time, true, false, UnaryOperator.identity(), Sending.DROPPED);
    }

    /** Takes effect at once, answers only after this long. */
    public static Fault answersLate(Duration time) {
        return new Fault("answers late", time, false, true, UnaryOperator.identity(), Sending.WHOLE);
    }

    /** Takes effect; the answer's body arrives piece by piece over this long. */
    public static Fault slowBytes(Duration time) {
        return new Fault("slow bytes", time, false, true, UnaryOperator.identity(), Sending.SLOW);
    }

    /** Takes effect; the connection breaks in the middle of the body. */
    public static Fault cutOff() {
        return distorting("cut off", UnaryOperator.identity(), Sending.CUT);
    }

    /** Takes effect; the body is only the first half of the JSON, properly framed. */
    public static Fault truncatedJson() {
        return distorting("truncated JSON", reply -> reply.withBody(Arrays.copyOf(reply.body(),
                reply.body().length / 2)), Sending.WHOLE);
    }

    /** Takes effect; the JSON is declared to be something else. */
    public static Fault wrongContentType() {
        return distorting("wrong content type", reply -> reply.with("Content-Type", "text/html"), Sending.WHOLE);
    }

    /** Takes effect; a success without the body that belongs to it. */
    public static Fault emptyBody() {
        return distorting("empty body", reply -> reply.withBody(new byte[0]), Sending.WHOLE);
    }

    /** A listing that names every meeting twice. */
    public static Fault duplicatesInListing() {
        return listing("duplicates", meetings -> {
            ArrayNode twice = meetings.arrayNode();
            meetings.forEach(meeting -> twice.add(meeting).add(meeting.deepCopy()));
            return twice;
        });
    }

    /** A listing in which meetings created at or after {@code since} do not appear yet; Zoom's times are seconds. */
    public static Fault listingLags(Instant since) {
        return listingHides(meeting -> !Instant.parse(meeting.get("created_at").asText()).isBefore(since));
    }

    /** A listing without the meetings, as they would be listed, for which the condition holds. */
    public static Fault listingHides(Predicate<JsonNode> hidden) {
        return listing("hides", meetings -> {
            ArrayNode others = meetings.arrayNode();
            meetings.forEach(meeting -> {
                if (!hidden.test(meeting)) {
                    others.add(meeting);
                }
            });
            return others;
        });
    }

    private static Fault listing(String name, UnaryOperator<ArrayNode> change) {
        return distorting(name, reply -> {
            try {
                if (reply.status() != 200 || !(Json.MAPPER.readTree(reply.body()) instanceof ObjectNode page)
                        || !(page.get("meetings") instanceof ArrayNode meetings)) {
                    return reply;
                }
                ArrayNode changed = change.apply(meetings);
                page.set("meetings", changed);
                page.put("total_records", page.get("total_records").asInt() + changed.size() - meetings.size());
                return Reply.json(200, page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, Sending.WHOLE);
    }

    /** The same with the call taking effect before: only the answer is wrong. */
    public Fault afterEffect() {
        return new Fault(name + " after effect", pause, waitFirst, true, answer, sending);
    }

    /** The same after waiting this long. */
    public Fault after(Duration time) {
        return new Fault(name, time, true, effect, answer, sending);
    }
}
