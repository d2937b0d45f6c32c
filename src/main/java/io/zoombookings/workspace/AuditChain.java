package io.zoombookings.workspace;

import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the audit log show what was done to it: each entry gets a place, a digest of what it says, and a hash over that
 * and its predecessor's, keyed with a key that the key set seals. Who can write the tables but has no key set can change
 * nothing, insert nothing and take nothing away from the middle unseen; a tail that is cut off together with the chain's
 * end is seen by a copy of {@link #page} only. Entries are chained seconds after they are written, by one node at a
 * time, so that nobody waits for it. What an erasure took out of an entry stays out: its digest remains. Safe for several
 * threads and nodes.
 */
@Component("zoomBookings.auditChain")
public class AuditChain {

    private static final int BATCH = 500;
    private static final int MAX_FINDINGS = 20;
    private static final String START = "0".repeat(64);
    private static final String COLUMNS = "id, workspace_id, at, actor, action, subject, detail, address, position, digest, "
            + "chain, erased_at";

    /** An entry with its place; the last four are null until it has one. */
    public record Link(UUID id, String workspace, Instant at, String actor, String action, String subject, String detail,
            String address, Long position, String digest, String chain, Instant erasedAt) {

        private static Link of(ResultSet row, int number) throws SQLException {
            OffsetDateTime erased = row.getObject("erased_at", OffsetDateTime.class);
            return new Link(row.getObject("id", UUID.class), row.getString("workspace_id"),
                    row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"), row.getString("action"),
                    row.getString("subject"), row.getString("detail"), row.getString("address"),
                    row.getObject("position", Long.class), row.getString("digest"), row.getString("chain"),
                    erased == null ? null : erased.toInstant());
        }
    }

    /**
     * What a look at all entries has shown.
     *
     * @param entries  how many are chained
     * @param waiting  how many are not yet
     * @param erased   how many hold less than they did, since a person was erased
     * @param findings what is wrong, a sentence each, {@value #MAX_FINDINGS} at most
     */
    public record Report(long entries, long waiting, long erased, List<String> findings) {
    }

    private record Head(byte[] key, long position, String hash, long basePosition, String baseHash) {
    }

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;
    private final Duration retention;

    AuditChain(JdbcClient jdbc, Secrets secrets, Clock clock, @Value("${audit.retention:0d}") Duration retention) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.retention = retention;
    }

    /** @return how many entries got their place; {@value #BATCH} means that there may be more */
    @Transactional
    public int chain() {
        Optional<Head> head = head(" for update skip locked");
        if (head.isEmpty()) {
            begin();
            return 0;
        }
        long position = head.get().position();
        String hash = head.get().hash();
        List<Link> next = jdbc.sql("select " + COLUMNS + " from audit_entry where position is null order by at, id limit " + BATCH)
                .query(Link::of).list();
        for (Link entry : next) {
            position++;
            String digest = digest(entry, position, head.get().key());
            hash = hmac(hash + digest, head.get().key());
            jdbc.sql("update audit_entry set position = :position, digest = :digest, chain = :chain where id = :id")
                    .param("position", position).param("digest", digest).param("chain", hash).param("id", entry.id()).update();
        }
        if (!next.isEmpty()) {
            jdbc.sql("update audit_chain set position = :position, hash = :hash where id = 1")
                    .param("position", position).param("hash", hash).update();
        }
        return next.size();
    }

    /** Whether there may be more to chain. */
    @Transactional
    public boolean chainSome() {
        return chain() == BATCH;
    }

    private void begin() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        jdbc.sql("""
                insert into audit_chain (id, hmac_key, position, hash, base_position, base_hash)
                values (1, :key, 0, :start, 0, :start) on conflict do nothing""")
                .param("key", secrets.seal(Base64.getEncoder().encodeToString(key), SealedColumn.AUDIT_KEY.at(1)))
                .param("start", START).update();
    }

    private Optional<Head> head(String how) {
        return jdbc.sql("select hmac_key, position, hash, base_position, base_hash from audit_chain where id = 1" + how)
                .query((row, number) -> new Head(Base64.getDecoder().decode(secrets.open(row.getBytes(1),
                        SealedColumn.AUDIT_KEY.at(1))), row.getLong(2), row.getString(3), row.getLong(4), row.getString(5)))
                .optional();
    }

    /** Looks at every entry. */
    @Transactional(readOnly = true)
    public Report verify() {
        List<String> findings = new ArrayList<>();
        Optional<Head> found = head("");
        long waiting = jdbc.sql("select count(*) from audit_entry where position is null").query(Long.class).single();
        if (found.isEmpty()) {
            return new Report(0, waiting, 0, findings);
        }
        Head head = found.get();
        long position = head.basePosition();
        String hash = head.baseHash();
        long entries = 0;
        long erased = 0;
        for (List<Link> page = page(position); !page.isEmpty(); page = page(position)) {
            for (Link entry : page) {
                if (entry.position() > position + 1) {
                    add(findings, "Entries " + (position + 1) + " to " + (entry.position() - 1) + " are missing.");
                } else if (entry.position() == position) {
                    add(findings, "There are two entries " + position + ".");
                } else if (!hmac(hash + entry.digest(), head.key()).equals(entry.chain())) {
                    add(findings, "Entry " + entry.position() + " does not follow the one before it.");
                }
                if (entry.erasedAt() != null) {
                    erased++;
                } else if (!digest(entry, entry.position(), head.key()).equals(entry.digest())) {
                    add(findings, "Entry " + entry.position() + " of " + entry.at() + " does not say what it said.");
                }
                position = entry.position();
                hash = entry.chain();
                entries++;
            }
        }
        if (position != head.position() || !hash.equals(head.hash())) {
            add(findings, "The chain ends at entry " + position + ", and should at " + head.position() + ".");
        }
        return new Report(entries, waiting, erased, findings);
    }

    private static void add(List<String> findings, String finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        }
    }

    /** The chained entries after a place, in their order; some hundreds at a time. */
    public List<Link> page(long after) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry where position > :after order by position limit " + BATCH)
                .param("after", after).query(Link::of).list();
    }

    /** Deletes what is older than audit.retention, from the beginning of the chain on; 0 keeps everything. */
    @Transactional
    public int forget() {
        if (retention.isZero() || head(" for update").isEmpty()) {
            return 0;
        }
        Long last = jdbc.sql("""
                select max(position) from audit_entry where position < (select coalesce(min(position),
                  (select position + 1 from audit_chain where id = 1)) from audit_entry where position is not null and at >= :limit)""")
                .param("limit", clock.instant().minus(retention).atOffset(ZoneOffset.UTC)).query(Long.class).optional().orElse(null);
        if (last == null) {
            return 0;
        }
        jdbc.sql("""
                update audit_chain set base_position = :last,
                  base_hash = (select chain from audit_entry where position = :last) where id = 1""").param("last", last).update();
        return jdbc.sql("delete from audit_entry where position <= :last").param("last", last).update();
    }

    private static String digest(Link entry, long position, byte[] key) {
        StringBuilder text = new StringBuilder();
        for (Object field : new Object[] {position, entry.id(), entry.workspace(), entry.at(), entry.actor(), entry.action(),
            entry.subject(), entry.detail(), entry.address()}) {
            String word = field == null ? "" : field.toString();
            text.append(field == null ? "-" : word.length()).append(':').append(word);
        }
        return hmac(text.toString(), key);
    }

    private static String hmac(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
