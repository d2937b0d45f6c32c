package io.zoombookings.web.edge;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's reader of one connection, which keeps its {@link Visit} up to date. Used by one thread at a time. */
final class GuardedProcessor extends Http11Processor {

    /** Under this number a request of Tomcat leads to its processor. */
    private static final int NOTE = 20;

    private final Sockets sockets;
    private volatile Visit visit;
    private volatile long bodySince;
    private Semaphore draining;

    GuardedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, Sockets sockets) {
        super(protocol, adapter);
        this.sockets = sockets;
        request.setNote(NOTE, this);
    }

    /** The one that reads this request; null on another connector. */
    static GuardedProcessor of(Request request) {
        return (GuardedProcessor) request.getNote(NOTE);
    }

    @Override
    public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
        Visit now = sockets.visit(socket);
        visit = now;
        boolean inHeader = now.phase() == Visit.Phase.HEADER;
        now.serve(this);
        Visit.Phase next = Visit.Phase.IDLE;
        try {
            SocketState state = super.process(socket, event);
            next = isAsync() ? Visit.Phase.AWAITED : state == SocketState.LONG ? Visit.Phase.HEADER : Visit.Phase.IDLE;
            return state;
        } finally {
            now.served(next, inHeader && next == Visit.Phase.HEADER);
            bodySince = 0;
            if (draining != null) {
                draining.release();
                draining = null;
            }
        }
    }

    /** The header has been read, a body may follow. */
    void bodyBegins() {
        bodySince = System.nanoTime();
    }

    /** Whether a body, wanted or left over, has been on its way for longer than this. */
    boolean readsLongerThan(long nanos) {
        long begun = bodySince;
        return begun != 0 && System.nanoTime() - begun > nanos && !request.isFinished();
    }

    void sign() {
        visit.sign();
    }

    /** What is left of the body is read in one of these places, which is free again afterwards. */
    void drains(Semaphore place) {
        draining = place;
    }
}
