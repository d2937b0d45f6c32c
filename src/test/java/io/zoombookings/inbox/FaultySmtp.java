package io.zoombookings.inbox;

import io.zoombookings.inbox.SmtpFault.Stage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** An SMTP server that fails where it is told to, and counts. What it took is in its mailbox. */
public final class FaultySmtp extends Mailbox implements AutoCloseable {

    private static final String ANYONE = "";

    private static final class Rule {
        private final Stage stage;
        private final String recipient;
        private final SmtpFault fault;
        private int left;

        private Rule(Stage stage, String recipient, SmtpFault fault, int left) {
            this.stage = stage;
            this.recipient = recipient;
            this.fault = fault;
            this.left = left;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Map<Stage, AtomicInteger> counts = new EnumMap<>(Stage.class);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty-smtp");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private ServerSocket server;

    private FaultySmtp(int port) {
        for (Stage stage : Stage.values()) {
            counts.put(stage, new AtomicInteger());
        }
        this.port = listen(port);
    }

    /** On the loopback address; 0 for any free port. */
    public static FaultySmtp start(int port) {
        return new FaultySmtp(port);
    }

    public int port() {
        return port;
    }

    /** The next time the conversation comes to this stage, for whomever. */
    public void next(Stage stage, SmtpFault fault) {
        add(stage, ANYONE, fault, 1);
    }

    /** @param recipient whom the mail is for; known from {@code RCPT} on */
    public void next(Stage stage, String recipient, SmtpFault fault) {
        add(stage, recipient, fault, 1);
    }

    public void next(Stage stage, int times, SmtpFault fault) {
        add(stage, ANYONE, fault, times);
    }

    public void always(Stage stage, SmtpFault fault) {
        add(stage, ANYONE, fault, Integer.MAX_VALUE);
    }

    public void always(Stage stage, String recipient, SmtpFault fault) {
        add(stage, recipient, fault, Integer.MAX_VALUE);
    }

    private void add(Stage stage, String recipient, SmtpFault fault, int times) {
        synchronized (rules) {
            rules.add(new Rule(stage, recipient, fault, times));
        }
    }

    /** No more faults; mails and counts stay. */
    public void clearFaults() {
        synchronized (rules) {
            rules.clear();
        }
    }

    /** How many times conversations came to this stage. */
    public int count(Stage stage) {
        return counts.get(stage).get();
    }

    public void resetCounts() {
        counts.values().forEach(count -> count.set(0));
    }

    /** Nothing listens, and open connections end. */
    public synchronized void goOffline() {
        if (server != null) {
            closeQuietly(server);
            server = null;
            connections.forEach(FaultySmtp::closeQuietly);
            awaitRefusal();
        }
    }

    /** A thread that is in accept keeps the port open for a moment after the socket was closed. */
    private void awaitRefusal() {
        Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return probe.getLocalPort() == port;
            } catch (IOException refused) {
                return true;
            }
        });
    }

    public synchronized void comeBack() {
        if (server == null) {
            listen(port);
        }
    }

    @Override
    public void close() {
        goOffline();
        threads.shutdownNow();
    }

    private int listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            server = socket;
            threads.execute(() -> acceptFrom(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("The SMTP server cannot listen on port " + wanted, e);
        }
    }

    private void acceptFrom(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Conversation(socket).hold();
        } catch (IOException clientLeft) {
            // the client's affair
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception alreadyGone) {
            // nothing left to close
        }
    }

    private SmtpFault take(Stage stage, List<String> recipients) {
        counts.get(stage).incrementAndGet();
        synchronized (rules) {
            for (Iterator<Rule> all = rules.iterator(); all.hasNext();) {
                Rule rule = all.next();
                if (rule.stage == stage && (rule.recipient.equals(ANYONE)
                        || recipients.stream().anyMatch(rule.recipient::equalsIgnoreCase))) {
                    if (rule.left != Integer.MAX_VALUE && --rule.left == 0) {
                        all.remove();
                    }
                    return rule.fault;
                }
            }
        }
        return null;
    }

    /** One client's connection. */
    private final class Conversation {
        private final InputStream in;
        private final OutputStream out;
        private String sender;
        private final List<String> recipients = new ArrayList<>();

        private Conversation(Socket socket) throws IOException {
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        private void hold() throws IOException, InterruptedException {
            if (!reached(Stage.CONNECT, List.of(), "220 localhost ESMTP")) {
                return;
            }
            boolean goOn = true;
            while (goOn) {
                goOn = obey(new String(line(), StandardCharsets.UTF_8));
            }
        }

        /** Whether the connection stays. */
        private boolean obey(String command) throws IOException, InterruptedException {
            String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO":
                    return reached(Stage.HELO, List.of(), "250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8");
                case "HELO":
                    return reached(Stage.HELO, List.of(), "250 localhost");
                case "MAIL":
                    sender = address(command);
                    recipients.clear();
                    return reached(Stage.MAIL, List.of(), "250 2.1.0 OK");
                case "RCPT":
                    return recipient(address(command));
                case "DATA":
                    return data();
                case "RSET":
                    recipients.clear();
                    say("250 2.0.0 OK");
                    return true;
                case "NOOP":
                    say("250 2.0.0 OK");
                    return true;
                case "QUIT":
                    say("221 2.0.0 Bye");
                    return false;
                default:
                    say("502 5.5.1 Not implemented");
                    return true;
            }
        }

        private boolean recipient(String address) throws IOException, InterruptedException {
            SmtpFault fault = take(Stage.RCPT, List.of(address));
            if (fault == null || fault.answer() == null && !fault.drops()) {
                recipients.add(address);
            }
            return answer(fault, "250 2.1.5 OK");
        }

        private boolean data() throws IOException, InterruptedException {
            if (recipients.isEmpty()) {
                say("503 5.5.1 No recipients");
                return true;
            }
            SmtpFault fault = take(Stage.DATA, recipients);
            boolean stays = answer(fault, "354 Go ahead");
            if (!stays || fault != null && fault.answer() != null) {
                return stays;
            }
            ByteArrayOutputStream mail = new ByteArrayOutputStream();
            boolean first = true;
            for (byte[] line = line(); !(line.length == 1 && line[0] == '.'); line = line()) {
                int dots = line.length > 0 && line[0] == '.' ? 1 : 0;
                mail.write(line, dots, line.length - dots);
                mail.writeBytes(new byte[] {'\r', '\n'});
                if (first) {
                    first = false;
                    SmtpFault inside = take(Stage.IN_DATA, recipients);
                    Thread.sleep(inside == null ? 0 : inside.pause().toMillis());
                    if (inside != null && inside.drops()) {
                        return false;
                    }
                }
            }
            SmtpFault last = take(Stage.MESSAGE, recipients);
            if (last == null || last.answer() == null) {
                recipients.forEach(recipient -> accept(sender, recipient, mail.toByteArray()));
            }
            return answer(last, "250 2.0.0 Taken");
        }

        private boolean reached(Stage stage, List<String> whom, String good) throws IOException, InterruptedException {
            return answer(take(stage, whom), good);
        }

        private boolean answer(SmtpFault fault, String good) throws IOException, InterruptedException {
            if (fault == null) {
                say(good);
                return true;
            }
            Thread.sleep(fault.pause().toMillis());
            if (fault.drops()) {
                return false;
            }
            say(fault.answer() == null ? good : fault.answer());
            return fault.answer() == null || !fault.answer().startsWith("421");
        }

        private void say(String answer) throws IOException {
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Up to CR LF, without it. */
        private byte[] line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException();
                }
                if (c != '\r') {
                    line.write(c);
                }
            }
            return line.toByteArray();
        }

        private static String address(String command) {
            int from = command.indexOf('<');
            int to = command.indexOf('>', from);
            return from < 0 || to < 0 ? "" : command.substring(from + 1, to);
        }
    }
}
