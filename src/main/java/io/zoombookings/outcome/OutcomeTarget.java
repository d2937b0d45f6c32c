package io.zoombookings.outcome;

/** Where an outcome goes: to the endpoint of the whole installation, or to the callback URL of its workspace. */
public enum OutcomeTarget {
    RESULT, CALLBACK
}
