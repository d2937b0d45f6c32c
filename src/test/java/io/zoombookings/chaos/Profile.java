package io.zoombookings.chaos;

/** How long the proof takes: short in every build, long in the Maven profile {@code chaos}. */
final class Profile {

    private Profile() {
    }

    static boolean isLong() {
        return Boolean.getBoolean("chaos.long");
    }
}
