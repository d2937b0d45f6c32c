package io.zoombookings.web;

import io.zoombookings.connection.Problem;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Workspaces;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may come in, for administrators of all workspaces. */
@PageController
class AdministratorPages {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,255}");

    /** What was typed. */
    record Form(String username, String email, boolean everything, Set<String> workspaces) {
    }

    private final Administrators administrators;
    private final Workspaces workspaces;
    private final PageSession sessions;
    private final Audit audit;

    AdministratorPages(Administrators administrators, Workspaces workspaces, PageSession sessions, Audit audit) {
        this.administrators = administrators;
        this.workspaces = workspaces;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping("/administrators")
    String list(@ModelAttribute("person") Administrator person, Model model) {
        model.addAttribute("administrators", administrators.list());
        model.addAttribute("workspaces", workspaces.list(person));
        return "pages/administrators";
    }

    @PostMapping("/administrators")
    String add(@RequestParam String username, @RequestParam String email, @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean everything,
            @RequestParam(name = "workspaces", required = false) Set<String> chosen,
            @ModelAttribute("person") Administrator person, Principal caller, HttpServletResponse response, Model model,
            RedirectAttributes then) {
        Form form = new Form(username.strip(), email.strip(), everything, chosen == null ? Set.of() : chosen);
        Map<String, String> errors = errors(form, password);
        if (errors.isEmpty() && !administrators.create(new Administrator(form.username(), form.email(), everything,
                everything ? Set.of() : form.workspaces()), password)) {
            errors.put("username", "There is an administrator of this name already.");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", errors);
            model.addAttribute("form", form);
            return list(person, model);
        }
        audit.record(null, caller.getName(), "administrator.added", form.username(),
                everything ? "all workspaces" : String.join(", ", form.workspaces()));
        then.addFlashAttribute("message", form.username() + " may sign in now.");
        return "redirect:/administrators";
    }

    private Map<String, String> errors(Form form, String password) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!Administrators.isUsername(form.username())) {
            errors.put("username", "1 to 100 letters, digits and . _ @ + -");
        }
        if (!EMAIL.matcher(form.email()).matches()) {
            errors.put("email", "This is not an email address.");
        }
        Administrators.passwordProblem(password)
                .ifPresent(problem -> errors.put("password", "The password " + problem + "."));
        if (!form.everything() && form.workspaces().isEmpty()) {
            errors.put("workspaces", "Choose at least one.");
        } else if (!form.workspaces().stream().allMatch(workspaces::exists)) {
            errors.put("workspaces", "There is no such workspace.");
        }
        return errors;
    }

    @PostMapping("/administrators/remove")
    String remove(@RequestParam String username, Principal caller, RedirectAttributes then) {
        if (username.equals(caller.getName()) || !administrators.delete(username)) {
            then.addFlashAttribute("problem", new Problem("Not removed",
                    "You cannot remove yourself, nor the last administrator of all workspaces.", null));
        } else {
            sessions.endOthers(username, null);
            audit.record(null, caller.getName(), "administrator.removed", username, null);
            then.addFlashAttribute("message", username + " may no longer sign in.");
        }
        return "redirect:/administrators";
    }
}
