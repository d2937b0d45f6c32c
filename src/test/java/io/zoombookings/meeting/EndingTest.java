package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Cause;
import io.zoombookings.Cause.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the end of work makes of an occurrence's row: above all, that nothing is forgotten that Zoom may still do. */
class EndingTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final Instant CLAIMED = NOW.minusSeconds(12);
    private static final Instant SENT = NOW.minusSeconds(60);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(31));
    private static final LateEffects LATE = new LateEffects(Duration.ofMinutes(30), Duration.ofSeconds(30));
    private static final ZoomSide CONNECTED = new ZoomSide("zoom-user", "zoom-user@zoom.example", "w", "w", "account", 0, null, null,
            false, true);
    private static final ZoomSide ALONE = new ZoomSide(null, null, null, null, null, 0, null, null, false, true);
    private static final MeetingRequest REQUEST = new MeetingRequest(Map.of(), "wanted");
    private static final ZoomMeeting MEETING = new ZoomMeeting(7, "https://zoom.example/j/7", null, Map.of());

    /** A row, column by column, as far as it matters here. */
    private record Row(long generation, boolean cancelled, MeetingState state, Long meeting, String applied, Instant create,
                       Instant update, int rechecks, Instant look, boolean remake, Instant linkChanged, int attempts) {

        static final Row PENDING = new Row(2, false, MeetingState.PENDING, null, null, null, null, 0, null, false, null, 0);
        static final Row CREATED = PENDING.with(MeetingState.CREATED).made(7L, "wanted");

        Row with(MeetingState next) {
            return new Row(generation, cancelled, next, meeting, applied, create, update, rechecks, look, remake, linkChanged,
                    attempts);
        }

        Row made(Long id, String fingerprint) {
            return new Row(generation, cancelled, state, id, fingerprint, create, update, rechecks, look, remake, linkChanged,
                    attempts);
        }

        Row open(Instant createAt, Instant updateAt, Instant lookAt) {
            return new Row(generation, cancelled, state, meeting, applied, createAt, updateAt, rechecks, lookAt, remake,
                    linkChanged, attempts);
        }

        Row rechecks(int count) {
            return new Row(generation, cancelled, state, meeting, applied, create, update, count, look, remake, linkChanged,
                    attempts);
        }

        Row moved() {
            return new Row(generation + 1, cancelled, state, meeting, applied, create, update, rechecks, look, remake,
                    linkChanged, attempts);
        }

        Row gone() {
            return new Row(generation, true, MeetingState.CANCEL_PENDING, meeting, applied, create, update, rechecks, look,
                    remake, linkChanged, attempts);
        }

        Row remade() {
            return new Row(generation, cancelled, state, meeting, applied, create, update, rechecks, look, true, linkChanged,
                    attempts);
        }

        Row attempted(int times) {
            return new Row(generation, cancelled, state, meeting, applied, create, update, rechecks, look, remake, linkChanged,
                    times);
        }

        Occurrence row() {
            return new Occurrence(UUID.randomUUID(), UUID.randomUUID(), "w", "0", NOW.plusSeconds(86_400), 30, cancelled,
                    generation, 1, state, meeting, meeting == null ? null : "zoom-user", applied, create, update, rechecks,
                    look, remake, linkChanged, attempts, null, null, null,
                Map.of());
        }

        Work doing(MeetingAction action) {
            return new Work(row(), null, UUID.randomUUID(), CLAIMED, CLAIMED.plusSeconds(60), action, meeting, false, false,
                    List.of(), false, REQUEST, CONNECTED, false, null);
        }
    }

    private static Work alone(Work work) {
        return new Work(work.row(), null, work.lease(), CLAIMED, work.leaseUntil(), work.action(), work.meetingId(), false,
                false, List.of(), false, REQUEST, ALONE, false, null);
    }

    private static Change failed(Instant due, boolean unknown) {
        return new Change.Failed(MeetingState.PENDING, Cause.of(Kind.ZOOM_UNREACHABLE), due, unknown, true);
    }

    private static Ending end(Row now, Work work, Change change) {
        return Ending.of(now.row(), work, change, NOW, LATE);
    }

    @Test
    void aCreateThatIsAnsweredLeavesNothingOpen() {
        Ending end = end(Row.PENDING.open(CLAIMED, null, null), Row.PENDING.doing(MeetingAction.CREATE),
                new Change.Made(MEETING, "wanted"));

        assertThat(end).isEqualTo(new Ending(2, MeetingState.CREATED, 7L, "wanted", null, null, 0, null, false, null, 0, null,
                null));
    }

    @Test
    void aCreateWithoutAReplyIsOpenFromNowOnAndTriedAgain() {
        Instant soon = NOW.plusSeconds(1);
        Ending end = end(Row.PENDING.open(CLAIMED, null, null).attempted(1), Row.PENDING.doing(MeetingAction.CREATE),
                failed(soon, true));

        assertThat(end.createAttemptAt()).isEqualTo(NOW);
        assertThat(end.lookAt()).isEqualTo(soon);
        assertThat(end.dueAt()).isEqualTo(soon);
        assertThat(end.attempts()).isEqualTo(1);
    }

    @Test
    void aCreateThatWasCertainlyNotSentLeavesOpenWhatWasOpenBefore() {
        Row before = Row.PENDING.open(SENT, null, SENT);
        Ending end = end(before.open(CLAIMED, null, SENT), before.doing(MeetingAction.CREATE), failed(NOW.plusSeconds(1), false));

        assertThat(end.createAttemptAt()).isEqualTo(SENT);
        assertThat(end(Row.PENDING.open(CLAIMED, null, null), Row.PENDING.doing(MeetingAction.CREATE),
                failed(NOW.plusSeconds(1), false)).createAttemptAt()).isNull();
    }

    @Test
    void afterASecondCreateTheFirstOneIsLookedForAgain() {
        Row before = Row.PENDING.open(SENT, null, SENT);
        Ending end = end(before.open(CLAIMED, null, SENT), before.doing(MeetingAction.CREATE)
                .lookedUp(MeetingAction.CREATE, null, List.of(), false), new Change.Made(MEETING, "wanted"));

        assertThat(end.createAttemptAt()).isEqualTo(SENT);
        assertThat(end.lookAt()).isEqualTo(NOW.plusSeconds(60)).isEqualTo(end.dueAt());
        assertThat(end.state()).isEqualTo(MeetingState.CREATED);
    }

    @Test
    void lookAgainAfterAdoption() {
        Row before = Row.PENDING.open(SENT, null, SENT);
        Work adopting = before.doing(MeetingAction.CREATE).lookedUp(MeetingAction.ADOPT, 7L, List.of(), false);
        Ending end = end(before.open(CLAIMED, null, SENT), adopting, new Change.Made(MEETING, "wanted"));

        assertThat(end.createAttemptAt()).isEqualTo(SENT);
        assertThat(end.dueAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void lookAtOnceWhereOthersWereFoundBesideTheAdoptedOne() {
        Row before = Row.PENDING.open(SENT, null, SENT);
        Work adopting = before.doing(MeetingAction.CREATE).lookedUp(MeetingAction.ADOPT, 7L, List.of(), true);

        assertThat(end(before.open(CLAIMED, null, SENT), adopting, new Change.Made(MEETING, "wanted")).dueAt()).isEqualTo(NOW);
    }

    @Test
    void lookAgainAfterCancellation() {
        Row before = Row.PENDING.open(SENT, null, SENT).gone();
        Ending end = end(before, before.doing(MeetingAction.NOTHING).lookedUp(MeetingAction.NOTHING, null, List.of(), false),
                new Change.Settled(MeetingState.CANCELLED, null, null, false));

        assertThat(end.state()).isEqualTo(MeetingState.CANCELLED);
        assertThat(end.createAttemptAt()).isEqualTo(SENT);
        assertThat(end.dueAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void looksEndWithTheFirstOneThatBeganWhenNothingCouldComeAnyMore() {
        Row before = Row.CREATED.open(LONG_AGO, null, CLAIMED);
        Work looking = before.doing(MeetingAction.NOTHING);
        Change settled = new Change.Settled(MeetingState.CREATED, null, null, false);

        Ending end = end(before, looking.lookedUp(MeetingAction.NOTHING, 7L, List.of(), false), settled);
        assertThat(end.createAttemptAt()).isNull();
        assertThat(end.lookAt()).isNull();
        assertThat(end.dueAt()).isNull();
        assertThat(end(before, looking, settled).createAttemptAt()).as("without a look").isEqualTo(LONG_AGO);
        Row younger = Row.CREATED.open(CLAIMED.minus(Duration.ofMinutes(30)).plusSeconds(1), null, CLAIMED);
        assertThat(end(younger, younger.doing(MeetingAction.NOTHING).lookedUp(MeetingAction.NOTHING, 7L, List.of(), false),
                settled).createAttemptAt()).isNotNull();
    }

    @Test
    void whatFailsAfterTheLookForgetsNothing() {
        Row before = Row.PENDING.open(SENT, null, SENT).rechecks(1);
        Work adopting = before.doing(MeetingAction.CREATE).lookedUp(MeetingAction.ADOPT, 7L, List.of(), false);
        Ending end = end(before.open(CLAIMED, null, SENT), adopting, failed(NOW.plusSeconds(1), false));

        assertThat(end.createAttemptAt()).isEqualTo(SENT);
        assertThat(end.rechecks()).isEqualTo(1);
        assertThat(end.lookAt()).isEqualTo(NOW.plusSeconds(1));

        Row surplus = Row.CREATED.rechecks(1);
        Ending refused = end(surplus, surplus.doing(MeetingAction.NOTHING).lookedUp(MeetingAction.NOTHING, 7L, List.of(9L),
                false), new Change.Failed(MeetingState.CREATED, Cause.of(Kind.SCOPE_MISSING), null, false, true));
        assertThat(refused.rechecks()).isEqualTo(1);
        assertThat(refused.dueAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void aReasonToLookThatComesDuringALookIsNotAnsweredByIt() {
        Row before = Row.CREATED.rechecks(1).open(null, null, CLAIMED);
        Work looking = before.doing(MeetingAction.NOTHING).lookedUp(MeetingAction.NOTHING, 7L, List.of(), false);
        Change settled = new Change.Settled(MeetingState.CREATED, null, null, false);

        assertThat(end(before, looking, settled).rechecks()).isZero();
        assertThat(end(before, looking, settled).dueAt()).isNull();
        assertThat(end(before.rechecks(2), looking, settled).rechecks()).isEqualTo(1);
        assertThat(end(before.rechecks(2), looking, settled).dueAt()).isEqualTo(NOW);
        // Who made one without a lease meanwhile has left the time of its create in the row.
        assertThat(end(before.rechecks(2).open(NOW, null, NOW), looking, settled).createAttemptAt()).isEqualTo(NOW);
    }

    @Test
    void anUpdateWithoutAReplyIsLookedForAlsoAfterTheNextOne() {
        Instant soon = NOW.plusSeconds(1);
        Ending end = end(Row.CREATED.open(null, CLAIMED, null), Row.CREATED.doing(MeetingAction.UPDATE), failed(soon, true));
        assertThat(end.updateAttemptAt()).isEqualTo(NOW);
        assertThat(end.dueAt()).isEqualTo(soon);

        Row before = Row.CREATED.open(null, SENT, SENT);
        Ending next = end(before.open(null, CLAIMED, SENT), before.doing(MeetingAction.UPDATE), new Change.Updated("next", null));
        assertThat(next.applied()).isEqualTo("next");
        assertThat(next.updateAttemptAt()).isEqualTo(SENT);
        assertThat(next.dueAt()).isEqualTo(NOW.plusSeconds(60));

        Work reading = before.doing(MeetingAction.READ_LINK);
        assertThat(end(before, reading, new Change.LinkRead(MEETING, true)).updateAttemptAt()).isEqualTo(SENT);
        Ending late = end(before, reading, new Change.LinkRead(MEETING, false));
        assertThat(late.updateAttemptAt()).isNull();
        assertThat(late.applied()).isEqualTo(MeetingRequest.NO_FINGERPRINT);
        assertThat(late.dueAt()).isEqualTo(NOW);
    }

    @Test
    void betweenLooksOtherWorkPutsThemOffNoFurther() {
        Instant look = NOW.plusSeconds(20);
        Row before = Row.CREATED.open(SENT, null, look);
        Ending end = end(before.open(SENT, CLAIMED, look), before.doing(MeetingAction.UPDATE), new Change.Updated("next", null));

        assertThat(end.lookAt()).isEqualTo(look).isEqualTo(end.dueAt());
    }

    @Test
    void pausesRiseAndStayShortEnoughForASurplusMeetingToBeGoneWithinFiveMinutes() {
        assertThat(LATE.next(NOW, NOW)).isEqualTo(NOW.plusSeconds(30));
        assertThat(LATE.next(NOW.minusSeconds(45), NOW)).isEqualTo(NOW.plusSeconds(45));
        assertThat(LATE.next(NOW.minusSeconds(1000), NOW)).isEqualTo(NOW.plusSeconds(240));
        assertThat(LATE.nextAfterFailure(SENT, 0, NOW)).isEqualTo(NOW.plusSeconds(30));
        assertThat(LATE.nextAfterFailure(SENT, 9, NOW)).isEqualTo(NOW.plusSeconds(240));
        assertThat(LATE.nextAfterFailure(LONG_AGO, 9, NOW)).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void whatWaitsForAConnectionWaitsWithItsReasonsToLook() {
        Row before = Row.PENDING.open(SENT, null, SENT).rechecks(1);
        Change waits = new Change.Settled(MeetingState.NOT_CONNECTED, Cause.of(Kind.NOT_CONNECTED), null, false);
        Ending end = end(before, alone(before.doing(MeetingAction.WAIT_FOR_CONNECTION)), waits);

        assertThat(end.dueAt()).isNull();
        assertThat(end.lookAt()).isEqualTo(SENT);
        assertThat(end.rechecks()).isEqualTo(1);
        assertThat(end(before.rechecks(2), alone(before.doing(MeetingAction.WAIT_FOR_CONNECTION)), waits).dueAt())
                .as("it may be connected by now").isEqualTo(NOW);
    }

    @Test
    void aUsedUpDayPutsOffNoLook() {
        Row before = Row.PENDING.open(SENT, null, SENT);
        Instant midnight = NOW.plus(Duration.ofHours(14));
        Ending end = end(before, before.doing(MeetingAction.DEFER).lookedUp(MeetingAction.DEFER, null, List.of(), false),
                new Change.Settled(MeetingState.PENDING, Cause.of(Kind.DAY_USED_UP), midnight, true));

        assertThat(end.dueAt()).isEqualTo(NOW.plusSeconds(60));
        Ending none = end(Row.PENDING, Row.PENDING.doing(MeetingAction.DEFER),
                new Change.Settled(MeetingState.PENDING, Cause.of(Kind.DAY_USED_UP), midnight, true));
        assertThat(none.dueAt()).isEqualTo(midnight);
    }

    @Test
    void whatMovedMeanwhileIsDueAtOnce() {
        Ending end = end(Row.PENDING.open(CLAIMED, null, null).moved(), Row.PENDING.doing(MeetingAction.CREATE),
                new Change.Made(MEETING, "wanted"));

        assertThat(end.observed()).isEqualTo(2);
        assertThat(end.state()).isEqualTo(MeetingState.UPDATE_PENDING);
        assertThat(end.dueAt()).isEqualTo(NOW);
        assertThat(end(Row.PENDING.moved().gone(), Row.PENDING.doing(MeetingAction.CREATE), new Change.Made(MEETING, "wanted"))
                .state()).isEqualTo(MeetingState.CANCEL_PENDING);
    }

    @Test
    void anAdoptedMeetingThatDiffersIsUpdated() {
        Row before = Row.PENDING.open(SENT, null, SENT);
        Ending end = end(before, before.doing(MeetingAction.CREATE).lookedUp(MeetingAction.ADOPT, 7L, List.of(), false),
                new Change.Made(MEETING, null));

        assertThat(end.state()).isEqualTo(MeetingState.UPDATE_PENDING);
        assertThat(end.applied()).isNull();
        assertThat(end.dueAt()).isEqualTo(NOW);
    }

    @Test
    void aMeetingThatMustGoIsMadeAnewWhereOneIsWanted() {
        Row before = Row.CREATED.remade();
        Ending end = end(before, before.doing(MeetingAction.DELETE), new Change.Gone(null, NOW));

        assertThat(end.state()).isEqualTo(MeetingState.PENDING);
        assertThat(end.meeting()).isNull();
        assertThat(end.remake()).isFalse();
        assertThat(end.dueAt()).isEqualTo(NOW);
        Row over = Row.CREATED.gone();
        assertThat(end(over, over.doing(MeetingAction.DELETE), new Change.Gone(null, null)).state())
                .isEqualTo(MeetingState.CANCELLED);
    }

    @Test
    void releasedWorkIsAsIfItHadNotBeenClaimed() {
        Instant later = NOW.plusSeconds(5);
        Row before = Row.CREATED.with(MeetingState.UPDATE_PENDING).made(7L, "before").open(SENT, null, SENT).attempted(3);
        Ending end = end(before.made(7L, null).open(SENT, CLAIMED, SENT).attempted(4), before.doing(MeetingAction.RELEASE),
                new Change.Settled(MeetingState.UPDATE_PENDING, null, later, true));

        assertThat(end).isEqualTo(new Ending(2, MeetingState.UPDATE_PENDING, 7L, "before", SENT, null, 0, SENT, false, null, 3,
                later, null));
    }
}
