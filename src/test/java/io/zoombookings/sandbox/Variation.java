package io.zoombookings.sandbox;

import java.time.Duration;

/**
 * How a webhook departs from what Zoom would send.
 *
 * @param age       how long ago its timestamp lies; negative for the future
 * @param key       what it is signed with; null for the app's secret token
 * @param signature the header to send instead of the right one, empty for none; null for the right one
 * @param requestId null for a new one
 * @param suffix    appended to the body after signing
 */
public record Variation(Duration age, String key, String signature, String requestId, String suffix) {

    /** As Zoom sends it. */
    public static final Variation NONE = new Variation(Duration.ZERO, null, null, null, "");

    public static Variation badSignature() {
        return new Variation(Duration.ZERO, null, "v0=" + "0".repeat(64), null, "");
    }

    public static Variation unsigned() {
        return new Variation(Duration.ZERO, null, "", null, "");
    }

    /** Properly signed, but so old. */
    public static Variation aged(Duration age) {
        return new Variation(age, null, null, null, "");
    }

    /** Signed with another key, as the deauthorization endpoint's calls may be. */
    public static Variation otherKey() {
        return new Variation(Duration.ZERO, "another-secret-token", null, null, "");
    }

    public static Variation requestId(String id) {
        return new Variation(Duration.ZERO, null, null, id, "");
    }

    public static Variation changedAfterSigning() {
        return new Variation(Duration.ZERO, null, null, null, " ");
    }
}
