package io.zoombookings.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts bookings over so many connections, each as soon as the one before is answered (closed loop), or each at its time
 * (open loop: a reply that is late does not put off the next one, and a latency counts from when a booking was due). Writes
 * for each booking its number, when it was due and when it was answered.
 */
final class Load {

    private static final int STACK_BYTES = 128 * 1024;

    private final int port;
    private final List<String> workspaces;
    private final int first;
    private final int count;
    private final int rate;
    private final boolean wait;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final long[] due;
    private final long[] answered;
    private long start;

    private Load(String[] arguments) throws IOException {
        port = Integer.parseInt(arguments[0]);
        workspaces = Files.readAllLines(Path.of(arguments[1]));
        first = Integer.parseInt(arguments[2]);
        count = Integer.parseInt(arguments[3]);
        rate = Integer.parseInt(arguments[5]);
        wait = Boolean.parseBoolean(arguments[6]);
        due = new long[count];
        answered = new long[count];
    }

    /**
     * @param arguments port; file of lines "workspace key"; number of the first booking; how many; connections; bookings a
     *                  second, 0 for a closed loop; whether to wait for the link; file for the results
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Load(arguments).run(Integer.parseInt(arguments[4]), Path.of(arguments[7]));
    }

    private void run(int connections, Path results) throws IOException, InterruptedException {
        start = Conversations.now() + 50_000;
        Thread[] threads = new Thread[connections];
        for (int i = 0; i < connections; i++) {
            threads[i] = new Thread(null, this::post, "load", STACK_BYTES);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        StringBuilder lines = new StringBuilder();
        lines.append(new TreeMap<>(answers)).append('\n');
        for (int i = 0; i < count; i++) {
            lines.append(first + i).append(' ').append(due[i]).append(' ').append(answered[i]).append('\n');
        }
        Files.writeString(results, lines);
    }

    private void post() {
        Socket socket = null;
        try {
            while (true) {
                int i = next.getAndIncrement();
                if (i >= count) {
                    return;
                }
                due[i] = rate == 0 ? Conversations.now() : start + i * 1_000_000L / rate;
                sleepUntil(due[i]);
                int status;
                try {
                    socket = socket == null ? connect() : socket;
                    status = exchange(socket, first + i);
                } catch (IOException e) {
                    status = 0;
                    socket = null;
                }
                answered[i] = Conversations.now();
                answers.computeIfAbsent(status, code -> new AtomicInteger()).incrementAndGet();
            }
        } finally {
            close(socket);
        }
    }

    private static void sleepUntil(long micros) {
        for (long left = micros - Conversations.now(); left > 0; left = micros - Conversations.now()) {
            LockSupport.parkNanos(left * 1000);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private int exchange(Socket socket, int number) throws IOException {
        String[] workspace = workspaces.get(number % workspaces.size()).split(" ");
        byte[] body = """
                {"event":"booking.confirmed","eventId":"e%d","booking":{"id":"B-%d","title":"Talk %d",\
                "start":"2031-03-04T09:00:00Z","timeZone":"Europe/Berlin","durationMinutes":30,\
                "host":{"name":"Ada Host","email":"h%d@clinic.example"},\
                "guests":[{"name":"Bo Li","email":"g%d@guest.example"}]}}"""
                .formatted(number, number, number, number, number).getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/workspaces/" + workspace[0] + "/booking-events HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAuthorization: Bearer " + workspace[1] + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + (wait ? "\r\nPrefer: wait=30" : "") + "\r\n\r\n";
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        return reply(new BufferedInputStream(socket.getInputStream()));
    }

    private static int reply(InputStream in) throws IOException {
        String status = Conversations.line(in);
        if (status == null) {
            throw new IOException("Hung up");
        }
        int length = -1;
        for (String header = Conversations.line(in); header != null && !header.isEmpty(); header = Conversations.line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.readNBytes(length);
        } else {
            Conversations.chunks(in);
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
