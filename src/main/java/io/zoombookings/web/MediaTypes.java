package io.zoombookings.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies of a type or coding that nobody here reads, before anybody tries to (415). */
class MediaTypes extends OncePerRequestFilter {

    private static final List<MimeType> EVENTS = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN,
            MimeType.valueOf("application/cloudevents+json"));

    private final Problems problems;

    MediaTypes(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RequestPath.isOurs(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wrong = wrong(request);
        if (wrong == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, wrong);
        }
    }

    private static String wrong(HttpServletRequest request) {
        if (RequestPath.isForPrograms(request) && request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            return "The body has a Content-Encoding; send it without one.";
        }
        String given = request.getContentType();
        if (given == null || given.isEmpty()) {
            return null;
        }
        MediaType type;
        try {
            type = MediaType.parseMediaType(given);
        } catch (InvalidMediaTypeException notOne) {
            type = MediaType.ALL;
        }
        if (!type.isConcrete()) {
            return "The header Content-Type does not name a type.";
        }
        boolean event = "POST".equals(request.getMethod()) && RequestPath.of(request).endsWith("/booking-events");
        return event && EVENTS.stream().noneMatch(type::equalsTypeAndSubtype)
                ? "A booking event is JSON: send it with the header Content-Type: application/json." : null;
    }
}
