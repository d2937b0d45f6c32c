package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What operators see of Camel, and what not even they do. */
class CamelConsoleTest {

    private final RunningApplication application = RunningApplication.shared();

    @Test
    void showsRoutesAndNothingThatHoldsMessagesOrProperties() {
        Answer consoles = application.admin("GET", "/actuator/camel", null);

        assertThat(consoles.status()).isEqualTo(200);
        assertThat(consoles.body().fieldNames()).toIterable().contains("context", "route", "inflight", "health", "quartz")
                .doesNotContain("bean", "browse", "debug", "message-history", "properties", "receive", "send",
                        "system-properties", "trace", "variables");
        assertThat(application.admin("GET", "/actuator/camel/context", null).body().at("/context/name").asText())
                .isEqualTo("zoom-bookings");
        assertThat(application.admin("GET", "/actuator/camel/route", null).body().findValuesAsText("routeId"))
                .contains("booking-inbound", "meeting-sync", "notification-mail");
    }

    @Test
    void tellsNoSecret() {
        SoftAssertions.assertSoftly(all -> application.admin("GET", "/actuator/camel", null).body().fieldNames()
                .forEachRemaining(console -> all.assertThat(application.admin("GET", "/actuator/camel/" + console, null)
                        .raw().body()).as(console).isNotBlank().doesNotContain(application.sandbox().webhookSecret(),
                                application.sandbox().clientSecret(), RunningApplication.PASSWORD)));
    }
}
