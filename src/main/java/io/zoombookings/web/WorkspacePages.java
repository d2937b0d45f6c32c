package io.zoombookings.web;

import io.zoombookings.connection.ConnectionOverview;
import io.zoombookings.connection.ConnectionView;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.ApiKeys;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Workspace;
import io.zoombookings.workspace.Workspaces;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The workspaces a person may enter, and new ones. */
@PageController
class WorkspacePages {

    private static final int MAX_NAME = 200;

    /** A workspace in the list. */
    record Row(Workspace workspace, ConnectionView connection) {
    }

    /** What was typed. */
    record Form(String id, String name) {
    }

    private final Workspaces workspaces;
    private final ApiKeys apiKeys;
    private final ConnectionOverview connections;
    private final Audit audit;

    WorkspacePages(Workspaces workspaces, ApiKeys apiKeys, ConnectionOverview connections, Audit audit) {
        this.workspaces = workspaces;
        this.apiKeys = apiKeys;
        this.connections = connections;
        this.audit = audit;
    }

    @GetMapping("/workspaces")
    String list(@ModelAttribute("person") Administrator person, Model model) {
        model.addAttribute("rows", workspaces.list(person).stream()
                .map(workspace -> new Row(workspace, connections.view(workspace.id()))).toList());
        return "pages/workspaces";
    }

    /** Answers with the page itself, not a redirect, so that the key is stored nowhere on its way to it. */
    @PostMapping("/workspaces")
    @Transactional
    public String create(@RequestParam String id, @RequestParam String name,
            @ModelAttribute("person") Administrator person, Principal caller, HttpServletResponse response, Model model) {
        Form form = new Form(id.strip(), name.strip());
        Map<String, String> errors = new LinkedHashMap<>();
        if (!Workspaces.isId(form.id())) {
            errors.put("id", "1 to 40 small letters, digits and hyphens.");
        }
        if (form.name().isEmpty() || form.name().length() > MAX_NAME) {
            errors.put("name", "1 to " + MAX_NAME + " characters.");
        }
        if (errors.isEmpty() && !workspaces.create(form.id(), form.name())) {
            errors.put("id", "There is a workspace with this id already.");
        }
        if (errors.isEmpty()) {
            model.addAttribute("created", workspaces.get(form.id()).orElseThrow());
            model.addAttribute("newKey", apiKeys.create(form.id(), "first key", caller.getName()).secret());
            audit.record(form.id(), caller.getName(), "workspace.created", form.id(), null);
        } else {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", errors);
            model.addAttribute("form", form);
        }
        return list(person, model);
    }
}
