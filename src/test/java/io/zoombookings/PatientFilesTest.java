package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database on its files; what it does on a full disk shows DiskFullTest. */
class PatientFilesTest {

    @TempDir
    private Path directory;

    @BeforeAll
    static void register() {
        PatientFiles.register();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:patient:retry:" + directory + "/test;WRITE_DELAY=0", "sa", "");
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheDatabase() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("create table thing (id int)");
            Thread.currentThread().interrupt();
            statement.execute("insert into thing values (1)");
            Thread.interrupted();
            statement.execute("insert into thing values (2)");
        }
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from thing")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void aLargeCommitKeepsNoLargeBufferOutsideTheHeap() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("create table thing (id int, text varchar)");
            long before = outsideTheHeap();
            connection.setAutoCommit(false);
            statement.execute("insert into thing select x, repeat('x', 1000) || x from system_range(1, 10000)");
            connection.commit();
            assertThat(outsideTheHeap() - before).isLessThan(1 << 20);
        }
    }

    private static long outsideTheHeap() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> "direct".equals(pool.getName())).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }
}
