package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zoombookings.WrongConfigurationException;
import io.zoombookings.ZoomBookingsApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

class VariablesTest {

    private final Variables variables = new Variables();

    private Throwable failure(Map<String, String> properties) {
        MockEnvironment environment = new MockEnvironment().withProperty("zoom-bookings.guest", "false");
        properties.forEach(environment::setProperty);
        return catchThrowable(() -> variables.postProcessEnvironment(environment, new SpringApplication()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "server.port | eighty | SERVER_PORT",
        "server.port | 65536 | SERVER_PORT",
        "public-url | bookings.example | PUBLIC_URL",
        "public-url | ftp://bookings.example | PUBLIC_URL",
        "public-url | https://bookings.example/?a=b | PUBLIC_URL",
        "zoom.oauth.base-url | zoom.us | ZOOM_OAUTH_URL",
        "zoom.api.base-url | //api.zoom.us | ZOOM_API_URL",
        "spring.datasource.url | postgres://db/bookings | SPRING_DATASOURCE_URL",
        "mail.port | 0 | MAIL_PORT",
        "mail.tls | yes | MAIL_TLS",
        "mail.from | bookings | MAIL_FROM",
        "admin.username | a b | ADMIN_USERNAME",
        "admin.email | nobody | ADMIN_EMAIL",
        "booking.api-key | short | BOOKING_API_KEY",
        "booking.rate-limit-per-second | 0 | BOOKING_RATE_LIMIT_PER_SECOND",
        "zoom.daily-limit-per-host | many | ZOOM_DAILY_LIMIT_PER_HOST",
        "booking.source-uri | kafka | BOOKING_SOURCE_URI",
        "reminder.offsets | 1 day | REMINDER_OFFSETS",
        "zoom.oauth.client-id | abc | ZOOM_CLIENT_SECRET",
        "oauth.issuer-uri | https://issuer.example | OAUTH_AUDIENCE"})
    void aWrongValueIsNamedWithWhatItMustBe(String property, String value, String variable) {
        assertThat(failure(Map.of(property, value))).isInstanceOf(WrongConfigurationException.class)
                .hasMessageStartingWith(variable + " (").hasMessageContaining(") must be").hasMessageEndingWith(".");
    }

    @Test
    void rightValuesAndMissingOnesPass() {
        assertThat(failure(Map.of())).isNull();
        assertThat(failure(Map.of("server.port", "0", "public-url", "https://bookings.example/zoom", "mail.tls", "tls",
                "mail.from", "Clinic <bookings@clinic.example>", "reminder.offsets", "24h, 1h",
                "booking.source-uri", "file:inbox", "booking.api-key", "0123456789abcdef"))).isNull();
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNoSecretIsRepeated() {
        assertThat(failure(Map.of("mail.tls", "yes", "booking.api-key", "tiny-secret")))
                .hasMessageContaining("MAIL_TLS").hasMessageContaining("BOOKING_API_KEY")
                .hasMessageNotContaining("tiny-secret");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theStartStopsWithTheSentenceAndNoStackTrace(CapturedOutput output) {
        assertThatCode(() -> new SpringApplication(ZoomBookingsApplication.class).run("--server.port=eighty"))
                .isInstanceOf(WrongConfigurationException.class);
        assertThat(output).contains("SERVER_PORT (server.port) must be a port number from 0 to 65535.")
                .doesNotContain("\tat ");
    }
}
