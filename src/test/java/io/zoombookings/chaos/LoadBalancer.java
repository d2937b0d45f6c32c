package io.zoombookings.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One address in front of the nodes: each connection goes to the next node that takes it. */
final class LoadBalancer implements AutoCloseable {

    private static final int CONNECT_TIMEOUT = 500;

    private final ServerSocket door;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "load-balancer");
        thread.setDaemon(true);
        return thread;
    });
    private int next;

    LoadBalancer(int port) {
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    void add(int port) {
        ports.add(port);
    }

    void remove(int port) {
        ports.remove(Integer.valueOf(port));
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        Socket node = node();
        if (node == null) {
            close(client);
            return;
        }
        open.add(client);
        open.add(node);
        threads.execute(() -> pipe(node, client));
        pipe(client, node);
    }

    private Socket node() {
        List<Integer> all = List.copyOf(ports);
        for (int i = 0; i < all.size(); i++) {
            int port = all.get(Math.floorMod(next++, all.size()));
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException down) {
                close(socket);
            }
        }
        return null;
    }

    private void pipe(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // both ends are told below
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            // nothing left to close
        }
    }

    @Override
    public void close() {
        close(door);
        open.forEach(LoadBalancer::close);
        threads.shutdownNow();
    }
}
