package io.zoombookings.connection;

import java.io.Serializable;

/**
 * What went wrong, for the person who clicked.
 *
 * @param title    a few words, as the guide's list of troubles names it
 * @param detail   what happened and what it changed, in a sentence or two
 * @param nextStep what to do now
 */
public record Problem(String title, String detail, String nextStep) implements Serializable {
}
