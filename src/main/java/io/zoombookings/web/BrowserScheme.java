package io.zoombookings.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cookies and HSTS follow the scheme that the browser sees. Where a proxy names it ({@code X-Forwarded-Proto}) the
 * server has taken that into account already; where it does not, PUBLIC_URL tells.
 */
class BrowserScheme extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean told = request.getHeader("X-Forwarded-Proto") != null;
        chain.doFilter(told || request.isSecure() ? request : new Https(request), response);
    }

    private static final class Https extends HttpServletRequestWrapper {

        Https(HttpServletRequest request) {
            super(request);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getScheme() {
            return "https";
        }
    }
}
