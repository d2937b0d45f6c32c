package io.zoombookings.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL of its own that can be stopped, started again and cut off. */
final class Postgres implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres server;
    private int port;

    Postgres() {
        try {
            directory = Files.createTempDirectory("zoom-bookings-pg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    Map<String, Object> properties() {
        return Map.of("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username", "postgres", "spring.datasource.password", "",
                "spring.datasource.hikari.maximum-pool-size", 12);
    }

    void start() {
        try {
            server = EmbeddedPostgres.builder().setPort(port).setDataDirectory(directory).setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "200").setServerConfig("fsync", "off").start();
            port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every connection of the application in the middle of what it does. */
    void cutConnections() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() "
                    + "and backend_type = 'client backend'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds all rows of the table while the step is done, so that who needs them stands still within its transaction. */
    void holding(String table, Runnable step) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from " + table + " for update");
            step.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a transaction waits for a lock. */
    boolean isWaitedFor() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
