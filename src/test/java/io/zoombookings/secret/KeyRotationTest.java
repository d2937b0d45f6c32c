package io.zoombookings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.Ids;
import io.zoombookings.TestDatabase;
import io.zoombookings.WrongConfigurationException;
import io.zoombookings.migration.SchemaAutoConfiguration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class KeyRotationTest {

    private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

    private final Map<String, Object> database = TestDatabase.properties();
    private final Keyset first = Keyset.generate();

    @Test
    void aNewPrimaryKeyReadsOldRowsAndSealsThemAnew() {
        UUID booking = Ids.next();
        try (var application = start(first)) {
            writeRows(application, booking);
        }
        Keyset second = first.rotated();
        try (var application = start(second)) {
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            SealedColumns sealedColumns = application.getBean(SealedColumns.class);

            assertThat(passcode(application, booking)).isEqualTo("42");
            assertThat(sealedColumns.reencryptAfterRotation()).isEqualTo(501);
            assertThat(sealedColumns.reencryptAfterRotation()).isZero();
            assertThat(sealedColumns.reencrypt()).isZero();
            assertThat(passcode(application, booking)).isEqualTo("42");
            assertThat(jdbc.sql("select key_id from encryption_key").query(Long.class).list())
                    .containsExactly(second.primaryId());
        }
    }

    @Test
    void aLostKeyStopsTheStartInOneSentenceAndDeletesNothing() {
        UUID booking = Ids.next();
        try (var application = start(first)) {
            writeRows(application, booking);
        }
        assertThatThrownBy(() -> start(Keyset.generate())).rootCause().isInstanceOf(SecretUnreadableException.class);
        assertThatThrownBy(() -> start(Keyset.generate()))
                .hasStackTraceContaining(WrongConfigurationException.class.getName())
                .hasStackTraceContaining("lacks the key " + first.primaryId());
        try (var application = start(first)) {
            assertThat(passcode(application, booking)).isEqualTo("42");
        }
    }

    @Test
    void whatNoKeyOpensIsLeftAsItIs() {
        UUID booking = Ids.next();
        try (var application = start(first)) {
            writeRows(application, booking);
            application.getBean(JdbcClient.class).sql("update booking set passcode = :other where id = :id")
                    .param("other", new TinkSecrets(Keyset.generate()).seal("42", "elsewhere"))
                    .param("id", booking).update();
        }
        try (var application = start(first.rotated())) {
            assertThat(application.getBean(SealedColumns.class).reencrypt()).isEqualTo(500);
            assertThat(application.getBean(JdbcClient.class).sql("select count(*) from encryption_key")
                    .query(Long.class).single()).isEqualTo(2);
        }
    }

    private static void writeRows(ConfigurableApplicationContext application, UUID booking) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        Secrets secrets = application.getBean(Secrets.class);
        jdbc.sql("insert into workspace (id, name, settings, callback_secret, created_at)"
                        + " values ('clinic', 'Clinic', '{}', :secret, :now)")
                .param("secret", secrets.seal("whsec", SealedColumn.CALLBACK_SECRET.at("clinic"))).param("now", NOW)
                .update();
        for (int i = 0; i < 500; i++) {
            UUID id = i == 250 ? booking : Ids.next();
            jdbc.sql("insert into booking (id, workspace_id, booking_id, state, status, passcode, created_at, updated_at)"
                            + " values (:id, 'clinic', :bookingId, '{}', 'CONFIRMED', :passcode, :now, :now)")
                    .param("id", id).param("bookingId", "B-" + i).param("now", NOW)
                    .param("passcode", secrets.seal("42", SealedColumn.BOOKING_PASSCODE.at(id))).update();
        }
    }

    private static String passcode(ConfigurableApplicationContext application, UUID booking) {
        byte[] sealed = application.getBean(JdbcClient.class).sql("select passcode from booking where id = :id")
                .param("id", booking).query(byte[].class).single();
        return application.getBean(Secrets.class).open(sealed, SealedColumn.BOOKING_PASSCODE.at(booking));
    }

    private ConfigurableApplicationContext start(Keyset keyset) {
        Map<String, Object> properties = new HashMap<>(database);
        properties.put("encryption.keyset", keyset.toJson());
        return new SpringApplicationBuilder(OnlySecrets.class).web(WebApplicationType.NONE)
                .run(properties.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue())
                        .toArray(String[]::new));
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, SchemaAutoConfiguration.class})
    @Import({EmbeddedDatabaseConfiguration.class, SecretsConfiguration.class, SealedColumns.class})
    static class OnlySecrets {
    }
}
