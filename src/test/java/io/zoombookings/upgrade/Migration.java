package io.zoombookings.upgrade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration as the version before it has to bear it: both run on the database during an upgrade, and the former may come
 * back. So it only adds, and nothing that a row written without knowing of it would miss.
 */
final class Migration {

    private static final Pattern CREATE_TABLE = Pattern.compile("create table (\\w+) .*");
    private static final Pattern CREATE_INDEX = Pattern.compile("create (unique )?index \\w+ on (\\w+) .*");
    private static final Pattern ADD_COLUMN = Pattern.compile("alter table (\\w+) add column (\\w+) (.*)");
    private static final Pattern INSERT = Pattern.compile("insert into (\\w+) .*");
    private static final Pattern UPDATE = Pattern.compile("update (\\w+) set (\\w+) = .*");
    private static final Pattern UNUSED = Pattern.compile("^-- unused since ([0-9.]+)", Pattern.MULTILINE);

    private final Set<String> released;
    private final Set<String> tables = new HashSet<>();
    private final Set<String> columns = new HashSet<>();

    /** @param released versions of which a database is kept */
    Migration(Set<String> released) {
        this.released = released;
    }

    /** What in this SQL breaks the version before. What is taken away says {@code -- unused since} a released version. */
    List<String> problems(String sql) {
        List<String> problems = new ArrayList<>();
        for (String part : sql.replaceAll("--(?! unused since )[^\\n]*", "").split(";")) {
            Matcher unused = UNUSED.matcher(part);
            String statement = part.replaceAll("--[^\\n]*", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
            if (statement.isEmpty() || unused.find() && released.contains(unused.group(1))) {
                continue;
            }
            String problem = problem(statement);
            if (problem != null) {
                problems.add(problem + ": " + statement);
            }
        }
        return problems;
    }

    private String problem(String statement) {
        Matcher table = CREATE_TABLE.matcher(statement);
        if (table.matches()) {
            tables.add(table.group(1));
            return null;
        }
        Matcher index = CREATE_INDEX.matcher(statement);
        if (index.matches()) {
            return index.group(1) == null || tables.contains(index.group(2)) ? null
                    : "the former version may write what a new unique index refuses";
        }
        Matcher column = ADD_COLUMN.matcher(statement);
        if (column.matches()) {
            columns.add(column.group(1) + "." + column.group(2));
            return problemOfColumn(column.group(3));
        }
        Matcher insert = INSERT.matcher(statement);
        Matcher update = UPDATE.matcher(statement);
        boolean own = insert.matches() && tables.contains(insert.group(1))
                || update.matches() && columns.contains(update.group(1) + "." + update.group(2));
        return own ? null : "the former version does not expect this";
    }

    private static String problemOfColumn(String definition) {
        if (definition.contains("not null") && !definition.contains("default")) {
            return "the former version writes rows without the new column";
        }
        return definition.matches(".*\\b(unique|check|primary key|add|alter|drop)\\b.*")
                ? "the former version may write what a new condition refuses" : null;
    }
}
