package io.zoombookings.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.notification.letter.LetterComposer;
import io.zoombookings.sandbox.ZoomRules;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.Administrators;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What one history after the other is made with, by one thread: database, Zoom, clock, routes. */
final class Laboratory implements AutoCloseable {

    /** Types of the application that no history comes to. */
    private static final Set<String> ABSENT = Set.of("Connections", "ZoomSettings");

    /** Failures are a history's daily bread. */
    private static final List<Logger> LOGGERS = Stream.of("io.zoombookings", "org.flywaydb")
            .map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
    private static final Map<Logger, Level> LEVELS = new HashMap<>();
    private static int open;

    final Database database = quietly();
    final VirtualClock clock = new VirtualClock();
    final Random zoomRandom = new Random();
    final ZoomRules rules = new ZoomRules(clock, zoomRandom);
    final Routes routes = Routes.read();
    private final Map<Class<?>, Object> given = new HashMap<>();

    /** What is sealed can be opened at its place only. */
    private static final class Seals implements Secrets {

        @Override
        public byte[] seal(String plaintext, String where) {
            return plaintext == null ? null : (where + "\n" + plaintext).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(byte[] sealed, String where) {
            if (sealed == null) {
                return null;
            }
            String[] parts = new String(sealed, StandardCharsets.UTF_8).split("\n", 2);
            if (!parts[0].equals(where)) {
                throw new IllegalStateException("Sealed for " + parts[0] + ", opened for " + where);
            }
            return parts[1];
        }
    }

    private static Database quietly() {
        synchronized (LOGGERS) {
            if (open++ == 0) {
                LOGGERS.forEach(logger -> LEVELS.put(logger, logger.getLevel()));
                LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
            }
        }
        return new Database();
    }

    Laboratory() {
        JdbcTemplate jdbc = database.jdbc();
        given.put(Clock.class, clock);
        given.put(DataSource.class, database.source());
        given.put(JdbcTemplate.class, jdbc);
        given.put(NamedParameterJdbcTemplate.class, new NamedParameterJdbcTemplate(jdbc));
        given.put(JdbcClient.class, JdbcClient.create(jdbc));
        given.put(TransactionTemplate.class, new TransactionTemplate(database.transactions()));
        given.put(ObjectMapper.class, Jackson2ObjectMapperBuilder.json().build());
        given.put(Secrets.class, new Seals());
        given.put(LetterComposer.class, new Mailbox.Composer());
        // It hashes a password when it is made, as slowly as passwords are to be hashed, and keeps nothing else.
        given.put(Administrators.class, beans(Map.of()).get(Administrators.class));
    }

    Beans beans(Map<String, String> properties) {
        return new Beans(given, properties, ABSENT, database.transactions());
    }

    /** Everything is as at the beginning of all histories: a workspace that is connected. */
    void reset() {
        clock.reset();
        rules.reset();
        zoomRandom.setSeed(1);
        database.reset();
        JdbcTemplate jdbc = database.jdbc();
        jdbc.update("insert into workspace (id, name, settings, created_at) values ('default', 'Default', '{}', now())");
        jdbc.update("""
                insert into zoom_grant (id, zoom_user_id, account_id, email, scopes, access_token, refresh_token, expires_at,
                  refresh_due_at, token_version, connected_at, failures)
                values (random_uuid(), ?, ?, ?, '', '', '', now(), now(), 1, now(), 0)""", rules.host().id(),
                rules.host().accountId(), rules.host().email());
        jdbc.update("""
                insert into zoom_connection (workspace_id, grant_id, status)
                values ('default', (select id from zoom_grant), 'CONNECTED')""");
    }

    @Override
    public void close() {
        synchronized (LOGGERS) {
            if (--open == 0) {
                LEVELS.forEach(Logger::setLevel);
            }
        }
        rules.close();
        database.close();
    }
}
