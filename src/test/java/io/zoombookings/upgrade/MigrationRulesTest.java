package io.zoombookings.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/upgrades.md: what a migration may do while the version before it still runs. */
class MigrationRulesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/io/zoombookings/migration");
    /** With what RollingUpgradeTest shows that two versions bear each other. */
    private static final Path NEXT = Path.of("src", "test", "resources", "db", "next");
    private static final Pattern ALL_COLUMNS = Pattern.compile("select (\\w+\\.)?\\*|insert into \\w+\\s+(values|select)",
            Pattern.CASE_INSENSITIVE);

    static List<Path> migrationsAfterTheFirst() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(MIGRATIONS), Files.list(NEXT))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("V1__")).sorted().toList();
        }
    }

    private static Set<String> released() {
        return StoredDatabase.all().stream().map(StoredDatabase::version).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("migrationsAfterTheFirst")
    void theFormerVersionBearsIt(Path migration) throws IOException {
        assertThat(migration.getFileName().toString()).matches("V[0-9]+__[a-z0-9_]+\\.sql");
        assertThat(new Migration(released()).problems(Files.readString(migration))).isEmpty();
    }

    @Test
    void nobodyMigratesInJavaWhereNoRuleCanBeChecked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/zoombookings/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("__")))
                    .containsExactly("V2__scheduler_and_sessions.java");
        }
    }

    @Test
    void aReleaseKeepsItsDatabase() throws IOException {
        String version = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml"))).results()
                .findFirst().orElseThrow().group(1);
        assertThat(version.endsWith("-SNAPSHOT") || released().contains(version)).as(version).isTrue();
        assertThat(released()).isNotEmpty();
    }

    /** To PostgreSQL a prepared select of all columns is an error once another node has added one. */
    @Test
    void codeNamesTheColumnsThatItReadsAndWrites() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                ALL_COLUMNS.matcher(Files.readString(file)).results().forEach(all -> found.add(file + ": " + all.group()));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "create table a (id uuid primary key, b varchar not null);\ncreate unique index i on a (b);\ninsert into a values (1);",
        "alter table booking add column colour varchar;\nupdate booking set colour = 'red' where status = 'x';",
        "alter table booking add column colour varchar(10) default 'red' not null; -- of the page\n",
        "create index i on booking (status);",
        "-- unused since 0.1.0\nalter table booking drop column erased_at;",
    })
    void whatAddsIsAllowed(String sql) {
        assertThat(new Migration(Set.of("0.1.0")).problems(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "alter table booking drop column erased_at;",
        "create table a (b int); drop table booking;",
        "-- unused since 0.2.0\nalter table booking drop column erased_at;",
        "alter table booking rename column status to state;",
        "alter table booking rename to bookings;",
        "drop table outcome;",
        "drop index booking_updated;",
        "alter table booking add column colour varchar not null;",
        "alter table booking add column colour varchar unique;",
        "alter table booking add column a int, drop column status;",
        "alter table booking alter column status set not null;",
        "alter table booking add constraint c check (status <> '');",
        "alter table booking alter column status type varchar(5);",
        "create unique index i on booking (status);",
        "delete from booking;",
        "truncate table booking;",
        "update booking set status = 'X';",
        "insert into booking (id) values (1);",
    })
    void whatTakesAwayIsNot(String sql) {
        assertThat(new Migration(Set.of("0.1.0")).problems(sql)).hasSize(1);
    }
}
