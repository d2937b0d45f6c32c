package io.zoombookings.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.support.TransactionTemplate;

/** Which of the mails that wait are claimed, and how many at a time. */
class MailingsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");

    private EmbeddedDatabase database;
    private JdbcTemplate jdbc;
    private Mailings mailings;
    private MailGate gate;
    private TransactionTemplate transaction;

    @BeforeEach
    void create() {
        database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
                .setName(UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH").build();
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        jdbc.execute("create table workspace (id varchar(40) primary key)");
        jdbc.execute("create table notification (id uuid primary key, workspace_id varchar(40), state varchar(10), attempts integer, "
                + "due_at timestamp with time zone, lease uuid, begins_at timestamp with time zone)");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        gate = new MailGate(clock, "bookings@app.example");
        mailings = new Mailings(new NamedParameterJdbcTemplate(database), clock, new ObjectMapper(), gate, null,
                Duration.ofSeconds(60));
    }

    @AfterEach
    void drop() {
        database.shutdown();
    }

    private UUID mail(String workspace, Duration waited, Duration begins) {
        UUID id = UUID.randomUUID();
        jdbc.update("merge into workspace (id) values (?)", workspace);
        jdbc.update("insert into notification (id, workspace_id, state, attempts, due_at, begins_at) values (?, ?, 'PENDING', 0, ?, ?)",
                id, workspace, NOW.minus(waited).atOffset(ZoneOffset.UTC),
                begins == null ? null : NOW.plus(begins).atOffset(ZoneOffset.UTC));
        return id;
    }

    private List<Mailing> due() {
        return transaction.execute(status -> mailings.due());
    }

    private static List<UUID> ids(List<Mailing> claimed) {
        return claimed.stream().flatMap(mailing -> mailing.ids().stream()).toList();
    }

    @Test
    void ofAWorkspaceThoseAboutTheMeetingThatBeginsFirstAndWhatSaysNoTimeLast() {
        UUID untold = mail("a", Duration.ofMinutes(9), null);
        UUID later = mail("a", Duration.ofMinutes(8), Duration.ofDays(3));
        UUID soon = mail("a", Duration.ofSeconds(1), Duration.ofMinutes(20));
        mail("a", Duration.ofMinutes(-1), Duration.ofMinutes(5));

        assertThat(ids(due())).containsExactly(soon, later, untold);
    }

    @Test
    void aWorkspaceWithAThousandMailsDoesNotKeepOthersWaiting() {
        for (int i = 0; i < 1000; i++) {
            mail("large", Duration.ofHours(1), Duration.ofMinutes(5));
        }
        List<UUID> small = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            small.add(mail("small", Duration.ofSeconds(1), Duration.ofDays(5)));
        }

        List<UUID> first = ids(due());

        assertThat(first).hasSize(128);
        assertThat(first.subList(0, 6)).containsAll(small);
    }

    @Test
    void whoHasSentAsksForMoreUntilNothingWaits() {
        for (int i = 0; i < 1000; i++) {
            mail("a", Duration.ofHours(1), Duration.ofMinutes(5));
        }
        int sent = 0;
        int looks = 0;
        List<Mailing> inWork = new ArrayList<>(due());
        for (looks = 1; !inWork.isEmpty(); ) {
            Mailing done = inWork.remove(0);
            sent += done.ids().size();
            gate.end(done);
            if (mailings.isMoreDue()) {
                inWork.addAll(due());
                looks++;
            }
        }
        assertThat(sent).isEqualTo(1000);
        // Not for each mail, and not by the clock, which stands still here.
        assertThat(looks).isBetween(8, 40);
        assertThat(mailings.isMoreDue()).isFalse();
    }

    @Test
    void aMailingIsSmallSoThatAllConnectionsHaveSomethingToDo() {
        for (int i = 0; i < 40; i++) {
            mail("a", Duration.ofHours(1), Duration.ofMinutes(5));
        }
        List<Mailing> claimed = due();

        assertThat(claimed).hasSize(10).allMatch(mailing -> mailing.ids().size() == 4);
        assertThat(claimed.stream().map(Mailing::lease).distinct()).hasSize(10);
    }
}
