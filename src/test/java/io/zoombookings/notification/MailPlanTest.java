package io.zoombookings.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Cause;
import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is owed which mail: what they were told against what is so. */
class MailPlanTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final Instant START = Instant.parse("2030-01-05T10:00:00Z");
    private static final UUID ID = UUID.randomUUID();
    private static final String GUEST = "bo@guest.example";
    private static final String HOST = "ada@clinic.example";

    private static Booking booking(String title, String... guests) {
        List<Person> people = new ArrayList<>();
        for (String guest : guests) {
            people.add(new Person(null, guest, null, null));
        }
        return new Booking("B-1", title, null, "2030-01-05T10:00:00Z", "UTC", 30, new Person(null, HOST, null, null),
                people, null, null, null, Map.of());
    }

    private static PlannedOccurrence occurrence(Instant start, boolean cancelled, String state, Long meeting,
            Instant due, String problem) {
        return new PlannedOccurrence(ID, "0", start, 30, cancelled, 3, state, meeting, 0, due,
                problem == null ? null : Cause.other(problem));
    }

    private static PlannedOccurrence created() {
        return occurrence(START, false, "CREATED", 7L, null, null);
    }

    private static Told told(NotificationKind kind, Role role, String recipient, Instant start, Long meeting,
            int sequence, boolean unsent) {
        return new Told(UUID.randomUUID(), kind, role, recipient, ID, start, 30, "Talk", meeting, 0, 3, sequence, unsent,
                null, null);
    }

    private static List<Told> bothTold(NotificationKind kind, Instant start, Long meeting) {
        return List.of(told(kind, Role.GUEST, GUEST, start, meeting, 0, false),
                told(kind, Role.HOST, HOST, start, meeting, 0, false));
    }

    private static MailPlan plan(Booking booking, PlannedOccurrence one, List<Told> told, Instant deadline) {
        return MailPlan.of(booking, List.of(one), told, deadline, List.of(), NOW);
    }

    private static List<String> kinds(MailPlan plan) {
        return plan.owed().stream().map(owed -> owed.kind() + " " + owed.recipient()).toList();
    }

    @Test
    void confirmsToEachGuestAndTheHostOnceThereIsALink() {
        assertThat(kinds(plan(booking("Talk", GUEST, "mo@guest.example"), created(), List.of(), null)))
                .containsExactly("CONFIRMATION " + GUEST, "CONFIRMATION mo@guest.example", "CONFIRMATION " + HOST);
    }

    @Test
    void tellsNobodyTwice() {
        assertThat(plan(booking("Talk", GUEST), created(), bothTold(NotificationKind.CONFIRMATION, START, 7L), null)
                .owed()).isEmpty();
    }

    @Test
    void waitsAMinuteForALinkAndThenSaysThatItFollows() {
        PlannedOccurrence pending = occurrence(START, false, "PENDING", null, NOW.plusSeconds(5), "Zoom is down");

        MailPlan first = plan(booking("Talk", GUEST), pending, List.of(), null);
        MailPlan then = plan(booking("Talk", GUEST), pending, List.of(), NOW);

        assertThat(first.owed()).isEmpty();
        assertThat(first.lookAgainAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(kinds(then)).containsExactly("LINK_FOLLOWS " + GUEST, "LINK_FOLLOWS " + HOST);
        assertThat(then.lookAgainAt()).isNull();
    }

    @Test
    void saysAtOnceThatTheLinkFollowsWhereNoneCanComeSoonAndTellsTheHostWhy() {
        PlannedOccurrence alone = occurrence(START, false, "NOT_CONNECTED", null, null, "Zoom is not connected");

        assertThat(kinds(plan(booking("Talk", GUEST), alone, List.of(), NOW.plusSeconds(60))))
                .containsExactly("LINK_FOLLOWS " + GUEST, "HOST_PROBLEM " + HOST);
    }

    @Test
    void saysThatTheLinkIsThereToThoseWhoWereToldThatItFollows() {
        List<Told> told = List.of(told(NotificationKind.LINK_FOLLOWS, Role.GUEST, GUEST, START, null, 0, false),
                told(NotificationKind.HOST_PROBLEM, Role.HOST, HOST, START, null, 0, false));

        assertThat(kinds(plan(booking("Talk", GUEST), created(), told, null)))
                .containsExactly("LINK_READY " + GUEST, "LINK_READY " + HOST);
    }

    @Test
    void tellsOfAMoveOfARenamingAndOfAnotherLink() {
        List<Told> told = bothTold(NotificationKind.CONFIRMATION, START, 7L);
        PlannedOccurrence moved = occurrence(START.plusSeconds(3600), false, "CREATED", 7L, null, null);
        PlannedOccurrence remade = occurrence(START, false, "CREATED", 8L, null, null);

        assertThat(kinds(plan(booking("Talk", GUEST), moved, told, null)))
                .containsExactly("RESCHEDULED " + GUEST, "RESCHEDULED " + HOST);
        assertThat(kinds(plan(booking("Chat", GUEST), created(), told, null)))
                .containsExactly("RESCHEDULED " + GUEST, "RESCHEDULED " + HOST);
        assertThat(kinds(plan(booking("Talk", GUEST), remade, told, null)))
                .containsExactly("RESCHEDULED " + GUEST, "RESCHEDULED " + HOST);
    }

    @Test
    void givesTheNewGuestAConfirmationTheRemovedOneACancellationAndTheOthersNothing() {
        List<Told> told = new ArrayList<>(bothTold(NotificationKind.CONFIRMATION, START, 7L));
        told.add(told(NotificationKind.CONFIRMATION, Role.GUEST, "old@guest.example", START, 7L, 0, false));

        assertThat(kinds(plan(booking("Talk", GUEST, "new@guest.example"), created(), told, null)))
                .containsExactlyInAnyOrder("CONFIRMATION new@guest.example", "CANCELLED old@guest.example");
    }

    @Test
    void cancelsOnlyToThoseWhoWereTold() {
        PlannedOccurrence gone = occurrence(START, true, "CANCELLED", null, null, null);

        assertThat(plan(booking("Talk", GUEST), gone, List.of(), null).owed()).isEmpty();
        assertThat(kinds(plan(booking("Talk", GUEST), gone, bothTold(NotificationKind.CONFIRMATION, START, 7L), null)))
                .containsExactly("CANCELLED " + GUEST, "CANCELLED " + HOST);
        assertThat(plan(booking("Talk", GUEST), gone, bothTold(NotificationKind.CANCELLED, START, null), null).owed())
                .isEmpty();
    }

    @Test
    void withdrawsWhatWasNeverSentButNotWhatMayHaveArrived() {
        PlannedOccurrence gone = occurrence(START, true, "CANCELLED", null, null, null);
        Told unsent = told(NotificationKind.CONFIRMATION, Role.GUEST, GUEST, START, 7L, 0, true);
        Told doubtful = new Told(UUID.randomUUID(), NotificationKind.CONFIRMATION, Role.HOST, HOST, ID, START, 30,
                "Talk", 7L, 0, 3, 0, false, null, null);

        MailPlan plan = plan(booking("Talk", GUEST), gone, List.of(unsent, doubtful), null);

        assertThat(plan.withdrawn()).containsExactly(unsent.notification());
        assertThat(kinds(plan)).containsExactly("CANCELLED " + HOST);
    }

    @Test
    void raisesTheCalendarSequenceForEachPersonByWhatThatPersonGot() {
        List<Told> told = List.of(told(NotificationKind.CONFIRMATION, Role.GUEST, GUEST, START, 7L, 0, false),
                told(NotificationKind.RESCHEDULED, Role.GUEST, GUEST, START.plusSeconds(60), 7L, 1, false));

        MailPlan plan = plan(booking("Talk", GUEST), created(), told, null);

        assertThat(plan.owed()).extracting(owed -> owed.recipient() + " " + owed.sequence())
                .containsExactly(GUEST + " 2", HOST + " 0");
    }

    @Test
    void sendsNothingAboutTimesThatAreOver() {
        PlannedOccurrence past = occurrence(NOW.minusSeconds(3600), false, "CANCELLED", null, null, "in the past");

        assertThat(plan(booking("Talk", GUEST), past, List.of(), null).owed()).isEmpty();
    }

    @Test
    void armsEveryOffsetThatLiesAheadAndMovesThemWithTheBooking() {
        List<Duration> offsets = List.of(Duration.ofHours(24), Duration.ofHours(1), Duration.ofDays(30));
        List<Told> told = bothTold(NotificationKind.CONFIRMATION, START, 7L);

        MailPlan first = MailPlan.of(booking("Talk", GUEST), List.of(created()), told, null, offsets, NOW);

        assertThat(first.owed()).allSatisfy(owed -> assertThat(owed.kind()).isEqualTo(NotificationKind.REMINDER))
                .extracting(MailPlan.Owed::dueAt).containsExactlyInAnyOrder(START.minus(Duration.ofHours(24)),
                        START.minus(Duration.ofHours(24)), START.minus(Duration.ofHours(1)),
                        START.minus(Duration.ofHours(1)));

        List<Told> armed = new ArrayList<>(told);
        Told reminder = new Told(UUID.randomUUID(), NotificationKind.REMINDER, Role.GUEST, GUEST, ID, START, 30, "Talk",
                7L, 0, 3, 0, true, Duration.ofHours(1).toString(), null);
        armed.add(reminder);
        MailPlan same = MailPlan.of(booking("Talk", GUEST), List.of(created()), armed, null,
                List.of(Duration.ofHours(1)), NOW);
        MailPlan moved = MailPlan.of(booking("Talk", GUEST),
                List.of(occurrence(START.plusSeconds(600), false, "CREATED", 7L, null, null)), armed, null,
                List.of(Duration.ofHours(1)), NOW);
        MailPlan gone = MailPlan.of(booking("Talk", GUEST),
                List.of(occurrence(START, true, "CANCELLED", null, null, null)), armed, null,
                List.of(Duration.ofHours(1)), NOW);

        assertThat(same.withdrawn()).isEmpty();
        assertThat(kinds(same)).containsExactly("REMINDER " + HOST);
        assertThat(moved.withdrawn()).containsExactly(reminder.notification());
        assertThat(gone.withdrawn()).containsExactly(reminder.notification());
    }
}
