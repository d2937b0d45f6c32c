package io.zoombookings.simulation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The real schema in memory, with one connection: each step of a history is a whole transaction, so none ever waits for
 * another. A commit can fail, before or after it has counted.
 */
final class Database implements AutoCloseable {

    private static int number;

    /** What becomes of a commit. */
    enum Commit { GOOD, UNDONE, UNCONFIRMED }

    private final SingleConnectionDataSource source;
    private final JdbcTemplate jdbc;
    private final List<String> tables;
    private final Transactions transactions;
    private Commit next = Commit.GOOD;
    private Runnable beforeUndo = () -> { };

    private final class Transactions extends DataSourceTransactionManager {

        private static final long serialVersionUID = 1L;

        Transactions() {
            super(source);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            Commit now = next;
            next = Commit.GOOD;
            if (now == Commit.UNDONE) {
                beforeUndo.run();
                doRollback(status);
                throw new DataAccessResourceFailureException("The database went away before the commit");
            }
            super.doCommit(status);
            if (now == Commit.UNCONFIRMED) {
                throw new DataAccessResourceFailureException("The database went away after the commit");
            }
        }
    }

    Database() {
        synchronized (Database.class) {
            number++;
        }
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:simulation" + number
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=512;ANALYZE_AUTO=0",
                    "sa", "");
            source = new SingleConnectionDataSource(connection, true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure().dataSource(source).locations("classpath:io/zoombookings/migration").load().migrate();
        jdbc = new JdbcTemplate(source);
        transactions = new Transactions();
        tables = jdbc.queryForList("""
                select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
                  and table_name in (select table_name from information_schema.columns where table_schema = 'public'
                    and column_name in ('workspace_id', 'notification', 'zoom_user_id', 'digest'))""", String.class);
    }

    /** Empties what a history has written. */
    void reset() {
        next = Commit.GOOD;
        beforeUndo = () -> { };
        jdbc.execute("set referential_integrity false");
        tables.forEach(table -> jdbc.execute("truncate table " + table));
        jdbc.execute("truncate table workspace");
        jdbc.execute("set referential_integrity true");
        // From here on what the session calls random is the same each time.
        jdbc.queryForObject("select random(1)", Double.class);
    }

    /** The next commit goes so. */
    void next(Commit commit) {
        next = commit;
    }

    /** Runs in a transaction that is about to be undone by a failing commit, while it still sees what it has written. */
    void beforeUndo(Runnable action) {
        beforeUndo = action;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    SingleConnectionDataSource source() {
        return source;
    }

    DataSourceTransactionManager transactions() {
        return transactions;
    }

    @Override
    public void close() {
        source.destroy();
    }
}
