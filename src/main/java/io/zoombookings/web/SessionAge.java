package io.zoombookings.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is older than {@link #AT_MOST}, however busy it is; idle ones end by themselves before. */
class SessionAge extends OncePerRequestFilter {

    static final Duration AT_MOST = Duration.ofHours(12);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        // Both by the clock of the sessions' own store, which is not the application's.
        if (session != null && session.getLastAccessedTime() - session.getCreationTime() > AT_MOST.toMillis()) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
