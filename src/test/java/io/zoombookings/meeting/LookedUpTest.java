package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows from a look at Zoom: which meeting is the occurrence's own, and which ones go. */
class LookedUpTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final ZoomSide CONNECTED = new ZoomSide("zoom-user", "zoom-user@zoom.example", "w", "w", "account", 0, null, null,
            false, true);

    private final MeetingSync sync = new MeetingSync(null, null, null, null, null, null, Clock.systemUTC(), Duration.ofSeconds(1),
            Duration.ofSeconds(60));

    private static Work work(Long own, boolean cancelled, boolean remake, MeetingAction action) {
        Occurrence row = new Occurrence(UUID.randomUUID(), UUID.randomUUID(), "w", "0", NOW.plusSeconds(86_400), 30, cancelled,
                2, 1, MeetingState.PENDING, own, own == null ? null : "zoom-user", null, NOW, null, 0, NOW, remake, null, 0,
                null, null, null,
                Map.of());
        return new Work(row, null, UUID.randomUUID(), NOW, NOW.plusSeconds(60), action, own, true, false, List.of(), false,
                new MeetingRequest(Map.of(), "wanted"), CONNECTED, false, null);
    }

    private Work look(Work work, Long... found) {
        return sync.lookedUp(work, new MeetingLookup("", List.of(found), "", false));
    }

    @Test
    void whatIsNotFoundIsMade() {
        Work looked = look(work(null, false, false, MeetingAction.CREATE));

        assertThat(looked.action()).isEqualTo(MeetingAction.CREATE);
        assertThat(looked.lookedUp()).isTrue();
        assertThat(looked.surplus()).isEmpty();
    }

    @Test
    void oneIsAdoptedAndTheOthersWaitUntilThatIsOnRecord() {
        Work looked = look(work(null, false, false, MeetingAction.CREATE), 7L, 8L);

        assertThat(looked.action()).isEqualTo(MeetingAction.ADOPT);
        assertThat(looked.meetingId()).isEqualTo(7);
        assertThat(looked.surplus()).isEmpty();
        assertThat(looked.leftOver()).isTrue();
        assertThat(look(work(null, false, false, MeetingAction.CREATE), 7L).leftOver()).isFalse();
    }

    @Test
    void besideItsOwnAllGo() {
        Work looked = look(work(7L, false, false, MeetingAction.NOTHING), 6L, 7L, 8L);

        assertThat(looked.action()).isEqualTo(MeetingAction.NOTHING);
        assertThat(looked.surplus()).containsExactly(6L, 8L);
        assertThat(looked.leftOver()).isFalse();
    }

    @Test
    void theLastListedMeetingOfAWantedDateStays() {
        Work looked = look(work(7L, false, false, MeetingAction.NOTHING), 8L);

        assertThat(looked.surplus()).isEmpty();
        assertThat(looked.action()).as("whether its own is there is read").isEqualTo(MeetingAction.READ_LINK);
        assertThat(looked.meetingId()).isEqualTo(7);
        assertThat(looked.leftOver()).isTrue();
    }

    /** A deletion that an earlier worker gave up may have met the meeting that was adopted meanwhile. */
    @Test
    void whatPeopleWereToldIsReadWhereItIsNotListed() {
        Work looked = look(work(7L, false, false, MeetingAction.NOTHING));

        assertThat(looked.action()).isEqualTo(MeetingAction.READ_LINK);
        assertThat(looked.meetingId()).isEqualTo(7);
        assertThat(looked.leftOver()).isFalse();
        assertThat(look(work(7L, false, false, MeetingAction.UPDATE)).action()).as("asks for it anyway")
                .isEqualTo(MeetingAction.UPDATE);
        assertThat(look(work(7L, true, false, MeetingAction.DELETE)).action()).isEqualTo(MeetingAction.DELETE);
    }

    @Test
    void whatNobodyWantsGoes() {
        assertThat(look(work(null, true, false, MeetingAction.NOTHING), 7L, 8L).surplus()).containsExactly(7L, 8L);
        assertThat(look(work(7L, true, false, MeetingAction.DELETE), 7L, 8L).surplus()).containsExactly(8L);
        assertThat(look(work(null, false, true, MeetingAction.CREATE), 7L).surplus()).containsExactly(7L);
        assertThat(look(work(null, false, true, MeetingAction.CREATE), 7L).action()).isEqualTo(MeetingAction.CREATE);
    }
}
