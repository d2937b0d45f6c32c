package io.zoombookings.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.TestDatabase;
import io.zoombookings.migration.SchemaAutoConfiguration;
import io.zoombookings.secret.SecretAutoConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Tag("database")
@SpringBootTest(classes = WorkspaceBeansTest.Beans.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
    "admin.username=root", "admin.password=first password", "admin.email=root@clinic.example",
    "booking.api-key=0123456789abcdef", "spring.main.web-application-type=none"})
class WorkspaceBeansTest {

    static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @ImportAutoConfiguration({WorkspaceAutoConfiguration.class, SecretAutoConfiguration.class,
        DataSourceAutoConfiguration.class, SchemaAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class})
    static class Beans {
        @Bean
        SetClock clock() {
            return new SetClock();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Autowired
    private Workspaces workspaces;
    @Autowired
    private ApiKeys apiKeys;
    @Autowired
    private Administrators administrators;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private SetClock clock;

    private String fresh() {
        String id = "w-" + UUID.randomUUID();
        assertThat(workspaces.create(id, "Clinic")).isTrue();
        return id;
    }

    @Test
    void theDefaultWorkspaceExistsFromTheStart() {
        assertThat(workspaces.exists("default")).isTrue();
        assertThat(workspaces.settings("default").locale()).isEqualTo("en");
        assertThat(workspaces.settings("default").remakeDeletedMeetings()).isTrue();
    }

    @Test
    void aWorkspaceIsCreatedOnceAndOnlyUnderAnIdThatFitsIntoAnAddress() {
        String id = fresh();
        assertThat(workspaces.create(id, "Other")).isFalse();
        assertThat(workspaces.get(id).orElseThrow().name()).isEqualTo("Clinic");
        assertThat(workspaces.exists("../" + id)).isFalse();
        assertThatThrownBy(() -> workspaces.create("Clinic!", "Clinic")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsComeBackAsTheyWereSavedAndTheirPasscodeIsSealed() {
        String id = fresh();
        WorkspaceSettings settings = new WorkspaceSettings("de-CH", true, "s3cret_pc", "cloud",
                List.of("co@clinic.example"), false);
        workspaces.saveSettings(id, settings);
        assertThat(workspaces.settings(id)).isEqualTo(settings);
        assertThat(jdbc.sql("select settings from workspace where id = :id").param("id", id).query(String.class).single())
                .contains("de-CH").doesNotContain("s3cret_pc");
        assertThat(jdbc.sql("select passcode from workspace where id = :id").param("id", id).query(byte[].class).single())
                .isNotEqualTo("s3cret_pc".getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(9);
        workspaces.saveSettings(id, WorkspaceSettings.DEFAULTS);
        assertThat(workspaces.settings(id)).isEqualTo(WorkspaceSettings.DEFAULTS);
    }

    @Test
    void aCallbackKeepsItsSecretUntilItsAddressChanges() {
        String id = fresh();
        assertThat(workspaces.callback(id)).isEmpty();
        Callback first = workspaces.setCallback(id, "https://a.example/hook");
        assertThat(first.secret()).startsWith("whsec_");
        assertThat(workspaces.setCallback(id, "https://a.example/hook")).isEqualTo(first);
        assertThat(workspaces.callback(id)).contains(first);
        assertThat(workspaces.setCallback(id, "https://b.example/hook").secret()).isNotEqualTo(first.secret());
        String before = workspaces.callback(id).orElseThrow().secret();
        assertThat(workspaces.renewCallbackSecret(id).orElseThrow().secret()).isNotEqualTo(before);
        workspaces.removeCallback(id);
        assertThat(workspaces.callback(id)).isEmpty();
    }

    @Test
    void aKeyOpensItsWorkspaceUntilItIsRevoked() {
        String id = fresh();
        NewApiKey key = apiKeys.create(id, "calendar", "root");
        assertThat(apiKeys.verify(key.secret()).orElseThrow().workspace()).isEqualTo(id);
        assertThat(apiKeys.list(id).get(0).lastUsedAt()).isNotNull();
        assertThat(apiKeys.verify(key.secret() + "x")).isEmpty();
        assertThat(apiKeys.revoke("default", key.id())).as("of another workspace").isEmpty();
        assertThat(apiKeys.revoke(id, key.id())).contains("calendar");
        assertThat(apiKeys.verify(key.secret())).isEmpty();
        assertThat(apiKeys.revoke(id, key.id())).isEmpty();
    }

    @Test
    void aKeyRevokedByAnotherNodeStopsWorkingWithinSeconds() {
        String id = fresh();
        NewApiKey key = apiKeys.create(id, "calendar", "root");
        assertThat(apiKeys.verify(key.secret())).isPresent();
        jdbc.sql("update api_key set revoked_at = created_at where id = :id").param("id", key.id()).update();
        clock.pass(ApiKeys.REMEMBERED.plusMillis(1));
        assertThat(apiKeys.verify(key.secret())).isEmpty();
    }

    @Test
    void noKeyIsStored() {
        String secret = apiKeys.create(fresh(), "calendar", "root").secret();
        assertThat(secret).startsWith("zbk_").hasSizeGreaterThan(43);
        assertThat(jdbc.sql("select secret_hash from api_key").query(String.class).list())
                .allMatch(hash -> hash.matches("[0-9a-f]{64}") && !hash.contains(secret));
    }

    @Test
    void theKeyOfTheEnvironmentOpensTheDefaultWorkspace() {
        assertThat(apiKeys.verify("0123456789abcdef").orElseThrow().workspace()).isEqualTo("default");
        assertThat(apiKeys.verify("0123456789abcdeg")).isEmpty();
    }

    @Test
    void theFirstAdministratorEntersEverythingWithTheGivenPassword() {
        Administrator root = administrators.find("root").orElseThrow();
        assertThat(root.mayEnter(fresh())).isTrue();
        assertThat(administrators.matches("first password", administrators.passwordHash("root"))).isTrue();
        assertThat(administrators.matches("second password", administrators.passwordHash("root"))).isFalse();
        assertThat(administrators.delete("root")).as("the last of them stays").isFalse();
    }

    @Test
    void aPasswordChangedByAPersonOutlivesTheNextStartUntilAnotherIsGiven() {
        administrators.create(new Administrator("op", "op@clinic.example", true, Set.of()), "given at start");
        new FirstAdministrator(administrators, "op", "given at start", "").ensure();
        administrators.setPassword("op", "chosen by the person");
        new FirstAdministrator(administrators, "op", "given at start", "").ensure();
        assertThat(administrators.matches("chosen by the person", administrators.passwordHash("op"))).isTrue();
        new FirstAdministrator(administrators, "op", "given anew", "Op <new@clinic.example>").ensure();
        assertThat(administrators.matches("given anew", administrators.passwordHash("op"))).isTrue();
        assertThat(administrators.find("op").orElseThrow().email()).isEqualTo("new@clinic.example");
        assertThat(administrators.delete("op")).isTrue();
    }

    @Test
    void anAdministratorOfOneWorkspaceEntersThatOneAlone() {
        String mine = fresh();
        String other = fresh();
        Administrator ada = new Administrator("ada", "Ada@clinic.example", false, Set.of(mine));
        assertThat(administrators.create(ada, "a long password")).isTrue();
        assertThat(administrators.create(ada, "another password")).isFalse();
        Administrator found = administrators.find("ada").orElseThrow();
        assertThat(found).isEqualTo(ada);
        assertThat(found.mayEnter(other)).isFalse();
        assertThat(workspaces.list(found)).extracting(Workspace::id).containsExactly(mine);
        assertThat(administrators.emails(mine)).containsExactlyInAnyOrder("ada@clinic.example", "root@clinic.example");
        assertThat(administrators.emails(other)).containsExactly("root@clinic.example");
        assertThat(administrators.delete("ada")).isTrue();
        assertThat(administrators.find("ada")).isEmpty();
    }

    @Test
    void nobodyHasThePasswordOfAnUnknownName() {
        String hash = administrators.passwordHash("unknown");
        assertThat(administrators.matches("nobody has this password", hash)).isFalse();
    }

    @Test
    void theAuditIsFilteredByWorkspaceActionAndText() {
        String id = fresh();
        audit.record(id, "ada", "api-key.created", "calendar 100%", null);
        clock.pass(Duration.ofSeconds(1));
        audit.record(id, "bo", "settings.changed", null, "x".repeat(2000));
        audit.record("default", "ada", "api-key.created", "other", null);
        assertThat(audit.page(new Audit.Filter(id, "", ""), 0).entries()).extracting(Audit.Entry::actor)
                .containsExactly("bo", "ada");
        assertThat(audit.page(new Audit.Filter(id, "api-key.created", ""), 0).entries()).hasSize(1);
        assertThat(audit.page(new Audit.Filter(id, "", "CALENDAR 100%"), 0).entries()).hasSize(1);
        assertThat(audit.page(new Audit.Filter(id, "", "calendar_"), 0).entries()).isEmpty();
        assertThat(audit.page(new Audit.Filter(id, "", ""), 1).entries()).isEmpty();
        assertThat(audit.page(new Audit.Filter(null, "", "other"), 0).entries()).hasSize(1);
        assertThat(audit.actions(id)).containsExactly("api-key.created", "settings.changed");
    }
}
