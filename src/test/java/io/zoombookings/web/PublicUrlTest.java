package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "public-url=https://bookings.example")
class PublicUrlTest extends RunningApplication {

    @Test
    void behindAProxyThatDoesNotNameTheSchemeThePublicUrlDoes() {
        HttpResponse<String> answer = browser().get("/login");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void thePublicUrlHoldsWhateverAProxySays() {
        Browser browser = browser();
        HttpResponse<String> answer = browser.send(browser.request("/login").header("Accept", "text/html")
                .header("X-Forwarded-Proto", "http"));
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void redirectsNameNoHost() {
        assertThat(browser().get("/workspaces").headers().firstValue("Location")).contains("/login");
    }
}
