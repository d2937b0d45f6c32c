package io.zoombookings.web;

import io.zoombookings.PatientFiles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells programs to come again while the routes start or end, while the database does not answer, or while it has no
 * space. Without it they would be told 404 or 500, and a booking system takes the former for its last word.
 */
class Availability extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    private final ObjectProvider<CamelContext> camel;
    private final ObjectProvider<ApplicationAvailability> availability;
    private final Problems problems;

    Availability(ObjectProvider<CamelContext> camel, ObjectProvider<ApplicationAvailability> availability,
            Problems problems) {
        this.camel = camel;
        this.availability = availability;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return !path.startsWith("/api/") && !path.startsWith("/integrations/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOpen()) {
            refuse(response, "2");
            return;
        }
        if (PatientFiles.areWaiting()) {
            refuse(response, "5");
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException | ServletException failure) {
            if (response.isCommitted() || !isDatabase(failure)) {
                throw failure;
            }
            LOG.error("The database did not serve {}: {}", request.getRequestURI(), failure.getMessage());
            response.reset();
            refuse(response, "5");
        }
    }

    /** Supervised routes start after the context says that it has started; the application is ready after both. */
    private boolean isOpen() {
        return camel.getObject().getStatus().isStarted()
                && availability.getObject().getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    private void refuse(HttpServletResponse response, String seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, Problems.sentence(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static boolean isDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}
