package io.zoombookings.notification.letter;

/** A file of an installation's own mail texts that cannot be used as it is, and why. */
public record OverrideProblem(String file, String cause) {
}
