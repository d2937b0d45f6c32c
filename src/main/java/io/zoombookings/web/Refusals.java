package io.zoombookings.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** How somebody who may not come in, or not do this, is told. */
@Component
class Refusals implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private final Problems problems;
    private final OwnAddresses addresses;

    Refusals(Problems problems, OwnAddresses addresses) {
        this.problems = problems;
        this.addresses = addresses;
    }

    /** For programs. Browsers get no challenge: they would open a window of their own. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyGuessesException guesses) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(guesses.waitSeconds()));
            problems.write(response, HttpStatus.TOO_MANY_REQUESTS, Problems.sentence(HttpStatus.TOO_MANY_REQUESTS));
            return;
        }
        if (why instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE,
                    Problems.sentence(HttpStatus.SERVICE_UNAVAILABLE));
            return;
        }
        if (request.getHeader("Sec-Fetch-Mode") == null && request.getHeader("X-Requested-With") == null) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"zoom-bookings\", charset=\"UTF-8\"");
        }
        problems.write(response, HttpStatus.UNAUTHORIZED, Problems.sentence(HttpStatus.UNAUTHORIZED));
    }

    /** The sign-in form was wrong. */
    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException why) throws IOException, ServletException {
        if (why instanceof TooManyGuessesException guesses) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(guesses.waitSeconds()));
            request.getRequestDispatcher(addresses.base() + "/login/wait").forward(request, response);
            return;
        }
        response.sendRedirect("/login?error");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        HttpStatus status = why instanceof UnknownWorkspaceException ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
        if (Problems.isPage(request, RequestPath.of(request))) {
            if (why instanceof CsrfException) {
                request.setAttribute(ErrorPages.SENTENCE, "This form is too old, or did not come from here. Nothing was "
                        + "changed: go back, load the page again and send the form once more.");
            }
            response.sendError(status.value());
        } else {
            problems.write(response, status, Problems.sentence(status));
        }
    }
}
