package io.zoombookings.web;

import io.zoombookings.situation.Situations;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Workspace;
import io.zoombookings.workspace.Workspaces;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What the frame of every page shows. */
@ControllerAdvice(annotations = PageController.class)
class PageModel {

    private final Access access;
    private final Workspaces workspaces;
    private final StatusWords words;
    private final Times times;
    private final Situations situations;

    PageModel(Access access, Workspaces workspaces, StatusWords words, Times times, Situations situations) {
        this.access = access;
        this.workspaces = workspaces;
        this.words = words;
        this.times = times;
        this.situations = situations;
    }

    /** The words for states: templates name no beans, which the host's could hide. */
    @ModelAttribute("words")
    StatusWords words() {
        return words;
    }

    @ModelAttribute("times")
    Times times() {
        return times;
    }

    /** Who is signed in, or null. */
    @ModelAttribute("person")
    Administrator person(Authentication caller) {
        return access.administrator(caller).orElse(null);
    }

    /** How much is parked in the workspace of the address. */
    @ModelAttribute("parkedCount")
    long parkedCount(@PathVariable(name = "workspace", required = false) String id,
            @ModelAttribute("person") Administrator person) {
        return id == null || person == null ? 0 : situations.now().parked(id, person.allWorkspaces());
    }

    /** The workspace of the address, or null where it names none. */
    @ModelAttribute("workspace")
    Workspace workspace(@PathVariable(name = "workspace", required = false) String id) {
        return id == null ? null : workspaces.get(id).orElse(null);
    }
}
