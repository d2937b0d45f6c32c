package io.zoombookings.workspace;

import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The callbacks of workspaces: several receivers of outcomes, each with what it wants to hear. Safe for several threads and nodes. */
@Component
public class Callbacks {

    /** So many a workspace may have. */
    public static final int MOST = 20;
    /** So long a secret that was replaced signs beside the new one. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    /** @param events types of outcomes that it wants to hear; empty: all */
    public record Receiver(UUID id, String url, List<String> events, Instant createdAt, Instant formerSecretUntil) {
    }

    /** @param secrets that sign, the present one first */
    public record Signing(String url, List<String> secrets) {

        @Override
        public String toString() {
            return "Signing[" + url + "]";
        }
    }

    Callbacks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Receiver> list(String workspace) {
        return jdbc.sql("""
                select id, url, events, created_at, former_until from callback where workspace_id = ?
                order by created_at, id""").param(workspace).query((row, number) -> new Receiver(
                        row.getObject("id", UUID.class), row.getString("url"), events(row.getString("events")),
                        Sql.instant(row, "created_at"), Sql.instant(row, "former_until"))).list();
    }

    public Optional<Receiver> get(String workspace, UUID id) {
        return list(workspace).stream().filter(one -> one.id().equals(id)).findAny();
    }

    /** Those that want to hear of this type of outcome. */
    public List<UUID> wanting(String workspace, String type) {
        return list(workspace).stream().filter(one -> one.events().isEmpty() || one.events().contains(type))
                .map(Receiver::id).toList();
    }

    /** @return its secret */
    @Transactional
    public Signing create(String workspace, UUID id, String url, List<String> events) {
        String secret = secret();
        jdbc.sql("insert into callback (id, workspace_id, url, events, secret, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, workspace, url, String.join(",", events),
                        secrets.seal(secret, SealedColumn.CALLBACK_OWN_SECRET.at(id)), Sql.time(clock.instant())).update();
        return new Signing(url, List.of(secret));
    }

    /** A new address gets a new secret at once: the former receiver must not be able to sign for it. */
    @Transactional
    public Signing change(String workspace, UUID id, String url, List<String> events) {
        Signing before = signing(id).orElseThrow();
        jdbc.sql("update callback set url = ?, events = ? where id = ? and workspace_id = ?")
                .params(url, String.join(",", events), id, workspace).update();
        if (!before.url().equals(url)) {
            write(id, secret(), null, null);
        }
        return signing(id).orElseThrow();
    }

    /** Replaces the secret; the former one signs beside it for {@link #OVERLAP}. */
    @Transactional
    public Signing rotate(UUID id) {
        String former = signing(id).orElseThrow().secrets().get(0);
        write(id, secret(), former, clock.instant().plus(OVERLAP));
        return signing(id).orElseThrow();
    }

    private void write(UUID id, String secret, String former, Instant until) {
        jdbc.sql("update callback set secret = :secret, former_secret = :former, former_until = :until where id = :id")
                .param("secret", secrets.seal(secret, SealedColumn.CALLBACK_OWN_SECRET.at(id)))
                .param("former", secrets.seal(former, SealedColumn.CALLBACK_FORMER_SECRET.at(id)), java.sql.Types.VARBINARY)
                .param("until", Sql.time(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE).param("id", id).update();
    }

    public void remove(String workspace, UUID id) {
        jdbc.sql("delete from callback where id = ? and workspace_id = ?").params(id, workspace).update();
    }

    /** Where and how this callback is told, if it is still there. */
    public Optional<Signing> signing(UUID id) {
        Instant now = clock.instant();
        return jdbc.sql("select url, secret, former_secret, former_until from callback where id = ?").param(id)
                .query((row, number) -> {
                    List<String> all = new ArrayList<>();
                    all.add(secrets.open(row.getBytes("secret"), SealedColumn.CALLBACK_OWN_SECRET.at(id)));
                    Instant until = Sql.instant(row, "former_until");
                    if (until != null && now.isBefore(until)) {
                        all.add(secrets.open(row.getBytes("former_secret"), SealedColumn.CALLBACK_FORMER_SECRET.at(id)));
                    }
                    return new Signing(row.getString("url"), List.copyOf(all));
                }).optional();
    }

    private String secret() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** A new row's id. */
    public static UUID newId() {
        return Ids.next();
    }

    private static List<String> events(String stored) {
        return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(","));
    }
}
