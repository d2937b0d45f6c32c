package io.zoombookings.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestDatabase;
import io.zoombookings.secret.EmbeddedDatabaseAccess;
import io.zoombookings.sandbox.SandboxMeeting;
import io.zoombookings.sandbox.ZoomUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a released version left behind, in {@code src/test/resources/databases}: its database, the key set that opens what is
 * sealed in it, and what Zoom knows of it. Never changed once its version is released.
 *
 * @param version such as 0.1.0
 */
record StoredDatabase(String version) {

    static final String KEYSET = "keyset.json";
    static final String WORLD = "world.json";
    static final String SQL = "database.sql";

    private static final Path ROOT = Path.of("src", "test", "resources", "databases");
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    /** Beside the database: the key of the workspace that is connected, and Zoom's side. */
    record World(String workspace, String apiKey, ZoomUser zoomUser, String refreshToken, List<SandboxMeeting> meetings) {
    }

    /** All that are kept, oldest first. */
    static List<StoredDatabase> all() {
        try (Stream<Path> versions = Files.list(ROOT)) {
            return versions.map(path -> path.getFileName().toString())
                    .sorted(Comparator.comparing(StoredDatabase::numbers, Arrays::compare))
                    .map(StoredDatabase::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /** Of the database that the tests run on. */
    Path directory() {
        return ROOT.resolve(version).resolve(TestDatabase.isPostgres() ? "postgresql" : "h2");
    }

    /** Puts it where an application that is not started yet will look, and lets its Zoom know what it knew. */
    World restore(RunningApplication application) {
        try {
            application.properties().put("encryption.keyset", Files.readString(directory().resolve(KEYSET)).strip());
            World world = JSON.readValue(directory().resolve(WORLD).toFile(), World.class);
            application.sandbox().restore(world.zoomUser(), world.refreshToken());
            world.meetings().forEach(application.sandbox()::restore);
            try (Connection connection = connect(application.properties());
                    Statement statement = connection.createStatement()) {
                statement.execute(TestDatabase.isPostgres() ? Files.readString(directory().resolve(SQL))
                        : "runscript from '" + directory().resolve(SQL) + "'");
            }
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(World world, JsonNode keyset) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(directory().resolve(WORLD).toFile(), world);
        JSON.writerWithDefaultPrettyPrinter().writeValue(directory().resolve(KEYSET).toFile(), keyset);
    }

    /** To the database that an application with these properties has, beside or instead of it. */
    static Connection connect(Map<String, Object> properties) throws SQLException {
        return TestDatabase.isPostgres()
                ? DriverManager.getConnection(String.valueOf(properties.get("spring.datasource.url")), "postgres", "")
                : EmbeddedDatabaseAccess.connect(Path.of(String.valueOf(properties.get("data.dir"))),
                        String.valueOf(properties.getOrDefault("encryption.keyset", "")));
    }
}
