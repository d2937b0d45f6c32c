package io.zoombookings.meeting;

import io.zoombookings.Cause.Kind;
import io.zoombookings.Cause;
import io.zoombookings.Jitter;
import io.zoombookings.notification.Mailing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes Zoom agree with what is wanted, one claimed occurrence at a time. The route meeting-sync calls it between its
 * conversations with Zoom; each method is a short transaction or none. Safe for several threads and nodes.
 */
@Component
public class MeetingSync {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingSync.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(40);

    private final Claims claims;
    private final Finishing finishing;
    private final ZoomBlocks blocks;
    private final HostDays days;
    private final WaitingWork waiting;
    private final Clock clock;
    private final Duration firstBackoff;
    private final Duration longestCall;
    private final Duration recheck;

    /**
     * @param lease   of a claim; within seven twelfths of it every conversation with Zoom has ended, by its timeouts
     * @param recheck after a create that may have been made twice: by then a late one has taken effect and is listed
     */
    MeetingSync(Claims claims, Finishing finishing, ZoomBlocks blocks, HostDays days, WaitingWork waiting, Clock clock,
            @Value("${meeting.sync.first-backoff:1s}") Duration firstBackoff,
            @Value("${meeting.sync.lease:60s}") Duration lease,
            @Value("${meeting.sync.recheck:2m}") Duration recheck) {
        this.claims = claims;
        this.finishing = finishing;
        this.blocks = blocks;
        this.days = days;
        this.waiting = waiting;
        this.clock = clock;
        this.firstBackoff = firstBackoff;
        this.longestCall = lease.multipliedBy(7).dividedBy(12);
        this.recheck = recheck;
    }

    /** Claims what is due, as much as this node has room for. */
    public List<Work> due() {
        return claims.due();
    }

    /** The work, or, if it must not be done now, the same with the action RELEASE. */
    public Work begin(Work work) {
        Instant now = clock.instant();
        boolean late = Duration.between(now, work.leaseUntil()).compareTo(longestCall) < 0;
        return late || blocks.blocked(work, now) ? work.with(MeetingAction.RELEASE)
                : days.isRefused(work, now) ? work.deferred() : work;
    }

    /** Reads a page of the host's list. */
    public MeetingLookup read(MeetingLookup lookup, Map<?, ?> page) {
        return lookup.with(page);
    }

    /**
     * Goes on with what a look at Zoom has shown: the occurrence's one meeting is kept or adopted, what else carries its
     * marker is surplus and must go.
     */
    public Work lookedUp(Work work, MeetingLookup lookup) {
        Occurrence row = work.row();
        boolean wanted = !row.cancelled() && !row.remake();
        boolean adopt = row.zoomMeetingId() == null && wanted && !lookup.found().isEmpty();
        Long keep = adopt ? lookup.found().get(0) : row.zoomMeetingId();
        List<Long> surplus = lookup.found().stream().filter(id -> !id.equals(keep)).toList();
        return work.lookedUp(adopt ? MeetingAction.ADOPT : work.action(), keep, surplus);
    }

    /** Zoom has made the meeting, or it was found. */
    public Mailing created(Work work, Map<?, ?> reply) {
        ZoomMeeting meeting = ZoomMeeting.of(reply);
        boolean adopted = work.action() == MeetingAction.ADOPT;
        boolean agrees = !adopted || meeting.agreesWith(work.zoomRequest());
        boolean repeated = !adopted && work.row().createAttemptAt() != null;
        blocks.done(work);
        return finishing.finish(work, Change.of(MeetingState.CREATED).meeting(meeting)
                .applied(agrees ? work.request().fingerprint() : null)
                .counted(!adopted)
                .recheckAt(repeated ? clock.instant().plus(recheck) : null)
                .dueAt(agrees ? null : clock.instant()));
    }

    public Mailing updated(Work work) {
        blocks.done(work);
        return finishing.finish(work, updated(work.request()));
    }

    /** The link was read again: after an update that changed it, or since somebody changed it in Zoom. */
    public Mailing linkRead(Work work, Map<?, ?> reply) {
        ZoomMeeting meeting = ZoomMeeting.of(reply);
        blocks.done(work);
        if (work.action() == MeetingAction.UPDATE) {
            return finishing.finish(work, updated(work.request()).relinked(meeting));
        }
        return finishing.finish(work, meeting.agreesWith(work.zoomRequest())
                ? Change.of(MeetingState.CREATED).relinked(meeting)
                : Change.of(MeetingState.UPDATE_PENDING).relinked(meeting).applied(MeetingRequest.NO_FINGERPRINT)
                        .dueAt(clock.instant()));
    }

    private static Change updated(MeetingRequest request) {
        return Change.of(MeetingState.CREATED).applied(request.fingerprint()).counted(true);
    }

    public Mailing deleted(Work work) {
        blocks.done(work);
        return finishing.finish(work, Change.of(MeetingState.CANCELLED).meetingGone()
                .dueAt(work.row().cancelled() ? null : clock.instant()));
    }

    /** One of the surplus meetings is gone; the work goes on. */
    public void surplusDeleted(Work work, long meeting) {
        finishing.surplusDeleted(work, meeting);
    }

    /** Ends work that asks nothing of Zoom. */
    public Mailing settle(Work work) {
        Occurrence row = work.row();
        boolean exists = work.meetingId() != null;
        return switch (work.action()) {
            case NOTHING -> finishing.finish(work, row.cancelled() ? Change.of(MeetingState.CANCELLED)
                    : exists ? Change.of(MeetingState.CREATED)
                    : Change.of(MeetingState.CANCELLED).problem(Cause.of(Kind.TIME_PASSED)));
            case WAIT_FOR_CONNECTION -> finishing.finish(work, Change.of(waiting(row, exists))
                    .problem(Cause.of(row.cancelled() ? Kind.DELETION_NOT_CONNECTED : Kind.NOT_CONNECTED)));
            case DEFER -> {
                Instant until = days.until(work, clock.instant());
                waiting.putOffHost(work.zoom().zoomUserId(), until, ZoomFailure.DAY_USED_UP);
                yield finishing.finish(work, Change.of(exists ? MeetingState.UPDATE_PENDING : MeetingState.PENDING)
                        .problem(ZoomFailure.DAY_USED_UP).dueAt(until).notCounted());
            }
            case ABANDON -> finishing.finish(work, Change.of(MeetingState.CANCELLED).meetingGone()
                    .problem(Cause.of(Kind.LEFT_IN_FORMER_ACCOUNT, "meeting", row.zoomMeetingId()))
                    .dueAt(row.cancelled() ? null : clock.instant()));
            case RELEASE -> {
                Instant until = blocks.until(work, clock.instant());
                boolean blocked = until.isAfter(clock.instant());
                yield finishing.finish(work, Change.of(row.state())
                        .problem(blocked ? blocks.reason(work) : row.problem()).dueAt(until).notCounted());
            }
            default -> throw new IllegalStateException("Zoom was to be asked: " + work);
        };
    }

    /** Zoom, or the way to it, failed: what follows depends on why. */
    public Mailing failed(Work work, Exception cause) {
        Instant now = clock.instant();
        ZoomFailure failure = ZoomFailure.of(cause, now);
        LOG.info("{}: {}", work, failure.cause());
        Occurrence row = work.row();
        Change wait = Change.of(pending(row, work.meetingId() != null)).problem(failure.cause());
        if (failure.sent()) {
            wait = wait.effectUnknown();
        }
        if (!failure.counts()) {
            wait = wait.notCounted();
        }
        return switch (failure.kind()) {
            case UNREACHABLE, TRANSIENT -> {
                blocks.failed(work, failure, now);
                yield finishing.finish(work, wait.dueAt(now.plus(backoff(row.attempts()))));
            }
            case GRANT_GONE, LATER -> finishing.finish(work, wait.dueAt(now.plus(backoff(row.attempts()))));
            case RATE_LIMIT -> finishing.finish(work, wait.dueAt(blocks.limited(work, failure, now)));
            case HOST_LIMIT -> {
                blocks.answered(work);
                days.refused(work, failure.until(), now);
                waiting.putOffHost(work.zoom().zoomUserId(), failure.until(), failure.cause());
                yield finishing.finish(work, wait.dueAt(failure.until()));
            }
            case MEETING_GONE -> {
                blocks.done(work);
                yield finishing.finish(work, work.action() == MeetingAction.DELETE
                        ? Change.of(MeetingState.CANCELLED).meetingGone().dueAt(row.cancelled() ? null : now)
                        : Change.of(MeetingState.PENDING).meetingGone().dueAt(now));
            }
            case SCOPE_MISSING, REFUSED -> {
                blocks.done(work);
                Change refused = Change.of(MeetingState.FAILED).problem(failure.cause());
                yield finishing.finish(work, failure.counts() ? refused : refused.notCounted());
            }
        };
    }

    private static MeetingState waiting(Occurrence row, boolean exists) {
        return row.cancelled() ? MeetingState.CANCEL_PENDING
                : exists ? MeetingState.UPDATE_PENDING : MeetingState.NOT_CONNECTED;
    }

    private static MeetingState pending(Occurrence row, boolean exists) {
        return row.cancelled() ? MeetingState.CANCEL_PENDING
                : exists ? MeetingState.UPDATE_PENDING : MeetingState.PENDING;
    }

    /** @param attempts claims before this one, from 0 */
    private Duration backoff(int attempts) {
        Duration full = firstBackoff.multipliedBy(1L << Math.min(attempts, 10));
        Duration capped = full.compareTo(LONGEST_BACKOFF) < 0 ? full : LONGEST_BACKOFF;
        return capped.dividedBy(2).plus(Jitter.upTo(capped.dividedBy(2), clock.instant()));
    }
}
