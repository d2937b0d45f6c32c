package io.zoombookings.web;

import io.zoombookings.Shares;
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
 * @param reader what becomes of the body
 */
record Bodies(RequestMatcher where, int mostBytes, Shares places, Reader reader) {

    /** Who reads a body, and as what. */
    enum Reader {
        /** A page: the server takes the fields of a form apart. */
        PAGE,
        /** Whoever checks a signature: bytes, whatever the header says of their type or charset. */
        SIGNATURE,
        /** A program's own: JSON, which is UTF-8 whatever the header says of its charset (RFC 8259, 8.1). */
        JSON
    }

    private static RequestMatcher programs(PathPatternRequestMatcher.Builder path) {
        return new OrRequestMatcher(path.matcher("/api/**"),
                PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"));
    }

    /** Bodies of strangers, who are known by what they sign if at all. */
    static List<Bodies> ofStrangers(PathPatternRequestMatcher.Builder path) {
        return List.of(
                new Bodies(path.matcher("/integrations/zoom/events"), 64 << 10, new Shares(16, 16),
                        Reader.SIGNATURE),
                new Bodies(path.matcher(HttpMethod.POST, "/api/workspaces/{workspace}/webhooks/{source}"), 1 << 20,
                        new Shares(16, 16), Reader.SIGNATURE),
                new Bodies(new NegatedRequestMatcher(programs(path)), 256 << 10, new Shares(16, 16), Reader.PAGE));
    }

    /** Bodies of programs that have shown who they are; one of them has a share only. */
    static List<Bodies> ofPrograms(PathPatternRequestMatcher.Builder path) {
        return List.of(new Bodies(programs(path), 1 << 20, new Shares(32, 8), Reader.JSON));
    }

    static Optional<Bodies> of(List<Bodies> kinds, HttpServletRequest request) {
        return kinds.stream().filter(kind -> kind.where().matches(request)).findFirst();
    }
}
