package io.zoombookings.web;

import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own account. */
@PageController
class AccountPage {

    private final Administrators administrators;
    private final AdministratorSignIn signIn;
    private final PageSession sessions;
    private final Audit audit;

    AccountPage(Administrators administrators, AdministratorSignIn signIn, PageSession sessions, Audit audit) {
        this.administrators = administrators;
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping("/account")
    String account(Authentication caller, HttpServletRequest request, Model model) {
        model.addAttribute("hasPassword", administrators.hasPassword(caller.getName()));
        model.addAttribute("sessions", sessions.list(caller.getName(), request.getSession().getId()));
        return "pages/account";
    }

    @PostMapping("/account/sessions/end")
    String end(@RequestParam String session, Authentication caller, RedirectAttributes then) {
        if (sessions.end(caller.getName(), session)) {
            audit.record(null, caller.getName(), "session.ended", null, null);
            then.addFlashAttribute("message", "That session has ended.");
        }
        return "redirect:/account";
    }

    @PostMapping("/account/password")
    String change(@RequestParam String current, @RequestParam("new") String chosen, @RequestParam String again,
            Authentication caller, HttpServletRequest request, HttpServletResponse response, Model model,
            RedirectAttributes then) {
        Map<String, String> errors = new LinkedHashMap<>();
        Administrators.passwordProblem(chosen).ifPresent(problem -> errors.put("new", "The password " + problem + "."));
        if (!chosen.equals(again)) {
            errors.put("again", "The two are not the same.");
        }
        if (errors.isEmpty()) {
            currentProblem(caller.getName(), current, request).ifPresent(problem -> errors.put("current", problem));
        }
        if (!errors.isEmpty()) {
            model.addAttribute("errors", errors);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return account(caller, request, model);
        }
        administrators.setPassword(caller.getName(), chosen);
        sessions.endOthers(caller.getName(), request.getSession().getId());
        audit.record(null, caller.getName(), "password.changed", caller.getName(), null);
        then.addFlashAttribute("message", "Your password is changed; your other sessions have ended.");
        return "redirect:/account";
    }

    /** Judged like a sign-in, so that a session left open is no way to guess without limit. */
    private Optional<String> currentProblem(String username, String password, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken claim =
                UsernamePasswordAuthenticationToken.unauthenticated(username, password);
        claim.setDetails(new SignInDetails(request));
        try {
            signIn.authenticate(claim);
            return Optional.empty();
        } catch (TooManyGuessesException e) {
            return Optional.of("Too many attempts. Wait a few seconds, then try again.");
        } catch (AuthenticationException e) {
            return Optional.of("This is not your current password.");
        }
    }
}
