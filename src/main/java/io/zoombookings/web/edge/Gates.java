package io.zoombookings.web.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * How many requests are worked on at once: those without credentials have a share of their own, so that strangers take no
 * thread from programs, and whether the process lives and is ready is told beside both. Programs that come together wait for
 * their turn, strangers are asked to come again. What is left of a refused body is read for a few senders only, so that they
 * see their answer; the others are closed. Safe for several threads.
 */
final class Gates extends ValveBase {

    private static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");
    private static final int DRAINING = 16;
    /** Threads that are not here to wait. */
    private static final int WORKING = 200;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final byte[] BUSY = """
            {"type":"about:blank","title":"Service Unavailable","status":503,\
            "detail":"Too much is asked at once; try again in a moment."}""".getBytes(StandardCharsets.UTF_8);

    private final Semaphore strangers;
    private final Semaphore programs;
    private final Semaphore waiting;
    private final Semaphore draining = new Semaphore(DRAINING);

    /**
     * @param threads that serve requests; of the first 200 a tenth stays free for probes and for reading headers, those beyond
     *     are for programs that wait
     */
    Gates(int threads) {
        super(true);
        int working = Math.min(threads, WORKING);
        int most = working - working / 10;
        this.waiting = new Semaphore(threads - working);
        this.programs = new Semaphore(Math.max(1, most / 2));
        this.strangers = new Semaphore(Math.max(1, most - most / 2));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        GuardedProcessor reader = GuardedProcessor.of(request.getCoyoteRequest());
        String path = request.getDecodedRequestURI();
        // Without a path Tomcat has refused the request already, and only says so.
        if (path == null || PROBES.contains(path)) {
            getNext().invoke(request, response);
        } else {
            Semaphore gate = request.getHeader("Authorization") == null ? strangers : programs;
            boolean admitted = gate.tryAcquire() || gate == programs && admitsInTime();
            if (reader != null) {
                reader.bodyBegins();
            }
            if (admitted) {
                try {
                    getNext().invoke(request, response);
                } finally {
                    gate.release();
                }
            } else {
                refuse(response);
            }
        }
        if (reader != null) {
            if (Boolean.TRUE.equals(request.getAttribute(EdgeConfiguration.SIGNED))) {
                reader.sign();
            }
            if (!request.isAsync() && !request.isFinished()) {
                drain(request, response, reader);
            }
        }
    }

    private boolean admitsInTime() {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return programs.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    private static void refuse(Response response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "1");
        response.setContentType("application/problem+json");
        response.setContentLength(BUSY.length);
        response.getOutputStream().write(BUSY);
    }

    private void drain(Request request, Response response, GuardedProcessor reader) throws IOException {
        if (draining.tryAcquire()) {
            reader.drains(draining);
            return;
        }
        response.finishResponse();
        request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
    }
}
