package io.zoombookings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.PatientFiles;
import io.zoombookings.WrongConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedDatabaseFileTest {

    private static final String ADDRESS = "bo@guest.example";

    @TempDir
    private Path directory;
    private final Keyset keyset = Keyset.generate();

    @BeforeAll
    static void scheme() {
        PatientFiles.register();
    }

    private String password(Keyset keys) {
        return new EmbeddedDatabaseFile(directory, new KeysetLocation(keys.toJson(), directory, true)).password();
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:patient:retry:" + directory + "/zoom-bookings"
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0" + (password == null ? "" : ";CIPHER=AES"), "sa", password == null ? "" : password + " ");
    }

    /** As an earlier version left it; with the word of its key. */
    private void plain() throws SQLException {
        try (Connection connection = connect(null); var statement = connection.createStatement()) {
            statement.execute("create table guest (email varchar)");
            for (int i = 0; i < 5000; i++) {
                statement.execute("insert into guest values ('" + ADDRESS + "')");
            }
            statement.execute("create table encryption_key (key_id bigint primary key, canary varbinary not null)");
            new EncryptionKeys(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
                    .check(new TinkSecrets(keyset), keyset.primaryId());
        }
        assertThat(content()).contains(ADDRESS);
    }

    private String content() {
        try {
            return Files.readString(directory.resolve(EmbeddedDatabaseFile.DATABASE), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long guests(String password) throws SQLException {
        try (Connection connection = connect(password); var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from guest where email = '" + ADDRESS + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private TreeMap<String, String> files() throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return all;
    }

    @Test
    void aNewDatabaseIsEncryptedAndItsOwnersAlone() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        String password = password(keyset);
        try (Connection connection = connect(password); var statement = connection.createStatement()) {
            statement.execute("create table guest (email varchar)");
            statement.execute("insert into guest values ('" + ADDRESS + "')");
        }
        assertThat(content()).startsWith("H2encrypt").doesNotContain(ADDRESS);
        assertThat(password(keyset)).isEqualTo(password);
        assertThat(guests(password)).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        assertThat(files()).containsOnlyKeys(EmbeddedDatabaseFile.DATABASE, EmbeddedDatabaseFile.KEY)
                .allSatisfy((file, permissions) -> assertThat(permissions).as(file).isEqualTo("rw-------"));
        assertThat(Files.readString(directory.resolve(EmbeddedDatabaseFile.KEY))).doesNotContain(password);
    }

    @Test
    void anUnencryptedOneIsEncryptedAtTheStart() throws Exception {
        plain();
        assertThat(guests(password(keyset))).isEqualTo(5000);
        assertThat(content()).startsWith("H2encrypt").doesNotContain(ADDRESS);
        assertThat(files()).containsOnlyKeys(EmbeddedDatabaseFile.DATABASE, EmbeddedDatabaseFile.KEY)
                .containsValue("rw-------").doesNotContainValue("rw-r--r--");
    }

    @Test
    void aCrashBeforeTheCopyTookItsPlaceChangesNothing() throws Exception {
        plain();
        byte[] before = Files.readAllBytes(directory.resolve(EmbeddedDatabaseFile.DATABASE));
        String password = password(keyset);
        byte[] encrypted = Files.readAllBytes(directory.resolve(EmbeddedDatabaseFile.DATABASE));
        // What a kill leaves: the key, the database as it was, a part of the copy.
        Files.write(directory.resolve(EmbeddedDatabaseFile.DATABASE), before);
        Files.write(directory.resolve("zoom-bookings.mv.db.encrypting"), Arrays.copyOf(encrypted, 10_000));
        assertThat(password(keyset)).isEqualTo(password);
        assertThat(guests(password)).isEqualTo(5000);
        assertThat(files()).containsOnlyKeys(EmbeddedDatabaseFile.DATABASE, EmbeddedDatabaseFile.KEY);
    }

    @Test
    void aNewPrimaryKeySealsThePasswordAnewAndTheFormerKeyMayGo() throws Exception {
        plain();
        String password = password(keyset);
        Keyset rotated = keyset.rotated();
        assertThat(password(rotated)).isEqualTo(password);
        assertThatThrownBy(() -> password(keyset)).isInstanceOf(WrongConfigurationException.class)
                .hasMessageContaining("lacks the key " + rotated.primaryId());
    }

    @Test
    void withAnotherKeySetNothingIsTouched() throws Exception {
        plain();
        assertThatThrownBy(() -> password(Keyset.generate())).isInstanceOf(WrongConfigurationException.class)
                .hasMessageContaining("lacks the key " + keyset.primaryId());
        assertThat(content()).startsWith("H:2,").contains(ADDRESS);
        assertThat(files()).containsOnlyKeys(EmbeddedDatabaseFile.DATABASE);
        assertThat(guests(password(keyset))).isEqualTo(5000);
    }

    @Test
    void aDatabaseInUseIsLeftAlone() throws Exception {
        plain();
        try (Connection connection = connect(null)) {
            assertThatThrownBy(() -> password(keyset)).isInstanceOf(WrongConfigurationException.class)
                    .hasMessageContaining("in use");
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void withoutItsKeyNothingIsMadeAnew() throws Exception {
        password(keyset);
        try (Connection connection = connect(password(keyset))) {
            assertThat(connection.isValid(1)).isTrue();
        }
        Files.delete(directory.resolve(EmbeddedDatabaseFile.KEY));
        assertThatThrownBy(() -> password(keyset)).isInstanceOf(WrongConfigurationException.class)
                .hasMessageContaining(EmbeddedDatabaseFile.KEY + " is gone");
        KeysetLocation lost = new KeysetLocation("", directory, true);
        assertThatThrownBy(() -> new EmbeddedDatabaseFile(directory, lost).password())
                .isInstanceOf(WrongConfigurationException.class).hasMessageContaining("keyset.json is gone");
    }
}
