package io.zoombookings.migration;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The tables of Quartz and of Spring Session, from the scripts in their own jars. */
@SuppressWarnings("checkstyle:TypeName")
public class V2__scheduler_and_sessions extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
        String database = context.getConfiguration().getDatabaseType().getName().startsWith("H2") ? "h2" : "postgresql";
        String quartz = "h2".equals(database) ? "h2" : "postgres";
        run(context, "org/quartz/impl/jdbcjobstore/tables_" + quartz + ".sql");
        run(context, "org/springframework/session/jdbc/schema-" + database + ".sql");
    }

    private static void run(Context context, String script) {
        ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(script));
    }
}
