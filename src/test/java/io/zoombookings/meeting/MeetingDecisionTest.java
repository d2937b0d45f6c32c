package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeetingDecisionTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final ZoomSide CONNECTED = new ZoomSide("zoom-user", "z@x.example", "w", "w", "account", 0, null, null, false, true);
    private static final ZoomSide ALONE = new ZoomSide(null, null, null, null, null, 0, null, null, false, true);
    private static final ZoomSide USED_UP = new ZoomSide("zoom-user", "z@x.example", "w", "w", "account", 0, null, null, false, false);
    private static final ZoomSide OTHER_USER = new ZoomSide("other-user", "o@x.example", "w", null, "account", 0, null, null, false, true);

    private static Occurrence row(boolean cancelled, Long meeting, String applied, boolean remake, String start) {
        return row(cancelled, meeting, applied, remake, start, null);
    }

    private static Occurrence row(boolean cancelled, Long meeting, String applied, boolean remake, String start,
            Instant linkChangedAt) {
        return new Occurrence(UUID.randomUUID(), UUID.randomUUID(), "w", "0", Instant.parse(start), 30, cancelled, 2, 1,
                MeetingState.PENDING, meeting, meeting == null ? null : "zoom-user", applied, null, null, 0, null,
                remake, linkChangedAt, 0, null, null, null, Map.of());
    }

    private static MeetingAction decide(Occurrence row, ZoomSide zoom) {
        return MeetingDecision.decide(row, zoom, "wanted", NOW);
    }

    private static Occurrence wanted(Long meeting, String applied) {
        return row(false, meeting, applied, false, "2030-01-02T10:00:00Z");
    }

    private static Occurrence cancelled(Long meeting) {
        return row(true, meeting, "wanted", false, "2030-01-02T10:00:00Z");
    }

    @Test
    void createsWhatIsWantedAndDoesNotExist() {
        assertThat(decide(wanted(null, null), CONNECTED)).isEqualTo(MeetingAction.CREATE);
    }

    @Test
    void asksNothingWhereZoomAgrees() {
        assertThat(decide(wanted(1L, "wanted"), CONNECTED)).isEqualTo(MeetingAction.NOTHING);
        assertThat(decide(wanted(1L, "wanted"), USED_UP)).isEqualTo(MeetingAction.NOTHING);
        assertThat(decide(wanted(1L, "wanted"), OTHER_USER)).isEqualTo(MeetingAction.NOTHING);
    }

    @Test
    void updatesWhatDiffers() {
        assertThat(decide(wanted(1L, "before"), CONNECTED)).isEqualTo(MeetingAction.UPDATE);
        assertThat(decide(wanted(1L, null), CONNECTED)).isEqualTo(MeetingAction.UPDATE);
    }

    @Test
    void makesANewMeetingWhereTheOldOneLiesInAnotherAccountAndTheBookingMoves() {
        assertThat(decide(wanted(1L, "before"), OTHER_USER)).isEqualTo(MeetingAction.CREATE);
    }

    @Test
    void deletesWhatIsCancelledAndCallsNobodyWhereThereIsNothing() {
        assertThat(decide(cancelled(1L), CONNECTED)).isEqualTo(MeetingAction.DELETE);
        assertThat(decide(cancelled(1L), USED_UP)).isEqualTo(MeetingAction.DELETE);
        assertThat(decide(cancelled(null), CONNECTED)).isEqualTo(MeetingAction.NOTHING);
        assertThat(decide(cancelled(null), ALONE)).isEqualTo(MeetingAction.NOTHING);
    }

    @Test
    void leavesAMeetingOfAnotherAccountWhereItIs() {
        assertThat(decide(cancelled(1L), OTHER_USER)).isEqualTo(MeetingAction.ABANDON);
    }

    @Test
    void waitsForAConnectionWhereZoomMustBeAsked() {
        assertThat(decide(wanted(null, null), ALONE)).isEqualTo(MeetingAction.WAIT_FOR_CONNECTION);
        assertThat(decide(wanted(1L, "before"), ALONE)).isEqualTo(MeetingAction.WAIT_FOR_CONNECTION);
        assertThat(decide(cancelled(1L), ALONE)).isEqualTo(MeetingAction.WAIT_FOR_CONNECTION);
    }

    @Test
    void defersCreatesAndUpdatesWhenTheDayIsUsedUp() {
        assertThat(decide(wanted(null, null), USED_UP)).isEqualTo(MeetingAction.DEFER);
        assertThat(decide(wanted(1L, "before"), USED_UP)).isEqualTo(MeetingAction.DEFER);
    }

    @Test
    void readsALinkThatWasChangedWhereNothingElseIsToBeAsked() {
        String later = "2030-01-02T10:00:00Z";
        assertThat(decide(row(false, 1L, "wanted", false, later, NOW), CONNECTED)).isEqualTo(MeetingAction.READ_LINK);
        assertThat(decide(row(false, 1L, "before", false, later, NOW), CONNECTED)).isEqualTo(MeetingAction.UPDATE);
        assertThat(decide(row(false, 1L, "before", false, later, NOW), USED_UP)).isEqualTo(MeetingAction.READ_LINK);
        assertThat(decide(row(false, 1L, "wanted", false, later, NOW), OTHER_USER)).isEqualTo(MeetingAction.NOTHING);
        assertThat(decide(row(false, 1L, "wanted", false, later, NOW), ALONE)).isEqualTo(MeetingAction.NOTHING);
        assertThat(decide(row(true, 1L, "wanted", false, later, NOW), CONNECTED)).isEqualTo(MeetingAction.DELETE);
        assertThat(decide(row(false, 1L, "wanted", false, "2030-01-01T09:00:00Z", NOW), CONNECTED))
                .isEqualTo(MeetingAction.NOTHING);
    }

    @Test
    void replacesTheMeetingOfABookingThatCameBackToLife() {
        assertThat(decide(row(false, 1L, "wanted", true, "2030-01-02T10:00:00Z"), CONNECTED))
                .isEqualTo(MeetingAction.DELETE);
    }

    @Test
    void makesNothingForTimesThatAreOver() {
        assertThat(decide(row(false, null, null, false, "2030-01-01T09:30:00Z"), CONNECTED))
                .isEqualTo(MeetingAction.NOTHING);
        assertThat(decide(row(false, null, null, false, "2030-01-01T09:31:00Z"), CONNECTED))
                .isEqualTo(MeetingAction.CREATE);
    }
}
