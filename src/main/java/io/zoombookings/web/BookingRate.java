package io.zoombookings.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses booking events of a key or token beyond its rate on this node; a second's worth may come at once. */
class BookingRate extends OncePerRequestFilter {

    private final Throttle throttle;
    private final Problems problems;

    /** @param perSecond events of one key or token */
    BookingRate(Clock clock, int perSecond, Problems problems) {
        this.throttle = new Throttle(clock, perSecond, perSecond);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !RequestPath.of(request).endsWith("/booking-events");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication client = SecurityContextHolder.getContext().getAuthentication();
        Duration wait = client == null ? Duration.ZERO : throttle.take(
                client instanceof BookingClient booking ? booking.identity() : client.getName());
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        problems.write(response, HttpStatus.TOO_MANY_REQUESTS,
                "More booking events a second than this key may send; wait a little and send it again.");
    }
}
