package io.zoombookings.operations;

import io.zoombookings.Text;
import java.util.Map;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.ResolveEndpointFailedException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in one sentence, in place of a stack trace, which variable names an endpoint that Camel cannot make, and why. */
class EndpointAnalyzer implements FailureAnalyzer {

    private static final Map<String, String> VARIABLES = Map.of(
            "booking.source-uri", "BOOKING_SOURCE_URI", "booking.result-uri", "BOOKING_RESULT_URI");

    private final Environment environment;

    EndpointAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        String uri = null;
        String reason = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchEndpointException missing) {
                uri = missing.getUri();
                reason = "there is no Camel component of this name on the class path";
            } else if (cause instanceof ResolveEndpointFailedException wrong) {
                uri = wrong.getUri();
                reason = wrong.getMessage().replaceFirst("(?s).*due to: ", "");
            }
        }
        String found = uri;
        String why = reason;
        return found == null ? null : VARIABLES.keySet().stream().filter(property -> names(property, found)).findFirst()
                .map(property -> new FailureAnalysis("%s (%s) must be a Camel endpoint with a component and options that exist: %s."
                        .formatted(VARIABLES.get(property), property, Text.cut(Text.oneLine(why), 500).replaceFirst("\\.$", "")),
                        null, failure)).orElse(null);
    }

    /** Camel writes {@code kafka://bookings} for {@code kafka:bookings}, and hides what may be secret. */
    private boolean names(String property, String uri) {
        return place(environment.getProperty(property, "")).equals(place(uri));
    }

    private static String place(String uri) {
        return uri.replaceFirst("\\?.*", "").replaceFirst(":/*", ":");
    }
}
