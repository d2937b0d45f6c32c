package io.zoombookings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence of a {@link WrongConfigurationException} in place of a stack trace. */
class WrongConfigurationAnalyzer extends AbstractFailureAnalyzer<WrongConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongConfigurationException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
