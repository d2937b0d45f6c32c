package io.zoombookings.chaos;

import io.zoombookings.inbox.FaultySmtp;
import io.zoombookings.inbox.SmtpFault;
import io.zoombookings.inbox.SmtpFault.Stage;
import io.zoombookings.sandbox.CallMatcher;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.Fault.RetryAfter;
import io.zoombookings.sandbox.Operation;
import io.zoombookings.sandbox.ZoomSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets calls to Zoom and conversations with the mail server fail, one after the other in random ways, until it is closed and
 * what Zoom was to do late is done.
 */
final class Nemesis implements AutoCloseable {

    /** Beyond the application's patience with Zoom, 10 seconds. */
    private static final Duration TOO_LONG = Duration.ofSeconds(12);
    /** Over a minute was seen at Zoom. */
    private static final int LATEST_SECONDS = Profile.isLong() ? 70 : 12;

    private final Random random;
    private final ZoomSandbox zoom;
    private final FaultySmtp smtp;
    private final AtomicInteger faults = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private Nemesis(long seed, ZoomSandbox zoom, FaultySmtp smtp) {
        this.random = new Random(seed);
        this.zoom = zoom;
        this.smtp = smtp;
    }

    /** @param pace between two strikes */
    static Nemesis start(long seed, ZoomSandbox zoom, FaultySmtp smtp, Duration pace) {
        Nemesis nemesis = new Nemesis(seed, zoom, smtp);
        nemesis.thread.scheduleWithFixedDelay(nemesis::strike, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
        return nemesis;
    }

    /** How many faults were switched on. */
    int faults() {
        return faults.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        zoom.faults().clear();
        smtp.clearFaults();
        Arena.until("what comes late has come", () -> zoom.lateEffects() == 0);
    }

    private void strike() {
        faults.incrementAndGet();
        if (random.nextInt(4) == 0) {
            mail();
        } else {
            zoom();
        }
    }

    private void zoom() {
        CallMatcher target = switch (random.nextInt(6)) {
            case 0, 1, 2 -> CallMatcher.on(Operation.CREATE);
            case 3 -> CallMatcher.on(Operation.UPDATE, Operation.DELETE);
            case 4 -> CallMatcher.on(Operation.LIST, Operation.GET);
            default -> CallMatcher.api();
        };
        Instant now = Instant.now();
        Instant soon = now.plusSeconds(1);
        List<Fault> some = List.of(Fault.replyLost(), Fault.replyLost(), Fault.dropped(), Fault.truncatedJson(),
                Fault.wrongContentType(), Fault.emptyBody(), Fault.cutOff(), Fault.status(500), Fault.status(502),
                Fault.html(503), Fault.html(500).afterEffect(), Fault.status(504).afterEffect(), Fault.xml(500),
                Fault.unavailable("1"), Fault.slowBytes(Duration.ofSeconds(1)), Fault.answersLate(Duration.ofSeconds(1)));
        List<Fault> ofTheApi = List.of(Fault.tooManyPerSecond(), Fault.unauthorized(),
                Fault.tooManyToday(RetryAfter.INSTANT, now, soon), Fault.tooManyToday(RetryAfter.DATE, now, soon.plusSeconds(1)),
                Fault.tooManyToday(RetryAfter.SECONDS, now, soon), Fault.tooMany("Slow down", RetryAfter.NONE, now, soon));
        int which = random.nextInt(100);
        if (which < 3) {
            zoom.faults().next(CallMatcher.on(Operation.CREATE),
                    List.of(Fault.hangs(TOO_LONG), Fault.late(TOO_LONG), Fault.answersLate(TOO_LONG)).get(which));
        } else if (which < 9) {
            zoom.faults().next(CallMatcher.on(which < 6 ? Operation.CREATE : which < 8 ? Operation.UPDATE : Operation.DELETE),
                    Fault.takesEffectAfter(Duration.ofSeconds(1 + random.nextInt(LATEST_SECONDS))));
        } else if (which < 12) {
            zoom.faults().next(CallMatcher.on(Operation.LIST), which < 11 ? Fault.duplicatesInListing()
                    : Fault.listingLags(now.minusSeconds(3)));
        } else if (which < 16) {
            // Only such as leave the grant alone: whoever misses a refreshed pair of tokens must connect again.
            zoom.faults().next(CallMatcher.on(Operation.TOKEN), which < 14 ? Fault.html(503) : Fault.dropped());
        } else if (which < 28) {
            zoom.faults().next(CallMatcher.api(), ofTheApi.get(random.nextInt(ofTheApi.size())));
        } else {
            zoom.faults().next(target, some.get(random.nextInt(some.size())));
        }
    }

    private void mail() {
        List<SmtpFault> faults = List.of(SmtpFault.drop(), SmtpFault.drop(), SmtpFault.answer(421, "4.3.2 Later"),
                SmtpFault.answer(451, "4.3.0 Later"), SmtpFault.slow(Duration.ofMillis(500)));
        List<Stage> stages = List.of(Stage.CONNECT, Stage.HELO, Stage.MAIL, Stage.RCPT, Stage.DATA, Stage.IN_DATA,
                Stage.MESSAGE, Stage.MESSAGE);
        smtp.next(stages.get(random.nextInt(stages.size())), faults.get(random.nextInt(faults.size())));
    }
}
