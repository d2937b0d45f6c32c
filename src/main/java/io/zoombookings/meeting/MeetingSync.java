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
@Component("zoomBookings.meetingSync")
public class MeetingSync {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingSync.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(40);

    private final Claims claims;
    private final Workload workload;
    private final Finishing finishing;
    private final ZoomBlocks blocks;
    private final HostDays days;
    private final WaitingWork waiting;
    private final Clock clock;
    private final Duration firstBackoff;
    private final Duration longestCall;

    /** @param lease of a claim; within seven twelfths of it every conversation with Zoom has ended, by its timeouts */
    MeetingSync(Claims claims, Workload workload, Finishing finishing, ZoomBlocks blocks, HostDays days, WaitingWork waiting,
            Clock clock,
            @Value("${meeting.sync.first-backoff:1s}") Duration firstBackoff,
            @Value("${meeting.sync.lease:60s}") Duration lease) {
        this.claims = claims;
        this.workload = workload;
        this.finishing = finishing;
        this.blocks = blocks;
        this.days = days;
        this.waiting = waiting;
        this.clock = clock;
        this.firstBackoff = firstBackoff;
        this.longestCall = lease.multipliedBy(7).dividedBy(12);
    }

    /** Claims what is due, as much as this node has room for. */
    public List<Work> due() {
        return claims.due();
    }

    /** Whether more was due than there was room for, of which there is some by now: who has finished asks for more. */
    public boolean isMoreDue() {
        return workload.isMoreDue();
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
     * Goes on with what a look at Zoom has shown. What nobody wants goes. A meeting that is wanted and not known is adopted,
     * and only when that is on record the others go: a deletion may take effect late too. The one that people were told is
     * read where it is not listed: an earlier worker's deletion, given up and late, may have met it, and none of the others
     * goes before it is known to be there.
     */
    public Work lookedUp(Work work, MeetingLookup lookup) {
        Occurrence row = work.row();
        List<Long> found = lookup.found();
        Long own = row.zoomMeetingId();
        List<Long> others = found.stream().filter(id -> !id.equals(own)).toList();
        boolean told = own != null && others.size() == found.size() && !row.cancelled() && !row.remake();
        if (told && work.action() == MeetingAction.NOTHING && work.zoom().owner() != null
                && (!others.isEmpty() || row.end().isAfter(clock.instant()))) {
            return work.lookedUp(MeetingAction.READ_LINK, own, List.of(), !others.isEmpty());
        }
        if (others.isEmpty() || row.cancelled() || row.remake() || own != null && !told) {
            return work.lookedUp(work.action(), own, others, false);
        }
        return own == null || work.action() == MeetingAction.CREATE
                ? work.lookedUp(MeetingAction.ADOPT, others.get(0), List.of(), others.size() > 1)
                : work.lookedUp(work.action(), own, List.of(), true);
    }

    /**
     * Takes the lease of the work anew, right before a surplus meeting is deleted.
     *
     * @throws LeaseLostException if another worker has taken over, for whom the meeting may be the right one
     */
    public void holdOn(Work work) {
        finishing.holdOn(work);
    }

    /** Zoom has made the meeting, or it was found. */
    public Mailing created(Work work, Map<?, ?> reply) {
        ZoomMeeting meeting = ZoomMeeting.of(reply);
        boolean agrees = work.action() != MeetingAction.ADOPT || meeting.agreesWith(work.zoomRequest());
        blocks.done(work);
        return finishing.finish(work, new Change.Made(meeting, agrees ? work.request().fingerprint() : null));
    }

    public Mailing updated(Work work) {
        blocks.done(work);
        return finishing.finish(work, new Change.Updated(work.request().fingerprint(), null));
    }

    /** The link was read again: after an update that changed it, or since somebody changed it in Zoom. */
    public Mailing linkRead(Work work, Map<?, ?> reply) {
        ZoomMeeting meeting = ZoomMeeting.of(reply);
        blocks.done(work);
        return finishing.finish(work, work.action() == MeetingAction.UPDATE
                ? new Change.Updated(work.request().fingerprint(), meeting)
                : new Change.LinkRead(meeting, meeting.agreesWith(work.zoomRequest())));
    }

    public Mailing deleted(Work work) {
        blocks.done(work);
        return finishing.finish(work, new Change.Gone(null, work.row().cancelled() ? null : clock.instant()));
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
            case NOTHING -> finishing.finish(work,
                    row.state() == MeetingState.FAILED && !row.cancelled() ? settled(row.state(), row.problem())
                    : row.cancelled() ? settled(MeetingState.CANCELLED, null)
                    : exists ? settled(MeetingState.CREATED, null)
                    : settled(MeetingState.CANCELLED, Cause.of(Kind.TIME_PASSED)));
            case WAIT_FOR_CONNECTION -> finishing.finish(work, settled(waiting(row, exists),
                    Cause.of(row.cancelled() ? Kind.DELETION_NOT_CONNECTED : Kind.NOT_CONNECTED)));
            case DEFER -> {
                Instant until = days.until(work, clock.instant());
                waiting.putOffHost(work.zoom().zoomUserId(), until, ZoomFailure.DAY_USED_UP);
                yield finishing.finish(work, new Change.Settled(exists ? MeetingState.UPDATE_PENDING : MeetingState.PENDING,
                        ZoomFailure.DAY_USED_UP, until, true));
            }
            case ABANDON -> finishing.finish(work, new Change.Gone(
                    Cause.of(Kind.LEFT_IN_FORMER_ACCOUNT, "meeting", row.zoomMeetingId()), row.cancelled() ? null : clock.instant()));
            case RELEASE -> {
                Instant until = blocks.until(work, clock.instant());
                boolean blocked = until.isAfter(clock.instant());
                yield finishing.finish(work, new Change.Settled(row.state(), blocked ? blocks.reason(work) : row.problem(),
                        until, true));
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
        return switch (failure.kind()) {
            case UNREACHABLE, TRANSIENT -> {
                blocks.failed(work, failure, now);
                yield waits(work, failure, now.plus(backoff(row.attempts())));
            }
            case GRANT_GONE, LATER -> waits(work, failure, now.plus(backoff(row.attempts())));
            case RATE_LIMIT -> waits(work, failure, blocks.limited(work, failure, now));
            case HOST_LIMIT -> {
                blocks.answered(work);
                days.refused(work, failure.until(), now);
                waiting.putOffHost(work.zoom().zoomUserId(), failure.until(), failure.cause());
                yield waits(work, failure, failure.until());
            }
            case MEETING_GONE -> {
                blocks.done(work);
                // One that is listed and gone is not looked for again at once: lists lag.
                yield work.action() == MeetingAction.ADOPT ? waits(work, failure, now.plus(backoff(row.attempts())))
                        : finishing.finish(work, new Change.Gone(null, row.cancelled() ? null : now));
            }
            case SCOPE_MISSING, REFUSED -> {
                blocks.done(work);
                Map<String, String> hosts = failure.kind() == ZoomFailure.Kind.REFUSED
                        ? RefusedHosts.of(work.request().alternativeHosts(), failure.cause()) : Map.of();
                if (!hosts.isEmpty()) {
                    finishing.refused(work, hosts);
                    yield finishing.finish(work, new Change.Failed(Ending.pending(row.cancelled(), work.meetingId() != null),
                            null, now, false, !failure.counts()));
                }
                yield finishing.finish(work, new Change.Failed(asked(work) ? MeetingState.FAILED : row.state(),
                        failure.cause(), null, false, !failure.counts()));
            }
        };
    }

    private Mailing waits(Work work, ZoomFailure failure, Instant until) {
        Occurrence row = work.row();
        boolean onlyLooked = !asked(work) || row.state() == MeetingState.FAILED && work.action() == MeetingAction.ADOPT;
        return finishing.finish(work, new Change.Failed(
                onlyLooked ? row.state() : Ending.pending(row.cancelled(), work.meetingId() != null),
                onlyLooked ? row.problem() : failure.cause(), until,
                failure.sent() && work.changesZoom(), !failure.counts()));
    }

    /** Whether the work was more than a look for what Zoom may have done late: that one fails unseen, and is repeated. */
    private static boolean asked(Work work) {
        return work.action() != MeetingAction.NOTHING
                && !(work.action() == MeetingAction.READ_LINK && work.row().linkChangedAt() == null);
    }

    private static Change settled(MeetingState state, Cause problem) {
        return new Change.Settled(state, problem, null, false);
    }

    private static MeetingState waiting(Occurrence row, boolean exists) {
        return row.cancelled() ? MeetingState.CANCEL_PENDING
                : exists ? MeetingState.UPDATE_PENDING : MeetingState.NOT_CONNECTED;
    }

    /** @param attempts claims before this one, from 0 */
    private Duration backoff(int attempts) {
        Duration full = firstBackoff.multipliedBy(1L << Math.min(attempts, 10));
        Duration capped = full.compareTo(LONGEST_BACKOFF) < 0 ? full : LONGEST_BACKOFF;
        return capped.dividedBy(2).plus(Jitter.upTo(capped.dividedBy(2), clock.instant()));
    }
}
