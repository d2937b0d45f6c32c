package io.zoombookings.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers to programs when something is wrong, as RFC 9457 says. */
@Component
class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether a page is the right answer, rather than a problem document. */
    static boolean isPage(HttpServletRequest request, String path) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && !path.startsWith("/api/")
                && !path.startsWith("/actuator/") && !path.startsWith("/integrations/zoom/events");
    }

    /** What to tell about a status that says no more by itself. */
    static String sentence(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request cannot be understood.";
            case UNAUTHORIZED -> "Sign in, or send an API key or token that is valid.";
            case FORBIDDEN -> "You may not do this.";
            case NOT_FOUND -> "There is nothing at this address, or nothing that you may see.";
            case METHOD_NOT_ALLOWED -> "This address does not know that method; the header Allow lists those it knows.";
            case NOT_ACCEPTABLE -> "There is no answer in the form that you accept.";
            case REQUEST_TIMEOUT -> "The body did not arrive in time.";
            case PAYLOAD_TOO_LARGE -> "The body is too large.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body is of a type that this address does not take.";
            case TOO_MANY_REQUESTS -> "Too many attempts; wait a little and try again.";
            case SERVICE_UNAVAILABLE -> "Something that is needed does not answer now; try again in a little while.";
            default -> status.is5xxServerError() ? "Something went wrong here; it is in the log."
                    : "The request was refused.";
        };
    }
}
