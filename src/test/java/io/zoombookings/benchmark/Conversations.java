package io.zoombookings.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that costs next to nothing, so that what is measured is not the bench: one small thread for each connection. */
abstract class Conversations {

    private static final int STACK_BYTES = 128 * 1024;

    /** Accepts connections until the process ends. */
    final void serve(int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 4096)) {
            while (true) {
                Socket socket = server.accept();
                new Thread(null, () -> talk(socket), "conversation", STACK_BYTES).start();
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            talk(new BufferedInputStream(socket.getInputStream(), 16 * 1024),
                    new BufferedOutputStream(socket.getOutputStream(), 16 * 1024));
        } catch (IOException | UncheckedIOException e) {
            // The other side has hung up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Talks until the other side hangs up. */
    abstract void talk(InputStream in, OutputStream out) throws IOException, InterruptedException;

    /** A line without its end, or null where there is none any more. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** A body that comes in pieces. */
    static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(2048);
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        String size = line(in);
        return size == null ? 0 : Integer.parseInt(size.strip(), 16);
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Microseconds since the epoch: all processes of the bench are on one machine. */
    static long now() {
        return System.currentTimeMillis() * 1000 + System.nanoTime() / 1000 % 1000;
    }
}
