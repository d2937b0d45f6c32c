package io.zoombookings.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The path of a request as it is compared with ours: decoded and normalised. One that hides letters, digits, {@code -} or
 * {@code _} behind percent signs has no reason to (RFC 3986, 6.2.2.2) and is refused; {@code ~} may be, as Java's own
 * encoder writes it so.
 */
class RequestPath extends OncePerRequestFilter {

    private static final Pattern HIDDEN = Pattern.compile("%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|2[Dd]|5[Ff])");

    /** Request attribute: what {@link #of} answers. */
    static final String WITHIN = RequestPath.class.getName() + ".within";

    private final Problems problems;
    private final OwnAddresses addresses;

    RequestPath(Problems problems, OwnAddresses addresses) {
        this.problems = problems;
        this.addresses = addresses;
    }

    /** Decoded and normalised, without the context path, our base path and parameters; empty where it is none of ours. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(WITHIN) instanceof String path ? path : "";
    }

    /** Whether the address is ours, not that of the application that we are in. */
    static boolean isOurs(HttpServletRequest request) {
        return !of(request).isEmpty();
    }

    /** Whether programs call this address, not people. */
    static boolean isForPrograms(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith("/api/") || path.startsWith("/integrations/zoom/events");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String within = addresses.within(request);
        request.setAttribute(WITHIN, within == null ? "" : within);
        if (within == null) {
            chain.doFilter(request, response);
            return;
        }
        if (HIDDEN.matcher(request.getRequestURI()).find()) {
            problems.write(response, HttpStatus.BAD_REQUEST,
                    "The path has letters or digits that are percent-encoded; write them as they are.");
            return;
        }
        chain.doFilter(request, addresses.base().isEmpty() ? response
                : new BasePathResponse(response, request.getContextPath() + addresses.base()));
    }
}
