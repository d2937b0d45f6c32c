package io.zoombookings.web;

import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of people who have signed in. */
@Component
class PageSession {

    private static final String FROM = "signed-in-from";
    private static final String BROWSER = "signed-in-with";
    /** Longer names first: Edge says that it is Chrome, Chrome says that it is Safari. */
    private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari", "curl", "Java");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux");

    /**
     * A session of a person.
     *
     * @param id      as it is stored; it opens nothing
     * @param from    the address it was begun from, or null
     * @param browser in a few words, or null
     * @param current whether it is the one that asks
     */
    record Own(String id, Instant startedAt, Instant usedAt, String from, String browser, boolean current) {
    }

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
    AuthenticationSuccessHandler started(AskedPage asked) {
        return (request, response, person) -> {
            audit.record(null, person.getName(), "session.started", null, null);
            request.getSession().setAttribute(FROM, request.getRemoteAddr());
            request.getSession().setAttribute(BROWSER, browser(request.getHeader(HttpHeaders.USER_AGENT)));
            devices.remember(request, response, person.getName(), administrators.passwordHash(person.getName()));
            asked.removeRequest(request, response);
            response.sendRedirect(AskedPage.of(request).orElse("/workspaces"));
        };
    }

    /** Somebody signs out. */
    LogoutHandler left() {
        return (request, response, person) -> {
            if (person != null) {
                audit.record(null, person.getName(), "session.left", null, null);
            }
        };
    }

    /** The sessions of this person that go on, the one used last first. */
    List<Own> list(String username, String current) {
        return sessions.findByPrincipalName(username).values().stream().filter(session -> !session.isExpired())
                .map(session -> new Own(session.getId(), session.getCreationTime(), session.getLastAccessedTime(),
                        session.getAttribute(FROM), session.getAttribute(BROWSER), session.getId().equals(current)))
                .sorted(Comparator.comparing(Own::usedAt).reversed()).toList();
    }

    /** @return whether it was one of this person's */
    boolean end(String username, String id) {
        boolean own = sessions.findByPrincipalName(username).containsKey(id);
        if (own) {
            sessions.deleteById(id);
        }
        return own;
    }

    private static String browser(String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        String browser = BROWSERS.stream().filter(agent::contains).findFirst().orElse("unknown");
        String system = SYSTEMS.stream().filter(agent::contains).findFirst().map(name -> ", " + name).orElse("");
        return browser.replace("Edg", "Edge").replace("OPR", "Opera") + system;
    }

    /** Signs this person out everywhere else. */
    void endOthers(String username, String keptSession) {
        sessions.findByPrincipalName(username).keySet().stream().filter(id -> !id.equals(keptSession))
                .forEach(sessions::deleteById);
    }
}
