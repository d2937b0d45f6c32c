package io.zoombookings.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded database of an application that does not run. */
public final class EmbeddedDatabaseAccess {

    private EmbeddedDatabaseAccess() {
    }

    /** One that no application has opened yet is, or becomes, unencrypted, as earlier versions left it. */
    public static Connection connect(Path directory, String keyset) throws SQLException {
        boolean encrypted = Files.exists(directory.resolve(EmbeddedDatabaseFile.KEY));
        String password = encrypted ? new EmbeddedDatabaseFile(directory, new KeysetLocation(keyset, directory, true))
                .password() + " " : "";
        return DriverManager.getConnection("jdbc:h2:file:" + directory + "/zoom-bookings;MODE=PostgreSQL;"
                + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + (encrypted ? ";CIPHER=AES" : ""), "sa", password);
    }
}
