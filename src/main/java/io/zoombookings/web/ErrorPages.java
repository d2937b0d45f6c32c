package io.zoombookings.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Whatever went wrong on the way: a page for people, a problem document for programs, never a stack trace. */
@Controller
@ConditionalOnProperty(name = "zoom-bookings.guest", havingValue = "false")
class ErrorPages implements ErrorController {

    /** Request attribute: what to tell a person in place of the usual sentence about a status. */
    static final String SENTENCE = ErrorPages.class.getName() + ".sentence";

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (Problems.isPage(request, path == null ? "" : path.toString())) {
            // What the failed page was about is not this page's: its names would stand for other things here.
            request.removeAttribute(View.PATH_VARIABLES);
            return new ModelAndView("pages/error",
                    Map.of("status", status.value(), "title", title(status), "sentence",
                            Objects.requireNonNullElse(request.getAttribute(SENTENCE), Problems.sentence(status))),
                    status);
        }
        problems.write(response, status, Problems.sentence(status));
        return null;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException
                    || cause instanceof CannotCreateTransactionException) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        HttpStatus told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        return told == null ? HttpStatus.INTERNAL_SERVER_ERROR : told;
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Nothing here";
            case METHOD_NOT_ALLOWED, BAD_REQUEST -> "That did not work";
            case SERVICE_UNAVAILABLE -> "Not available now";
            default -> status.is5xxServerError() ? "Something went wrong" : status.getReasonPhrase();
        };
    }
}
