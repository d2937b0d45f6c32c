package io.zoombookings.simulation;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a transaction that is undone has planned of mails stays, as if that had been committed before the rest. */
final class MailsWithoutCommit {

    private MailsWithoutCommit() {
    }

    static Runnable keep(Database database) {
        JdbcTemplate jdbc = database.jdbc();
        List<Map<String, Object>> mails = jdbc.queryForList("select * from notification");
        List<Map<String, Object>> about = jdbc.queryForList("select * from notification_occurrence");
        return () -> {
            mails.forEach(row -> insert(jdbc, "notification", row));
            about.forEach(row -> insert(jdbc, "notification_occurrence", row));
        };
    }

    private static void insert(JdbcTemplate jdbc, String table, Map<String, Object> row) {
        jdbc.update("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (?" + ", ?".repeat(row.size() - 1)
                + ") on conflict do nothing", row.values().toArray());
    }
}
