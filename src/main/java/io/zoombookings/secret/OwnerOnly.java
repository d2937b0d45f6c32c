package io.zoombookings.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and directories that nobody but their owner may read, where the file system knows owners. */
final class OwnerOnly {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {
    }

    /** Makes the directory, or takes it from the others that could read it so far. */
    static Path directory(Path directory) throws IOException {
        Path absolute = Files.createDirectories(directory.toAbsolutePath());
        restrict(absolute, DIRECTORY);
        return absolute;
    }

    /** Makes an empty file, or takes the one that is there from the others that could read it so far. */
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file.toAbsolutePath().getParent()));
        } catch (FileAlreadyExistsException there) {
            restrict(file, FILE);
        }
    }

    /** Written aside and moved into place, so that a crash leaves either what was there before or the whole of it. */
    static void write(Path file, String content) throws IOException {
        Path directory = directory(file.toAbsolutePath().getParent());
        Path aside = Files.createTempFile(directory, file.getFileName().toString(), ".tmp", attributes(directory));
        Files.writeString(aside, content, StandardCharsets.UTF_8);
        replace(aside, file);
    }

    /** Moves a file that is written into the place of another; durable when it returns. */
    static void replace(Path written, Path place) throws IOException {
        force(written, StandardOpenOption.WRITE);
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (isPosix(place)) {
            force(place.toAbsolutePath().getParent(), StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> wanted) throws IOException {
        if (!isPosix(path) || wanted.containsAll(Files.getPosixFilePermissions(path))) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, wanted);
        } catch (IOException e) {
            LOG.warn("{} can be read by others, and this process may not change that: {}", path, e.getMessage());
        }
    }

    private static FileAttribute<?>[] attributes(Path directory) throws IOException {
        return isPosix(directory) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
