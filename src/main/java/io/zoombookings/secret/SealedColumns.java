package io.zoombookings.secret;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is sealed in the database, as a whole: after a rotation, values of older keys are sealed again with the primary key
 * in the background.
 */
@Component("zoomBookings.sealedColumns")
public class SealedColumns {

    private static final Logger LOG = LoggerFactory.getLogger(SealedColumns.class);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Keyset keyset;
    private final EncryptionKeys keys;

    SealedColumns(JdbcClient jdbc, Secrets secrets, Keyset keyset, EncryptionKeys keys) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.keyset = keyset;
        this.keys = keys;
    }

    /** As {@link #reencrypt}, where another key has been the primary one before. */
    public int reencryptAfterRotation() {
        return keys.otherThan(keyset.primaryId()) ? reencrypt() : 0;
    }

    /**
     * Seals with the primary key whatever another key sealed, in small batches and without locking rows for longer than
     * their own update. Looks at every row. May run at any time, on several nodes, and be cut off anywhere.
     *
     * @return how many values were sealed anew
     */
    public int reencrypt() {
        Tally tally = Arrays.stream(SealedColumn.values()).map(this::reencrypt).reduce(new Tally(0, 0), Tally::plus);
        if (tally.unreadable() > 0) {
            LOG.warn("{} sealed values could not be opened and were left as they are", tally.unreadable());
        } else {
            keys.forgetAllBut(keyset.primaryId());
        }
        if (tally.resealed() > 0) {
            LOG.info("{} values were sealed anew with the primary key {}", tally.resealed(), keyset.primaryId());
        }
        return tally.resealed();
    }

    private Tally reencrypt(SealedColumn column) {
        Tally tally = new Tally(0, 0);
        List<Sealed> rows = page(column, null);
        while (!rows.isEmpty()) {
            for (Sealed row : rows) {
                tally = tally.plus(reseal(column, row));
            }
            rows = page(column, rows.get(rows.size() - 1).key());
        }
        return tally;
    }

    private List<Sealed> page(SealedColumn column, Object after) {
        String sql = "select " + column.key() + ", " + column.column() + " from " + column.table()
                + " where substring(" + column.column() + " from 1 for " + keyset.primaryPrefix().length + ") <> :prefix"
                + (after == null ? "" : " and " + column.key() + " > :after")
                + " order by " + column.key() + " limit " + BATCH;
        JdbcClient.StatementSpec query = jdbc.sql(sql).param("prefix", keyset.primaryPrefix());
        if (after != null) {
            query = query.param("after", after);
        }
        return query.query((row, n) -> new Sealed(row.getObject(1), row.getBytes(2))).list();
    }

    private Tally reseal(SealedColumn column, Sealed row) {
        String where = column.at(row.key());
        byte[] anew;
        try {
            anew = secrets.seal(secrets.open(row.value(), where), where);
        } catch (SecretUnreadableException e) {
            return new Tally(0, 1);
        }
        // Only if nobody wrote a newer value meanwhile.
        int updated = jdbc.sql("update " + column.table() + " set " + column.column() + " = :anew where "
                        + column.key() + " = :key and " + column.column() + " = :old")
                .param("anew", anew).param("key", row.key()).param("old", row.value()).update();
        return new Tally(updated, 0);
    }

    private record Sealed(Object key, byte[] value) {
    }

    private record Tally(int resealed, int unreadable) {

        Tally plus(Tally other) {
            return new Tally(resealed + other.resealed, unreadable + other.unreadable);
        }
    }
}
