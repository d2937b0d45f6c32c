package io.zoombookings.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.MovableClock;
import io.zoombookings.TestDatabase;
import io.zoombookings.migration.SchemaAutoConfiguration;
import io.zoombookings.secret.EmbeddedDatabaseConfiguration;
import io.zoombookings.secret.SecretsConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class AuditChainTest {

    private static final MovableClock CLOCK = new MovableClock();

    private final Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
    private ConfigurableApplicationContext application;
    private AuditChain chain;
    private Audit audit;
    private JdbcClient jdbc;

    @BeforeEach
    void start() {
        properties.put("audit.retention", "10d");
        application = new SpringApplicationBuilder(Log.class).web(WebApplicationType.NONE).run(arguments());
        chain = application.getBean(AuditChain.class);
        audit = application.getBean(Audit.class);
        jdbc = application.getBean(JdbcClient.class);
        chain.chain();
        for (int i = 1; i <= 5; i++) {
            audit.record(null, "ada", "thing.done", "bo@guest.example number " + i, null);
            CLOCK.advance(Duration.ofDays(1));
            chain.chain();
        }
        assertThat(chain.verify()).isEqualTo(new AuditChain.Report(5, 0, 0, List.of()));
    }

    private String[] arguments() {
        return properties.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private void change(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    @Test
    void whatAnEntrySaidCannotBeChangedUnseen() {
        change("update audit_entry set actor = 'eve' where position = 3");
        assertThat(chain.verify().findings()).singleElement().asString().contains("Entry 3").contains("does not say what it said");
    }

    @Test
    void noneCanBeTakenAwayOrPutBetween() {
        change("delete from audit_entry where position = 3");
        assertThat(chain.verify().findings()).containsExactly("Entries 3 to 3 are missing.");
        change("update audit_entry set position = position - 1 where position > 3");
        assertThat(chain.verify().findings()).contains("Entry 3 does not follow the one before it.");
    }

    @Test
    void theEndCannotBeCutOff() {
        change("delete from audit_entry where position = 5");
        assertThat(chain.verify().findings()).containsExactly("The chain ends at entry 4, and should at 5.");
    }

    @Test
    void anErasureTakesOutWhatItMustAndIsCounted() {
        audit.record("default", "ada", "thing.done", "bo@guest.example", null);
        chain.chain();
        audit.erase("default", "bo@guest.example", "erased");
        assertThat(chain.verify()).isEqualTo(new AuditChain.Report(6, 0, 1, List.of()));
    }

    @Test
    void whatIsNotChainedYetIsCounted() {
        audit.record(null, "ada", "thing.done", null, null);
        assertThat(chain.verify().waiting()).isEqualTo(1);
    }

    @Test
    void oldEntriesAreForgottenFromTheBeginningOnAndTheRestIsWhole() {
        CLOCK.advance(Duration.ofDays(7).minusHours(1));
        assertThat(chain.forget()).isEqualTo(2);
        assertThat(chain.verify()).isEqualTo(new AuditChain.Report(3, 0, 0, List.of()));
        CLOCK.advance(Duration.ofDays(100));
        assertThat(chain.forget()).isEqualTo(3);
        audit.record(null, "ada", "thing.done", null, null);
        chain.chain();
        assertThat(chain.verify()).isEqualTo(new AuditChain.Report(1, 0, 0, List.of()));
    }

    @Test
    void aCommandSaysWhetherTheLogIsWholeAndPrintsIt() {
        application.close();
        assertThat(command("verify")).startsWith("0 The audit log is whole: 5 entries");
        assertThat(command("export")).startsWith("0 {").contains("\"position\":5").contains("bo@guest.example number 1");
        application = new SpringApplicationBuilder(Log.class).web(WebApplicationType.NONE).run(arguments());
        jdbc = application.getBean(JdbcClient.class);
        change("update audit_entry set detail = 'x' where position = 2");
        application.close();
        assertThat(command("verify")).startsWith("1 Entry 2 of").contains("The audit log is not whole");
        assertThat(AuditCommand.run(System.out, new PrintStream(new ByteArrayOutputStream()), "audit", "other")).isEqualTo(2);
    }

    private String command(String what) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = AuditCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), System.err,
                Stream.concat(Stream.of("audit", what), Stream.of(arguments())).toArray(String[]::new));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
        SchemaAutoConfiguration.class})
    @Import({EmbeddedDatabaseConfiguration.class, SecretsConfiguration.class, Audit.class, AuditChain.class})
    static class Log {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }
}
