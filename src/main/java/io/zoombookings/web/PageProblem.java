package io.zoombookings.web;

import java.io.Serializable;

/**
 * What went wrong, for the head of a page: handed over as the flash attribute {@code problem}.
 *
 * @param nextStep what the person can do now, or null
 */
public record PageProblem(String title, String detail, String nextStep) implements Serializable {
}
