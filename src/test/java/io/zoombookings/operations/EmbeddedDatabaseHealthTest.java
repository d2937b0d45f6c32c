package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedDatabaseHealthTest {

    @TempDir
    private Path directory;

    @Test
    void whoHasLostItsEmbeddedDatabaseDoesNotLive() {
        SingleConnectionDataSource database = new SingleConnectionDataSource(
                "jdbc:h2:file:" + directory + "/test;WRITE_DELAY=0", "sa", "", true);
        JdbcClient jdbc = JdbcClient.create(database);
        EmbeddedDatabaseHealth health = new EmbeddedDatabaseHealth(jdbc);
        jdbc.sql("create table encryption_key (key_id bigint)").update();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        jdbc.sql("alter table encryption_key rename to other").update();
        assertThat(health.health().getStatus()).as("another failure").isEqualTo(Status.UP);

        jdbc.sql("alter table other rename to encryption_key").update();
        // An interrupt while it writes closes the file under it.
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> jdbc.sql("insert into encryption_key values (1)").update()).isInstanceOf(DataAccessException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
}
