package io.zoombookings.workspace;

import io.zoombookings.Ids;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys booking systems come in with: 256 random bits, of which only the SHA-256 is stored. A verified key is
 * remembered for {@link #REMEMBERED}, so that a revocation holds on every node after that time. Safe for several threads.
 */
@Component
public class ApiKeys {

    /** Sends events of bookings. */
    public static final String BOOK = "book";
    /** Reads bookings with their links. */
    public static final String READ = "read";
    public static final Set<String> SCOPES = Set.of(BOOK, READ);
    /** How long a key that was replaced goes on working beside the new one. */
    public static final Duration OVERLAP = Duration.ofHours(24);
    /** How every key of ours begins, so that a scanner recognises a leaked one. */
    public static final String PREFIX = "zbk_";
    /** The longest a revoked key goes on working on a node that has just seen it. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** The longest a new key is put off that comes from where bad ones come from. */
    static final Duration LISTED_FOR = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final String GIVEN = "BOOKING_API_KEY";
    private static final int KEY_BYTES = 32;
    private static final int MAX_REMEMBERED = 10_000;

    /**
     * Whose key it was.
     *
     * @param scopes what it may do
     */
    public record Holder(UUID key, String workspace, String name, Set<String> scopes) {
    }

    private record Verified(Holder holder, Instant until) {
    }

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "api-key-use");
        thread.setDaemon(true);
        return thread;
    });
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final String givenHash;
    private volatile Instant givenUsedAt;
    private Set<String> listed = Set.of();
    private Instant listedUntil = Instant.MIN;

    ApiKeys(JdbcClient jdbc, Audit audit, Clock clock, @Value("${booking.api-key:}") String givenKey) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.givenHash = givenKey.isEmpty() ? null : hash(givenKey);
        writer.scheduleWithFixedDelay(this::writeUse, 1, 1, TimeUnit.MINUTES);
    }

    /** Makes a key that may do everything and does not expire; what it returns is the only copy. */
    public NewApiKey create(String workspace, String name, String createdBy) {
        return create(workspace, name, SCOPES, null, createdBy);
    }

    /**
     * Makes a key; what it returns is the only copy.
     *
     * @param scopes    at least one of {@link #SCOPES}
     * @param expiresAt null if never
     */
    public NewApiKey create(String workspace, String name, Set<String> scopes, Instant expiresAt, String createdBy) {
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw new IllegalArgumentException("A key may do something, and nothing else than " + SCOPES);
        }
        byte[] bits = new byte[KEY_BYTES];
        random.nextBytes(bits);
        NewApiKey key = new NewApiKey(Ids.next(),
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        jdbc.sql("""
                insert into api_key (id, workspace_id, name, secret_hash, created_by, created_at, expires_at, scopes)
                values (:id, :workspace, :name, :hash, :by, :now, :expires, :scopes)""")
                .param("id", key.id()).param("workspace", workspace).param("name", name)
                .param("hash", hash(key.secret())).param("by", createdBy).param("now", utc(clock.instant()))
                .param("expires", expiresAt == null ? null : utc(expiresAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("scopes", String.join(" ", new TreeSet<>(scopes)))
                .update();
        return key;
    }

    /**
     * Makes a key that may do the same, as long; the former one works for {@link #OVERLAP} more, so that its program can be
     * given the new one without a gap.
     *
     * @return nothing if this workspace has no such working key
     */
    @Transactional
    public Optional<NewApiKey> replace(String workspace, UUID id, String createdBy) {
        Instant now = clock.instant();
        Optional<ApiKey> former = list(workspace).stream().filter(key -> id.equals(key.id()) && key.revokedAt() == null
                && (key.expiresAt() == null || key.expiresAt().isAfter(now))).findFirst();
        former.ifPresent(key -> jdbc.sql("""
                update api_key set expires_at = :end where id = :id and (expires_at is null or expires_at > :end)""")
                .param("end", utc(now.plus(OVERLAP))).param("id", id).update());
        return former.map(key -> create(workspace, key.name(), key.scopes(), key.expiresAt() == null ? null
                : now.plus(Duration.between(key.createdAt(), key.expiresAt())), createdBy));
    }

    /** The keys of a workspace, newest first, revoked ones too; BOOKING_API_KEY, which is of the first one, before them. */
    public List<ApiKey> list(String workspace) {
        List<ApiKey> keys = new ArrayList<>();
        if (givenHash != null && workspace.equals(Workspaces.DEFAULT)) {
            keys.add(new ApiKey(null, workspace, GIVEN, SCOPES, "the configuration", null, givenUsedAt, null, null));
        }
        keys.addAll(jdbc.sql("""
                select id, name, created_by, created_at, last_used_at, revoked_at, expires_at, scopes from api_key
                where workspace_id = :workspace order by created_at desc, id desc""")
                .param("workspace", workspace)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Instant stored = instant(row.getObject("last_used_at", OffsetDateTime.class));
                    return new ApiKey(id, workspace, row.getString("name"), Set.of(row.getString("scopes").split(" ")),
                            row.getString("created_by"), instant(row.getObject("created_at", OffsetDateTime.class)),
                            used.getOrDefault(id, stored), instant(row.getObject("expires_at", OffsetDateTime.class)),
                            instant(row.getObject("revoked_at", OffsetDateTime.class)));
                }).list());
        return keys;
    }

    /** @return the name of the revoked key, or nothing if this workspace has no such working key */
    public Optional<String> revoke(String workspace, UUID id) {
        int rows = jdbc.sql("""
                update api_key set revoked_at = :now
                where id = :id and workspace_id = :workspace and revoked_at is null""")
                .param("now", utc(clock.instant())).param("id", id).param("workspace", workspace).update();
        verified.values().removeIf(known -> id.equals(known.holder().key()));
        return rows == 0 ? Optional.empty()
                : jdbc.sql("select name from api_key where id = :id").param("id", id).query(String.class).optional();
    }

    /** Whose key this is; nothing for an unknown or revoked one. */
    public Optional<Holder> verify(String secret) {
        String hash = hash(secret);
        if (isGiven(hash)) {
            givenUsedAt = clock.instant();
            return Optional.of(new Holder(null, Workspaces.DEFAULT, GIVEN, SCOPES));
        }
        Instant now = clock.instant();
        Verified known = verified.get(hash);
        if (known == null || now.isAfter(known.until())) {
            known = look(hash, now);
        }
        if (known == null) {
            return Optional.empty();
        }
        used.put(known.holder().key(), now);
        return Optional.of(known.holder());
    }

    /**
     * Whether this key works, by the list of all that do, which is read once in {@link #LISTED_FOR} at most however often
     * this is asked: so that a good key gets in while a storm of bad ones is not looked up.
     */
    public boolean works(String secret) {
        String hash = hash(secret);
        if (verified.containsKey(hash) || isGiven(hash)) {
            return true;
        }
        synchronized (this) {
            Instant now = clock.instant();
            if (now.isAfter(listedUntil)) {
                listed = Set.copyOf(jdbc.sql("select secret_hash from api_key where revoked_at is null "
                        + "and (expires_at is null or expires_at > :now)").param("now", utc(now))
                        .query(String.class).list());
                listedUntil = now.plus(LISTED_FOR);
            }
            return listed.contains(hash);
        }
    }

    private boolean isGiven(String hash) {
        return givenHash != null && MessageDigest.isEqual(bytes(givenHash), bytes(hash));
    }

    private Verified look(String hash, Instant now) {
        Optional<Verified> found = jdbc.sql("""
                select id, workspace_id, name, scopes, expires_at from api_key
                where secret_hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)""")
                .param("hash", hash).param("now", utc(now))
                .query((row, number) -> {
                    Instant end = instant(row.getObject(5, OffsetDateTime.class));
                    Instant until = now.plus(REMEMBERED);
                    return new Verified(new Holder(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                            Set.of(row.getString(4).split(" "))), end == null || end.isAfter(until) ? until : end);
                }).optional();
        if (found.isEmpty()) {
            verified.remove(hash);
            return null;
        }
        if (verified.size() >= MAX_REMEMBERED) {
            verified.clear();
        }
        verified.put(hash, found.get());
        return found.get();
    }

    private void writeUse() {
        try {
            for (Map.Entry<UUID, Instant> use : Map.copyOf(used).entrySet()) {
                tellFirstOfDay(use.getKey(), use.getValue());
                jdbc.sql("update api_key set last_used_at = :at where id = :id")
                        .param("at", utc(use.getValue())).param("id", use.getKey()).update();
                used.remove(use.getKey(), use.getValue());
            }
        } catch (DataAccessException e) {
            LOG.warn("The last use of API keys is written later: {}", e.getMessage());
        }
    }

    /** The audit log has one entry for each UTC day on which a key was used. */
    private void tellFirstOfDay(UUID id, Instant used) {
        jdbc.sql("""
                select workspace_id, name from api_key
                where id = :id and (last_used_at is null or last_used_at < :day)""")
                .param("id", id).param("day", utc(used.truncatedTo(ChronoUnit.DAYS)))
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)}).optional()
                .ifPresent(key -> audit.record(key[0], "key " + key[1], "api-key.used", null, null));
    }

    @PreDestroy
    void stop() {
        writer.shutdownNow();
        writeUse();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
