package io.zoombookings.workspace;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person who may sign in.
 *
 * @param allWorkspaces whether they may enter every workspace, create workspaces and look after administrators
 * @param workspaces    those they may enter otherwise
 */
public record Administrator(String username, String email, boolean allWorkspaces, Set<String> workspaces) {

    public Administrator {
        workspaces = Collections.unmodifiableSet(new TreeSet<>(workspaces));
    }

    public boolean mayEnter(String workspace) {
        return allWorkspaces || workspaces.contains(workspace);
    }
}
