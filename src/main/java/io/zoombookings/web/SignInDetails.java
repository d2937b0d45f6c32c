package io.zoombookings.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a sign-in comes from, and the mark of the browser it comes with. Only until it is judged: nothing of it is stored. */
final class SignInDetails extends WebAuthenticationDetails {

    private final transient String device;

    SignInDetails(HttpServletRequest request) {
        super(request.getRemoteAddr(), null);
        this.device = KnownDevice.claimed(request);
    }

    /** As the browser sent it, or null. */
    String device() {
        return device;
    }
}
