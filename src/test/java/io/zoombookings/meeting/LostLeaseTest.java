package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.Cause;
import io.zoombookings.Cause.Kind;
import io.zoombookings.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.support.TransactionTemplate;

/** A worker that slept beyond its lease: what it did at Zoom is looked for, and it does no more. */
class LostLeaseTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final ZoomSide CONNECTED = new ZoomSide("zoom-user", "zoom-user@zoom.example", "w", "w", "account", 0, null, null,
            false, true);
    private static final ZoomMeeting MEETING = new ZoomMeeting(7, "https://zoom.example/j/7", null, Map.of());

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final UUID booking = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private final UUID owner = UUID.randomUUID();
    private EmbeddedDatabase database;
    private JdbcClient jdbc;
    private Finishing finishing;

    @BeforeEach
    void create() {
        database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
                .setName(UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE").build();
        jdbc = JdbcClient.create(database);
        Flyway.configure().dataSource(database).locations("classpath:io/zoombookings/migration").load().migrate();
        jdbc.sql("insert into workspace (id, name, settings, created_at) values ('w', 'W', '{}', ?)").param(Sql.time(NOW)).update();
        jdbc.sql("""
                insert into booking (id, workspace_id, booking_id, state, status, created_at, updated_at)
                values (:id, 'w', 'B-1', '{}', 'CONFIRMED', :now, :now)""").param("id", booking).param("now", Sql.time(NOW)).update();
        jdbc.sql("""
                insert into occurrence (id, booking, workspace_id, occurrence_id, start_at, duration_minutes, status, generation,
                  observed_generation, meeting_state, recheck, remake, attempts, due_at, lease)
                values (:id, :booking, 'w', '0', :start, 30, 'CONFIRMED', 2, 1, 'PENDING', false, false, 1, :due, :lease)""")
                .param("id", id).param("booking", booking).param("start", Sql.time(NOW.plusSeconds(86_400)))
                .param("due", Sql.time(NOW.plusSeconds(50))).param("lease", owner).update();
        finishing = new Finishing(jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)), clock, null, null,
                null, null, null, new Workload(4, clock), new Settlements(),
                new LateEffects(Duration.ofMinutes(30), Duration.ofSeconds(30)));
    }

    @AfterEach
    void drop() {
        database.shutdown();
    }

    private Work work(UUID lease, MeetingAction action) {
        Occurrence row = new Occurrence(id, booking, "w", "0", NOW.plusSeconds(86_400), 30, false, 2, 1, MeetingState.PENDING,
                null, null, null, null, null, 0, null, false, null, 0, null, null, null,
                Map.of());
        return new Work(row, null, lease, NOW.minusSeconds(70), NOW.minusSeconds(10), action, null, false, false, List.of(),
                false, new MeetingRequest(Map.of(), "wanted"), CONNECTED, false, null);
    }

    private Map<String, Object> row() {
        return jdbc.sql("select create_attempt_at, update_attempt_at, recheck, rechecks, look_at, due_at, lease from occurrence")
                .query().singleRow();
    }

    @Test
    void aCreateWithoutALeaseIsLookedFor() {
        finishing.finish(work(UUID.randomUUID(), MeetingAction.CREATE), new Change.Made(MEETING, "wanted"));
        finishing.finish(work(UUID.randomUUID(), MeetingAction.CREATE),
                new Change.Failed(MeetingState.PENDING, Cause.of(Kind.ZOOM_UNREACHABLE), NOW, true, true));

        assertThat(row()).containsEntry("recheck", true).containsEntry("rechecks", 2).containsEntry("lease", owner)
                .containsEntry("look_at", Sql.time(NOW)).containsEntry("create_attempt_at", Sql.time(NOW))
                .containsEntry("due_at", Sql.time(NOW.plusSeconds(50)));
    }

    @Test
    void nobodyIsMadeToLookForWhatWasNotSent() {
        finishing.finish(work(UUID.randomUUID(), MeetingAction.CREATE),
                new Change.Failed(MeetingState.PENDING, Cause.of(Kind.ZOOM_UNREACHABLE), NOW, false, true));
        finishing.finish(work(UUID.randomUUID(), MeetingAction.ADOPT), new Change.Made(MEETING, "wanted"));
        finishing.finish(work(UUID.randomUUID(), MeetingAction.RELEASE),
                new Change.Settled(MeetingState.PENDING, null, NOW, true));

        assertThat(row()).containsEntry("recheck", false).containsEntry("rechecks", 0).containsEntry("create_attempt_at", null);
    }

    @Test
    void anUpdateWithoutALeaseIsLookedForAndDueAtOnceWhereNobodyWorks() {
        jdbc.sql("update occurrence set lease = null").update();
        finishing.finish(work(UUID.randomUUID(), MeetingAction.UPDATE), new Change.Updated("wanted", null));

        assertThat(row()).containsEntry("update_attempt_at", Sql.time(NOW)).containsEntry("create_attempt_at", null)
                .containsEntry("due_at", Sql.time(NOW));
    }

    @Test
    void theLeaseIsTakenAnewByItsOwnerAndByNobodyElse() {
        finishing.holdOn(work(owner, MeetingAction.NOTHING));

        assertThat(row()).containsEntry("due_at", Sql.time(NOW.plusSeconds(60)));
        assertThatThrownBy(() -> finishing.holdOn(work(UUID.randomUUID(), MeetingAction.NOTHING)))
                .isInstanceOf(LeaseLostException.class);
    }
}
