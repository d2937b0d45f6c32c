package io.zoombookings.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is older than {@link #AT_MOST}, however busy it is; idle ones end by themselves before. */
class SessionAge extends OncePerRequestFilter {

    static final Duration AT_MOST = Duration.ofHours(12);

    private final Clock clock;

    SessionAge(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && clock.instant().isAfter(Instant.ofEpochMilli(session.getCreationTime()).plus(AT_MOST))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
