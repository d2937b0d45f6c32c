package io.zoombookings.outcome;

/** Where an outcome goes: to the endpoint of the whole installation, to the callback URL of its workspace, or to one of its further callbacks. */
public enum OutcomeTarget {
    RESULT, CALLBACK, HOOK
}
