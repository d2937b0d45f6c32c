package io.zoombookings.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is at the other end, and by which scheme. {@code X-Forwarded-For} and {@code X-Forwarded-Proto} count where the peer is
 * a proxy that is trusted by configuration, read from the right as far as proxies are trusted; anybody else could write
 * what they like there. A PUBLIC_URL with https holds whatever a proxy says: cookies and HSTS follow it.
 */
class ForwardedHeaders extends OncePerRequestFilter {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::[0-9]+)?|([0-9.]+):[0-9]+");

    private final List<IpAddressMatcher> proxies;
    private final boolean https;

    /**
     * @param proxies trusted ones, addresses or CIDR ranges with commas between; empty for none
     * @param https   whether browsers come by https, whatever arrives here
     */
    ForwardedHeaders(String proxies, boolean https) {
        this.proxies = proxies.isBlank() ? List.of()
                : Arrays.stream(proxies.split(",")).map(String::strip).map(IpAddressMatcher::new).toList();
        this.https = https;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean proxied = isProxy(request.getRemoteAddr());
        chain.doFilter(new Seen(request, proxied ? client(request) : request.getRemoteAddr(),
                https || request.isSecure() || proxied && "https".equalsIgnoreCase(last(request, "X-Forwarded-Proto"))), response);
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /** The first address from the right that is not a trusted proxy's. */
    private String client(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        List<String> hops = values(request, "X-Forwarded-For");
        for (int i = hops.size() - 1; i >= 0 && isProxy(client); i--) {
            String hop = WITH_PORT.matcher(hops.get(i)).replaceFirst("$1$2");
            if (!LITERAL.matcher(hop).matches()) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private static String last(HttpServletRequest request, String header) {
        List<String> all = values(request, header);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream().flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip).toList();
    }

    private static final class Seen extends HttpServletRequestWrapper {

        private final String client;
        private final boolean secure;

        Seen(HttpServletRequest request, String client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }
    }
}
