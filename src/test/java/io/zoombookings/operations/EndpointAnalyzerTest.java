package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class EndpointAnalyzerTest {

    private static FailureAnalysis analysis(String property, String uri) throws Exception {
        MockEnvironment environment = new MockEnvironment().withProperty(property, uri);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Throwable failure = catchThrowable(() -> context.getEndpoint(uri));
            if (failure == null) {
                failure = catchThrowable(() -> org.apache.camel.support.CamelContextHelper.getMandatoryEndpoint(context, uri));
            }
            return new EndpointAnalyzer(environment).analyze(new IllegalStateException("A route failed", failure));
        }
    }

    @ParameterizedTest
    @CsvSource({"booking.source-uri,rabbit:bookings?password=geheim,BOOKING_SOURCE_URI,no Camel component",
        "booking.result-uri,kafka:enriched?nonsense=1&sslKeystorePassword=geheim,BOOKING_RESULT_URI,nonsense"})
    void anEndpointThatDoesNotExistIsNamedInOneSentenceWithoutItsSecrets(String property, String uri, String variable,
            String reason) throws Exception {
        FailureAnalysis analysis = analysis(property, uri);

        assertThat(analysis.getDescription()).startsWith(variable + " (" + property + ") must be a Camel endpoint")
                .contains(reason).endsWith(".").doesNotContain("geheim", "\n");
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        assertThat(new EndpointAnalyzer(new MockEnvironment()).analyze(new IllegalStateException("no"))).isNull();
    }
}
