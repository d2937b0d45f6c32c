package io.zoombookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Values as both databases keep them: instants in UTC, to the microsecond. */
public final class Sql {

    private Sql() {
    }

    /** The instant as a parameter of a statement; null stays null. */
    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** The instant in a column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The cause whose sentence is in a column, with its kind and arguments in those beside it; or null. */
    public static Cause cause(ResultSet row, String column) throws SQLException {
        return Cause.stored(row.getString(column), row.getString(column + "_kind"), row.getString(column + "_arguments"));
    }
}
