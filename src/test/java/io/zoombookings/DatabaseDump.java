package io.zoombookings;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that a database holds, as text. */
public final class DatabaseDump {

    private DatabaseDump() {
    }

    /** Every value of every row of every table, a line each. */
    public static String of(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        StringBuilder all = new StringBuilder();
        for (String table : jdbc.queryForList("select table_name from information_schema.tables "
                + "where lower(table_schema) = 'public'", String.class)) {
            jdbc.query("select * from " + table, row -> {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    Object value = row.getObject(column);
                    all.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1)
                            : String.valueOf(value)).append('\n');
                }
            });
        }
        return all.toString();
    }
}
