package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ForwardedHeadersTest {

    private static final String PROXIES = "10.0.0.0/8, fd00::/8,192.0.2.1";

    private static HttpServletRequest seen(String proxies, boolean https, String peer, String client, String scheme)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setRemoteAddr(peer);
        if (client != null) {
            request.addHeader("X-Forwarded-For", client);
        }
        if (scheme != null) {
            request.addHeader("X-Forwarded-Proto", scheme);
        }
        MockFilterChain chain = new MockFilterChain();
        new ForwardedHeaders(proxies, https).doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }

    @Test
    void nobodyIsBelievedWhoIsNotATrustedProxy() throws Exception {
        for (String peer : new String[] {"127.0.0.1", "192.168.0.9", "203.0.113.9", "::1"}) {
            HttpServletRequest seen = seen("", false, peer, "198.51.100.1", "https");
            assertThat(seen.getRemoteAddr()).isEqualTo(peer);
            assertThat(seen.isSecure()).isFalse();
        }
        assertThat(seen(PROXIES, false, "11.0.0.1", "198.51.100.1", null).getRemoteAddr()).isEqualTo("11.0.0.1");
    }

    @Test
    void aTrustedProxySaysWhoCameByWhichScheme() throws Exception {
        HttpServletRequest seen = seen(PROXIES, false, "10.1.2.3", "198.51.100.1", "https");
        assertThat(seen.getRemoteAddr()).isEqualTo("198.51.100.1");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getScheme()).isEqualTo("https");
        assertThat(seen(PROXIES, false, "fd00::7", "2001:db8::1", null).getRemoteAddr()).isEqualTo("2001:db8::1");
    }

    @Test
    void ofSeveralHopsTheLastOneThatIsNotTrustedCounts() throws Exception {
        assertThat(seen(PROXIES, false, "10.0.0.1", "1.1.1.1, 198.51.100.1, 192.0.2.1, 10.9.9.9", null).getRemoteAddr())
                .isEqualTo("198.51.100.1");
        assertThat(seen(PROXIES, false, "10.0.0.1", "198.51.100.1:4711", null).getRemoteAddr()).isEqualTo("198.51.100.1");
        assertThat(seen(PROXIES, false, "10.0.0.1", "[2001:db8::1]:4711", null).getRemoteAddr()).isEqualTo("2001:db8::1");
    }

    @Test
    void whatIsNoAddressIsNotTakenForOne() throws Exception {
        for (String nonsense : new String[] {"unknown", "a.example", "", "[", "1.2.3.4 5.6.7.8"}) {
            assertThat(seen(PROXIES, false, "10.0.0.1", nonsense, null).getRemoteAddr()).as(nonsense).isEqualTo("10.0.0.1");
        }
    }

    @Test
    void aPublicUrlWithHttpsHoldsWhateverAProxySays() throws Exception {
        assertThat(seen(PROXIES, true, "10.0.0.1", null, "http").isSecure()).isTrue();
        assertThat(seen("", true, "203.0.113.9", null, null).isSecure()).isTrue();
    }

    @Test
    void addressesOfOneCustomerAreOneName() {
        assertThat(Throttle.address("2001:db8:1:2:aaaa::1")).isEqualTo(Throttle.address("2001:db8:1:2:bbbb::2%eth0"))
                .isNotEqualTo(Throttle.address("2001:db8:1:3::1"));
        assertThat(Throttle.address("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Throttle.address("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
