package io.zoombookings.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Zoom's rate limits. Per second and per day of the account: off unless switched on. Creates and updates per host and
 * UTC day: 100 unless changed. Safe for several threads.
 */
public final class RateLimits {

    /** Which headers a daily 429 carries. */
    public enum Headers {
        /** All that Zoom has documented, {@code Retry-After} as an instant. */
        DOCUMENTED,
        /** Only the category and its numbers, which belong to another limit: as seen live. */
        MISLEADING,
        NONE
    }

    private final Clock clock;
    private final Map<String, Integer> used = new HashMap<>();
    private volatile int hostPerDay = 100;
    private volatile boolean perSecond;
    private volatile boolean accountPerDay;
    private volatile Headers headers = Headers.MISLEADING;
    private volatile Fault.RetryAfter retryAfter = Fault.RetryAfter.INSTANT;
    private LocalDate day;
    private long second;

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Creates and updates that one host may have made in a UTC day. */
    public void hostPerDay(int limit) {
        hostPerDay = limit;
    }

    public void perSecond(boolean enforced) {
        perSecond = enforced;
    }

    public void accountPerDay(boolean enforced) {
        accountPerDay = enforced;
    }

    public void headers(Headers form) {
        headers = form;
    }

    /** The form of {@code Retry-After} with {@link Headers#DOCUMENTED}. */
    public void retryAfter(Fault.RetryAfter form) {
        retryAfter = form;
    }

    /** Creates and updates of the host so far today. */
    public synchronized int usedToday(ZoomUser host) {
        roll();
        return used.getOrDefault("host " + host.id(), 0);
    }

    /** Puts the host's counter to a value, as other apps of the same user would. */
    public synchronized void usedToday(ZoomUser host, int count) {
        roll();
        used.put("host " + host.id(), count);
    }

    public synchronized void reset() {
        used.clear();
    }

    /** Counts the call; the refusal, or null if it may go on. */
    synchronized Reply refusal(Operation operation, ZoomUser user, boolean json) {
        roll();
        String label = operation.label();
        Plan plan = user.plan();
        if (perSecond && !take("second " + label + ' ' + user.accountId(), plan.perSecond(label))) {
            return documented(ApiError.perSecondLimit().reply(json), label, "QPS", plan.perSecond(label));
        }
        int perDay = plan.perDay(label);
        if (accountPerDay && perDay > 0 && !take("day " + label + ' ' + user.accountId(), perDay)) {
            return daily(ApiError.dailyLimit().reply(json), label, perDay);
        }
        if ((operation == Operation.CREATE || operation == Operation.UPDATE)
                && !take("host " + user.id(), hostPerDay)) {
            return daily(ApiError.hostLimit(hostPerDay).reply(json), label, hostPerDay);
        }
        return null;
    }

    private boolean take(String counter, int limit) {
        int count = used.getOrDefault(counter, 0);
        if (count >= limit) {
            return false;
        }
        used.put(counter, count + 1);
        return true;
    }

    private Reply daily(Reply reply, String label, int limit) {
        return switch (headers) {
            case NONE -> reply;
            case MISLEADING -> reply.with("x-ratelimit-category", "Light").with("x-ratelimit-limit", "6000")
                    .with("x-ratelimit-remaining", "5893");
            case DOCUMENTED -> {
                Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                yield Fault.retryAfter(documented(reply, label, "Daily-limit", limit), retryAfter, clock.instant(),
                        midnight);
            }
        };
    }

    private Reply documented(Reply reply, String label, String type, int limit) {
        return headers == Headers.NONE ? reply : reply.with("X-RateLimit-Category", label)
                .with("X-RateLimit-Type", type).with("X-RateLimit-Limit", String.valueOf(limit))
                .with("X-RateLimit-Remaining", "0");
    }

    private void roll() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            used.clear();
        }
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            used.keySet().removeIf(counter -> counter.startsWith("second "));
        }
    }
}
