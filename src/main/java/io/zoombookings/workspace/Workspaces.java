package io.zoombookings.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import jakarta.annotation.PostConstruct;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The workspaces, what each of them has set, and where its outcomes go. Safe for several threads and nodes. */
@Component
public class Workspaces {

    /** The workspace that always exists. */
    public static final String DEFAULT = "default";

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int CALLBACK_KEY_BYTES = 32;
    private static final RowMapper<Workspace> ROW = (row, number) -> new Workspace(row.getString("id"),
            row.getString("name"), row.getObject("created_at", OffsetDateTime.class).toInstant());

    private static final int MOST_PARSED = 1000;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Map<String, WorkspaceSettings> parsed = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final ObjectMapper json;
    private final Clock clock;

    Workspaces(JdbcClient jdbc, Secrets secrets, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    @PostConstruct
    void createDefault() {
        create(DEFAULT, "Default");
    }

    public static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    /**
     * @param id one that {@link #isId} admits
     * @return false if there is one with this id already; then nothing is changed
     */
    public boolean create(String id, String name) {
        if (!isId(id)) {
            throw new IllegalArgumentException("A workspace id is 1 to 40 of a-z, 0-9 and -");
        }
        return jdbc.sql("""
                insert into workspace (id, name, settings, created_at) values (:id, :name, :settings, :now)
                on conflict do nothing""")
                .param("id", id).param("name", name)
                .param("settings", written(WorkspaceSettings.DEFAULTS)).param("now", now())
                .update() == 1;
    }

    /** A workspace that has been seen once is there for ever: none is ever deleted. */
    public boolean exists(String id) {
        if (id != null && known.contains(id)) {
            return true;
        }
        boolean exists = isId(id) && jdbc.sql("select 1 from workspace where id = :id").param("id", id)
                .query(Integer.class).optional().isPresent();
        // Not what a transaction has made that may be rolled back.
        if (exists && !TransactionSynchronizationManager.isActualTransactionActive()) {
            known.add(id);
        }
        return exists;
    }

    public Optional<Workspace> get(String id) {
        return jdbc.sql("select id, name, created_at from workspace where id = :id").param("id", id)
                .query(ROW).optional();
    }

    /** The workspaces that this administrator may enter, by name. */
    public List<Workspace> list(Administrator administrator) {
        return jdbc.sql("select id, name, created_at from workspace order by name, id").query(ROW).list().stream()
                .filter(workspace -> administrator.mayEnter(workspace.id())).toList();
    }

    /** @throws IllegalArgumentException if there is no such workspace */
    public WorkspaceSettings settings(String id) {
        return jdbc.sql("select settings, passcode from workspace where id = :id").param("id", id)
                .query((row, number) -> settings(id, row.getString(1), row.getBytes(2)))
                .optional().orElseThrow(() -> unknown(id));
    }

    /**
     * Settings as another statement has read them: the columns {@code settings} and {@code passcode} of the workspace. What
     * is read each time is never stale, and it is taken apart once.
     */
    public WorkspaceSettings settings(String id, String settings, byte[] passcode) {
        WorkspaceSettings parsed = parsed(settings);
        return passcode == null ? parsed
                : parsed.withPasscode(secrets.open(passcode, SealedColumn.WORKSPACE_PASSCODE.at(id)));
    }

    private WorkspaceSettings parsed(String settings) {
        WorkspaceSettings before = parsed.get(settings);
        if (before != null) {
            return before;
        }
        if (parsed.size() >= MOST_PARSED) {
            parsed.clear();
        }
        WorkspaceSettings now = read(settings);
        parsed.put(settings, now);
        return now;
    }

    /** @throws IllegalArgumentException if there is no such workspace */
    public void saveSettings(String id, WorkspaceSettings settings) {
        int rows = jdbc.sql("update workspace set settings = :settings, passcode = :passcode where id = :id")
                .param("settings", written(settings))
                .param("passcode", secrets.seal(settings.passcode(), SealedColumn.WORKSPACE_PASSCODE.at(id)),
                        Types.VARBINARY)
                .param("id", id).update();
        if (rows == 0) {
            throw unknown(id);
        }
    }

    /** Where the outcomes of this workspace go, if anywhere. */
    public Optional<Callback> callback(String id) {
        return jdbc.sql("""
                select callback_url, callback_secret from workspace where id = :id and callback_url is not null""")
                .param("id", id)
                .query((row, number) -> new Callback(row.getString(1), secrets.open(row.getBytes(2), SealedColumn.CALLBACK_SECRET.at(id))))
                .optional();
    }

    /**
     * Sets the address. The secret stays while the address is the same; a new receiver gets a new one, since the old one
     * must not be able to sign for it.
     *
     * @param url one that {@link CallbackUrls#problem} has nothing against
     */
    @Transactional
    public Callback setCallback(String id, String url) {
        jdbc.sql("select 1 from workspace where id = :id for update").param("id", id).query(Integer.class).optional();
        Optional<Callback> now = callback(id).filter(callback -> callback.url().equals(url));
        return now.orElseGet(() -> writeCallback(id, url));
    }

    /** Replaces the signing secret; what was signed with the old one no longer verifies. */
    @Transactional
    public Optional<Callback> renewCallbackSecret(String id) {
        return callback(id).map(callback -> writeCallback(id, callback.url()));
    }

    public void removeCallback(String id) {
        jdbc.sql("update workspace set callback_url = null, callback_secret = null where id = :id")
                .param("id", id).update();
    }

    private Callback writeCallback(String id, String url) {
        byte[] key = new byte[CALLBACK_KEY_BYTES];
        random.nextBytes(key);
        Callback callback = new Callback(url, "whsec_" + Base64.getEncoder().encodeToString(key));
        int rows = jdbc.sql("update workspace set callback_url = :url, callback_secret = :secret where id = :id")
                .param("url", url).param("secret", secrets.seal(callback.secret(), SealedColumn.CALLBACK_SECRET.at(id))).param("id", id)
                .update();
        if (rows == 0) {
            throw unknown(id);
        }
        return callback;
    }

    private WorkspaceSettings read(String settings) {
        try {
            return json.readValue(settings, WorkspaceSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings of a workspace cannot be read", e);
        }
    }

    /** Without the passcode, which has a sealed column of its own. */
    private String written(WorkspaceSettings settings) {
        try {
            return json.writeValueAsString(settings.withPasscode(null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("There is no workspace " + id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
