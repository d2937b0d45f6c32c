package io.zoombookings.web.edge;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** Tomcat's HTTP/1.1 with {@link Sockets} that give way. Made by Tomcat, by its name. */
public final class GuardedProtocol extends Http11NioProtocol {

    private final Sockets sockets;
    private ScheduledFuture<?> sweep;

    /** As Tomcat asks. */
    public GuardedProtocol() {
        this(new Sockets());
    }

    private GuardedProtocol(Sockets sockets) {
        super(sockets);
        this.sockets = sockets;
    }

    @Override
    protected Processor createProcessor() {
        return new GuardedProcessor(this, getAdapter(), sockets);
    }

    @Override
    public void start() throws Exception {
        super.start();
        long pause = Sockets.SWEEP.toMillis();
        sweep = getUtilityExecutor().scheduleWithFixedDelay(sockets::sweep, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweep != null) {
            sweep.cancel(false);
        }
        super.stop();
    }
}
