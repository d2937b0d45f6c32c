package io.zoombookings.web;

import io.zoombookings.WrongConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses are ours. All below {@code zoom-bookings.web.base-path}, if there is one; else those that we name, so that
 * an application that has us as a guest keeps every other one; and all of an application that is nothing but us.
 */
@Component
class OwnAddresses {

    private static final Pattern BASE = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
    private static final Pattern OURS = Pattern.compile("/(login|login/wait|login/oauth2/code/oidc|logout"
            + "|oauth2/authorization/oidc|openapi\\.yaml|asyncapi\\.yaml|(api/workspaces|api/parked-events|api/audit|api-docs"
            + "|schemas|integrations/zoom|invitations|workspaces|administrators|account|audit|mail-preview|assets)(/.*)?)");

    private final String base;
    private final boolean guest;

    OwnAddresses(@Value("${zoom-bookings.web.base-path:}") String base,
            @Value("${zoom-bookings.guest:true}") boolean guest) {
        if (!BASE.matcher(base).matches()) {
            throw new WrongConfigurationException(
                    "zoom-bookings.web.base-path must be empty, or a path such as /zoom, without a slash at its end.");
        }
        this.base = base;
        this.guest = guest;
    }

    /** What all our addresses begin with; empty, or with a slash before and none behind. */
    String base() {
        return base;
    }

    /** Whether the application that we are in has addresses of its own. */
    boolean isGuest() {
        return guest;
    }

    /** The path of this request below the base, decoded and normalised; null where it is none of ours. */
    String within(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = rest == null ? request.getServletPath() : request.getServletPath() + rest;
        if (!guest && path.startsWith("/actuator/")) {
            return path;
        }
        if (!base.isEmpty()) {
            return path.equals(base) ? "/" : path.startsWith(base + "/") ? path.substring(base.length()) : null;
        }
        return !guest || OURS.matcher(path).matches() ? path : null;
    }
}
