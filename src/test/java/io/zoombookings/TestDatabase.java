package io.zoombookings;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zoombookings.secret.KeysetCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * The database a test runs on, chosen by the system property {@code test.database}: {@code h2} (in a file, as the
 * application uses it) or {@code postgresql} (one embedded server for the JVM). Each call gives an empty database.
 */
public final class TestDatabase {

    private static final String KEYSET = keyset();
    private static EmbeddedPostgres postgres;

    private TestDatabase() {
    }

    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("test.database"));
    }

    /** Spring properties of a new, empty database, the data directory among them. */
    public static Map<String, Object> properties() {
        try {
            Path directory = Files.createTempDirectory("zoom-bookings");
            if (!isPostgres()) {
                return Map.of("data.dir", directory.toString());
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = server().getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Map.of("data.dir", directory.toString(),
                    "spring.datasource.url", server().getJdbcUrl("postgres", name),
                    "spring.datasource.username", "postgres",
                    "spring.datasource.password", "",
                    "encryption.keyset", KEYSET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An external database needs a key set of its own. */
    private static String keyset() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        KeysetCommand.run(new PrintStream(printed, true, StandardCharsets.UTF_8), System.err, "keyset");
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off")
                    .start();
        }
        return postgres;
    }
}
