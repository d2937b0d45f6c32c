package io.zoombookings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of the embedded database, {@code jdbc:h2:file:patient:…}, whose writes wait while the disk is full, and everything
 * that must become durable with them. Left to itself H2 closes the database at the first write that fails, tells those who
 * commit at that moment that all is well, though nothing of theirs is written (2.3.232, TransactionStore.endTransaction
 * after MVStore.panic), and often cannot open it again in the same process. They also read and write in small pieces: the
 * JDK keeps for each thread a buffer outside the heap as large as the largest one, and a commit may be of some megabytes.
 * Safe for several threads.
 */
public final class PatientFiles extends FilePathWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(PatientFiles.class);
    private static final String SCHEME = "patient";
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final long TOLD_EVERY = Duration.ofSeconds(30).toNanos();
    private static final int PIECE = 64 * 1024;
    private static final AtomicInteger WAITING = new AtomicInteger();

    /** Makes the scheme known to H2; once is enough. */
    public static void register() {
        FilePath.register(new PatientFiles());
    }

    /** Whether nothing can be made durable now, since a write waits for space. */
    public static boolean areWaiting() {
        return WAITING.get() > 0;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new PatientFile(getBase().open(mode), getBase().toString());
    }

    @FunctionalInterface
    private interface Transfer {
        int run() throws IOException;
    }

    /** H2 goes on with what is left of the buffer. */
    private static int piece(ByteBuffer buffer, Transfer transfer) throws IOException {
        int limit = buffer.limit();
        buffer.limit(Math.min(limit, buffer.position() + PIECE));
        try {
            return transfer.run();
        } finally {
            buffer.limit(limit);
        }
    }

    private static final class PatientFile extends FileBase {

        private final FileChannel file;
        private final String name;

        PatientFile(FileChannel file, String name) {
            this.file = file;
            this.name = name;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            return piece(source, () -> write(() -> file.write(source, position)));
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return piece(source, () -> write(() -> file.write(source)));
        }

        private int write(Transfer write) throws IOException {
            try {
                return write.run();
            } catch (ClosedChannelException closed) {
                throw closed;
            } catch (IOException failed) {
                return writeAgain(write, failed);
            }
        }

        private int writeAgain(Transfer write, IOException failed) throws IOException {
            WAITING.incrementAndGet();
            // An interrupt would close the file, and with it the database.
            boolean interrupted = Thread.interrupted();
            long told = System.nanoTime() - TOLD_EVERY;
            try {
                IOException reason = failed;
                while (true) {
                    if (System.nanoTime() - told >= TOLD_EVERY) {
                        told = System.nanoTime();
                        LOG.error("The embedded database cannot write {} ({}): is there space in DATA_DIR? Events are refused "
                                + "with 503 until it can; nothing that was accepted is lost", name, reason.getMessage());
                    }
                    LockSupport.parkNanos(AGAIN.toNanos());
                    interrupted |= Thread.interrupted();
                    try {
                        int written = write.run();
                        LOG.info("The embedded database can write {} again", name);
                        return written;
                    } catch (ClosedChannelException closed) {
                        throw closed;
                    } catch (IOException still) {
                        reason = still;
                    }
                }
            } finally {
                WAITING.decrementAndGet();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return piece(target, () -> file.read(target, position));
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return piece(target, () -> file.read(target));
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
