package io.zoombookings.operations;

import io.zoombookings.Meters;
import io.zoombookings.situation.SignatureRefusals;
import io.zoombookings.situation.SignatureRefusals.Door;
import io.zoombookings.source.webhook.WebhookSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts webhooks with a wrong signature, by door: a wrong webhook secret shows here first. */
@Component
class SignatureMeters extends OncePerRequestFilter {

    private static final Pattern DOORS =
            Pattern.compile("/integrations/(zoom)/events$|/api/workspaces/([a-z0-9-]{1,40})/webhooks/([a-z0-9-]{1,40})$");

    private final SignatureRefusals refusals;

    SignatureMeters(SignatureRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (!isAsyncStarted(request) && response.getStatus() == HttpStatus.UNAUTHORIZED.value() && "POST".equals(request.getMethod())) {
            door(request.getRequestURI()).ifPresent(door -> {
                Meters.refusedSignature(door.name());
                refusals.refused(door);
            });
        }
    }

    /** Routes answer on threads of their own: the status is known when they have. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Names that somebody made up are no doors. */
    private static Optional<Door> door(String path) {
        Matcher door = DOORS.matcher(path);
        if (!door.find()) {
            return Optional.empty();
        }
        String source = door.group(3);
        return source == null ? Optional.of(new Door(null, door.group(1)))
                : WebhookSource.of(source).map(known -> new Door(door.group(2), source));
    }
}
