package io.zoombookings.web;

import io.zoombookings.connection.Problem;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Map<String, String> errors = errors(form);
        if (!Administrators.isUsername(form.username())) {
            errors.put("username", "1 to 100 letters, digits and . _ @ + -");
        }
        checkPassword(password, errors);
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
        audit.record(null, caller.getName(), "administrator.added", form.username(), entrance(form));
        then.addFlashAttribute("message", form.username() + " may sign in now.");
        return "redirect:/administrators";
    }

    @GetMapping("/administrators/change")
    String one(@RequestParam String username, @ModelAttribute("person") Administrator person, Model model,
            RedirectAttributes then) {
        Optional<Administrator> found = administrators.find(username);
        if (found.isEmpty()) {
            return unknown(then);
        }
        model.addAttribute("form", new Form(found.get().username(), found.get().email(), found.get().allWorkspaces(),
                found.get().workspaces()));
        model.addAttribute("workspaces", workspaces.list(person));
        return "pages/administrator";
    }

    @PostMapping("/administrators/change")
    String change(@RequestParam String username, @RequestParam String email, @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean everything,
            @RequestParam(name = "workspaces", required = false) Set<String> chosen,
            @ModelAttribute("person") Administrator person, HttpServletRequest request, HttpServletResponse response,
            Model model, RedirectAttributes then) {
        if (administrators.find(username).isEmpty()) {
            return unknown(then);
        }
        Form form = new Form(username, email.strip(), everything, chosen == null ? Set.of() : chosen);
        Map<String, String> errors = errors(form);
        if (!password.isEmpty()) {
            checkPassword(password, errors);
        }
        if (errors.isEmpty() && !administrators.change(new Administrator(username, form.email(), everything,
                everything ? Set.of() : form.workspaces()))) {
            errors.put("workspaces", "Somebody must be left who may enter all workspaces.");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", errors);
            model.addAttribute("form", form);
            model.addAttribute("workspaces", workspaces.list(person));
            return "pages/administrator";
        }
        if (!password.isEmpty()) {
            administrators.setPassword(username, password);
        }
        // A session remembers what its person could do when it began.
        sessions.endOthers(username, username.equals(person.username()) ? request.getSession().getId() : null);
        audit.record(null, person.username(), "administrator.changed", username, entrance(form)
                + (password.isEmpty() ? "" : ", with a new password"));
        then.addFlashAttribute("message", "The changes of " + username + " are saved.");
        return "redirect:/administrators";
    }

    private static String unknown(RedirectAttributes then) {
        then.addFlashAttribute("problem", new Problem("Not found", "There is no administrator of this name any more.", null));
        return "redirect:/administrators";
    }

    private static String entrance(Form form) {
        return form.everything() ? "all workspaces" : String.join(", ", new TreeSet<>(form.workspaces()));
    }

    private static void checkPassword(String password, Map<String, String> errors) {
        Administrators.passwordProblem(password)
                .ifPresent(problem -> errors.put("password", "The password " + problem + "."));
    }

    private Map<String, String> errors(Form form) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!EMAIL.matcher(form.email()).matches()) {
            errors.put("email", "This is not an email address.");
        }
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
