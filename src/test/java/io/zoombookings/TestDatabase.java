package io.zoombookings;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
                    "spring.datasource.password", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
