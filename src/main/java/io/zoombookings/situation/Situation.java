package io.zoombookings.situation;

import io.zoombookings.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How everything stands at one moment; a value.
 *
 * @param connections         of every workspace that ever had one
 * @param troubles            what waits or has failed, by cause; the soonest meeting first
 * @param queues              what is due, of each kind of work
 * @param givenUp             what no repetition mends and waits for an administrator
 * @param refusingDoors       where this node has refused the signatures of several webhooks within a quarter of an hour
 * @param upcomingWithoutLink confirmed, starting within {@link #UPCOMING}, without a link
 */
public record Situation(Instant at, List<Connection> connections, List<Trouble> troubles, List<Queue> queues,
                        List<GivenUp> givenUp, List<SignatureRefusals.Door> refusingDoors, long upcomingWithoutLink) {

    /** Whoever has no link so short before the start needs a person now. */
    public static final Duration UPCOMING = Duration.ofMinutes(60);
    /** Due work is begun within a second; what is due for longer than this waits for something that is not as it should be. */
    public static final Duration LONG_DUE = Duration.ofSeconds(60);

    private static final Set<String> ZOOM_AWAY = Set.of(Cause.Kind.ZOOM_UNREACHABLE.code(), Cause.Kind.ZOOM_FAILING.code(),
            Cause.Kind.ZOOM_NO_ANSWER.code(), Cause.Kind.TOKEN_UNAVAILABLE.code(), Cause.Kind.ACCESS_TOKEN_REFUSED.code(),
            Cause.Kind.SCOPE_MISSING.code(), Cause.Kind.ACCOUNT_LIMITED.code());
    private static final Set<String> MAIL_AWAY = Set.of(Cause.Kind.MAIL_UNREACHABLE.code(),
            Cause.Kind.MAIL_SIGN_IN_REFUSED.code(), Cause.Kind.MAIL_SENDER_REFUSED.code());

    /** What a trouble is about. */
    public enum Subject { MEETING, MAIL }

    /**
     * @param status  CONNECTED, NOT_CONNECTED, RECONNECT_REQUIRED or PENDING
     * @param problem what is wrong and what to do, or null
     * @param blockedUntil Zoom limits the account until then, or null
     */
    public record Connection(String workspace, String status, String problem, Instant blockedUntil) {

        public boolean isBroken() {
            return status.equals("RECONNECT_REQUIRED");
        }
    }

    /**
     * Bookings of a workspace with one and the same cause.
     *
     * @param failed   a person must act; else it goes on by itself
     * @param code     of the cause
     * @param sentence what is wrong and what to do; of several, one
     * @param next     when the first of them is tried again, or null
     * @param soonest  start of the first meeting concerned, or null
     */
    public record Trouble(String workspace, Subject subject, boolean failed, String code, String sentence, long count,
                          Instant next, Instant soonest) {
    }

    /** @param oldest since when the oldest is due, or null: nothing is */
    public record Queue(String kind, long due, Instant oldest) {

        public Duration age(Instant now) {
            return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        }
    }

    /**
     * @param workspace null: of no workspace that there is, the business of those who administer all
     * @param kind      message, webhook, zoom-event or outcome
     */
    public record GivenUp(String workspace, String kind, long count) {
    }

    /** What no repetition mends and waits for an administrator. */
    public long parked() {
        return givenUp.stream().mapToLong(GivenUp::count).sum();
    }

    /** @param stray whether also what is of no workspace */
    public long parked(String workspace, boolean stray) {
        return givenUp.stream().filter(one -> one.workspace() == null ? stray : one.workspace().equals(workspace))
                .mapToLong(GivenUp::count).sum();
    }

    /** What keeps meetings from being made, beyond single bookings. */
    public List<Trouble> zoomTroubles() {
        return troubles.stream().filter(one -> one.subject() == Subject.MEETING && ZOOM_AWAY.contains(one.code())).toList();
    }

    /** What keeps the workspace's meetings from being made or changed now, Zoom's limits too. */
    public List<Trouble> meetingsHeldUp() {
        return troubles.stream().filter(one -> one.subject() == Subject.MEETING && (!one.failed() || ZOOM_AWAY.contains(one.code())))
                .toList();
    }

    /** What keeps mails from being sent, beyond single recipients. */
    public List<Trouble> mailTroubles() {
        return troubles.stream().filter(one -> one.subject() == Subject.MAIL && !one.failed()
                && MAIL_AWAY.contains(one.code())).toList();
    }

    public List<Connection> brokenConnections() {
        return connections.stream().filter(Connection::isBroken).toList();
    }

    /** What is due for too long. */
    public List<Queue> lateQueues() {
        return queues.stream().filter(queue -> queue.age(at).compareTo(LONG_DUE) > 0).toList();
    }

    /** The same for one workspace; queues are shared by all. */
    public Situation of(String workspace) {
        return new Situation(at, connections.stream().filter(one -> one.workspace().equals(workspace)).toList(),
                troubles.stream().filter(one -> one.workspace().equals(workspace)).toList(), queues, givenUp,
                refusingDoors.stream().filter(one -> one.workspace() == null || one.workspace().equals(workspace)).toList(),
                upcomingWithoutLink);
    }
}
