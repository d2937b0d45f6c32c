package io.zoombookings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How large a body may be, and how many may be on their way at once, by the kind of address.
 *
 * @param form whether it is a page's, whose fields the server itself takes apart
 */
record Bodies(RequestMatcher where, int mostBytes, Shares places, boolean form) {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher PROGRAMS = new OrRequestMatcher(PATH.matcher("/api/**"), PATH.matcher("/actuator/**"));

    /** Bodies of strangers, who are known by what they sign if at all. */
    static List<Bodies> ofStrangers() {
        return List.of(
                new Bodies(PATH.matcher("/integrations/zoom/events"), 64 << 10, new Shares(16, 16), false),
                new Bodies(PATH.matcher(HttpMethod.POST, "/api/workspaces/{workspace}/webhooks/{source}"), 1 << 20,
                        new Shares(16, 16), false),
                new Bodies(new NegatedRequestMatcher(PROGRAMS), 256 << 10, new Shares(16, 16), true));
    }

    /** Bodies of programs that have shown who they are; one of them has a share only. */
    static List<Bodies> ofPrograms() {
        return List.of(new Bodies(PROGRAMS, 1 << 20, new Shares(32, 8), false));
    }

    static Optional<Bodies> of(List<Bodies> kinds, HttpServletRequest request) {
        return kinds.stream().filter(kind -> kind.where().matches(request)).findFirst();
    }
}
