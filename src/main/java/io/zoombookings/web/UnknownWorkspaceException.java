package io.zoombookings.web;

import org.springframework.security.access.AccessDeniedException;

/** There is no such workspace, or none that the caller may know of: both look the same from outside. */
class UnknownWorkspaceException extends AccessDeniedException {

    UnknownWorkspaceException() {
        super("There is no such workspace");
    }
}
