package io.zoombookings.web;

import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of people who have signed in. */
@Component
class PageSession {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Administrators administrators;
    private final KnownDevice devices;
    private final Audit audit;

    PageSession(FindByIndexNameSessionRepository<? extends Session> sessions, Administrators administrators,
            KnownDevice devices, Audit audit) {
        this.sessions = sessions;
        this.administrators = administrators;
        this.devices = devices;
        this.audit = audit;
    }

    /** Goes on with the page that was asked for before the sign-in, as a path: the host is the browser's business. */
    AuthenticationSuccessHandler started(RequestCache asked) {
        return (request, response, person) -> {
            audit.record(null, person.getName(), "session.started", null, null);
            devices.remember(request, response, person.getName(), administrators.passwordHash(person.getName()));
            String target = asked.getRequest(request, response) instanceof DefaultSavedRequest saved
                    ? saved.getRequestURI() + (saved.getQueryString() == null ? "" : "?" + saved.getQueryString())
                    : "/workspaces";
            asked.removeRequest(request, response);
            response.sendRedirect(target);
        };
    }

    /** Signs this person out everywhere else. */
    void endOthers(String username, String keptSession) {
        sessions.findByPrincipalName(username).keySet().stream().filter(id -> !id.equals(keptSession))
                .forEach(sessions::deleteById);
    }
}
