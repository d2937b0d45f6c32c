package io.zoombookings.secret;

import io.zoombookings.WrongConfigurationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which keys the database's sealed values need: one row for each key that has been the primary one, with a word sealed by
 * it. A lost key is noticed at start by its word, however few or many values it sealed.
 */
final class EncryptionKeys {

    private static final String WORD = "canary";

    private final JdbcClient jdbc;

    EncryptionKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyInUse() {
        return jdbc.sql("select count(*) from encryption_key").query(Long.class).single() > 0;
    }

    /** Whether values may be sealed with another key than this. */
    boolean otherThan(long primaryId) {
        return jdbc.sql("select count(*) from encryption_key where key_id <> :id").param("id", primaryId)
                .query(Long.class).single() > 0;
    }

    /**
     * Puts the primary key on record.
     *
     * @throws WrongConfigurationException if a key is missing that the database needs; nothing is changed then
     */
    void check(Secrets secrets, long primaryId) {
        checkAll(secrets);
        jdbc.sql("insert into encryption_key (key_id, canary) values (:id, :canary) on conflict do nothing")
                .param("id", primaryId).param("canary", secrets.seal(WORD, where(primaryId))).update();
    }

    /** @throws WrongConfigurationException if a key is missing that the database needs */
    void checkAll(Secrets secrets) {
        jdbc.sql("select key_id, canary from encryption_key order by key_id")
                .query((row, n) -> new Canary(row.getLong(1), row.getBytes(2))).list()
                .forEach(canary -> open(canary, secrets));
    }

    void forgetAllBut(long primaryId) {
        jdbc.sql("delete from encryption_key where key_id <> :id").param("id", primaryId).update();
    }

    private static void open(Canary canary, Secrets secrets) {
        try {
            secrets.open(canary.word(), where(canary.keyId()));
        } catch (SecretUnreadableException e) {
            throw new WrongConfigurationException("ENCRYPTION_KEYSET (or the key set in DATA_DIR) lacks the key "
                    + canary.keyId() + ", with which tokens and links in the database are sealed: put that key back;"
                    + " nothing was changed or deleted.", e);
        }
    }

    private static String where(long keyId) {
        return "encryption_key.canary:" + keyId;
    }

    private record Canary(long keyId, byte[] word) {
    }
}
