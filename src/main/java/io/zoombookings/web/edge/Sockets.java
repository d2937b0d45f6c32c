package io.zoombookings.web.edge;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's sockets. A stranger's connection can be had by the thousand and costs its owner nothing: when nearly all are in
 * use, those go that have waited longest without a whole request, strangers' first, so that whoever comes now gets in and
 * whoever is known stays. A header must be whole after {@link #HEADER}, a body after {@link #BODY}.
 */
final class Sockets extends NioEndpoint {

    static final Duration HEADER = Duration.ofSeconds(10);
    static final Duration BODY = Duration.ofSeconds(15);
    static final Duration SWEEP = Duration.ofMillis(500);
    /** While strangers press in, so many a second at most: what they make us do must leave time for the others. */
    private static final int ACCEPTED_A_SECOND = 2_000;
    /** Of all connections: kept free, and freed at once. */
    private static final int SHARE = 8;

    private final Map<SocketWrapperBase<?>, Visit> visits = new ConcurrentHashMap<>();

    Visit visit(SocketWrapperBase<?> socket) {
        return visits.computeIfAbsent(socket, unknown -> new Visit());
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        int most = getMaxConnections();
        if (most > SHARE && getConnectionCount() > most - most / SHARE) {
            dismiss(most / SHARE);
            LockSupport.parkNanos(1_000_000_000L / ACCEPTED_A_SECOND);
        }
        boolean taken = super.setSocketOptions(socket);
        SocketWrapperBase<NioChannel> wrapper = connections.get(socket);
        if (wrapper != null) {
            visit(wrapper);
        }
        return taken;
    }

    /** Closes what has not become a request in time. */
    void sweep() {
        long now = System.nanoTime();
        visits.forEach((socket, visit) -> {
            GuardedProcessor reader = visit.processor();
            if (socket.isClosed()) {
                visits.remove(socket);
            } else if (visit.phase() == Visit.Phase.HEADER && now - visit.since() > HEADER.toNanos()) {
                close(socket, visit);
            } else if (reader != null && reader.readsLongerThan(BODY.toNanos())) {
                endInput(socket);
            }
        });
    }

    private void dismiss(int count) {
        List<Map.Entry<SocketWrapperBase<?>, Visit>> waiting = visits.entrySet().stream()
                .filter(one -> waits(one.getValue()) && !one.getKey().isClosed())
                .sorted(Comparator.comparing((Map.Entry<SocketWrapperBase<?>, Visit> one) -> one.getValue().signed())
                        .thenComparingLong(one -> one.getValue().since() - System.nanoTime())).limit(count).toList();
        waiting.forEach(one -> close(one.getKey(), one.getValue()));
        visits.keySet().removeIf(SocketWrapperBase::isClosed);
    }

    private static boolean waits(Visit visit) {
        return visit.phase() == Visit.Phase.IDLE || visit.phase() == Visit.Phase.HEADER;
    }

    /** Under Tomcat's lock of the connection, so that no thread has begun to serve it. */
    private static void close(SocketWrapperBase<?> socket, Visit visit) {
        Lock lock = socket.getLock();
        if (lock.tryLock()) {
            try {
                if (waits(visit)) {
                    socket.close();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** The thread that waits for more is told that nothing comes, and closes the connection itself. */
    private static void endInput(SocketWrapperBase<?> socket) {
        if (socket.getSocket() instanceof NioChannel channel) {
            try {
                channel.getIOChannel().shutdownInput();
            } catch (IOException gone) {
                // The sender was quicker.
            }
        }
    }
}
