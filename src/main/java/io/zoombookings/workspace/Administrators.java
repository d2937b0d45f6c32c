package io.zoombookings.workspace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in; of their passwords only bcrypt hashes are stored. Safe for several threads and nodes. */
@Component
public class Administrators {

    public static final int MIN_PASSWORD_LENGTH = 12;
    /** What bcrypt takes into account. */
    public static final int MAX_PASSWORD_BYTES = 72;

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");
    private static final String SELECT = "select username, email, all_workspaces from administrator";

    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    private final String nobodysHash = encoder.encode("nobody has this password");
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Row(String username, String email, boolean allWorkspaces) {
    }

    Administrators(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static boolean isUsername(String username) {
        return username != null && USERNAME.matcher(username).matches();
    }

    /** What is wrong with a password that a person chooses, or nothing. */
    public static Optional<String> passwordProblem(String password) {
        if (password.codePointCount(0, password.length()) < MIN_PASSWORD_LENGTH) {
            return Optional.of("must be at least " + MIN_PASSWORD_LENGTH + " characters long");
        }
        if (CommonPasswords.contains(password)) {
            return Optional.of("is one of those that everybody tries first");
        }
        return fits(password) ? Optional.empty()
                : Optional.of("must be at most " + MAX_PASSWORD_BYTES + " bytes long in UTF-8");
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MAX_PASSWORD_BYTES;
    }

    public Optional<Administrator> find(String username) {
        return jdbc.sql(SELECT + " where username = :username").param("username", username).query(Row.class).optional()
                .map(this::withWorkspaces);
    }

    public List<Administrator> list() {
        return jdbc.sql(SELECT + " order by username").query(Row.class).list().stream()
                .map(this::withWorkspaces).toList();
    }

    /** Addresses of all who look after this workspace. */
    public List<String> emails(String workspace) {
        return list().stream().filter(administrator -> administrator.mayEnter(workspace)).map(Administrator::email)
                .filter(email -> !email.isBlank()).map(email -> email.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    /** The stored hash, or one that fits no password, so that an unknown name costs as much time as a known one. */
    public String passwordHash(String username) {
        return jdbc.sql("select password_hash from administrator where username = :username and subject is null")
                .param("username", username).query(String.class).optional().orElse(nobodysHash);
    }

    /** Slow on purpose: some tens of milliseconds of CPU. */
    public boolean matches(String password, String hash) {
        return fits(password) && encoder.matches(password, hash) && !hash.equals(nobodysHash);
    }

    /** @return false if there is one of this name already; then nothing is changed */
    @Transactional
    public boolean create(Administrator administrator, String password) {
        int rows = jdbc.sql("""
                insert into administrator (username, password_hash, email, all_workspaces, created_at)
                values (:username, :hash, :email, :all, :now) on conflict do nothing""")
                .param("username", administrator.username()).param("hash", encoder.encode(password))
                .param("email", administrator.email()).param("all", administrator.allWorkspaces())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 0) {
            return false;
        }
        admit(administrator);
        return true;
    }

    /**
     * Changes the email and what this administrator may enter; it holds from the next request on.
     *
     * @return false if there is none of this name, or it is the last who may enter every workspace and no longer would
     */
    @Transactional
    public boolean change(Administrator administrator) {
        if (!administrator.allWorkspaces() && isLastOfAll(administrator.username())) {
            return false;
        }
        int rows = jdbc.sql("update administrator set email = :email, all_workspaces = :all where username = :username")
                .param("email", administrator.email()).param("all", administrator.allWorkspaces())
                .param("username", administrator.username()).update();
        jdbc.sql("delete from administrator_workspace where username = :username")
                .param("username", administrator.username()).update();
        if (rows == 1) {
            admit(administrator);
        }
        return rows == 1;
    }

    private void admit(Administrator administrator) {
        for (String workspace : administrator.workspaces()) {
            jdbc.sql("insert into administrator_workspace (username, workspace_id) values (:username, :workspace)")
                    .param("username", administrator.username()).param("workspace", workspace).update();
        }
    }

    public void setPassword(String username, String password) {
        jdbc.sql("update administrator set password_hash = :hash where username = :username and subject is null")
                .param("hash", encoder.encode(password)).param("username", username).update();
    }

    /** Whether this person signs in with a password, and not by an OpenID Connect issuer. */
    public boolean hasPassword(String username) {
        return !passwordHash(username).equals(nobodysHash);
    }

    /** The person whom an OpenID Connect issuer knows by this subject. */
    public Optional<Administrator> bySubject(String subject) {
        return jdbc.sql(SELECT + " where subject = :subject").param("subject", subject).query(Row.class).optional()
                .map(this::withWorkspaces);
    }

    /**
     * Lets in a person for whom an OpenID Connect issuer vouches: made with the first sign-in, and brought up to date with
     * each; the name stays that of the first.
     *
     * @param subject issuer and subject, which name this person for good
     * @param said    what the issuer says
     * @return nothing if the name belongs to somebody else here
     */
    @Transactional
    public Optional<Administrator> admit(String subject, Administrator said) {
        Administrator person = bySubject(subject).map(known -> new Administrator(known.username(), said.email(),
                said.allWorkspaces(), said.workspaces())).orElse(said);
        jdbc.sql("""
                insert into administrator (username, password_hash, email, all_workspaces, created_at, subject)
                values (:username, :hash, :email, :all, :now, :subject) on conflict do nothing""")
                .param("username", person.username()).param("email", person.email())
                .param("hash", encoder.encode(UUID.randomUUID().toString()))
                .param("all", person.allWorkspaces()).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("subject", subject).update();
        int own = jdbc.sql("""
                update administrator set email = :email, all_workspaces = :all
                where username = :username and subject = :subject""")
                .param("email", person.email()).param("all", person.allWorkspaces())
                .param("username", person.username()).param("subject", subject).update();
        if (own == 0) {
            return Optional.empty();
        }
        jdbc.sql("delete from administrator_workspace where username = :username")
                .param("username", person.username()).update();
        admit(person);
        return Optional.of(person);
    }

    void setEmail(String username, String email) {
        jdbc.sql("update administrator set email = :email where username = :username")
                .param("email", email).param("username", username).update();
    }

    /** Whether the password given at start is another than the one given at the start before; remembers it. */
    @Transactional
    boolean isNewlyGiven(String username, String password) {
        Optional<String> before = jdbc.sql("""
                select given_hash from administrator where username = :username and given_hash is not null""")
                .param("username", username).query(String.class).optional();
        if (before.isPresent() && matches(password, before.get())) {
            return false;
        }
        jdbc.sql("update administrator set given_hash = :hash where username = :username")
                .param("hash", encoder.encode(password)).param("username", username).update();
        return true;
    }

    /** @return false if there was none, or it is the last who may enter every workspace */
    @Transactional
    public boolean delete(String username) {
        if (isLastOfAll(username)) {
            return false;
        }
        jdbc.sql("delete from administrator_workspace where username = :username").param("username", username).update();
        return jdbc.sql("delete from administrator where username = :username").param("username", username).update() == 1;
    }

    /** Locks all who may enter every workspace, so that two of them cannot go at the same time. */
    private boolean isLastOfAll(String username) {
        return jdbc.sql("select username from administrator where all_workspaces order by username for update")
                .query(String.class).list().equals(List.of(username));
    }

    private Administrator withWorkspaces(Row row) {
        Set<String> workspaces = new HashSet<>(jdbc.sql("""
                select workspace_id from administrator_workspace where username = :username""")
                .param("username", row.username()).query(String.class).list());
        return new Administrator(row.username(), row.email(), row.allWorkspaces(), workspaces);
    }
}
