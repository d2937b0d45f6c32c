package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.support.TransactionTemplate;

/** How a host's day is shared out: to the last request where it is short, in advance where it leaves plenty. */
class HostDaysTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final ZoomSide HOST = new ZoomSide("host", "h@x.example", "w", "w", "account", 0, null, null, false, true);

    private EmbeddedDatabase database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;

    @BeforeEach
    void create() {
        database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
                .setName(UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE").build();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        jdbc.sql("create table zoom_usage (zoom_user_id varchar(100), utc_day date, used integer, "
                + "primary key (zoom_user_id, utc_day))").update();
    }

    @AfterEach
    void drop() {
        database.shutdown();
    }

    private static Work create(ZoomSide zoom) {
        return new Work(null, null, UUID.randomUUID(), NOW, NOW, MeetingAction.CREATE, null, false, false, List.of(), false,
                null, zoom, false, null);
    }

    private List<Work> take(HostDays node, int count) {
        return transaction.execute(status -> node.take(Collections.nCopies(count, create(HOST)), NOW));
    }

    private int taken(HostDays node, int count) {
        return (int) take(node, count).stream().filter(work -> work.taken() != null).count();
    }

    private int used() {
        return jdbc.sql("select coalesce(sum(used), 0) from zoom_usage").query(Integer.class).single();
    }

    @Test
    void ofADayAsZoomAllowsItEachRequestIsCounted() {
        HostDays one = new HostDays(jdbc, 100);
        HostDays two = new HostDays(jdbc, 100);

        assertThat(taken(one, 1)).isEqualTo(1);
        assertThat(used()).isEqualTo(1);
        assertThat(taken(two, 98)).isEqualTo(98);
        assertThat(taken(one, 3)).isEqualTo(1);
        assertThat(taken(two, 1)).isZero();
        assertThat(used()).isEqualTo(100);
    }

    @Test
    void whereThereIsPlentyMostClaimsDoNotTouchTheHostsRow() {
        HostDays node = new HostDays(jdbc, 100_000);
        int touched = 0;
        for (int i = 0, before = 0; i < 640; i++) {
            assertThat(taken(node, 1)).isEqualTo(1);
            touched += used() == before ? 0 : 1;
            before = used();
        }
        assertThat(touched).isLessThanOrEqualTo(12);
        assertThat(used()).isBetween(640, 640 + 64);
    }

    @Test
    void twoNodesNeverTakeMoreThanTheLimitAndLeaveNothingNearIt() {
        int limit = 1500;
        HostDays one = new HostDays(jdbc, limit);
        HostDays two = new HostDays(jdbc, limit);
        int taken = 0;
        for (int i = 0; i < limit; i++) {
            taken += taken(one, 1) + taken(two, 1);
        }
        assertThat(taken).isEqualTo(limit);
        assertThat(used()).isEqualTo(limit);
    }

    @Test
    void whatIsTakenInAdvanceByATransactionThatIsRolledBackIsNotThere() {
        HostDays node = new HostDays(jdbc, 100_000);
        taken(node, 1);
        transaction.executeWithoutResult(status -> {
            node.take(Collections.nCopies(200, create(HOST)), NOW);
            status.setRollbackOnly();
        });
        int before = used();
        for (int i = 0; i < 200; i++) {
            taken(node, 1);
        }
        assertThat(used()).isGreaterThanOrEqualTo(before + 200 - 64);
    }

    @Test
    void whatDoesNotCountIsThereAgain() {
        HostDays node = new HostDays(jdbc, 100_000);
        take(node, 1);
        Work work = take(node, 64).get(0);
        int before = used();
        transaction.executeWithoutResult(status -> node.giveBack(work));

        assertThat(work.taken()).isEqualTo(LocalDate.of(2030, 1, 1));
        assertThat(taken(node, 1)).isEqualTo(1);
        assertThat(used()).isEqualTo(before);
    }

    @Test
    void whatWasTakenInAdvanceIsOverWhenZoomTakesNoMore() {
        HostDays node = new HostDays(jdbc, 100_000);
        take(node, 1);
        Work work = take(node, 1).get(0);
        transaction.executeWithoutResult(status -> node.refused(work, HostDays.dayEnd(HostDays.day(NOW)), NOW));

        assertThat(taken(node, 1)).isZero();
    }
}
