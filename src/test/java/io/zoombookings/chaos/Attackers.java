package io.zoombookings.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Sockets that mean harm to one port of this machine, from as many loopback addresses as they like: those that say nothing,
 * that never end a header or a body, and that send bodies as fast as they can. Whichever is closed is opened again. Runs as
 * a process of its own at the lowest priority, as attackers have machines of their own.
 */
final class Attackers implements AutoCloseable {

    private static final int LARGE = 960 * 1024;
    private static final Duration TRICKLE = Duration.ofMillis(500);
    private static final ByteBuffer CHUNK = ByteBuffer.allocateDirect(64 * 1024);

    /** What a socket says first, how many bytes follow at once, and whether it goes on as fast as it can, or drop by drop. */
    private enum Kind {
        SILENT("", 0, false),
        HEADER("POST /integrations/zoom/events HTTP/1.1\r\nHost: a\r\nX-Padding: ", 4000, false),
        ZOOM_CHUNKS("POST /integrations/zoom/events HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n", LARGE, false),
        ENCODED("POST /%69ntegrations/zoom/events HTTP/1.1\r\nHost: a\r\nContent-Length: 400000000\r\n\r\n", 0, true),
        WEBHOOK("POST /api/workspaces/default/webhooks/calcom HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n", 800_000, false),
        FLOOD("POST /api/workspaces/default/webhooks/square HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
                0, true),
        UNSIGNED("POST /api/workspaces/default/booking-events HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n", 400_000, false),
        FORM("POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 60000\r\n\r\nusername=", 50_000, false),
        PAGES("GET /workspaces HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n", 0, false);

        private final byte[] begin;
        private final int atOnce;
        private final boolean flood;

        Kind(String begin, int atOnce, boolean flood) {
            this.begin = begin.getBytes(StandardCharsets.US_ASCII);
            this.atOnce = atOnce;
            this.flood = flood;
        }
    }

    private static final class Attacker {

        private final Kind kind;
        private final int number;
        private ByteBuffer begin;
        private long left;

        Attacker(int number) {
            this.number = number;
            this.kind = Kind.values()[number % Kind.values().length];
        }
    }

    private final Process process;

    private Attackers(Process process) {
        this.process = process;
    }

    /** Begins, and returns once all sockets have been opened at least once. */
    static Attackers begin(int port, int sockets, Duration time) {
        try {
            Process process = new ProcessBuilder("nice", "-n", "19",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.real.class.path",
                    System.getProperty("java.class.path")), Attackers.class.getName(),
                    String.valueOf(port), String.valueOf(sockets), String.valueOf(time.toMillis()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
            return new Attackers(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean areAtIt() {
        return process.isAlive();
    }

    /** @return what they did, in words */
    String end() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The attackers do not end");
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws IOException {
        new Attack(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2])).run();
    }

    private static final class Attack {

        private final int port;
        private final int sockets;
        private final long end;
        private final Selector selector = Selector.open();
        private final Queue<Attacker> closed = new ArrayDeque<>();
        private final List<Attacker> all = new ArrayList<>();
        private final long begun = System.nanoTime();
        private long opened;
        private long sent;
        private int source;

        Attack(int port, int sockets, long millis) throws IOException {
            this.port = port;
            this.sockets = sockets;
            this.end = begun + TimeUnit.MILLISECONDS.toNanos(millis);
            for (int i = 0; i < sockets; i++) {
                all.add(new Attacker(i));
            }
            closed.addAll(all);
        }

        void run() throws IOException {
            long drop = System.nanoTime();
            boolean told = false;
            while (System.nanoTime() < end) {
                for (int i = 0; i < 200 && !closed.isEmpty(); i++) {
                    open(closed.remove());
                }
                if (!told && (opened >= sockets || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(5))) {
                    told = true;
                    System.out.println("begun");
                    System.out.flush();
                }
                selector.select(closed.isEmpty() ? 20 : 1);
                for (SelectionKey key : selector.selectedKeys()) {
                    go(key, false);
                }
                selector.selectedKeys().clear();
                if (System.nanoTime() - drop > TRICKLE.toNanos()) {
                    drop = System.nanoTime();
                    selector.keys().forEach(key -> go(key, true));
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf("%d sockets, opened %d times (%.0f/s), %.0f MB of bodies (%.0f MB/s)%n", sockets, opened,
                    opened / seconds, sent / 1e6, sent / 1e6 / seconds);
        }

        private void open(Attacker attacker) throws IOException {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                int address = source++;
                channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, (byte) (1 + (address >> 16 & 63)),
                    (byte) (address >> 8), (byte) address}), 0));
                channel.connect(new InetSocketAddress("127.0.0.1", port));
                channel.register(selector, SelectionKey.OP_CONNECT, attacker);
                attacker.begin = ByteBuffer.wrap(attacker.kind.begin);
                attacker.left = attacker.kind.flood ? Long.MAX_VALUE : attacker.kind.atOnce;
                opened++;
            } catch (IOException refused) {
                channel.close();
                closed.add(attacker);
            }
        }

        private void go(SelectionKey key, boolean drop) {
            Attacker attacker = (Attacker) key.attachment();
            SocketChannel channel = (SocketChannel) key.channel();
            try {
                if (!key.isValid()) {
                    return;
                }
                if (!channel.isConnected()) {
                    if (!drop && channel.finishConnect()) {
                        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    }
                    return;
                }
                if (!drop && key.isReadable() && channel.read(ByteBuffer.allocate(4096)) < 0) {
                    throw new IOException("closed");
                }
                if (drop || key.isWritable()) {
                    say(key, attacker, channel, drop);
                }
            } catch (IOException gone) {
                key.cancel();
                close(channel);
                closed.add(attacker);
            }
        }

        private void say(SelectionKey key, Attacker attacker, SocketChannel channel, boolean drop) throws IOException {
            if (attacker.begin.hasRemaining()) {
                channel.write(attacker.begin);
            } else if (attacker.left > 0) {
                ByteBuffer bytes = CHUNK.duplicate();
                bytes.limit((int) Math.min(bytes.capacity(), attacker.left));
                int written = channel.write(bytes);
                attacker.left -= written;
                sent += written;
            } else if (drop && attacker.kind != Kind.SILENT) {
                sent += channel.write(ByteBuffer.wrap(new byte[] {'x'}));
            } else {
                key.interestOps(SelectionKey.OP_READ);
            }
        }

        private static void close(SocketChannel channel) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // It is gone either way.
            }
        }
    }
}
