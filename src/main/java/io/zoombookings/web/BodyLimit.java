package io.zoombookings.web;

import io.zoombookings.Shares;
import io.zoombookings.web.edge.EdgeConfiguration;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads bodies, so that nobody behind it waits for one. A body that came with its header costs no more than its bytes; one
 * that is still on its way needs one of few places (503 where there is none), may not grow beyond its limit (413), and
 * must be whole in time (408).
 */
class BodyLimit extends OncePerRequestFilter {

    private static final Duration WHOLE = Duration.ofSeconds(10);
    /** A larger one keeps its place until it is answered: what becomes of it takes memory, too. */
    private static final int SMALL = 64 << 10;

    /** Set by Tomcat where it could not take a form apart. */
    private static final String UNREADABLE_FORM = "org.apache.catalina.parameter_parse_failed";

    private final List<Bodies> kinds;
    private final Problems problems;

    private static final class TooLongException extends IOException {
    }

    private static final class BrokenBodyException extends IOException {

        BrokenBodyException(IOException cause) {
            super(cause);
        }
    }

    BodyLimit(List<Bodies> kinds, Problems problems) {
        this.kinds = kinds;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RequestPath.isOurs(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        boolean known = caller != null && !(caller instanceof AnonymousAuthenticationToken);
        if (known) {
            request.setAttribute(EdgeConfiguration.SIGNED, true);
        }
        Bodies kind = Bodies.of(kinds, request).orElse(null);
        if (kind == null || kind.reader() == Bodies.Reader.PAGE && !hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > kind.mostBytes()) {
            tooLarge(response, kind);
            return;
        }
        Place place = new Place(kind.places(), !known ? "" : caller instanceof BookingClient client ? client.identity()
                : caller.getName());
        try {
            if (kind.reader() == Bodies.Reader.PAGE && isForm(request)) {
                if (!place.take()) {
                    busy(response);
                    return;
                }
                request.getParameterMap();
                place.free();
                if (request.getAttribute(UNREADABLE_FORM) != null) {
                    throw new BrokenBodyException(null);
                }
                chain.doFilter(request, response);
                return;
            }
            byte[] body = hasBody(request) ? read(request, kind, place) : new byte[0];
            if (body == null) {
                busy(response);
            } else if (body.length > kind.mostBytes()) {
                tooLarge(response, kind);
            } else {
                if (body.length <= SMALL) {
                    place.free();
                }
                chain.doFilter(new ReadRequest(request, body, kind.reader()), response);
                place.freeWith(request);
            }
        } catch (TooLongException | SocketTimeoutException late) {
            problems.write(response, HttpStatus.REQUEST_TIMEOUT, Problems.sentence(HttpStatus.REQUEST_TIMEOUT));
        } catch (BrokenBodyException broken) {
            problems.write(response, HttpStatus.BAD_REQUEST, "The body breaks off, or is not in the form that its header says.");
        } finally {
            place.freeUnlessLater();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** @return one byte more than allowed where there are more; null where there was no place to wait for it */
    private static byte[] read(HttpServletRequest request, Bodies kind, Place place) throws IOException {
        ServletInputStream in = request.getInputStream();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        long end = System.nanoTime() + WHOLE.toNanos();
        while (whole.size() <= kind.mostBytes() && !in.isFinished()) {
            if (in.available() <= 0 && !place.take()) {
                return null;
            }
            int count = read(in, piece, Math.min(piece.length, kind.mostBytes() + 1 - whole.size()));
            if (count < 0) {
                break;
            }
            whole.write(piece, 0, count);
            if (System.nanoTime() > end) {
                throw new TooLongException();
            }
        }
        return whole.toByteArray();
    }

    private static int read(ServletInputStream in, byte[] piece, int most) throws IOException {
        try {
            return in.read(piece, 0, most);
        } catch (SocketTimeoutException late) {
            throw late;
        } catch (IOException broken) {
            throw new BrokenBodyException(broken);
        }
    }

    private void tooLarge(HttpServletResponse response, Bodies kind) throws IOException {
        problems.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than "
                + (kind.mostBytes() >= 1 << 20 ? (kind.mostBytes() >> 20) + " MiB." : (kind.mostBytes() >> 10) + " KiB."));
    }

    private void busy(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        problems.write(response, HttpStatus.SERVICE_UNAVAILABLE,
                "Too many bodies are on their way at once; send it again in a moment.");
    }

    /** A place among the bodies that are on their way; given back once. */
    private static final class Place {

        private final Shares shares;
        private final String name;
        private final AtomicBoolean taken = new AtomicBoolean();
        private boolean later;

        Place(Shares shares, String name) {
            this.shares = shares;
            this.name = name;
        }

        boolean take() {
            if (taken.get()) {
                return true;
            }
            boolean got = shares.take(name);
            taken.set(got);
            return got;
        }

        void free() {
            if (taken.compareAndSet(true, false)) {
                shares.free(name);
            }
        }

        /** With the end of the request, which may be another thread's. */
        void freeWith(HttpServletRequest request) {
            if (taken.get() && request.isAsyncStarted()) {
                later = true;
                request.getAsyncContext().addListener(new AsyncListener() {
                    @Override
                    public void onComplete(AsyncEvent event) {
                        free();
                    }

                    @Override
                    public void onTimeout(AsyncEvent event) {
                        free();
                    }

                    @Override
                    public void onError(AsyncEvent event) {
                        free();
                    }

                    @Override
                    public void onStartAsync(AsyncEvent event) {
                        event.getAsyncContext().addListener(this);
                    }
                });
            }
        }

        void freeUnlessLater() {
            if (!later) {
                free();
            }
        }
    }
}
