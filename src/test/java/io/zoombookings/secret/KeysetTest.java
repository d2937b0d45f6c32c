package io.zoombookings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.WrongConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    private static final String WHERE = "occurrence.join_url:1";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void opensWhatItSealedOnlyAtItsPlace() {
        Secrets secrets = new TinkSecrets(Keyset.generate());

        byte[] sealed = secrets.seal("https://zoom.example/j/1?pwd=ä", WHERE);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("zoom.example");
        assertThat(secrets.open(sealed, WHERE)).isEqualTo("https://zoom.example/j/1?pwd=ä");
        assertThatThrownBy(() -> secrets.open(sealed, "occurrence.join_url:2"))
                .isInstanceOf(SecretUnreadableException.class).hasMessageContaining("occurrence.join_url:2");
        assertThatThrownBy(() -> new TinkSecrets(Keyset.generate()).open(sealed, WHERE))
                .isInstanceOf(SecretUnreadableException.class);
        assertThat(secrets.seal(null, WHERE)).isNull();
        assertThat(secrets.open(null, WHERE)).isNull();
    }

    @Test
    void isCreatedOnceInTheDataDirectoryForItsOwnerOnly() throws Exception {
        KeysetLocation location = new KeysetLocation("", directory.resolve("data"), true);

        Keyset created = location.keyset(() -> false);

        Path file = directory.resolve("data/keyset.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assertThat(location.keyset(() -> true).primaryId()).isEqualTo(created.primaryId());
    }

    @Test
    void isNotReplacedWhenTheFileIsGoneButSealedValuesAreThere() {
        KeysetLocation location = new KeysetLocation("", directory, true);

        assertThatThrownBy(() -> location.keyset(() -> true))
                .isInstanceOf(WrongConfigurationException.class).hasMessageContaining("keyset.json is gone");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isRequiredWithAnExternalDatabase() {
        assertThatThrownBy(() -> new KeysetLocation("", directory, false).keyset(() -> false))
                .isInstanceOf(WrongConfigurationException.class).hasMessageContaining("ENCRYPTION_KEYSET is required");
    }

    @Test
    void isReadFromAFile() throws Exception {
        Keyset keyset = Keyset.generate();
        Path file = Files.writeString(directory.resolve("k.json"), keyset.toJson() + "\n");

        for (String configured : new String[] {"file:" + file, "file://" + file}) {
            assertThat(new KeysetLocation(configured, directory, false).keyset(() -> false).primaryId())
                    .isEqualTo(keyset.primaryId());
        }
        assertThatThrownBy(() -> new KeysetLocation("file:/no/such/file", directory, false).keyset(() -> false))
                .isInstanceOf(WrongConfigurationException.class).hasMessageContaining("/no/such/file cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{}", "[]", "{\"primaryKeyId\":1,\"key\":[]}", "{\"primaryKeyId\":"})
    void isRefusedInOneSentenceWhenMalformed(String json) {
        assertThatThrownBy(() -> new KeysetLocation(json, directory, true).keyset(() -> false))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageStartingWith("ENCRYPTION_KEYSET is not a Tink key set");
    }

    @Test
    void commandPrintsAKeySetAndRotatesIt() throws Exception {
        assertThat(command("keyset")).isZero();
        String first = out.toString(StandardCharsets.UTF_8).strip();
        Path file = Files.writeString(directory.resolve("first.json"), first);
        byte[] sealed = new TinkSecrets(Keyset.parse(first)).seal("secret", WHERE);

        out.reset();
        assertThat(command("keyset", "--rotate", file.toString())).isZero();
        Keyset rotated = Keyset.parse(out.toString(StandardCharsets.UTF_8).strip());

        assertThat(first).doesNotContain("\n");
        assertThat(rotated.primaryId()).isNotEqualTo(Keyset.parse(first).primaryId());
        assertThat(new TinkSecrets(rotated).open(sealed, WHERE)).isEqualTo("secret");
        assertThat(file).hasContent(first);
        assertThat(err.size()).isZero();
    }

    @Test
    void commandSaysHowItIsUsed() {
        assertThat(command("keyset", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("usage: keyset");
        assertThat(command("keyset", "rotate")).isEqualTo(2);
        assertThat(command("keyset", "--rotate")).isEqualTo(2);
        assertThat(command("keyset", "--rotate", "a", "b")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3).allMatch(l -> l.startsWith("Wrong usage"));
    }

    @Test
    void commandRefusesAFileWithoutKeySet() throws Exception {
        Path file = Files.writeString(directory.resolve("empty.json"), "");

        assertThat(command("keyset", "--rotate", file.toString())).isEqualTo(1);
        assertThat(command("keyset", "--rotate", directory.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        assertThat(out.size()).isZero();
    }

    private int command(String... args) {
        assertThat(KeysetCommand.isAsked(args)).isTrue();
        return KeysetCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), args);
    }
}
