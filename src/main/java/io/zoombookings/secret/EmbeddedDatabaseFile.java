package io.zoombookings.secret;

import io.zoombookings.WrongConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import org.h2.api.ErrorCode;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The file of the embedded database, which H2 encrypts (AES-XTS). Its password is 256 random bits that stand, sealed with
 * the key set, in a file beside it: a new primary key seals that password anew, the database itself stays. A file that an
 * earlier version left unencrypted is copied, compared and put in its place at the start; a crash at any moment leaves the
 * one or the other, whole.
 */
final class EmbeddedDatabaseFile {

    static final String DATABASE = "zoom-bookings.mv.db";
    static final String KEY = "zoom-bookings.key";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabaseFile.class);
    private static final String PLACE = "file:" + KEY;
    private static final String COPY = DATABASE + ".encrypting";
    /** How H2's unencrypted files begin. */
    private static final byte[] PLAIN = "H:2,".getBytes(StandardCharsets.US_ASCII);
    private static final String MODE = "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;TRACE_LEVEL_FILE=0";
    private static final int PASSWORD_BYTES = 32;
    /** Tink's prefix: one byte of version, four of the key's id. */
    private static final int PREFIX = 5;
    private static final int PIECE = 1 << 20;

    private final Path directory;
    private final KeysetLocation location;

    EmbeddedDatabaseFile(Path directory, KeysetLocation location) {
        this.directory = directory;
        this.location = location;
    }

    /**
     * The password H2 opens the file with; the file is encrypted with it when this returns, or not there yet.
     *
     * @throws WrongConfigurationException if the key is gone, or another process uses the database; nothing is changed then
     */
    String password() {
        try {
            OwnerOnly.directory(directory);
            Files.deleteIfExists(directory.resolve(COPY));
            Keyset keyset = location.keyset(() -> Files.exists(directory.resolve(KEY)) || exists());
            boolean plain = isPlain();
            if (plain) {
                checkKeysOfPlain(new TinkSecrets(keyset));
            }
            String password = Files.exists(directory.resolve(KEY)) ? open(keyset) : create(keyset);
            if (plain) {
                encrypt(password);
            }
            OwnerOnly.file(directory.resolve(DATABASE));
            return password;
        } catch (IOException e) {
            throw new WrongConfigurationException("The embedded database in " + directory + " cannot be prepared ("
                    + e.getMessage() + "): DATA_DIR must be a directory that this process may write.", e);
        }
    }

    private String create(Keyset keyset) throws IOException {
        if (exists() && !isPlain()) {
            throw new WrongConfigurationException("The file " + directory.resolve(KEY) + " is gone, without which the embedded"
                    + " database beside it cannot be read: put it back from your copy of DATA_DIR; nothing was changed.");
        }
        byte[] bits = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bits);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        write(password, keyset);
        return password;
    }

    private void write(String password, Keyset keyset) throws IOException {
        OwnerOnly.write(directory.resolve(KEY),
                Base64.getEncoder().encodeToString(new TinkSecrets(keyset).seal(password, PLACE)) + "\n");
    }

    private String open(Keyset keyset) throws IOException {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(Files.readString(directory.resolve(KEY)).strip());
            String password = new TinkSecrets(keyset).open(sealed, PLACE);
            if (!Arrays.equals(keyset.primaryPrefix(), Arrays.copyOf(sealed, PREFIX))) {
                write(password, keyset);
                LOG.info("The password of the embedded database was sealed anew with the primary key {}", keyset.primaryId());
            }
            return password;
        } catch (IllegalArgumentException e) {
            throw new WrongConfigurationException("The file " + directory.resolve(KEY) + " is damaged, without which the"
                    + " embedded database beside it cannot be read: put it back from your copy of DATA_DIR; nothing was"
                    + " changed.", e);
        } catch (SecretUnreadableException e) {
            sealed = Base64.getDecoder().decode(Files.readString(directory.resolve(KEY)).strip());
            throw new WrongConfigurationException("ENCRYPTION_KEYSET (or the key set in DATA_DIR) lacks the key "
                    + Integer.toUnsignedLong(ByteBuffer.wrap(sealed).getInt(1)) + ", with which the password of the embedded"
                    + " database is sealed: put that key back; nothing was changed or deleted.", e);
        }
    }

    /** A file without content was to become a database, and never did. */
    private boolean exists() {
        return directory.resolve(DATABASE).toFile().length() > 0;
    }

    private boolean isPlain() throws IOException {
        if (!exists()) {
            return false;
        }
        try (var in = Files.newInputStream(directory.resolve(DATABASE))) {
            return Arrays.equals(in.readNBytes(PLAIN.length), PLAIN);
        }
    }

    /** Before anything is sealed with a key set that is not the one of this database. */
    private void checkKeysOfPlain(Secrets secrets) throws IOException {
        String url = "jdbc:h2:file:" + directory.toAbsolutePath().resolve("zoom-bookings") + ";IFEXISTS=TRUE;" + MODE;
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                ResultSet tables = connection.getMetaData().getTables(null, null, "encryption_key", null)) {
            if (tables.next()) {
                new EncryptionKeys(JdbcClient.create(new SingleConnectionDataSource(connection, true))).checkAll(secrets);
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw inUse(e);
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    private void encrypt(String password) throws IOException {
        Path plain = directory.resolve(DATABASE);
        Path copy = directory.resolve(COPY);
        try (FileChannel source = FileChannel.open(plain, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = source.tryLock()) {
            if (lock == null) {
                throw inUse(null);
            }
            LOG.info("The embedded database {} is encrypted: it comes from an earlier version", plain);
            OwnerOnly.file(copy);
            copy(source, copy, password);
            compare(source, copy, password);
            OwnerOnly.replace(copy, plain);
        } catch (OverlappingFileLockException e) {
            throw inUse(e);
        }
        LOG.info("The embedded database is encrypted. Copies made of it before still hold everything in the clear");
    }

    private WrongConfigurationException inUse(Exception cause) {
        return new WrongConfigurationException("The embedded database in " + directory + " is in use by another process:"
                + " end that one first, or give this one a DATA_DIR of its own.", cause);
    }

    private static void copy(FileChannel source, Path copy, String password) throws IOException {
        try (FileChannel target = encrypted(copy, password)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (long at = 0; read(source, piece, at); at += piece.limit()) {
                while (piece.hasRemaining()) {
                    target.write(piece, at + piece.position());
                }
            }
            target.force(true);
        }
    }

    private static void compare(FileChannel source, Path copy, String password) throws IOException {
        try (FileChannel made = encrypted(copy, password)) {
            ByteBuffer one = ByteBuffer.allocate(PIECE);
            ByteBuffer other = ByteBuffer.allocate(PIECE);
            boolean more = made.size() == source.size();
            boolean same = more;
            for (long at = 0; more && same; at += one.limit()) {
                more = read(source, one, at);
                same = read(made, other, at) == more && one.equals(other);
            }
            if (!same) {
                throw new IOException("the encrypted copy is not the same as the database");
            }
        }
    }

    /** A whole piece, or what is left; false at the end. */
    private static boolean read(FileChannel from, ByteBuffer piece, long position) throws IOException {
        piece.clear();
        // H2 reads an encrypted file whole blocks at a time, and never beyond its end.
        piece.limit((int) Math.max(0, Math.min(PIECE, from.size() - position)));
        int read = 0;
        while (piece.hasRemaining() && read >= 0) {
            read = from.read(piece, position + piece.position());
        }
        piece.flip();
        return piece.hasRemaining();
    }

    /** H2 takes the password's characters as bytes of UTF-16. */
    private static FileChannel encrypted(Path file, String password) throws IOException {
        return new FileEncrypt(file.toString(), password.getBytes(StandardCharsets.UTF_16BE),
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }
}
